import { type Body, isUnbraced, ownsLines, type Row, sameLine, standsAlone } from '../body.ts';
import type { Change, Range } from '../document.ts';
import { beforeBreak, isBlank, isBlankLine, lineStart, nextLine, previousLine } from '../lines.ts';
import { goneRows, type RowPlan } from './row-plan.ts';

/** The changes that take out the rows which are no more, with what belongs to them. */
export function removalChanges(plan: RowPlan): readonly Change[] {
  const gone = goneRows(plan).filter((row) => row !== replacedRow(plan));
  const whole = gone.filter(ownsLines).map((row) => ownLines(plan, row));
  const lines = merge(merge(whole).map((range) => tidyBlankLines(plan, range))).map((range) => endBare(plan, range));
  const parts = runs(
    plan,
    gone.filter((row) => !ownsLines(row)),
  );
  return [...lines, ...parts.map((run) => partOfLine(plan, run))].map((range) => ({ ...range, insert: '' }));
}

/** Where nothing of a container stays but something new comes, that takes the place of the first row. */
export function replacedRow(plan: RowPlan): Row | null {
  const anchored = plan.order.some((placed) => placed.kind !== 'fresh');
  return anchored || plan.order.length === 0 ? null : (plan.body.rows[0] ?? null);
}

/** The start of the comment lines that stand right above a row. */
export function aboveRow(text: string, body: Body, row: Row): number {
  const starts = new Set(body.comments.filter((one) => standsAlone(text, one)).map((one) => lineStart(text, one.from)));
  let start = lineStart(text, row.from);
  for (let line = previousLine(text, start); line !== null && starts.has(line); line = previousLine(text, line)) {
    start = line;
  }
  return start;
}

function ownLines({ document: { text }, body }: RowPlan, row: Row): Range {
  const isItem = body.container.kind === 'array';
  const from = isItem ? aboveRow(text, body, row) : lineStart(text, row.from);
  return { from, to: nextLine(text, row.lineEnd ?? row.end) };
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && range.from <= last.to) merged[merged.length - 1] = { from: last.from, to: range.to };
    else merged.push(range);
  }
  return merged;
}

/** Leaves no blank line before a closing sign or the end, and no two in a row, that were not there. */
function tidyBlankLines({ document: { text }, body }: RowPlan, { from, to }: Range): Range {
  const closes = isUnbraced(body.container) ? to >= text.length : isBlank(text.slice(to, Math.max(to, body.to)));
  const followed = to < text.length && isBlankLine(text, to);
  let start = from;
  if (closes || followed) {
    for (
      let line = previousLine(text, start);
      line !== null && isBlankLine(text, line);
      line = previousLine(text, line)
    ) {
      start = line;
    }
  }
  return { from: start, to };
}

/** A file that ends without a line break goes on doing so. */
function endBare({ document: { text } }: RowPlan, { from, to }: Range): Range {
  const endsBare = to >= text.length && !/[\r\n]$/.test(text);
  return { from: endsBare ? beforeBreak(text, from) : from, to };
}

/** Rows that follow each other on one line. */
function runs({ document: { text } }: RowPlan, rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  for (const row of rows) {
    const last = found.at(-1)?.at(-1);
    const follows = last !== undefined && last.place + 1 === row.place;
    if (follows && sameLine(text, last.to, row.from)) found.at(-1)?.push(row);
    else found.push([row]);
  }
  return found;
}

function partOfLine({ document: { text }, body }: RowPlan, run: readonly Row[]): Range {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return { from: 0, to: 0 };
  const before = body.rows[first.place - 1];
  const after = body.rows[last.place + 1];
  if (after !== undefined && sameLine(text, last.to, after.from)) return { from: first.from, to: after.from };
  const joins = before !== undefined && (sameLine(text, before.to, first.from) || before.behind === null);
  if (joins) return { from: isLastWithoutComma(last, after) ? before.to : before.end, to: last.end };
  return alone(text, first.from, last.end);
}

function isLastWithoutComma(last: Row, after: Row | undefined): boolean {
  return after === undefined && last.comma === null;
}

/** Of the blanks round the only row of a line, those on one side go with it. */
function alone(text: string, from: number, to: number): Range {
  const [, blanks = ''] = /^([ \t]*)/.exec(text.slice(to)) ?? [];
  if (/[ \t]$/.test(text.slice(0, from)) && blanks !== '') return { from, to: to + blanks.length };
  return { from, to };
}
