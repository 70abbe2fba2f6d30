import type { Row } from '../body.ts';
import type { Change } from '../document.ts';
import { commaChanges } from './commas.ts';
import { insertionChanges } from './insertion.ts';
import { removalChanges } from './removal.ts';
import type { Placed, RowPlan } from './row-plan.ts';

/** The changes that bring the rows of a container into their new order, with commas and blank lines as they should be. */
export function rowChanges(rows: Omit<RowPlan, 'next'>): readonly Change[] {
  const plan = { ...rows, next: nextLive(rows.order) };
  const removals = removalChanges(plan);
  const comments = plan.order.flatMap((placed) => (placed.kind === 'commented' ? [marker(placed.row)] : []));
  return [...removals, ...commaChanges(plan, removals), ...insertionChanges(plan), ...comments];
}

function nextLive(order: readonly Placed[]): readonly (Placed | undefined)[] {
  const next = new Array<Placed | undefined>(order.length);
  let live: Placed | undefined;
  for (let place = order.length - 1; place >= 0; place--) {
    next[place] = live;
    if (order[place]?.kind !== 'commented') live = order[place];
  }
  return next;
}

function marker(row: Row): Change {
  return { from: row.from, to: row.from, insert: '# ' };
}
