import { readFile } from 'node:fs/promises';
import { isObject, type Json, type JsonObject } from './real-files.ts';

/** An option with a row of its own, as the committed schema describes it. */
export interface Option {
  readonly path: string;
  readonly schema: JsonObject;
}

/**
 * Some options of every kind: of each way in which the keywords of the schema ask for another control first one, then
 * another, until there are as many as wanted. The same schema gives the same ones.
 */
export async function optionsOfEveryKind(wanted: number): Promise<readonly Option[]> {
  const schema: Json = JSON.parse(await readFile(new URL('../shared/clearml.schema.json', import.meta.url), 'utf8'));
  const kinds = new Map<string, Option[]>();
  for (const option of isObject(schema) ? optionsIn(schema, []) : []) {
    const kind = kindOf(option.schema);
    kinds.set(kind, [...(kinds.get(kind) ?? []), option]);
  }
  const most = Math.max(...[...kinds.values()].map(({ length }) => length));
  const rounds = Array.from({ length: most }, (_, round) => [...kinds.values()].flatMap((of) => of[round] ?? []));
  return rounds.flat().slice(0, Math.max(wanted, kinds.size));
}

/** What decides which control an option has. */
function kindOf(schema: JsonObject): string {
  const { type, format, items } = schema;
  const inside = isObject(items) ? [items['type'], isObject(items['properties']) ? 'object' : ''] : [];
  const free = schema['additionalProperties'];
  const entry = isObject(free) && isObject(free['properties']) ? 'groups' : '';
  const flags = ['enum', 'x-unit', 'x-secret'].filter((keyword) => schema[keyword] !== undefined);
  return JSON.stringify([type, format, inside, entry, flags]);
}

function optionsIn(schema: JsonObject, path: readonly string[]): readonly Option[] {
  const { properties } = schema;
  if (!isObject(properties)) return path.length === 0 ? [] : [{ path: path.join('.'), schema }];
  return Object.entries(properties).flatMap(([name, part]) =>
    isObject(part)
      ? part['type'] === 'object' || !part['type']
        ? optionsIn(part, [...path, name])
        : [{ path: [...path, name].join('.'), schema: part }]
      : [],
  );
}
