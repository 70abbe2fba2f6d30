import { rememberingFew } from '@clearml-conf/shared';
import { diffArrays } from 'diff/lib/diff/array.js';
import { linesOf, wholeLine } from './lines.ts';

/** A row of the comparison of two texts. Lines are counted from 0. */
export type Row =
  | { readonly kind: 'same'; readonly base: number; readonly draft: number }
  /** `partner`: the line on the other side that took its place. */
  | { readonly kind: 'removed'; readonly base: number; readonly partner: number | null }
  | { readonly kind: 'added'; readonly draft: number; readonly partner: number | null };

/** Compares two texts line by line, line ends included. */
export function diffRows(base: string, draft: string): readonly Row[] {
  const [olds, news] = [wholeLines(base), wholeLines(draft)];
  const start = alikeAtStart(olds, news);
  const end = alikeAtEnd(olds, news, start);
  const middle = changedRows(olds.slice(start, olds.length - end), news.slice(start, news.length - end), start);
  return [...sameRows(0, 0, start), ...middle, ...sameRows(olds.length - end, news.length - end, end)];
}

/** The file as loaded is compared with every text that is typed. */
const wholeLines = rememberingFew((text: string) => linesOf(text).map((line) => wholeLine(text, line)));

function alikeAtStart(olds: readonly string[], news: readonly string[]): number {
  const most = Math.min(olds.length, news.length);
  let count = 0;
  while (count < most && olds[count] === news[count]) count += 1;
  return count;
}

function alikeAtEnd(olds: readonly string[], news: readonly string[], start: number): number {
  const most = Math.min(olds.length, news.length) - start;
  let count = 0;
  while (count < most && olds[olds.length - 1 - count] === news[news.length - 1 - count]) count += 1;
  return count;
}

function sameRows(base: number, draft: number, count: number): readonly Row[] {
  return Array.from({ length: count }, (_, at) => ({ kind: 'same', base: base + at, draft: draft + at }));
}

function changedRows(olds: string[], news: string[], start: number): readonly Row[] {
  const rows: Row[] = [];
  let [base, draft] = [start, start];
  let removed = 0;
  for (const part of diffArrays(olds, news)) {
    const count = part.value.length;
    if (part.removed) {
      removed = count;
      continue;
    }
    const added = part.added ? count : 0;
    rows.push(...replacement(base, draft, removed, added));
    base += removed;
    draft += added;
    removed = 0;
    if (part.added) continue;
    rows.push(...sameRows(base, draft, count));
    base += count;
    draft += count;
  }
  return [...rows, ...replacement(base, draft, removed, 0)];
}

function replacement(base: number, draft: number, removed: number, added: number): readonly Row[] {
  const partner = (at: number, other: number, from: number) => (at < other ? from + at : null);
  return [
    ...Array.from(
      { length: removed },
      (_, at): Row => ({ kind: 'removed', base: base + at, partner: partner(at, added, draft) }),
    ),
    ...Array.from(
      { length: added },
      (_, at): Row => ({ kind: 'added', draft: draft + at, partner: partner(at, removed, base) }),
    ),
  ];
}
