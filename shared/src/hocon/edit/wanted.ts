import type { ConfigValue, Edit, Path } from '../document.ts';
import { isWritableKey } from '../literal.ts';
import { isList, isObject } from '../value.ts';
import { Refused } from './refusal.ts';
import { renamedPath } from './rename.ts';

/**
 * A reading on its way from the text as it stands to what the edits say. What no edit has touched is the very value
 * that was read; a list that an edit has touched or given remembers where its items come from.
 */
export type Wanted = ConfigValue | WantedObject | TrackedList;
export interface WantedObject extends ReadonlyMap<string, Wanted> {}

/** An object that is there only because a member of it was set; without members it is again what it was before. */
class ImpliedObject extends Map<string, Wanted> {
  readonly instead: null | undefined;

  constructor(instead: null | undefined, members: Iterable<readonly [string, Wanted]> = []) {
    super(members);
    this.instead = instead;
  }
}

/** An object with members that were read under another name: the new names and the ones in the text. */
export class RenamedObject extends Map<string, Wanted> {
  readonly formerly: ReadonlyMap<string, string>;

  constructor(formerly: ReadonlyMap<string, string>, members: Iterable<readonly [string, Wanted]>) {
    super(members);
    this.formerly = formerly;
  }
}

export interface TrackedList {
  readonly kind: 'tracked';
  /** It was given as a whole, so that its items have no places yet. */
  readonly isNew: boolean;
  readonly items: readonly TrackedItem[];
}

export interface TrackedItem {
  /** The place it had in the list that was read; null if it is new. */
  readonly place: number | null;
  readonly value: Wanted;
}

type Outcome = Wanted | undefined | Refused;
type Items = readonly TrackedItem[];

/** The reading after one more edit, or why it has no place in it. */
export function wantedAfter(wanted: Wanted | undefined, edit: Edit): Outcome {
  const parent = edit.path.slice(0, -1);
  const place = edit.path.at(-1);
  if (place === undefined) return new Refused('empty-path', edit.path);
  switch (edit.op) {
    case 'set':
      return update(wanted, edit.path, () => asWanted(edit.value));
    case 'unset':
    case 'remove':
      if (typeof place === 'string') return update(wanted, edit.path, () => undefined);
      return update(wanted, parent, (old) => inList(old, edit.path, (items) => removeItem(items, place, edit.path)));
    case 'append':
      return update(wanted, edit.path, (old) => inList(old, edit.path, (items) => [...items, fresh(edit.value)]));
    case 'insert':
      return update(wanted, parent, (old) => inList(old, edit.path, (items) => insertItem(items, place, edit)));
    case 'move':
      return update(wanted, parent, (old) => inList(old, edit.path, (items) => moveItem(items, place, edit)));
    case 'rename':
      return update(wanted, parent, (old) => renameMember(old, edit));
    case 'uncomment':
      return wanted;
  }
}

export function isTracked(wanted: Wanted | undefined): wanted is TrackedList {
  return typeof wanted === 'object' && wanted !== null && 'kind' in wanted && wanted.kind === 'tracked';
}

/** The value that is wanted, without where its items come from. */
export function plainValue(wanted: Wanted): ConfigValue {
  if (isTracked(wanted)) return wanted.items.map((item) => plainValue(item.value));
  if (isWantedObject(wanted)) return new Map([...wanted].map(([name, member]) => [name, plainValue(member)]));
  return wanted;
}

export function isWantedObject(wanted: Wanted | undefined): wanted is WantedObject {
  return wanted instanceof Map;
}

function update(
  wanted: Wanted | undefined,
  path: Path,
  change: (old: Wanted | undefined) => Outcome,
  done: Path = [],
): Outcome {
  const [step, ...rest] = path;
  if (step === undefined) return change(wanted);
  const here = [...done, step];
  const inside = (old: Wanted | undefined): Outcome => update(old, rest, change, here);
  return typeof step === 'string' ? updateMember(wanted, step, here, inside) : updateItem(wanted, step, here, inside);
}

function updateMember(
  wanted: Wanted | undefined,
  name: string,
  path: Path,
  change: (old: Wanted | undefined) => Outcome,
): Outcome {
  const members = wanted ?? new ImpliedObject(wanted);
  if (!isWantedObject(members))
    return new Refused(isOpaque(members) ? 'computed' : 'through-scalar', path.slice(0, -1));
  const old = members.get(name);
  const changed = change(old);
  if (changed === old) return wanted;
  if (changed instanceof Refused) return changed;
  const copy = changed === undefined ? withoutMember(members, name) : copyOf(members, members).set(name, changed);
  return copy instanceof ImpliedObject && copy.size === 0 ? copy.instead : copy;
}

