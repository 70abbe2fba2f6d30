import { type Setting, settingAt } from '../catalog/index.ts';
import {
  type ConfigValue,
  type Document,
  isList,
  isObject,
  type Path,
  type Resolved,
  resolve,
  sameValue,
} from '../hocon/index.ts';
import { LineIndex } from '../hocon/position.ts';
import { isSecret } from './secret.ts';

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
  /** Where it stands: in the text after, or before if it is removed. */
  readonly line: number | null;
}

interface Sides {
  readonly before: LineIndex;
  readonly after: LineIndex;
}

/**
 * What ClearML reads differently, value by value: objects are compared by their members, lists of the same length by
 * their entries. Order, spelling and comments are no change.
 */
export function changedSettings(before: Document, after: Document): readonly SettingChange[] {
  const sides = { before: new LineIndex(before.text), after: new LineIndex(after.text) };
  return compare([], resolve(before).root, resolve(after).root, sides);
}

function compare(
  path: Path,
  before: Resolved | undefined,
  after: Resolved | undefined,
  sides: Sides,
): readonly SettingChange[] {
  if (before && after && sameValue(before.value, after.value)) return [];
  if (hasMembers(before, after)) return compareMembers(path, before, after, sides);
  if (before?.items && after?.items?.length === before.items.length && before.items.some(isBranch)) {
    return before.items.flatMap((item, place) => compare([...path, place], item, after.items?.[place], sides));
  }
  return [changeOf(path, before, after, sides)];
}

const isBranch = (found: Resolved): boolean => isObject(found.value) || isList(found.value);

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

function changeOf(path: Path, before: Resolved | undefined, after: Resolved | undefined, sides: Sides): SettingChange {
  const setting = settingAt(path);
  return {
    path,
    ...(setting && { setting }),
    kind: before ? (after ? 'changed' : 'removed') : 'added',
    ...(before && { before: before.value }),
    ...(after && { after: after.value }),
    secret: isSecret(path),
    line: lineOf(after, sides.after) ?? lineOf(before, sides.before),
  };
}

function lineOf(found: Resolved | undefined, lines: LineIndex): number | null {
  const { field, node } = found?.origin ?? { field: null, node: null };
  const place = field?.key.from ?? node?.from;
  return place === undefined ? null : lines.positionAt(place).line;
}
