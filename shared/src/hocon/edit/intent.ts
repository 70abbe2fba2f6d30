import type { ConfigValue, Path } from '../document.ts';
import { isList, isObject, sameValue } from '../value.ts';
import { isSecret, isWhole, type Marks } from './marks.ts';
import {
  isTracked,
  isWantedObject,
  plainValue,
  RenamedObject,
  type TrackedItem,
  type TrackedList,
  type Wanted,
  type WantedObject,
} from './wanted.ts';

/**
 * What is to become of one path, seen from the text as it stands. `whole` is the value of an object or a list that was
 * set as such: if it cannot be changed piece by piece, it may be replaced.
 */
export type Intent =
  | { readonly kind: 'keep' }
  | { readonly kind: 'absent'; readonly secret: boolean }
  /** Reads exactly so; nothing of the old value is worth keeping. */
  | { readonly kind: 'value'; readonly value: ConfigValue; readonly secret: boolean }
  /** An object, member by member; those not named are kept. */
  | MembersIntent
  /** A list, item by item, in their new order. */
  | { readonly kind: 'items'; readonly items: readonly ItemIntent[]; readonly whole: ConfigValue | null };

export interface MembersIntent {
  readonly kind: 'members';
  readonly members: ReadonlyMap<string, Intent>;
  /** Members that get another name: the new one and the one they have. */
  readonly formerly: ReadonlyMap<string, string>;
  readonly whole: ConfigValue | null;
}

/** An item: `place` is the one it had, null if it is new. */
export interface ItemIntent {
  readonly place: number | null;
  readonly intent: Intent;
}

const keep: Intent = { kind: 'keep' };
const noNames: ReadonlyMap<string, string> = new Map();

/** The least that turns one reading into another. */
export function intentBetween(
  before: ConfigValue | undefined,
  after: Wanted | undefined,
  marks: Marks,
  path: Path = [],
): Intent {
  if (before === after) return keep;
  if (after === undefined) return { kind: 'absent', secret: isSecret(path, marks) };
  if (before === undefined) return { kind: 'value', value: plainValue(after), secret: false };
  if (isObject(before) && isWantedObject(after)) return membersBetween(before, after, marks, path);
  if (isList(before) && isTracked(after)) return itemsBetween(before, after, marks, path);
  const value = plainValue(after);
  return sameValue(before, value) ? keep : { kind: 'value', value, secret: isSecret(path, marks) };
}

function membersBetween(
  before: ReadonlyMap<string, ConfigValue>,
  after: WantedObject,
  marks: Marks,
  path: Path,
): Intent {
  const formerly = after instanceof RenamedObject ? namesRead(after, before) : noNames;
  const left = new Set(formerly.values());
  const members = new Map<string, Intent>();
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (left.has(name) && !after.has(name)) continue;
    const first = formerly.get(name) ?? (left.has(name) ? null : name);
    const old = first === null ? undefined : before.get(first);
    const intent = intentBetween(old, after.get(name), marks, [...path, name]);
    if (intent.kind !== 'keep' || formerly.has(name)) members.set(name, intent);
  }
  const whole = isWhole(path, marks) ? plainValue(after) : null;
  return members.size === 0 ? keep : { kind: 'members', members, formerly, whole };
}

/** The new names of what was read; what is new altogether may have had another name on the way too. */
function namesRead({ formerly }: RenamedObject, before: ReadonlyMap<string, ConfigValue>): ReadonlyMap<string, string> {
  return new Map([...formerly].filter(([, first]) => before.has(first)));
}

function itemsBetween(before: readonly ConfigValue[], after: TrackedList, marks: Marks, path: Path): Intent {
  const tracked = after.isNew ? align(before, after.items) : after.items;
  const items = tracked.map(({ place, value }, index): ItemIntent => {
    const old = place === null ? undefined : before[place];
    return { place, intent: intentBetween(old, value, marks, [...path, index]) };
  });
  const isUnmoved = items.every((item, index) => item.place === index && item.intent.kind === 'keep');
  if (isUnmoved && items.length === before.length) return keep;
  return { kind: 'items', items, whole: after.isNew ? plainValue(after) : null };
}

/**
 * Finds the items of the old list in one that was given as a whole: first what is equal, in order, as much as possible;
 * what stands in between is taken for changed items, one by one.
 */
function align(before: readonly ConfigValue[], after: readonly TrackedItem[]): readonly TrackedItem[] {
  const pairs = commonItems(
    before,
    after.map(({ value }) => plainValue(value)),
  );
  const places: (number | null)[] = [];
  let oldAt = 0;
  for (const [oldEnd, newEnd] of [...pairs, [before.length, after.length] as const]) {
    for (; places.length < newEnd; oldAt++) places.push(oldAt < oldEnd ? oldAt : null);
    if (newEnd < after.length) places.push(oldEnd);
    oldAt = oldEnd + 1;
  }
  return after.map(({ value }, index) => ({ place: places[index] ?? null, value }));
}

/** Lists that are longer on both sides are compared item by item from where they differ. */
const mostCompared = 4_000_000;

type Pair = readonly [old: number, now: number];

/** A longest common subsequence, with what is equal at both ends taken first. */
function commonItems(before: readonly ConfigValue[], after: readonly ConfigValue[]): readonly Pair[] {
  const same = (old: number, now: number): boolean => sameValue(before[old] ?? null, after[now] ?? null);
  let start = 0;
  while (start < before.length && start < after.length && same(start, start)) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && same(before.length - 1 - end, after.length - 1 - end)) end++;
  const head = range(0, start).map((at): Pair => [at, at]);
  const tail = range(0, end).map((at): Pair => [before.length - end + at, after.length - end + at]);
  const inner = longestCommon([start, before.length - end], [start, after.length - end], same);
  return [...head, ...inner, ...tail];
}

function longestCommon(
  [oldFrom, oldTo]: Pair,
  [nowFrom, nowTo]: Pair,
  same: (old: number, now: number) => boolean,
): Pair[] {
  const width = nowTo - nowFrom + 1;
  const size = (oldTo - oldFrom + 1) * width;
  if (size > mostCompared) return [];
  const lengths = new Uint32Array(size);
  const at = (old: number, now: number): number => (old - oldFrom) * width + (now - nowFrom);
  for (let old = oldTo - 1; old >= oldFrom; old--) {
    for (let now = nowTo - 1; now >= nowFrom; now--) {
      const skip = Math.max(lengths[at(old + 1, now)] ?? 0, lengths[at(old, now + 1)] ?? 0);
      lengths[at(old, now)] = same(old, now) ? (lengths[at(old + 1, now + 1)] ?? 0) + 1 : skip;
    }
  }
  const pairs: Pair[] = [];
  for (let [old, now] = [oldFrom, nowFrom]; old < oldTo && now < nowTo; ) {
    if (same(old, now)) pairs.push([old++, now++]);
    else if ((lengths[at(old + 1, now)] ?? 0) >= (lengths[at(old, now + 1)] ?? 0)) old++;
    else now++;
  }
  return pairs;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