/** An object of the same sort with these members. */
function copyOf(object: WantedObject, members: Iterable<readonly [string, Wanted]>): Map<string, Wanted> {
  if (object instanceof ImpliedObject) return new ImpliedObject(object.instead, members);
  return object instanceof RenamedObject ? new RenamedObject(object.formerly, members) : new Map(members);
}

function withoutMember(object: WantedObject, name: string): Map<string, Wanted> {
  const left = [...object].filter(([one]) => one !== name);
  if (!(object instanceof RenamedObject)) return copyOf(object, left);
  return new RenamedObject(new Map([...object.formerly].filter(([one]) => one !== name)), left);
}

function renameMember(wanted: Wanted | undefined, { path, to }: Edit & { op: 'rename' }): Outcome {
  const name = path.at(-1);
  if (isOpaque(wanted)) return new Refused('computed', path.slice(0, -1));
  if (!isWantedObject(wanted) || typeof name !== 'string' || !wanted.has(name)) return new Refused('not-found', path);
  if (name === to) return wanted;
  if (wanted.has(to)) return new Refused('already-set', renamedPath(path, to));
  if (!isWritableKey(to)) return new Refused('unwritable-key', path);
  const members = [...wanted].map(([one, member]) => [one === name ? to : one, member] as const);
  if (wanted instanceof ImpliedObject) return copyOf(wanted, members);
  const former = wanted instanceof RenamedObject ? wanted.formerly : new Map<string, string>();
  const others = [...former].filter(([one]) => one !== name);
  const first = former.get(name) ?? name;
  return new RenamedObject(new Map(first === to ? others : [...others, [to, first]]), members);
}

function updateItem(
  wanted: Wanted | undefined,
  place: number,
  path: Path,
  change: (old: Wanted | undefined) => Outcome,
): Outcome {
  return inList(wanted, path, (items) => {
    const item = items[place];
    if (item === undefined) return new Refused('out-of-range', path);
    const value = change(item.value);
    if (value instanceof Refused) return value;
    return value === undefined ? items : items.with(place, { ...item, value });
  });
}

function inList(wanted: Wanted | undefined, path: Path, change: (items: Items) => Items | Refused): Outcome {
  const list = trackedList(wanted);
  if (list === null) return new Refused(isOpaque(wanted) ? 'computed' : 'not-a-list', path);
  const items = change(list.items);
  return items instanceof Refused ? items : { ...list, items };
}

function trackedList(wanted: Wanted | undefined): TrackedList | null {
  if (isTracked(wanted)) return wanted;
  if (wanted === undefined) return { kind: 'tracked', isNew: true, items: [] };
  if (!isListDraft(wanted)) return null;
  return { kind: 'tracked', isNew: false, items: wanted.map((value, place) => ({ place, value })) };
}

function removeItem(items: Items, place: number, path: Path): Items | Refused {
  return isPlace(place, items) ? items.toSpliced(place, 1) : new Refused('out-of-range', path);
}

function insertItem(items: Items, place: string | number, { path, value }: Edit & { op: 'insert' }): Items | Refused {
  if (typeof place !== 'number') return new Refused('not-a-list', path);
  const fits = isPlace(place, items) || place === items.length;
  return fits ? items.toSpliced(place, 0, fresh(value)) : new Refused('out-of-range', path);
}

function moveItem(items: Items, place: string | number, { path, to }: Edit & { op: 'move' }): Items | Refused {
  if (typeof place !== 'number') return new Refused('not-a-list', path);
  if (!isPlace(place, items) || !isPlace(to, items)) return new Refused('out-of-range', path);
  return items.toSpliced(place, 1).toSpliced(to, 0, ...items.slice(place, place + 1));
}

function isPlace(place: number, items: Items): boolean {
  return Number.isInteger(place) && place >= 0 && place < items.length;
}

function fresh(value: ConfigValue): TrackedItem {
  return { place: null, value: asWanted(value) };
}

function isListDraft(wanted: Wanted): wanted is readonly ConfigValue[] {
  return Array.isArray(wanted);
}

function isOpaque(wanted: Wanted | undefined): boolean {
  return typeof wanted === 'object' && wanted !== null && 'kind' in wanted && wanted.kind === 'opaque';
}

/** A value that an edit gives. Whole numbers beyond 2^53 are read back exactly, from their shortest decimal. */
function asWanted(value: ConfigValue): Wanted {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return /^-?\d+$/.test(String(value)) ? BigInt(String(value)) : value;
  }
  if (isList(value)) return { kind: 'tracked', isNew: true, items: value.map(fresh) };
  if (isObject(value)) return new Map([...value].map(([name, member]) => [name, asWanted(member)]));
  return value;
}
