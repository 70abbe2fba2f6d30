import { isRest, partsOf, type Setting, type TypeName } from '@clearml-conf/shared';
import { type Block, blocks, keyIn } from './blocks.ts';
import { typesOf } from './control.ts';

/**
 * The JSON Schema (draft-07) that the values of a section are checked against. It holds what decides, and no words.
 * Mutable, as form libraries declare schemas.
 */
export interface CheckSchema {
  $id?: string;
  $ref?: string;
  type?: TypeName | TypeName[];
  properties?: Record<string, CheckSchema>;
  required?: string[];
  items?: CheckSchema;
  enum?: (string | number | boolean | null)[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

/** The name of a section's check, which is a name in JavaScript too: checks are compiled when the page is built. */
export function checkIdOf(section: string): string {
  return section.replaceAll('.', '$');
}

type Refer = (check: CheckSchema) => CheckSchema;

/** The checks of all sections, after those of single values: many settings share one. */
export function checkSchemas(): readonly CheckSchema[] {
  const values = new Map<string, CheckSchema>();
  const refer: Refer = (check) => {
    const text = JSON.stringify(check);
    const $id = values.get(text)?.$id ?? `$${values.size}`;
    values.set(text, { $id, ...check });
    return { $ref: $id };
  };
  const sections = blocks.map((block) => ({ $id: checkIdOf(block.section.path), ...checkOf(block, refer) }));
  return [...values.values(), ...sections];
}

function checkOf({ section, settings }: Block, refer: Refer): CheckSchema {
  return { type: 'object', properties: checksByName(settings, (setting) => keyIn(section.path, setting.path), refer) };
}

function checksByName(
  settings: readonly Setting[],
  nameOf: (setting: Setting) => string,
  refer: Refer,
): Record<string, CheckSchema> {
  const checks = settings.map((setting) => [nameOf(setting), checkOfSetting(setting, refer)] as const);
  return Object.fromEntries(
    checks.filter(([, check]) => Object.keys(check).length > 0).map(([name, check]) => [name, refer(check)]),
  );
}

/** What can be typed and still be wrong. A value of another type is never in a form: it is shown as it is written. */
function checkOfSetting(setting: Setting, refer: Refer): CheckSchema {
  if (isRest(setting)) return {};
  const { type, minimum, maximum } = setting;
  const types = typesOf(setting);
  const parts = partsOf(setting.path);
  const pattern = types.includes('string') ? patternOf(setting) : undefined;
  const listed = listedOf(setting);
  return {
    ...((types.includes('integer') || types.includes('number')) && { type: [type].flat() }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(pattern !== undefined && { pattern }),
    ...(listed && { enum: listed }),
    ...(types.includes('array') && parts.length > 0 && { items: checkOfEntry(parts, refer) }),
  };
}

function checkOfEntry(parts: readonly Setting[], refer: Refer): CheckSchema {
  return {
    properties: checksByName(parts, partName, refer),
    required: parts.filter((part) => part['x-required']).map(partName),
  };
}

/** The name of a part in its entry: `key` of `sdk.aws.s3.credentials[].key`. */
export function partName(part: Setting): string {
  return part.path.slice(part.path.search(/[^.\]]*$/));
}

/** The values ClearML knows. Empty text is as good as none to it. */
function listedOf(setting: Setting): CheckSchema['enum'] {
  if (!setting.enum || setting['x-enum']) return undefined;
  const listed = setting.enum.filter((value) => typeof value !== 'object' || value === null);
  return [...new Set([...listed, ...(typesOf(setting).includes('string') ? [''] : [])])];
}

const formats: Readonly<Partial<Record<string, string>>> = {
  address: '^[A-Za-z][A-Za-z\\d+.\\-]*://',
  'host-port': ':\\d+$',
};

/** The form of a text. The formats of the catalog are its own, so they are said as patterns. */
function patternOf(setting: Setting): string | undefined {
  const pattern = setting.pattern ?? formats[setting.format ?? ''] ?? inAnyCase(setting);
  if (setting['x-required']) return pattern ?? '.';
  return pattern === undefined ? undefined : `^$|${pattern}`;
}

function inAnyCase(setting: Setting): string | undefined {
  if (setting['x-enum'] !== 'any-case') return undefined;
  const words = (setting.enum ?? []).map((word) =>
    String(word).replaceAll(/[A-Za-z]/g, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`),
  );
  return `^(?:${words.join('|')})$`;
}
