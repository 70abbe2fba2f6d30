import { readFile } from 'node:fs/promises';
import { isObject, type Json, type JsonObject } from './real-files.ts';

/** An option with one plain value, as the committed schema describes it. */
export interface PlainOption {
  readonly path: readonly string[];
  readonly type: 'string' | 'boolean' | 'integer' | 'number';
}

const plainTypes = ['string', 'boolean', 'integer', 'number'] as const;

export async function plainOptions(): Promise<readonly PlainOption[]> {
  const schema: Json = JSON.parse(await readFile(new URL('../shared/clearml.schema.json', import.meta.url), 'utf8'));
  return isObject(schema) ? optionsIn(schema, []) : [];
}

/** The value at a path of names. */
export function valueAt(json: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    json,
  );
}

/** The same with another value at a path of names. */
export function withValue(json: Json | undefined, path: readonly string[], value: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const object = isObject(json) ? json : {};
  return { ...object, [name]: withValue(object[name], rest, value) };
}

/** Whether only sections, or nothing yet, lie on the way to this path. */
export function canHold(json: Json, path: readonly string[]): boolean {
  return path.slice(0, -1).every((_, length) => {
    const at = valueAt(json, path.slice(0, length + 1));
    return at === undefined || isObject(at);
  });
}

function optionsIn(schema: JsonObject, path: readonly string[]): readonly PlainOption[] {
  const { properties } = schema;
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, part]) => {
    if (!isObject(part)) return [];
    const type = plainTypes.find((one) => one === part['type']);
    return type ? [{ path: [...path, name], type }] : optionsIn(part, [...path, name]);
  });
}
