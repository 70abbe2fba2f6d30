import { readFile } from 'node:fs/promises';
import { isObject, type Json, type JsonObject } from './real-files.ts';

/** A made-up password that must be seen nowhere. */
export const canary = 'canary-5b20f3';
const address = `https://me:${canary}@host.example/x`;

/** A file in which the canary stands in every place a value can have, and the sections that it fills. */
export interface CanaryFile {
  readonly text: string;
  readonly sections: readonly string[];
}

export async function canaryFile(): Promise<CanaryFile> {
  const schema: Json = JSON.parse(await readFile(new URL('../shared/clearml.schema.json', import.meta.url), 'utf8'));
  const options = isObject(schema) ? optionsIn(schema, []) : [];
  const lines = options.flatMap(({ path, part }) => [
    `# ${path.at(-1)}: "${address}"`,
    `# token: "${canary}"`,
    `${path.join('.')}: ${JSON.stringify(valueFor(part))} # password: ${canary}`,
  ]);
  const more = [
    `api.credentials.web_password: "${canary}"`,
    `agent.docker_force_pull: "https://me:${canary}@"\${HOST}`,
    `sdk.apply_vault { session_token: [${canary}], "https://me:${canary}@h": 1 }`,
    `mine { word: "${canary}", same: \${mine.word} }`,
    'api.credentials.secret_key: ${mine.same}',
    'agent.worker_name: ${mine.word}',
    'sdk.aws.s3.region: "at "${?mine.same}',
    'agent.package_manager.conda_channels: ["a", ${mine.word}]',
    `mine.list: ["${canary}"]`,
    'environment.LIST: ${mine.list}',
    'agent.docker_install_opencv_libs: ${mine.word}',
    'agent.package_manager.extra_index_url: ["a"] ${mine.list}',
    `# mine.other: "${canary}"`,
    'environment.OTHER: ${?mine.other}',
    `unknown { secret: ${canary}, args: ["-e", "MY_TOKEN=${canary}"] }`,
  ];
  const sections = new Set(options.map(({ path }) => path.slice(0, -1).join('.') || path.join('.')));
  return { text: `${[...lines, ...more].join('\n')}\n`, sections: [...sections] };
}

interface Option {
  readonly path: readonly string[];
  readonly part: JsonObject;
}

function optionsIn(schema: JsonObject, path: readonly string[]): readonly Option[] {
  const { properties } = schema;
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, part]) => {
    if (!isObject(part)) return [];
    return isObject(part['properties']) ? optionsIn(part, [...path, name]) : [{ path: [...path, name], part }];
  });
}

/** What its control can hold, or, of a number or a switch, what none can. */
function valueFor(part: JsonObject): Json {
  const types = [part['type']].flat();
  if (part['x-secret'] === true) return types.includes('array') ? [canary, address] : canary;
  if (types.includes('array')) return listFor(part['items']);
  return types.includes('object') ? { MY_TOKEN: canary, at: address, deep: { password: canary } } : address;
}

function listFor(items: Json | undefined): Json {
  const properties = isObject(items) ? items['properties'] : undefined;
  if (!isObject(properties)) return ['-e', `HF_TOKEN=${canary}`, address];
  const known = Object.entries(properties).filter(([, part]) => isObject(part) && part['type'] === 'string');
  const strange = { session_token: canary, password: canary, where: address, deep: { secret: canary } };
  return [{ ...Object.fromEntries(known.map(([name]) => [name, address])), ...strange }];
}
