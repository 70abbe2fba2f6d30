import type { Fragment, Json } from './setting.ts';
import { catalogRoot, type Place, placeAt } from './tree.ts';

/** A JSON Schema (draft-07) of nested objects. Keywords of one record first, then what its children add. */
export interface Schema extends Partial<Omit<Fragment, 'items'>> {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** The document that is published as clearml.schema.json. */
export interface SchemaDocument extends Schema {
  readonly $schema: string;
  readonly $id: string;
}

type Keywords = (record: Fragment) => Schema;

const isNamed = (step: string): boolean => step !== '*' && step !== '[]';

function membersOf(place: Place, keywords: Keywords): Schema {
  const named = [...place.children].filter(([step]) => isNamed(step));
  const required = named.filter(([, child]) => child.record?.['x-required']).map(([step]) => step);
  const free = place.children.get('*');
  return {
    ...(named.length > 0 && {
      properties: Object.fromEntries(named.map(([step, child]) => [step, assembled(child, keywords)])),
    }),
    ...(required.length > 0 && { required }),
    ...(free && { additionalProperties: assembled(free, keywords) }),
  };
}

function assembled(place: Place, keywords: Keywords): Schema {
  const own: Schema = place.record ? keywords(place.record) : { type: 'object' };
  const entry = place.children.get('[]');
  const items: Schema | undefined = entry && { ...assembled(entry, keywords), ...own.items };
  return { ...own, ...membersOf(place, keywords), ...(items && { items }) };
}

const asItStands: Keywords = (record) => record;

/** The record at a dotted path with everything inside it nested: lists as `items`, maps as `additionalProperties`. */
export function schemaAt(path: string): Schema | undefined {
  const place = placeAt(path);
  return place && assembled(place, asItStands);
}

const inCapitals = (value: Json): Json => (typeof value === 'string' ? value.toUpperCase() : value);

/** Says in the standard's words which other values are fine, so that no editor calls them wrong. */
function tolerant(record: Fragment): Schema {
  const { 'x-required': _, 'x-enum': leniency, enum: choices, ...rest } = record;
  if (!choices) return rest;
  if (leniency === 'open') return { ...rest, anyOf: [{ enum: choices }, { type: record.type }] };
  if (leniency === 'any-case') return { ...rest, enum: [...new Set([...choices, ...choices.map(inCapitals)])] };
  return { ...rest, enum: choices };
}

/** The whole catalog as one JSON Schema for clearml.conf, for any editor or checker. */
export function nestedSchema(): SchemaDocument {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'clearml.schema.json',
    title: 'clearml.conf',
    description: 'The settings that ClearML and its agent read from clearml.conf.',
    ...assembled(catalogRoot, tolerant),
  };
}
