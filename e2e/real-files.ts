import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { type Environment, fixtureFolder } from './workplace.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A configuration file with what ClearML's own parser was seen to read from it. */
export interface RecordedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Null where ClearML refuses the file. */
  readonly value: Json;
  /** Where ClearML says it stopped, if it refuses and says so. */
  readonly refusedAt: { readonly line: number; readonly column: number } | null;
  /** The same with some variables set, for a file that asks for them. */
  readonly inEnvironment: { readonly environment: Environment; readonly read: Json } | null;
}

/** Our own files, and those in the folders that REAL_FILES names. */
export const folders: readonly string[] = [
  fixtureFolder,
  ...(process.env['REAL_FILES'] ?? '').split(delimiter).filter((folder) => folder !== ''),
];

/** Those of a folder that have a record beside them. */
export async function recordedFiles(folder: string): Promise<readonly RecordedFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.conf')).sort();
  const recorded = names.filter((name) => existsSync(join(folder, recordOf(name))));
  return Promise.all(recorded.map((name) => recordedFile(folder, name)));
}

export function isObject(json: Json | undefined): json is JsonObject {
  return json !== null && typeof json === 'object' && !Array.isArray(json);
}

function recordOf(name: string): string {
  return `${basename(name, '.conf')}.json`;
}

async function recordedFile(folder: string, name: string): Promise<RecordedFile> {
  const record: Json = JSON.parse(await readFile(join(folder, recordOf(name)), 'utf8'));
  const error = isObject(record) && isObject(record['error']) && 'class' in record['error'] ? record['error'] : null;
  const { line, column } = error ?? {};
  return {
    name,
    bytes: await readFile(join(folder, name)),
    value: error ? null : record,
    refusedAt: typeof line === 'number' && typeof column === 'number' ? { line, column } : null,
    inEnvironment: await environmentOf(join(folder, `${basename(name, '.conf')}.env.json`)),
  };
}

async function environmentOf(path: string): Promise<RecordedFile['inEnvironment']> {
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : null;
}
