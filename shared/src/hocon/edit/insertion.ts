import { isUnbraced, type Row, sameLine } from '../body.ts';
import type { Change } from '../document.ts';
import { firstLine, isBlank, lineStart } from '../lines.ts';
import { aboveRow, replacedRow } from './removal.ts';
import { type Anchor, commaBehind, type FreshRow, type Placed, type RowPlan, startOf } from './row-plan.ts';

/** New rows that follow each other, with what stands before and behind them. */
interface Group {
  readonly rows: readonly { readonly row: FreshRow; readonly place: number }[];
  readonly before: Anchor | undefined;
  readonly after: Anchor | undefined;
}

/** The changes that put in what is new: new rows and switched-on comments. */
export function insertionChanges(plan: RowPlan): readonly Change[] {
  return [...switched(plan), ...groupsOf(plan.order).map((group) => insertGroup(plan, group))];
}

/** Whether a new row behind this one stands on the same line. */
export function goesInline({ document, body }: RowPlan, row: Row, next: Placed | undefined): boolean {
  if (!body.vertical) return true;
  const after = body.rows[row.place + 1];
  return next?.kind === 'fresh' && after !== undefined && sameLine(document.text, row.to, after.from);
}

function switched(plan: RowPlan): Change[] {
  return plan.order.flatMap((placed, place) => {
    if (placed.kind !== 'switched') return [];
    const { from, to, text, behind } = placed;
    return [{ from, to, insert: text + commaBehind(plan, place) + behind }];
  });
}

function groupsOf(order: readonly Placed[]): Group[] {
  const groups: Group[] = [];
  let rows: { row: FreshRow; place: number }[] = [];
  let before: Anchor | undefined;
  for (const [place, placed] of order.entries()) {
    if (placed.kind === 'fresh') {
      rows.push({ row: placed, place });
      continue;
    }
    if (rows.length > 0) groups.push({ rows, before, after: placed });
    rows = [];
    before = placed;
  }
  return rows.length > 0 ? [...groups, { rows, before, after: undefined }] : groups;
}

function insertGroup(plan: RowPlan, group: Group): Change {
  const replaced = replacedRow(plan);
  if (replaced !== null) return inPlaceOf(plan, group, replaced);
  if (group.before?.kind === 'kept' && goesInline(plan, group.before.row, group.rows[0]?.row)) {
    return inlineBehind(plan, group, group.before.row);
  }
  if (group.before !== undefined) return at(endOf(group.before), below(plan, group));
  if (group.after !== undefined) return atStart(plan, group, group.after);
  return intoEmpty(plan, group);
}

function inPlaceOf(plan: RowPlan, group: Group, row: Row): Change {
  const { style, body } = plan;
  const texts = group.rows.map(({ row: { text } }) => text);
  if (!body.vertical) return { from: row.from, to: row.to, insert: texts.join(style.gap) };
  const [first, ...rest] = group.rows;
  const opening = first === undefined ? '' : first.row.text + commaBehind(plan, first.place);
  return { from: row.from, to: row.end, insert: opening + rest.map((one) => line(plan, one)).join('') };
}

function inlineBehind(plan: RowPlan, group: Group, row: Row): Change {
  const { gap } = plan.style;
  const texts = group.rows.map(({ row: { text } }) => text);
  const endsInComma = row.comma !== null && row === plan.body.rows.at(-1);
  if (!endsInComma) return at(row.to, texts.map((text) => gap + text).join(''));
  return at(row.end, texts.map((text) => `${gap.slice(gap.indexOf(',') + 1)}${text},`).join(''));
}

function atStart(plan: RowPlan, group: Group, after: Anchor): Change {
  const { document, body, style } = plan;
  const { text } = document;
  if (after.kind === 'kept' && !after.row.startsLine) {
    return at(after.row.from, group.rows.map(({ row }) => row.text + style.gap).join(''));
  }
  const start = after.kind === 'kept' ? aboveRow(text, body, after.row) : lineStart(text, startOf(after));
  return at(start, above(plan, group));
}

/** Behind the comments of a container without rows, or right behind its opening sign. */
function intoEmpty(plan: RowPlan, group: Group): Change {
  const { document, body, style } = plan;
  const comment = body.comments.at(-1);
  if (comment !== undefined) return at(comment.to, below(plan, group));
  if (isUnbraced(body.container)) return at(firstLine(document.text), above(plan, group));
  if (body.vertical) return at(body.from, below(plan, group));
  const inside = document.text.slice(body.from, body.to);
  const texts = group.rows.map(({ row }) => row.text).join(style.gap);
  return at(body.from, (isBlank(inside) ? inside : '') + texts);
}

function below(plan: RowPlan, group: Group): string {
  return group.rows.map((one) => line(plan, one)).join('');
}

function above(plan: RowPlan, group: Group): string {
  const { newline } = plan.style;
  return below(plan, group).slice(newline.length) + newline;
}

function line(plan: RowPlan, { row, place }: { row: FreshRow; place: number }): string {
  const { newline, indent } = plan.style;
  const lead = row.wide === true && place > 0 ? newline : '';
  const comments = row.above === undefined ? '' : newline + row.above;
  return `${lead}${comments}${newline}${indent}${row.text}${commaBehind(plan, place)}${row.behind ?? ''}`;
}

function endOf(anchor: Anchor): number {
  return anchor.kind === 'switched' ? anchor.to : (anchor.row.lineEnd ?? anchor.row.end);
}

function at(place: number, insert: string): Change {
  return { from: place, to: place, insert };
}
