import { type Body, bodyOf, type Container, type Row } from '../body.ts';
import type { ArrayNode, Change, Document, Member, ValueNode } from '../document.ts';
import { Habits } from '../habits.ts';
import type { Resolution } from '../resolve.ts';
import { type Style, styleOf } from '../style.ts';
import { type Anchor, type FreshRow, type Placed, type SwitchedRow, startOf } from './row-plan.ts';
import { rowChanges } from './rows.ts';

type RowNode = Member | ValueNode;

/** What is to happen to the rows of one container. */
interface Rows {
  readonly gone: Set<RowNode>;
  readonly commented: Set<RowNode>;
  readonly switched: SwitchedRow[];
  readonly fresh: { readonly row: FreshRow; readonly after: RowNode | null }[];
  /** Of a list: all of its rows in their order. */
  order: readonly (RowNode | FreshRow)[] | null;
}

/** Ways of doing it, of which the first that holds is taken. */
export interface Ways {
  /** Commented-out settings may be switched on. */
  readonly usesTwins: boolean;
  /** An object or a list that is set as a whole may take the place of what computes it, or of dotted lines. */
  readonly replacesWholes: boolean;
  /** Where an object is set, other definitions of its path go: it would merge with them, or clash. */
  readonly clearsOthers: boolean;
}

const firstWay: Ways = { usesTwins: true, replacesWholes: false, clearsOthers: false };

/** What the edits come to, gathered container by container while they are worked out. */
export class Work {
  readonly document: Document;
  readonly resolution: Resolution;
  readonly habits: Habits;
  readonly ways: Ways;
  private readonly values: Change[] = [];
  private readonly rows = new Map<Container, Rows>();
  private readonly bodies = new Map<Container, Body>();
  private readonly styles = new Map<Container, Style>();

  constructor(document: Document, resolution: Resolution, habits = new Habits(document), ways = firstWay) {
    this.document = document;
    this.resolution = resolution;
    this.habits = habits;
    this.ways = ways;
  }

  body(container: Container): Body {
    const known = this.bodies.get(container) ?? bodyOf(this.document, container);
    this.bodies.set(container, known);
    return known;
  }

  style(container: Container): Style {
    const known = this.styles.get(container) ?? styleOf(this.document, this.body(container), this.habits);
    this.styles.set(container, known);
    return known;
  }

  row(container: Container, node: RowNode): Row | undefined {
    return this.body(container).rows.find((row) => row.node === node);
  }

  /** Changes a value or another piece inside a row. */
  change(from: number, to: number, insert: string): void {
    this.values.push({ from, to, insert });
  }

  remove(container: Container, node: RowNode): void {
    this.of(container).gone.add(node);
  }

  commentOut(container: Container, node: RowNode): void {
    this.of(container).commented.add(node);
  }

  switchOn(container: Container, row: SwitchedRow): void {
    this.of(container).switched.push(row);
  }

  /** Adds a row behind another, or behind the last that stays. */
  add(container: Container, row: FreshRow, after: RowNode | null = null): void {
    this.of(container).fresh.push({ row, after });
  }

  reorder(container: Container, order: readonly (RowNode | FreshRow)[]): void {
    this.of(container).order = order;
  }

  /** Whether a list loses all of the items it has. */
  isEmptied(array: ArrayNode): boolean {
    return array.items.length > 0 && this.rows.get(array)?.order?.length === 0;
  }

  /** A work on the same document whose changes are kept apart. */
  apart(): Work {
    return new Work(this.document, this.resolution, this.habits, this.ways);
  }

  changes(): Change[] {
    const rows = [...this.rows].flatMap(([container, wanted]) => {
      const body = this.body(container);
      const order = wanted.order === null ? orderOf(body, wanted) : listOrder(body, wanted.order);
      return rowChanges({ document: this.document, body, style: this.style(container), order });
    });
    return [...this.values, ...rows];
  }

  private of(container: Container): Rows {
    const known = this.rows.get(container) ?? {
      gone: new Set(),
      commented: new Set(),
      switched: [],
      fresh: [],
      order: null,
    };
    this.rows.set(container, known);
    return known;
  }
}

function listOrder(body: Body, order: readonly (RowNode | FreshRow)[]): Placed[] {
  const rows = new Map(body.rows.map((row) => [row.node, row]));
  return order.flatMap((one): Placed[] => {
    if (one.kind === 'fresh') return [one];
    const row = rows.get(one);
    return row === undefined ? [] : [{ kind: 'kept', row }];
  });
}

function orderOf(body: Body, wanted: Rows): Placed[] {
  const staying = body.rows.filter((row) => !wanted.gone.has(row.node));
  const placed = staying.map((row): Anchor => ({ kind: wanted.commented.has(row.node) ? 'commented' : 'kept', row }));
  const anchors = [...placed, ...wanted.switched].toSorted((a, b) => startOf(a) - startOf(b));
  const groups = new Map<Row | null, FreshRow[]>();
  for (const { row, after } of wanted.fresh) {
    const anchor = anchorOf(body, staying, after);
    groups.set(anchor, [...(groups.get(anchor) ?? []), row]);
  }
  const order = anchors.flatMap((one): Placed[] => [one, ...('row' in one ? (groups.get(one.row) ?? []) : [])]);
  const first = groups.get(null) ?? [];
  return staying.length === 0 ? [...order, ...first] : [...first, ...order];
}

/** The row that a new one comes behind: the wanted one, or the last before it that stays. */
function anchorOf(body: Body, staying: readonly Row[], after: RowNode | null): Row | null {
  const limit = Math.min(lastFree(body), after?.from ?? Number.POSITIVE_INFINITY);
  return staying.findLast((row) => row.from <= limit) ?? null;
}

/** A period is one only while it is the last thing of the file, so nothing may come behind it. */
function lastFree({ rows }: Body): number {
  const last = rows.at(-1);
  const node = last?.node;
  const part = node?.kind === 'field' ? node.value.parts.at(-1) : undefined;
  const isPeriod = part?.kind === 'literal' && part.style === 'period';
  return isPeriod ? (rows.at(-2)?.from ?? -1) : (last?.from ?? -1);
}
