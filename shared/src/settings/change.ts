import { type Setting, settingAt } from '../catalog/index.ts';
import {
  type ConfigValue,
  type Document,
  isList,
  isObject,
  lookup,
  type Path,
  type Resolved,
  resolutionOf,
  sameValue,
} from '../hocon/index.ts';
import { type LineIndex, lineIndexOf } from '../hocon/position.ts';
import { drawnIn, type IsDrawn } from './drawn.ts';
import { type EntryPair, entryPairs } from './entry-pairs.ts';
import { isBehindOption } from './masked.ts';
import { isSecret } from './secret.ts';
import { isReferredIn } from './secret-references.ts';

/** One value that ClearML reads differently before and after. */
export interface SettingChange {
  readonly path: Path;
  /** None for a key the catalog does not know. */
  readonly setting?: Setting;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: ConfigValue;
  readonly after?: ConfigValue;
  /** The value is, or holds, a secret. */
  readonly secret: boolean;
  /** A secret refers to it, so that all it holds is one. */
  readonly referred?: boolean;
  /** The sides to which a reference has brought a secret: what they hold is one there. */
  readonly drawn?: readonly Side[];
  /** A reference has brought a secret into the entry of a list that it lies in, so that no part of that may name it. */
  readonly inDrawn?: boolean;
  /** Where it stands: in the text after, or before if it is removed. */
  readonly line: number | null;
  /** It is written as before and only follows from these, as written between the braces of substitutions. */
  readonly follows?: readonly string[];
  /** Of a list on both sides: what became of its entries, those as before left out. */
  readonly entries?: readonly EntryChange[];
}

export type Side = 'before' | 'after';

/** What became of one entry of a list. Places count from 0; the one before where it is gone. */
export interface EntryChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly place: number;
  /** The place it had, of one that moved. */
  readonly from?: number;
  readonly value: ConfigValue;
  /** It is the word behind an option such as `--password`, or a reference has brought a secret into it. */
  readonly secret?: boolean;
  /** What changed in it; an entry that moved can have changed as well. */
  readonly changes: readonly SettingChange[];
}

interface Sides {
  readonly before: LineIndex;
  readonly after: LineIndex;
  readonly texts: { readonly before: string; readonly after: string };
  readonly isReferred: (path: Path) => boolean;
  readonly isDrawn: Readonly<Record<Side, IsDrawn>>;
  readonly roots: Readonly<Record<Side, Resolved>>;
  /** What everything here follows from. */
  readonly follows: readonly string[] | null;
}

/**
 * What ClearML reads differently, value by value: objects are compared by their members, lists by their entries as far
 * as these are where they were. Order, spelling and comments are no change.
 */
export function changedSettings(before: Document, after: Document): readonly SettingChange[] {
  const [old, fresh] = [isReferredIn(before), isReferredIn(after)];
  const roots = { before: resolutionOf(before).root, after: resolutionOf(after).root };
  const sides = {
    roots,
    before: lineIndexOf(before),
    after: lineIndexOf(after),
    texts: { before: before.text, after: after.text },
    isReferred: (path: Path) => old(path) || fresh(path),
    isDrawn: { before: drawnIn(before), after: drawnIn(after) },
    follows: null,
  };
  return compare([], roots.before, roots.after, sides);
}

function compare(
  path: Path,
  before: Resolved | undefined,
  after: Resolved | undefined,
  around: Sides,
): readonly SettingChange[] {
  if (before && after && sameValue(before.value, after.value)) return [];
  const sides = around.follows ? around : { ...around, follows: sourcesOf(before, after, around) };
  if (hasMembers(before, after)) return compareMembers(path, before, after, sides);
  if (!before?.items || !after?.items) return [changeOf(path, before, after, sides)];
  const pairs = entryPairs(path, listOf(before), listOf(after));
  if (before.items.some(isBranch) && pairs.every((pair) => pair.before === pair.after)) {
    return before.items.flatMap((item, place) => compare([...path, place], item, after.items?.[place], sides));
  }
  return [{ ...changeOf(path, before, after, sides), entries: entriesOf(path, before, after, pairs, sides) }];
}

const isBranch = (found: Resolved): boolean => isObject(found.value) || isList(found.value);

