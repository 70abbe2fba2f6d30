// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { byBlock, rows } from '../../form/blocks.ts';
import { inSight } from './in-sight.ts';

afterEach(() => vi.unstubAllGlobals());

const all = byBlock(rows, ({ path }) => path);

function countAt(height: number): number {
  vi.stubGlobal('innerHeight', height);
  return inSight(all).reduce((sum, { members }) => sum + members.length, 0);
}

it('holds the first rows, in their order, and more of them the higher the window is', () => {
  const counts = [300, 600, 1200, 2400].map(countAt);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  expect(new Set(counts).size).toBe(counts.length);
  const shown = inSight(all).flatMap(({ members }) => members);
  expect(shown).toEqual(rows.slice(0, shown.length));
});

it('holds a row also where a window is hardly as high as what stands above', () => {
  for (const height of [0, 100, 150, 186]) expect(countAt(height)).toBe(1);
});
