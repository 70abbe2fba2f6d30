import type { Body, Row } from '../body.ts';
import type { Document } from '../document.ts';
import type { Style } from '../style.ts';

/** One row of a container as it will be. */
export type Placed =
  | { readonly kind: 'kept'; readonly row: Row }
  /** Stays as a comment: it holds its place but counts no longer. */
  | { readonly kind: 'commented'; readonly row: Row }
  /** A comment that becomes a row where it stands. */
  | SwitchedRow
  | FreshRow;

/** What is in the text already, so that new rows can come before and behind it. */
export type Anchor = Exclude<Placed, FreshRow>;

/** Takes the place of the comment between `from` and `to`. */
export interface SwitchedRow {
  readonly kind: 'switched';
  readonly from: number;
  readonly to: number;
  /** Without comma. */
  readonly text: string;
  /** What follows the comma: the blanks and the comment that stood behind the setting. */
  readonly behind: string;
  /** The comment has a comma of its own. */
  readonly comma: boolean;
}

export interface FreshRow {
  readonly kind: 'fresh';
  /** Without comma; later lines with their indentation. */
  readonly text: string;
  /** Lines of comment that come along above it, and a comment behind it, both as they stood. */
  readonly above?: string;
  readonly behind?: string;
  /** A blank line sets it off. */
  readonly wide?: boolean;
}

/** What is to become of the rows of one container: those of the body that are not in `order` go. */
export interface RowPlan {
  readonly document: Document;
  readonly body: Body;
  readonly style: Style;
  readonly order: readonly Placed[];
  /** For each place of the order the next row behind it that counts. */
  readonly next: readonly (Placed | undefined)[];
}

/** The rows that will be no more. */
export function goneRows({ body, order }: RowPlan): readonly Row[] {
  const staying = new Set(order.flatMap((placed) => ('row' in placed ? [placed.row] : [])));
  return body.rows.filter((row) => !staying.has(row));
}

export function startOf(anchor: Anchor): number {
  return anchor.kind === 'switched' ? anchor.from : anchor.row.from;
}

/** The comma behind a new or switched-on row, where rows stand below each other and it gets one. */
export function commaBehind({ order, next, style }: RowPlan, place: number): string {
  const row = order[place];
  const custom = style.commas || (row?.kind === 'switched' && row.comma);
  return (next[place] === undefined ? style.trailing : custom) ? ',' : '';
}
