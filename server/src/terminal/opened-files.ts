import type { Layers, SettingsFile } from '@clearml-conf/shared';
import { parse, resolve } from '@clearml-conf/shared';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { otherFiles, whichFile } from '../surroundings/which-file.ts';
import { localIncludes } from './includes.ts';
import { openText } from './opened-text.ts';
import type { Outcome } from './outcome.ts';
import { failure } from './outcome.ts';
import { placedSentence, problemSentence } from './sentences.ts';

export interface OpenedFile extends SettingsFile {
  readonly exists: boolean;
}

/** All files that ClearML reads in a place. */
export interface OpenedFiles {
  readonly own: OpenedFile;
  /** The full path of the own one. */
  readonly path: string;
  /** Those that are merged below it. */
  readonly below: readonly SettingsFile[];
}

/** Opens the named file, or the one ClearML reads here, and what is merged with it; the outcome if one cannot be read. */
export async function openFiles(file: string | null, surroundings: Surroundings): Promise<OpenedFiles | Outcome> {
  const chosen = whichFile(file, surroundings);
  const own = await openFile(file ?? chosen.path, surroundings);
  if ('exitCode' in own) return own;
  const below: SettingsFile[] = [];
  for (const name of otherFiles(chosen, surroundings).filter(surroundings.exists)) {
    const opened = await openFile(name, surroundings);
    if ('exitCode' in opened) return opened;
    below.push(opened);
  }
  return { own, path: chosen.path, below };
}

/** From what values come in these files and this environment. */
export function layersOf({ own, path, below }: OpenedFiles, environment: ReadonlyMap<string, string>): Layers {
  const sources = { environment, include: localIncludes(path) };
  return { document: own.document, below, environment, sources };
}

/** Why ClearML would not load one of them right here, where it needs a variable or an include; null if it loads them. */
export function faultOnLoading(files: OpenedFiles, environment: ReadonlyMap<string, string>): Outcome | null {
  const { sources } = layersOf(files, environment);
  for (const { name, document } of [files.own, ...files.below]) {
    const error = resolve(document, sources).problems.find(({ severity }) => severity === 'error');
    if (error) return failure(placedSentence(name, error, problemSentence(error)));
  }
  return null;
}

/** ClearML refuses them all if it cannot read one; a file that is not there is an empty one. */
async function openFile(name: string, surroundings: Surroundings): Promise<OpenedFile | Outcome> {
  const opened = await openText(name, surroundings);
  if (!opened.ok)
    return opened.code === 'no-file' ? { name, document: parse(''), exists: false } : failure(opened.sentence);
  const document = parse(opened.text);
  const [error] = document.problems.filter(({ severity }) => severity === 'error');
  return error ? failure(placedSentence(name, error, problemSentence(error))) : { name, document, exists: true };
}
