import { describe, expect, it } from 'vitest';
import { pairsOf } from './pairs.ts';
import { diffRows } from './rows.ts';

const pairs = (base: string, draft: string) =>
  pairsOf(diffRows(base, draft)).map((pair) => [pair.base?.base ?? null, pair.draft?.draft ?? null]);

describe('lines beside each other', () => {
  it('put a line next to the one whose place it took, and nothing next to one that is new or gone', () => {
    expect(pairs('a\nb\nc\n', 'a\nB\nC2\nnew\n')).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [null, 3],
    ]);
    expect(pairs('a\nb\nc\n', 'a\nc\n')).toEqual([
      [0, 0],
      [1, null],
      [2, 1],
    ]);
  });
});
