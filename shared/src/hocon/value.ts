import { decodeNumber } from './decode.ts';
import type { ConfigObject, ConfigValue, NumberText, Opaque, Path, Period } from './document.ts';

/** A value in JSON, as it is parsed; objects are read by their own members only. */
export type ConfigJson =
  | null
  | boolean
  | number
  | string
  | readonly ConfigJson[]
  | { readonly [key: string]: ConfigJson };

export function isObject(value: ConfigValue | undefined): value is ConfigObject {
  return value instanceof Map;
}

export function isList(value: ConfigValue | undefined): value is readonly ConfigValue[] {
  return Array.isArray(value);
}

export function isTagged(value: ConfigValue | undefined): value is Period | Opaque | NumberText {
  return typeof value === 'object' && value !== null && !isList(value) && !isObject(value);
}

/**
 * A value as JSON. What JSON cannot say is an object with one `$` member: `$duration` (seconds), `$period` (months or
 * years), `$int` (digits beyond 2^53 - 1), `$float` (inf), and for internal objects of ClearML's parser `$leakedNull`,
 * `$garbage`, `$other` (their class); `$unresolved` holds the source of what cannot be told from the file.
 */
export function toJson(value: ConfigValue): ConfigJson {
  if (typeof value === 'bigint') return { $int: value.toString() };
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $float: value > 0 ? 'inf' : '-inf' };
  if (isList(value)) return value.map(toJson);
  if (isObject(value)) return Object.fromEntries([...value].map(([key, member]) => [key, toJson(member)]));
  return isTagged(value) ? taggedToJson(value) : value;
}

function taggedToJson(value: Period | Opaque | NumberText): ConfigJson {
  if (value.kind === 'number') return toJson(decodeNumber(value.source));
  if (value.kind === 'period') return periodToJson(value);
  switch (value.reason) {
    case 'leaked-null':
      return { $leakedNull: true };
    case 'garbage':
      return { $garbage: true };
    case 'include':
      return { $other: 'ConfigInclude' };
    case 'unresolved':
      return { $unresolved: value.source };
  }
}

/** As ClearML keeps it: twelve months are a year. */
function periodToJson({ unit, amount }: Period): ConfigJson {
  if (unit === 'seconds' || amount === 0) return { $duration: amount };
  const [years, months] = unit === 'years' ? [amount, 0] : [Math.floor(amount / 12), amount % 12];
  return { $period: { ...(years > 0 ? { years } : {}), ...(months > 0 ? { months } : {}) } };
}

/** The reverse of `toJson` for all that can be written; an object with another `$` member is an ordinary object. */
export function fromJson(json: ConfigJson): ConfigValue {
  if (json === null || typeof json !== 'object') return json;
  if (isJsonList(json)) return json.map(fromJson);
  const members = Object.entries(json);
  const [key, value] = members[0] ?? [];
  if (members.length === 1 && key === '$int' && typeof value === 'string') return BigInt(value);
  if (members.length === 1 && key === '$duration' && typeof value === 'number') {
    return { kind: 'period', unit: 'seconds', amount: value };
  }
  return new Map(members.map(([name, member]) => [name, fromJson(member)]));
}

function isJsonList(json: ConfigJson): json is readonly ConfigJson[] {
  return Array.isArray(json);
}

/** True if ClearML's users would call them the same: 5 equals 5.0, the order of members does not matter. */
export function sameValue(a: ConfigValue, b: ConfigValue): boolean {
  if (isList(a) || isList(b)) {
    return (
      isList(a) && isList(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index] ?? null))
    );
  }
  if (isObject(a) || isObject(b)) return isObject(a) && isObject(b) && sameMembers(a, b);
  return isTagged(a) || isTagged(b) ? sameTagged(a, b) : a === b;
}

function sameMembers(a: ConfigObject, b: ConfigObject): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !sameValue(value, other)) return false;
  }
  return true;
}

function sameTagged(a: ConfigValue, b: ConfigValue): boolean {
  if (isTagged(a) && a.kind === 'number') return sameValue(decodeNumber(a.source), b);
  if (isTagged(b) && b.kind === 'number') return sameValue(a, decodeNumber(b.source));
  if (!isTagged(a) || !isTagged(b)) return false;
  if (a.kind === 'period' && b.kind === 'period') return a.unit === b.unit && a.amount === b.amount;
  if (a.kind === 'opaque' && b.kind === 'opaque') return a.reason === b.reason && a.source === b.source;
  return false;
}

/** The value at a path inside a value, if there is one. */
export function valueAt(value: ConfigValue | undefined, path: Path): ConfigValue | undefined {
  let at = value;
  for (const step of path) {
    if (typeof step === 'number') at = isList(at) ? at[step] : undefined;
    else at = isObject(at) ? at.get(step) : undefined;
  }
  return at;
}
