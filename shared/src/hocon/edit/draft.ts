import type { ConfigValue, Edit, Path } from '../document.ts';
import { formatPath } from '../path.ts';
import { isList, isObject } from '../value.ts';
import type { Marks } from './intent.ts';
import { Refused } from './refusal.ts';

/**
 * A reading on its way from the text as it stands to what the edits say. What no edit has touched is the very value
 * that was read; a list that an edit has touched or given remembers where its items come from.
 */
export type Draft = ConfigValue | DraftObject | TrackedList;
export interface DraftObject extends ReadonlyMap<string, Draft> {}

/** An object that is there only because a member of it was set; without members it is again what it was before. */
class ImpliedObject extends Map<string, Draft> {
  readonly instead: null | undefined;

  constructor(instead: null | undefined, members: Iterable<readonly [string, Draft]> = []) {
    super(members);
    this.instead = instead;
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
  readonly value: Draft;
}

type Outcome = Draft | undefined | Refused;
type Items = readonly TrackedItem[];

/** The reading after one more edit, or why it has no place in it. */
export function draftAfter(draft: Draft | undefined, edit: Edit): Outcome {
  const parent = edit.path.slice(0, -1);
  const place = edit.path.at(-1);
  if (place === undefined) return new Refused('empty-path', edit.path);
  switch (edit.op) {
    case 'set':
      return update(draft, edit.path, () => drafted(edit.value));
    case 'unset':
    case 'remove':
      if (typeof place === 'string') return update(draft, edit.path, () => undefined);
      return update(draft, parent, (old) => inList(old, edit.path, (items) => removeItem(items, place, edit.path)));
    case 'append':
      return update(draft, edit.path, (old) => inList(old, edit.path, (items) => [...items, fresh(edit.value)]));
    case 'insert':
      return update(draft, parent, (old) => inList(old, edit.path, (items) => insertItem(items, place, edit)));
    case 'move':
      return update(draft, parent, (old) => inList(old, edit.path, (items) => moveItem(items, place, edit)));
    case 'uncomment':
      return draft;
  }
}

export function isTracked(draft: Draft | undefined): draft is TrackedList {
  return typeof draft === 'object' && draft !== null && 'kind' in draft && draft.kind === 'tracked';
}

/** The value a draft stands for. */
export function plainValue(draft: Draft): ConfigValue {
  if (isTracked(draft)) return draft.items.map((item) => plainValue(item.value));
  if (isDraftObject(draft)) return new Map([...draft].map(([name, member]) => [name, plainValue(member)]));
  return draft;
}

export function isDraftObject(draft: Draft | undefined): draft is DraftObject {
  return draft instanceof Map;
}

function update(
  draft: Draft | undefined,
  path: Path,
  change: (old: Draft | undefined) => Outcome,
  done: Path = [],
): Outcome {
  const [step, ...rest] = path;
  if (step === undefined) return change(draft);
  const here = [...done, step];
  const inside = (old: Draft | undefined): Outcome => update(old, rest, change, here);
  return typeof step === 'string' ? updateMember(draft, step, here, inside) : updateItem(draft, step, here, inside);
}

function updateMember(
  draft: Draft | undefined,
  name: string,
  path: Path,
  change: (old: Draft | undefined) => Outcome,
): Outcome {
  const members = draft ?? new ImpliedObject(draft);
  if (!isDraftObject(members)) return new Refused(isOpaque(members) ? 'computed' : 'through-scalar', path.slice(0, -1));
  const old = members.get(name);
  const changed = change(old);
  if (changed === old) return draft;
  if (changed instanceof Refused) return changed;
  const copy = members instanceof ImpliedObject ? new ImpliedObject(members.instead, members) : new Map(members);
  if (changed === undefined) copy.delete(name);
  else copy.set(name, changed);
  return copy instanceof ImpliedObject && copy.size === 0 ? copy.instead : copy;
}

function updateItem(
  draft: Draft | undefined,
  place: number,
  path: Path,
  change: (old: Draft | undefined) => Outcome,
): Outcome {
  return inList(draft, path, (items) => {
    const item = items[place];
    if (item === undefined) return new Refused('out-of-range', path);
    const value = change(item.value);
    if (value instanceof Refused) return value;
    return value === undefined ? items : items.with(place, { ...item, value });
  });
}

function inList(draft: Draft | undefined, path: Path, change: (items: Items) => Items | Refused): Outcome {
  const list = trackedList(draft);
  if (list === null) return new Refused(isOpaque(draft) ? 'computed' : 'not-a-list', path);
  const items = change(list.items);
  return items instanceof Refused ? items : { ...list, items };
}

function trackedList(draft: Draft | undefined): TrackedList | null {
  if (isTracked(draft)) return draft;
  if (draft === undefined) return { kind: 'tracked', isNew: true, items: [] };
  if (!isListDraft(draft)) return null;
  return { kind: 'tracked', isNew: false, items: draft.map((value, place) => ({ place, value })) };
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
  return { place: null, value: drafted(value) };
}

function isListDraft(draft: Draft): draft is readonly ConfigValue[] {
  return Array.isArray(draft);
}

function isOpaque(draft: Draft | undefined): boolean {
  return typeof draft === 'object' && draft !== null && 'kind' in draft && draft.kind === 'opaque';
}

/** A value that an edit gives. Whole numbers beyond 2^53 are read back exactly, from their shortest decimal. */
function drafted(value: ConfigValue): Draft {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return /^-?\d+$/.test(String(value)) ? BigInt(String(value)) : value;
  }
  if (isList(value)) return { kind: 'tracked', isNew: true, items: value.map(fresh) };
  if (isObject(value)) return new Map([...value].map(([name, member]) => [name, drafted(member)]));
  return value;
}

/** What edits say beyond the values they give. */
export function marksOf(edits: readonly Edit[]): Marks {
  const secrets = edits.filter((edit) => 'secret' in edit && edit.secret === true);
  const wholes = edits.filter((edit) => edit.op === 'set');
  return { secrets: pathsOf(secrets), wholes: pathsOf(wholes) };
}

function pathsOf(edits: readonly Edit[]): ReadonlySet<string> {
  return new Set(edits.map(({ path }) => formatPath(path)));
}
