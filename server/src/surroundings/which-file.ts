import { join, resolve } from 'node:path';
import type { FileReason } from '@clearml-conf/shared';
import type { Surroundings } from './surroundings.ts';

export interface ChosenFile {
  readonly path: string;
  readonly reason: FileReason;
}

/** The file to open: the one named, else the one ClearML would read here. */
export function whichFile(argument: string | null, surroundings: Surroundings): ChosenFile {
  if (argument !== null) return { path: resolve(surroundings.folder, argument), reason: 'argument' };
  return { path: clearmlReads(surroundings), reason: namedByVariable(surroundings)?.reason ?? 'home' };
}

/** The file that ClearML itself reads in these surroundings. */
export function clearmlReads(surroundings: Surroundings): string {
  const named = namedByVariable(surroundings);
  if (named) return resolve(surroundings.folder, withHome(named.path, surroundings.home));
  return join(surroundings.home, 'clearml.conf');
}

/** The files that ClearML would merge below the chosen one, whether they are there or not. */
export function otherFiles(chosen: ChosenFile, surroundings: Surroundings): readonly string[] {
  const alone = namedByVariable(surroundings) !== undefined || chosen.path !== clearmlReads(surroundings);
  return alone ? [] : [join(surroundings.home, 'trains.conf')];
}

const variables = [
  { name: 'CLEARML_CONFIG_FILE', reason: 'environment' },
  { name: 'TRAINS_CONFIG_FILE', reason: 'old-environment' },
] as const;

/** The first variable that says something counts. ClearML cuts off the blanks around it. */
function namedByVariable({ environment }: Surroundings): ChosenFile | undefined {
  return variables
    .map(({ name, reason }) => ({ path: environment.get(name)?.trim() ?? '', reason }))
    .find(({ path }) => path !== '');
}

/** ClearML expands a leading `~` and nothing else. */
function withHome(path: string, home: string): string {
  return path === '~' || path.startsWith('~/') || path.startsWith('~\\') ? join(home, path.slice(1)) : path;
}
