import type { Change } from '../document.ts';
import { insertAt, type Source } from './mistake.ts';

/** A line as its indentation tells it. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  /** Without the indentation. */
  readonly content: string;
}

/** An item of a list in YAML. */
export const ITEM = /^-[ \t]+\S/;
const SECTION = /[:=][ \t]*$/;

/**
 * Braces round the lines that stand deeper than a key, whose separator ends at `open`, and so on inside them; brackets
 * round items. Nothing where items are more than one word or text each.
 */
export function bracesRound(source: Source, key: number, open: number): readonly Change[] {
  const indent = source.lines.positionAt(key).column - 1;
  return blockRound(open, indent, linesBelow(source, open, indent)) ?? [];
}

function blockRound(open: number, indent: number, lines: readonly Line[]): readonly Change[] | null {
  const last = lines.at(-1);
  if (!last) return null;
  const isList = lines.every(({ content }) => ITEM.test(content));
  const inside = isList ? lines.flatMap(withoutDash) : sectionsIn(lines);
  if (inside === null) return null;
  const [opening, closing] = isList ? [' [', ']'] : [' {', '}'];
  return [insertAt(open, opening), ...inside, insertAt(last.to, `\n${' '.repeat(indent)}${closing}`)];
}

function sectionsIn(lines: readonly Line[]): readonly Change[] | null {
  const changes: Change[] = [];
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place];
    if (!line || ITEM.test(line.content)) return null;
    if (!SECTION.test(line.content)) continue;
    const end = lines.findIndex((other, at) => at > place && other.indent <= line.indent && !isOwnItem(other, line));
    const inner = lines.slice(place + 1, end < 0 ? undefined : end);
    if (inner.length === 0) continue;
    const block = blockRound(line.from + line.indent + line.content.trimEnd().length, line.indent, inner);
    if (block === null) return null;
    changes.push(...block);
    place += inner.length;
  }
  return changes;
}

/** YAML lets the items of a list stand no deeper than its name. */
function isOwnItem(line: Line, key: Line): boolean {
  return line.indent === key.indent && ITEM.test(line.content);
}

function withoutDash({ from, indent, content }: Line): readonly Change[] {
  const dash = from + indent;
  return [{ from: dash, to: dash + content.length - content.slice(1).trimStart().length, insert: '' }];
}

function linesBelow({ text, lines }: Source, open: number, indent: number): readonly Line[] {
  const found: Line[] = [];
  let from = nextLine(text, lines.lineEnd(open));
  while (from < text.length) {
    const to = lines.lineEnd(from);
    const content = text.slice(from, to).trimStart();
    const line = { from, to, indent: to - from - content.length, content };
    const belongs = line.indent > indent || (line.indent === indent && ITEM.test(content));
    if (content !== '' && !belongs) break;
    if (content !== '') found.push(line);
    from = nextLine(text, to);
  }
  return found;
}

function nextLine(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}