const listOf = ({ items }: Resolved): readonly ConfigValue[] => (items ?? []).map(({ value }) => value);

/** Objects on both sides, or on one where the other has nothing. An empty object has nothing to compare. */
function hasMembers(before: Resolved | undefined, after: Resolved | undefined): boolean {
  return [before, after].every((side) => !side || side.members !== undefined);
}

function compareMembers(
  path: Path,
  before: Resolved | undefined,
  after: Resolved | undefined,
  sides: Sides,
): readonly SettingChange[] {
  const keys = new Set([...(before?.members?.keys() ?? []), ...(after?.members?.keys() ?? [])]);
  return [...keys].flatMap((key) =>
    compare([...path, key], before?.members?.get(key), after?.members?.get(key), sides),
  );
}

function entriesOf(
  path: Path,
  before: Resolved,
  after: Resolved,
  pairs: readonly EntryPair[],
  sides: Sides,
): readonly EntryChange[] {
  return pairs.flatMap((pair): readonly EntryChange[] => {
    const old = pair.before === null ? undefined : before.items?.[pair.before];
    const fresh = pair.after === null ? undefined : after.items?.[pair.after];
    const place = pair.after ?? pair.before ?? 0;
    const value = (fresh ?? old)?.value ?? null;
    const isBehind = isBehindOption(before.value, pair.before ?? 0) || isBehindOption(after.value, pair.after ?? 0);
    const isHidden = isBehind || drawnSides({ before: old, after: fresh }, [...path, place], sides).length > 0;
    const entry = { place, value, ...(isHidden && { secret: true }) };
    if (!old || !fresh) return [{ ...entry, kind: old ? 'removed' : 'added', changes: [] }];
    const found = compare([...path, place], old, fresh, sides);
    const changes = isHidden ? found.map((change) => ({ ...change, secret: true })) : found;
    if (pair.moved) return [{ ...entry, kind: 'moved', from: pair.before ?? place, changes }];
    return changes.length === 0 ? [] : [{ ...entry, kind: 'changed', changes }];
  });
}

/** What a value is worked out from that is written as before; null where it is not. */
function sourcesOf(
  before: Resolved | undefined,
  after: Resolved | undefined,
  { texts }: Sides,
): readonly string[] | null {
  const [old, fresh] = [before?.origin?.node, after?.origin?.node];
  if (!old || !fresh || texts.before.slice(old.from, old.to) !== texts.after.slice(fresh.from, fresh.to)) return null;
  const sources = fresh.parts.flatMap((part) => (part.kind === 'substitution' ? [part.expression] : []));
  return sources.length > 0 ? sources : null;
}

function changeOf(path: Path, before: Resolved | undefined, after: Resolved | undefined, sides: Sides): SettingChange {
  const setting = settingAt(path);
  const referred = sides.isReferred(path);
  const drawn = drawnSides({ before, after }, path, sides);
  return {
    path,
    ...(setting && { setting }),
    kind: before ? (after ? 'changed' : 'removed') : 'added',
    ...(before && { before: before.value }),
    ...(after && { after: after.value }),
    secret: referred || isSecret(path),
    ...(referred && { referred }),
    ...(drawn.length > 0 && { drawn }),
    ...(isInDrawn(path, sides) && { inDrawn: true }),
    line: lineOf(after, sides.after) ?? lineOf(before, sides.before),
    ...(sides.follows && { follows: sides.follows }),
  };
}

function drawnSides(
  found: Readonly<Record<Side, Resolved | undefined>>,
  path: Path,
  { isDrawn }: Sides,
): readonly Side[] {
  return (['before', 'after'] as const).filter((side) => isDrawn[side](path, found[side]));
}

function isInDrawn(path: Path, sides: Sides): boolean {
  const entry = path.slice(0, path.findLastIndex((part) => typeof part === 'number') + 1);
  const { before, after } = sides.roots;
  const found = { before: lookup(before, entry), after: lookup(after, entry) };
  return entry.length > 0 && drawnSides(found, entry, sides).length > 0;
}

function lineOf(found: Resolved | undefined, lines: LineIndex): number | null {
  const { field, node } = found?.origin ?? { field: null, node: null };
  const place = field?.key.from ?? node?.from;
  return place === undefined ? null : lines.positionAt(place).line;
}
