import { type Body, ownsLines, type Row, writtenRange } from '../body.ts';
import { applyChanges, tidyChanges } from '../changes.ts';
import { arraysOf, type Spot } from '../definitions.ts';
import type { ArrayNode, ConfigValue, Path, ValueNode } from '../document.ts';
import { objectIn } from '../habits.ts';
import { lineStart } from '../lines.ts';
import type { Resolved } from '../resolved.ts';
import { spellingOf } from '../spelling.ts';
import type { Style } from '../style.ts';
import { isObject } from '../value.ts';
import type { Intent, ItemIntent } from './intent.ts';
import { planItem } from './plan.ts';
import { each, Refused, type Stop } from './refusal.ts';
import { aboveRow } from './removal.ts';
import { refuseUnwritable, renderValue } from './render.ts';
import type { FreshRow } from './row-plan.ts';
import { cutOff } from './unset.ts';
import type { Work } from './work.ts';

/** An item of the list as it will be, and the item of the file that it is. */
interface Slot {
  readonly intent: Intent;
  readonly path: Path;
  readonly resolved: Resolved | undefined;
  readonly home: Home | null;
  readonly isOld: boolean;
}

/** Where an item is written. */
interface Home {
  readonly array: ArrayNode;
  readonly node: ValueNode;
}

/** The items of a path's list, one by one: those that stay keep their bytes and comments. */
export function planItems(work: Work, spot: Spot, items: readonly ItemIntent[], resolved: Resolved | undefined): Stop {
  const arrays = arraysOf(spot);
  const stop =
    arrays.length === 0 ? joinItems(work, spot, items) : planArrays(work, arrays, spot.path, items, resolved);
  if (stop !== null) return stop;
  for (const { container, field } of spot.definitions) {
    const arrays = field.value.parts.filter((part) => part.kind === 'array');
    if (field.separator?.sign === '+=' && arrays.some((array) => work.isEmptied(array))) work.remove(container, field);
  }
  return null;
}

/** Behind a list that a substitution gives, further items can be joined. */
function joinItems(work: Work, { live, path }: Spot, items: readonly ItemIntent[]): Stop {
  const definition = live.at(-1);
  const added = items.filter(({ place }) => place === null);
  const old = items.slice(0, items.length - added.length);
  const isJoin = old.every(({ place, intent }, index) => place === index && intent.kind === 'keep');
  if (definition === undefined || !isJoin) return new Refused('computed', path);
  const value = added.map(({ intent }) => (intent.kind === 'value' ? intent.value : null));
  const style = work.style(definition.container);
  const { to } = definition.field.value;
  work.change(to, to, ` ${renderValue(value, style, 'line')}`);
  return refuseUnwritable(value, path);
}

function planArrays(
  work: Work,
  all: readonly ArrayNode[],
  path: Path,
  items: readonly ItemIntent[],
  resolved: Resolved | undefined,
): Stop {
  const arrays = liveArrays(all, resolved);
  const homes = new Map(arrays.flatMap((array) => array.items.map((node) => [node, { array, node }])));
  const slots = items.map((item, index) => slotOf(item, [...path, index], homes, resolved));
  const foreign = slots.find((slot) => slot.isOld && slot.home === null && slot.intent.kind !== 'keep');
  if (foreign !== undefined) return new Refused('computed', foreign.path);
  const kept = inOrder(slots);
  const shares = shareOut(slots, kept, arrays);
  if (shares === null) return new Refused('computed', path);
  return each(shares, ([array, own]) => planArray(work, array, own, kept));
}

/** Those whose items are read; a later definition may have replaced others. */
function liveArrays(arrays: readonly ArrayNode[], resolved: Resolved | undefined): readonly ArrayNode[] {
  const read = new Set(resolved?.items?.map((item) => item.origin?.node));
  return arrays.filter(({ items }) => items.length === 0 || items.some((node) => read.has(node)));
}

function slotOf(
  { place, intent }: ItemIntent,
  path: Path,
  homes: ReadonlyMap<ValueNode, Home>,
  list: Resolved | undefined,
): Slot {
  const resolved = place === null ? undefined : list?.items?.[place];
  const node = resolved?.origin?.node;
  return { intent, path, resolved, home: node ? (homes.get(node) ?? null) : null, isOld: place !== null };
}

function planArray(work: Work, array: ArrayNode, slots: readonly Slot[], kept: ReadonlySet<Slot>): Stop {
  const order: (ValueNode | FreshRow)[] = [];
  work.reorder(array, order);
  return each(slots, (slot) => {
    const row = kept.has(slot) && slot.home !== null ? keepItem(work, slot, slot.home) : freshItem(work, array, slot);
    if (row instanceof Refused) return row;
    order.push(row);
    return null;
  });
}

/** The most items that may stay where they are: a longest run of rising places. */
function inOrder(slots: readonly Slot[]): ReadonlySet<Slot> {
  const written = slots.filter((slot) => slot.home !== null);
  const before = new Map<Slot, Slot | undefined>();
  /** Of all runs of one length the one that ends lowest, by its last item. */
  const ends: Slot[] = [];
  for (const slot of written) {
    const length = countBelow(ends, placeOf(slot));
    before.set(slot, ends[length - 1]);
    ends[length] = slot;
  }
  const kept = new Set<Slot>();
  for (let slot = ends.at(-1); slot !== undefined; slot = before.get(slot)) kept.add(slot);
  return kept;
}

