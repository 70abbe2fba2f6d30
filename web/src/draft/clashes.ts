import {
  type ConfigValue,
  type Document,
  drawnIn,
  isList,
  isReferredIn,
  isSecret,
  lookup,
  type Path,
  type Resolved,
  resolutionOf,
  sameValue,
} from '@clearml-conf/shared';

/** A setting of which two texts put together do not say what their sides say of it. */
export interface Clash {
  readonly path: Path;
  readonly was?: ConfigValue;
  readonly disk?: ConfigValue;
  readonly yours?: ConfigValue;
  readonly secret: boolean;
  /** A secret refers to it, or a reference has brought one there: all it holds is one. */
  readonly tied?: boolean;
}

/** The text as it was, as it is on the disk and in the draft, and both put together. */
export interface Together<T> {
  readonly was: T;
  readonly disk: T;
  readonly yours: T;
  readonly merged: T;
}

/**
 * Where lines fit and settings do not: a setting that both sides gave a value, in different lines, or one that reads as
 * on neither side once their lines stand together. Lists are taken entry by entry.
 */
export function clashesIn(documents: Together<Document>): readonly Clash[] {
  const root = (document: Document) => resolutionOf(document).root;
  const { was, disk, yours, merged } = documents;
  const clashes = compare([], { was: root(was), disk: root(disk), yours: root(yours), merged: root(merged) });
  const sides = [was, disk, yours, merged].map((document) => {
    const [isReferred, isDrawn, from] = [isReferredIn(document), drawnIn(document), root(document)];
    return (path: Path) => isReferred(path) || isDrawn(path, lookup(from, path));
  });
  return clashes.map((clash) => {
    const tied = sides.some((isTied) => isTied(clash.path));
    return { ...clash, secret: tied || isSecret(clash.path), ...(tied && { tied }) };
  });
}

/** What is a secret is told later. */
type Found = Omit<Clash, 'secret' | 'tied'>;

function compare(path: Path, sides: Together<Resolved | undefined>): readonly Found[] {
  const { was, disk, yours, merged } = sides;
  // What is worked out from others follows them, as they follow their sides.
  if (merged?.computed) return [];
  if (hasMembers(sides)) return namesIn(sides).flatMap((name) => compare([...path, name], membersAt(sides, name)));
  if (isSame(disk, yours) || isSame(was, yours)) return isSame(merged, disk) ? [] : [clashOf(path, sides)];
  if (isSame(was, disk)) return isSame(merged, yours) ? [] : [clashOf(path, sides)];
  return isListOfBoth(sides) ? [] : [clashOf(path, sides)];
}

/** Sections on all sides that say anything. */
function hasMembers(sides: Together<Resolved | undefined>): boolean {
  const all = [sides.was, sides.disk, sides.yours, sides.merged].filter((side) => side !== undefined);
  return all.length > 0 && all.every((side) => side.members !== undefined);
}

function namesIn({ was, disk, yours, merged }: Together<Resolved | undefined>): readonly string[] {
  return [...new Set([was, disk, yours, merged].flatMap((side) => [...(side?.members?.keys() ?? [])]))];
}

function membersAt(sides: Together<Resolved | undefined>, name: string): Together<Resolved | undefined> {
  return {
    was: sides.was?.members?.get(name),
    disk: sides.disk?.members?.get(name),
    yours: sides.yours?.members?.get(name),
    merged: sides.merged?.members?.get(name),
  };
}

function isSame(one: Resolved | undefined, other: Resolved | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sameValue(one.value, other.value);
}

/** A list with exactly what each side kept and put in. */
function isListOfBoth({ was, disk, yours, merged }: Together<Resolved | undefined>): boolean {
  const lists = [was?.value ?? [], disk?.value, yours?.value, merged?.value];
  const [old, theirs, own, both] = lists;
  if (!isList(old) || !isList(theirs) || !isList(own) || !isList(both)) return false;
  const holds = (list: readonly ConfigValue[], item: ConfigValue) => list.some((one) => sameValue(one, item));
  const isKept = (item: ConfigValue) => (holds(theirs, item) && holds(own, item)) || !holds(old, item);
  return (
    both.every((item) => (holds(theirs, item) || holds(own, item)) && isKept(item)) &&
    [...theirs, ...own].every((item) => !isKept(item) || holds(both, item))
  );
}

function clashOf(path: Path, { was, disk, yours }: Together<Resolved | undefined>): Found {
  return {
    path,
    ...(was && { was: was.value }),
    ...(disk && { disk: disk.value }),
    ...(yours && { yours: yours.value }),
  };
}
