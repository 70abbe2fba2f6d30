import type { Edit, Path } from '@clearml-conf/shared';
import { restKey } from './blocks.ts';
import { listEdits } from './list.ts';
import {
  configOf,
  type FieldValue,
  type FormData,
  isList,
  isMap,
  type MapValue,
  rowOf,
  saidOf,
  sameField,
} from './value.ts';

/** Where the values of a form belong in the file, and which of them are secret. */
export interface Addresses {
  readonly pathOf: (key: string) => Path;
  readonly isSecret: (path: Path) => boolean;
}

/**
 * The edits that lead from what a form held to what it holds now, value by value. What was typed but is no value yet
 * (letters where a number belongs) gives none.
 */
export function formEdits(before: FormData, after: FormData, addresses: Addresses): readonly Edit[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [old, fresh] = [saidOf(before[key]), saidOf(after[key])];
    if (sameField(old, fresh)) return [];
    const path = addresses.pathOf(key);
    // Its section holds settings of its own too, so it is never set or unset as a whole.
    if (key === restKey) return mapEdits(path, mapIn(old), mapIn(fresh), addresses);
    return fieldEdits(path, old, fresh, addresses);
  });
}

function mapIn(field: FieldValue | undefined): MapValue {
  return isMap(field) ? field : { kind: 'map', rows: [] };
}

function fieldEdits(
  path: Path,
  before: FieldValue | undefined,
  after: FieldValue | undefined,
  addresses: Addresses,
): readonly Edit[] {
  if (after === undefined) return [marked({ op: 'unset', path }, addresses)];
  // A list whose only items are still being typed says nothing yet.
  if (before === undefined && isList(after) && after.length === 0) return [];
  // Name by name, so that taking the first one back leaves no empty braces behind.
  if (before === undefined && isMap(after) && after.rows.length > 0) {
    return mapEdits(path, mapIn(before), after, addresses);
  }
  if (before === undefined) return setEdit(path, after, addresses);
  return valueEdits(path, before, after, addresses);
}

function valueEdits(path: Path, before: FieldValue, after: FieldValue, addresses: Addresses): readonly Edit[] {
  if (sameField(before, after)) return [];
  if (isMap(before) && isMap(after)) return mapEdits(path, before, after, addresses);
  if (isList(before) && isList(after) && before.length > 0) {
    return listEdits(path, before, after, (place, old, fresh) => valueEdits(place, old, fresh, addresses));
  }
  return setEdit(path, after, addresses);
}

function mapEdits(path: Path, before: MapValue, after: MapValue, addresses: Addresses): readonly Edit[] {
  const renamed = renamedRow(before, after);
  if (renamed) {
    const edit = marked({ op: 'rename', path: [...path, renamed.from], to: renamed.to }, addresses);
    return [edit, ...mapEdits(path, withName(before, renamed), after, addresses)];
  }
  const names = new Set([...before.rows, ...after.rows].map((row) => row[0]));
  return [...names].flatMap((name) => {
    const [old, fresh] = [rowOf(before, name), rowOf(after, name)];
    return sameField(old, fresh) ? [] : fieldEdits([...path, name], old, fresh, addresses);
  });
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** The one row that has another name in its place; with more of them people did something else. */
function renamedRow(before: MapValue, after: MapValue): Renamed | null {
  if (before.rows.length !== after.rows.length) return null;
  const [first, more] = before.rows.flatMap(([from], at) => {
    const to = after.rows[at]?.[0] ?? from;
    return to === from ? [] : [{ from, to }];
  });
  return first && more === undefined ? first : null;
}

function withName({ kind, rows }: MapValue, { from, to }: Renamed): MapValue {
  return { kind, rows: rows.map(([name, value]) => [name === from ? to : name, value]) };
}

function setEdit(path: Path, after: FieldValue, addresses: Addresses): readonly Edit[] {
  const value = configOf(after);
  return value === undefined ? [] : [marked({ op: 'set', path, value }, addresses)];
}

function marked<E extends Edit & { readonly op: 'set' | 'unset' | 'rename' }>(edit: E, addresses: Addresses): E {
  return addresses.isSecret(edit.path) ? { ...edit, secret: true } : edit;
}