function countBelow(ends: readonly Slot[], place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(ends[middle]) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(slot: Slot | undefined): number {
  return slot?.home?.node.from ?? -1;
}

/** Which items each array is to hold: what is new or moved goes where its neighbour before it is, else the one after. */
function shareOut(
  slots: readonly Slot[],
  kept: ReadonlySet<Slot>,
  arrays: readonly ArrayNode[],
): ReadonlyMap<ArrayNode, readonly Slot[]> | null {
  const shares = new Map<ArrayNode, Slot[]>(arrays.map((array) => [array, []]));
  let current = slots.find((slot) => kept.has(slot))?.home?.array ?? arrays.at(-1);
  for (const slot of slots) {
    if (slot.isOld && slot.home === null) continue;
    if (kept.has(slot)) current = slot.home?.array ?? current;
    if (current === undefined) return null;
    shares.get(current)?.push(slot);
  }
  return shares;
}

function keepItem(work: Work, slot: Slot, home: Home): ValueNode | Refused {
  return planInside(work, slot, home) ?? home.node;
}

function planInside(work: Work, { intent, path, resolved }: Slot, { array, node }: Home): Stop {
  switch (intent.kind) {
    case 'members':
      return planItem(work, { node, path, resolved }, intent);
    case 'items': {
      const arrays = node.parts.filter((part) => part.kind === 'array');
      return planArrays(work, arrays, path, intent.items, resolved);
    }
    case 'value': {
      const stop = refuseUnwritable(intent.value, path);
      const { from, to } = writtenRange(work.document, node);
      const end = intent.secret ? cutOff(work.document, to) : to;
      if (stop === null) work.change(from, end, itemText(work, array, intent.value, node));
      return stop;
    }
    default:
      return null;
  }
}

function freshItem(work: Work, array: ArrayNode, slot: Slot): FreshRow | Refused {
  if (slot.home !== null) return movedItem(work, slot, slot.home);
  const value = slot.intent.kind === 'value' ? slot.intent.value : null;
  return refuseUnwritable(value, slot.path) ?? { kind: 'fresh', text: itemText(work, array, value, null) };
}

/** An item that moves takes its comments along. */
function movedItem(work: Work, slot: Slot, home: Home): FreshRow | Refused {
  const { text } = work.document;
  const body = work.body(home.array);
  const row = body.rows.find(({ node }) => node === home.node);
  const apart = work.apart();
  const stop = planInside(apart, slot, home);
  if (stop !== null) return stop;
  const { from, to } = home.node;
  const changes = tidyChanges(text, apart.changes());
  const inside = changes.map((change) => ({ ...change, from: change.from - from, to: change.to - from }));
  const moved = applyChanges(text.slice(from, to), inside);
  return { kind: 'fresh', text: moved, ...(row === undefined ? {} : belongings(text, body, row)) };
}

function belongings(text: string, body: Body, row: Row): { above?: string; behind?: string } {
  if (!ownsLines(row)) return {};
  const above = text.slice(aboveRow(text, body, row), lineStart(text, row.from)).replace(/(\r\n|\r|\n)$/, '');
  const behind = text.slice(row.end, row.lineEnd);
  return { ...(above === '' ? {} : { above }), behind };
}

/** A new item looks like the ones that are there; `old` is the one whose place it takes. */
function itemText(work: Work, array: ArrayNode, value: ConfigValue, old: ValueNode | null): string {
  const { text } = work.document;
  const style = work.style(array);
  const body = work.body(array);
  if (isObject(value)) return objectItem(work, array, value, style, body.vertical);
  const quoting = style.bareItems ? 'bare' : 'quoted';
  const spelling = old === null ? ({ quoting, point: false } as const) : spellingOf(text, old);
  return renderValue(value, style, body.vertical ? 'block' : 'line', spelling);
}

function objectItem(work: Work, array: ArrayNode, value: ConfigValue, style: Style, vertical: boolean): string {
  const sibling = array.items.map(objectIn).findLast((object) => object !== null && object.members.length > 0);
  if (!sibling) return renderValue(value, style, vertical ? 'block' : 'line');
  const inner = work.style(sibling);
  const body = work.body(sibling);
  if (!body.vertical) return padded(work, sibling, renderValue(value, inner, 'line'));
  const { newline, indent } = inner;
  const outer = { ...inner, indent: style.indent, unit: indent.slice(style.indent.length), newline };
  return renderValue(value, outer, 'block');
}

/** The blanks inside the braces of the sibling. */
function padded(work: Work, sibling: ReturnType<typeof objectIn>, written: string): string {
  if (sibling === null || written === '{}') return written;
  const { from, to, rows } = work.body(sibling);
  const { text } = work.document;
  const lead = text.slice(from, rows[0]?.from ?? from);
  const tail = text.slice(rows.at(-1)?.end ?? to, to);
  return `{${lead}${written.slice(1, -1)}${tail}}`;
}
