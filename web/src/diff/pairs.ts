import type { Row } from './rows.ts';

type Same = Extract<Row, { readonly kind: 'same' }>;
type Removed = Extract<Row, { readonly kind: 'removed' }>;
type Added = Extract<Row, { readonly kind: 'added' }>;

/** One line of the comparison side by side: what stood there, and what took its place. */
export interface Pair {
  readonly base: Same | Removed | null;
  readonly draft: Same | Added | null;
}

/** The rows beside each other: a line that took the place of another stands next to it. */
export function pairsOf(rows: readonly Row[]): readonly Pair[] {
  const added = new Map(rows.flatMap((row) => (row.kind === 'added' ? [[row.draft, row] as const] : [])));
  return rows.flatMap((row): readonly Pair[] => {
    if (row.kind === 'same') return [{ base: row, draft: row }];
    if (row.kind === 'removed') return [{ base: row, draft: (row.partner !== null && added.get(row.partner)) || null }];
    return row.partner === null ? [{ base: null, draft: row }] : [];
  });
}
