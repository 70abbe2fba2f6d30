import type { Range } from '@clearml-conf/shared';
import { diffArrays } from 'diff/lib/diff/array.js';

/** A line and what must not be told apart in it: a secret is one word. */
export interface WordLine {
  readonly text: string;
  /** Ranges inside the line, in order. */
  readonly secrets: readonly Range[];
}

export interface WordMarks {
  readonly base: readonly Range[];
  readonly draft: readonly Range[];
}

const nothing: WordMarks = { base: [], draft: [] };
const longest = 2000;

/** What changed inside a line, word by word; nothing where the lines have too little in common. */
export function wordMarks(base: WordLine, draft: WordLine): WordMarks {
  if (base.text.length > longest || draft.text.length > longest) return nothing;
  const marks: { base: Range[]; draft: Range[] } = { base: [], draft: [] };
  let [old, fresh, kept] = [0, 0, 0];
  for (const part of diffArrays(wordsOf(base), wordsOf(draft))) {
    const length = part.value.reduce((sum, word) => sum + word.length, 0);
    if (part.removed) old = marked(marks.base, old, length);
    else if (part.added) fresh = marked(marks.draft, fresh, length);
    else {
      kept += part.value.join('').trim().length;
      [old, fresh] = [old + length, fresh + length];
    }
  }
  return kept * 4 < Math.min(base.text.trim().length, draft.text.trim().length) ? nothing : marks;
}

function marked(marks: Range[], from: number, length: number): number {
  marks.push({ from, to: from + length });
  return from + length;
}

function wordsOf(line: WordLine): string[] {
  const words: string[] = [];
  let at = 0;
  for (const secret of line.secrets) {
    words.push(...plainWords(line.text.slice(at, secret.from)), line.text.slice(secret.from, secret.to));
    at = secret.to;
  }
  return [...words, ...plainWords(line.text.slice(at))];
}

function plainWords(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}
