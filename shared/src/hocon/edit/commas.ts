import type { Row } from '../body.ts';
import type { Change } from '../document.ts';
import { goesInline } from './insertion.ts';
import type { RowPlan } from './row-plan.ts';

/** Commas that rows which stay need now, and those that would dangle. */
export function commaChanges(plan: RowPlan, removals: readonly Change[]): readonly Change[] {
  return plan.order.flatMap((placed, place) => {
    if (placed.kind !== 'kept') return [];
    const { row } = placed;
    if (row.comma === null) return needsComma(plan, row, place) ? [{ from: row.to, to: row.to, insert: ',' }] : [];
    const { comma } = row;
    const covered = removals.some((change) => change.from <= comma && comma < change.to);
    return !covered && dangles(plan, row, place) ? [{ from: comma, to: comma + 1, insert: '' }] : [];
  });
}

function needsComma(plan: RowPlan, row: Row, place: number): boolean {
  const next = plan.next[place];
  if (next === undefined || !plan.style.commas) return false;
  if (next.kind === 'fresh') return !goesInline(plan, row, plan.order[place + 1]);
  return next.kind === 'switched' || row === plan.body.rows.at(-1);
}

/** Behind the last row, where another one followed before and a comma at the end is not the custom here. */
function dangles(plan: RowPlan, row: Row, place: number): boolean {
  const wasLast = row === plan.body.rows.at(-1);
  return !wasLast && !plan.style.trailing && plan.next[place] === undefined;
}
