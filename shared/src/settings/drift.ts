import { isPart, type Setting, settingAt, settings } from '../catalog/index.ts';
import { placeAt, stepsOf } from '../catalog/tree.ts';
import { type ConfigValue, type Document, fromJson, sameValue } from '../hocon/index.ts';
import { commentedOut } from './commented-out.ts';
import { foundIn, isTold } from './problems/found.ts';
import type { Found } from './problems/problem.ts';
import type { Program } from './provenance/layers.ts';
import { programsOf } from './provenance/variables.ts';

/** A file that is held against the catalog. */
export interface DriftSource {
  readonly name: string;
  readonly document: Document;
  /** The section that the whole file is, as in the packages; empty for a file with all sections. */
  readonly section: string;
  /** The package it comes from, if it comes from one. */
  readonly program: Program | null;
}

interface DriftedKey {
  readonly path: string;
  readonly file: string;
  readonly line: number | null;
}

export interface UnknownKey extends DriftedKey {
  readonly commentedOut: boolean;
}

export interface ChangedDefault extends DriftedKey {
  readonly setting: Setting;
  /** As the catalog has it; undefined if it knows no default. */
  readonly known: ConfigValue | undefined;
  readonly found: ConfigValue;
}

/** How files differ from the catalog. */
export interface Drift {
  /** Keys that the catalog does not know; what stands in them is not listed. */
  readonly unknown: readonly UnknownKey[];
  readonly changed: readonly ChangedDefault[];
  /** Settings whose name nothing in the packages mentions any more. */
  readonly vanished: readonly Setting[];
}

/**
 * What has changed since the catalog was written. `words` are all the names in the code of the packages, if it is at
 * hand; one behind a placeholder in a text keeps the brace before it, as in `}_user`.
 */
export function driftIn(sources: readonly DriftSource[], words: ReadonlySet<string> | null): Drift {
  const all = sources.flatMap((source) => foundIn(source.document, source.section).map((found) => ({ source, found })));
  return {
    unknown: [
      ...all
        .filter(({ found }) => !found.place)
        .map(({ source, found }) => ({ ...keyOf(source, found), commentedOut: false })),
      ...sources.flatMap(unknownComments),
    ],
    changed: all.flatMap(({ source, found }) => changedDefault(source, found)),
    vanished: words
      ? vanishedFrom(
          words,
          sources,
          all.map(({ found }) => found),
        )
      : [],
  };
}

/** New options often come commented out. One with the name of an option that stands elsewhere is an example of that. */
function unknownComments({ name, document, section }: DriftSource): readonly UnknownKey[] {
  const base = stepsOf(section);
  return commentedOut(document)
    .map(({ path, line }) => ({ path: [...base, ...path].join('.'), file: name, line, commentedOut: true }))
    .filter(({ path }) => !settingAt(path.split('.')) && !placeAt(path) && !knownNames.has(lastName(path)));
}

const knownNames: ReadonlySet<string> = new Set(settings.map(({ path }) => lastName(path)));

function lastName(path: string): string {
  return path.replaceAll('[]', '').split('.').at(-1) ?? '';
}

function keyOf({ name }: DriftSource, { path, line }: Found): DriftedKey {
  return { path: path.join('.'), file: name, line: line ?? null };
}

/** What a package only carries for the other one is not its default, and what its examples hold is none either. */
function changedDefault(source: DriftSource, found: Found): readonly ChangedDefault[] {
  const { setting, resolved } = found;
  if (!setting || isPart(setting.path) || !isTold(resolved)) return [];
  if (source.program && (source.section === '' || !programsOf(setting).includes(source.program))) return [];
  const known = defaultFor(setting, source.program);
  if (known === undefined ? isEmpty(resolved.value) : sameValue(known, resolved.value)) return [];
  return [{ ...keyOf(source, found), setting, known, found: resolved.value }];
}

function defaultFor(setting: Setting, program: Program | null): ConfigValue | undefined {
  const own = program === 'agent' ? (setting['x-agent-default'] ?? setting.default) : setting.default;
  return own === undefined ? undefined : fromJson(own);
}

function isEmpty(value: ConfigValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function vanishedFrom(
  words: ReadonlySet<string>,
  sources: readonly DriftSource[],
  all: readonly Found[],
): readonly Setting[] {
  const programs = new Set(sources.map(({ program }) => program));
  const inFiles = new Set(all.map(({ setting }) => setting));
  return settings.filter((setting) => {
    const readers = programsOf(setting);
    const isCovered = readers.length > 0 && readers.every((program) => programs.has(program));
    return isCovered && !inFiles.has(setting) && !isHandedOn(setting) && !isNamed(lastName(setting.path), words);
  });
}

/** A section that takes any other key, or is for Python's logging, is handed on as a whole: ClearML names nothing in it. */
function isHandedOn({ path }: Setting): boolean {
  return (
    path.endsWith('.*') ||
    path.startsWith('logging.') ||
    placeAt(path.slice(0, path.lastIndexOf('.')))?.children.has('*') === true
  );
}

/** Code may put a name together: `{program}_user` is `hg_user` too, where `hg` is a word of its own. */
function isNamed(name: string, words: ReadonlySet<string>): boolean {
  if (words.has(name)) return true;
  const [first = '', ...rest] = name.split('_');
  return rest.length > 0 && words.has(first) && words.has(`}_${rest.join('_')}`);
}
