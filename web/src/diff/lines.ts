import type { Range } from '@clearml-conf/shared';

/** One line of a text: its range is without the line end. */
export interface Line extends Range {
  readonly end: '' | '\n' | '\r\n';
}

/** The lines of a text. A text that ends with a line end has no empty line after it. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from < text.length) {
    const feed = text.indexOf('\n', from);
    const next = feed < 0 ? text.length : feed + 1;
    const end = feed < 0 ? '' : feed > from && text[feed - 1] === '\r' ? '\r\n' : '\n';
    lines.push({ from, to: next - end.length, end });
    from = next;
  }
  return lines;
}

/** The line as it stands in the text, line end included. */
export function wholeLine(text: string, line: Line): string {
  return text.slice(line.from, line.to + line.end.length);
}
