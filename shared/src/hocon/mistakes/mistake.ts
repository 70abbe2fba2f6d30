import type { Change, Problem, ProblemCode, Range } from '../document.ts';
import { formatValue } from '../literal.ts';
import type { LineIndex } from '../position.ts';

/** What every search for mistakes looks at. */
export interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** A warning at a range, with the changes after which it reads as meant, where there are such. */
export function warning(source: Source, code: ProblemCode, range: Range, fix: readonly Change[] = []): Problem {
  const { from } = range;
  const to = Math.min(range.to, source.lines.lineEnd(from));
  const subject = source.text.slice(from, to);
  const base = { code, severity: 'warning', from, to: range.to, ...source.lines.positionAt(from), subject } as const;
  return fix.length > 0 ? { ...base, fix } : base;
}

export function replace(range: Range, insert: string): readonly Change[] {
  return [{ from: range.from, to: range.to, insert }];
}

export function insertAt(at: number, insert: string): Change {
  return { from: at, to: at, insert };
}

/** A text in double quotes, as it has to be written; null if it cannot be. */
export function quoted(text: string): string | null {
  const value = formatValue(text);
  return value.ok ? value.text : null;
}

/** Puts a piece of the source, taken for text, in quotes. */
export function quoteFix(source: Source, range: Range): readonly Change[] {
  const text = quoted(source.text.slice(range.from, range.to));
  return text === null ? [] : replace(range, text);
}
