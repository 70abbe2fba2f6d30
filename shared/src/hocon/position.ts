import type { Document, Position } from './document.ts';
import { rememberingFew } from './remembering.ts';

/**
 * Line and column of an offset as a person counts them: a line ends at `\n`, `\r\n` or a lone `\r`, a tab is one
 * column. Offsets beyond the text mean its end. For many offsets of one text use a `LineIndex`.
 */
export function positionAt(text: string, offset: number): Position {
  return new LineIndex(text).positionAt(offset);
}

/** Where the lines of a text begin; found once, on the first question. */
export class LineIndex {
  private readonly text: string;
  private known: readonly number[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  positionAt(offset: number): Position {
    const at = Math.min(offset, this.text.length);
    const line = this.lineOf(at);
    return { line, column: at - (this.starts()[line - 1] ?? 0) + 1 };
  }

  /** The offset at which the line of an offset ends, before its line break. */
  lineEnd(offset: number): number {
    const next = this.starts()[this.lineOf(offset)];
    if (next === undefined) return this.text.length;
    return this.text.startsWith('\r\n', next - 2) ? next - 2 : next - 1;
  }

  private starts(): readonly number[] {
    this.known ??= lineStarts(this.text);
    return this.known;
  }

  private lineOf(offset: number): number {
    const starts = this.starts();
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

/** The lines of a document, found once for everybody who asks. */
export const lineIndexOf: (document: Document) => LineIndex = rememberingFew(({ text }) => new LineIndex(text));

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}

const TAB_STOP = 8;

/**
 * The text as ClearML's parser sees it: it replaces every tab by blanks up to the next stop before it reads, inside
 * quotes too, and reports places in that text.
 */
export interface Expansion {
  /** The expanded text between two offsets of the original. */
  slice(from: number, to: number): string;
  /** Where ClearML reports a place: only `\n` ends a line there. */
  positionAt(offset: number): Position;
}

export function expandTabs(text: string): Expansion {
  if (!text.includes('\t')) return identity(text);
  const offsets = new Uint32Array(text.length + 1);
  const pieces: string[] = [];
  let column = 0;
  let length = 0;
  let pending = 0;
  for (let at = 0; at < text.length; at++) {
    offsets[at] = length;
    const code = text.charCodeAt(at);
    if (code === 9) {
      const width = TAB_STOP - (column % TAB_STOP);
      pieces.push(text.slice(pending, at), ' '.repeat(width));
      pending = at + 1;
      column += width;
      length += width;
      continue;
    }
    column = code === 10 || code === 13 ? 0 : column + (isLowSurrogate(code) ? 0 : 1);
    length++;
  }
  offsets[text.length] = length;
  pieces.push(text.slice(pending));
  const expanded = pieces.join('');
  const at = (offset: number): number => offsets[Math.min(offset, text.length)] ?? length;
  return {
    slice: (from, to) => expanded.slice(at(from), at(to)),
    positionAt: (offset) => parserPosition(expanded, at(offset)),
  };
}

function identity(text: string): Expansion {
  return {
    slice: (from, to) => text.slice(from, to),
    positionAt: (offset) => parserPosition(text, Math.min(offset, text.length)),
  };
}

/** Python counts characters, not UTF-16 units. */
function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function parserPosition(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(start)].length + 1 };
}
