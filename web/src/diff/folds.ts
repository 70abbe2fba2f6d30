import type { Row } from './rows.ts';

/** A run of rows that is shown, or one that is folded away. `at` is the index of its first row. */
export interface Stretch {
  readonly kind: 'shown' | 'folded';
  readonly at: number;
  readonly rows: readonly Row[];
}

const context = 3;
/** Where nothing changed, this much of the file is shown before and after the place people are at. */
const surroundings = 60;
/** A fold must save more room than it takes. */
const shortest = 4;

/** Folds what is far from any change, except round the line people are at and where they opened a fold. Where nothing
 * changed, the file itself is shown there. */
export function fold(
  rows: readonly Row[],
  opened: ReadonlySet<number>,
  here: Stretch['at'] | null,
): readonly Stretch[] {
  const near = nearness(rows, here);
  const stretches: Stretch[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && near[end] === near[at]) end += 1;
    const folded = near[at] === 0 && end - at >= shortest && !opened.has(at);
    stretches.push({ kind: folded ? 'folded' : 'shown', at, rows: rows.slice(at, end) });
    at = end;
  }
  return stretches;
}

function nearness(rows: readonly Row[], here: number | null): Uint8Array {
  const near = new Uint8Array(rows.length);
  if (rows.every(({ kind }) => kind === 'same')) {
    return near.fill(1, Math.max(0, (here ?? 0) - surroundings), (here ?? 0) + surroundings + 1);
  }
  rows.forEach((row, at) => {
    if (row.kind !== 'same') near.fill(1, Math.max(0, at - context), at + context + 1);
  });
  if (here !== null) near.fill(1, Math.max(0, here - 2 * context), here + 2 * context + 1);
  return near;
}

/** The row that shows a line of the draft. */
export function rowOfLine(rows: readonly Row[], line: number): number | null {
  const at = rows.findIndex((row) => row.kind !== 'removed' && row.draft === line);
  return at < 0 ? null : at;
}
