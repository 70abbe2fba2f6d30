import type { Position } from './document.ts';

/**
 * Line and column of an offset as a person counts them: a line ends at `\n`, `\r\n` or a lone `\r`, a tab is one
 * column. Offsets beyond the text mean its end.
 */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(offset, text.length);
  let line = 1;
  let start = 0;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    const isBreak = code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10);
    if (isBreak && at < end) {
      line++;
      start = at + 1;
    }
  }
  return { line, column: end - start + 1 };
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
