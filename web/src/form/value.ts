import { type ConfigObject, type ConfigValue, formatValue, type NumberText } from '@clearml-conf/shared';

/**
 * A value as the form holds it: plain data that survives a form library. Numbers keep their spelling, and a map is a
 * list of pairs, so that every name is an ordinary name and keeps its place.
 */
export type FieldValue = string | boolean | null | NumberText | HeldText | ListValue | MapValue;
export type ListValue = readonly FieldValue[];

export interface MapValue {
  readonly kind: 'map';
  readonly rows: readonly MapRow[];
}

/** What was typed but is no value yet, and what the file keeps saying meanwhile: nothing for an item that is new. */
export interface HeldText {
  readonly kind: 'held';
  readonly typed: string;
  readonly over?: FieldValue;
}

export type MapRow = readonly [name: string, value: FieldValue];

/** What one form holds: values by the path of their setting inside the section. What is absent is not in the file. */
export interface FormData {
  readonly [key: string]: FieldValue | undefined;
}

export function isList(value: FieldValue | undefined): value is ListValue {
  return Array.isArray(value);
}

export function isMap(value: FieldValue | undefined): value is MapValue {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'map';
}

export function isNumberText(value: FieldValue | ConfigValue | undefined): value is NumberText {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'number';
}

export function isHeld(value: FieldValue | undefined): value is HeldText {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'held';
}

/** Holds a text that is no value yet, in the place of what the form held before. */
export function heldText(typed: string, before: FieldValue | undefined): HeldText {
  const over = isHeld(before) ? before.over : before;
  return { kind: 'held', typed, ...(over !== undefined && { over }) };
}

/** Whether the value, or something in it, was typed but is no value yet. */
export function holdsText(value: FieldValue): boolean {
  if (isList(value)) return value.some(holdsText);
  return isMap(value) ? value.rows.some((row) => holdsText(row[1])) : isHeld(value);
}

/** What the file is to say while the form holds this: the old value wherever what was typed is no value yet. */
export function saidOf(value: FieldValue | undefined): FieldValue | undefined {
  if (isHeld(value)) return value.over;
  if (isList(value)) return value.map(saidOf).filter((said) => said !== undefined);
  if (!isMap(value)) return value;
  const rows = value.rows.map(([name, held]) => [name, saidOf(held)] as const);
  return { kind: 'map', rows: rows.flatMap(([name, said]) => (said === undefined ? [] : [[name, said] as const])) };
}

/** Whether something a form library hands back is a value of ours. It only ever hands back what it was given. */
export function isFieldValue(held: unknown): held is FieldValue {
  if (held === null || typeof held === 'string' || typeof held === 'boolean') return true;
  if (Array.isArray(held)) return held.every(isFieldValue);
  return typeof held === 'object' && 'kind' in held && ['map', 'number', 'held'].includes(String(held.kind));
}

/** Whether something that comes from elsewhere is a value of ours, through and through. */
export function isPlainData(found: unknown): found is FieldValue {
  if (!isFieldValue(found) || found === null || typeof found !== 'object') return isFieldValue(found);
  if (isList(found)) return found.every(isPlainData);
  if (isMap(found)) {
    return (
      Array.isArray(found.rows) &&
      found.rows.every((row) => Array.isArray(row) && typeof row[0] === 'string' && isPlainData(row[1]))
    );
  }
  if (isHeld(found)) return typeof found.typed === 'string' && (found.over === undefined || isPlainData(found.over));
  return typeof found.source === 'string';
}

/** The value of a map under a name; the last one counts, as in the file. */
export function rowOf(map: MapValue, name: string): FieldValue | undefined {
  return map.rows.findLast((row) => row[0] === name)?.[1];
}

/** The map with one value changed in its place, added at the end, or taken out. */
export function withRow(map: MapValue, name: string, value: FieldValue | undefined): MapValue {
  if (value === undefined) return { kind: 'map', rows: map.rows.filter((row) => row[0] !== name) };
  if (rowOf(map, name) === undefined) return { kind: 'map', rows: [...map.rows, [name, value]] };
  return { kind: 'map', rows: map.rows.map((row) => (row[0] === name ? [name, value] : row)) };
}

/** Whether both say the same, spelling included. */
export function sameField(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (one === other) return true;
  if (isList(one))
    return isList(other) && one.length === other.length && one.every((item, at) => sameField(item, other[at]));
  if (isMap(one)) return isMap(other) && sameRows(one.rows, other.rows);
  if (isHeld(one)) return isHeld(other) && one.typed === other.typed && sameField(one.over, other.over);
  return isNumberText(one) && isNumberText(other) && one.source === other.source;
}

function sameRows(ones: readonly MapRow[], others: readonly MapRow[]): boolean {
  return (
    ones.length === others.length &&
    ones.every(([name, value], at) => name === others[at]?.[0] && sameField(value, others[at][1]))
  );
}

/** The form's value of a value that was read, or undefined where a form cannot hold it. */
export function fieldOf(value: ConfigValue): FieldValue | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return { kind: 'number', source: String(value) };
  if (isNumberText(value)) return value;
  if (isItems(value)) return listOf(value);
  return isMembers(value) ? mapOf(value) : undefined;
}

function listOf(items: readonly ConfigValue[]): ListValue | undefined {
  const fields = items.map(fieldOf);
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

function mapOf(members: ConfigObject): MapValue | undefined {
  const rows: MapRow[] = [];
  for (const [name, value] of members) {
    const field = fieldOf(value);
    if (field === undefined) return undefined;
    rows.push([name, field]);
  }
  return { kind: 'map', rows };
}

/** The value to write for a form's value, or undefined while what was typed is no value yet. */
export function configOf(field: FieldValue): ConfigValue | undefined {
  if (isNumberText(field)) return isNumber(field.source) ? { kind: 'number', source: field.source.trim() } : undefined;
  if (isHeld(field)) return undefined;
  if (isList(field)) {
    const items = field.map(configOf);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isMap(field)) return field;
  const members = field.rows.map(([name, value]) => [name, configOf(value)] as const);
  return members.every((member) => member[1] !== undefined)
    ? new Map(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
    : undefined;
}

/** Whether the text can be written as a number that ClearML reads: `72.` on the way to `72.5` cannot. */
export function isNumber(source: string): boolean {
  return formatValue({ kind: 'number', source: source.trim() }).ok;
}

/** Whether the text is a number without a fraction. */
export function isWholeNumber(source: string): boolean {
  return /^[+-]?\d+$/.test(source.trim());
}

function isItems(value: ConfigValue): value is readonly ConfigValue[] {
  return Array.isArray(value);
}

function isMembers(value: ConfigValue): value is ConfigObject {
  return value instanceof Map;
}
