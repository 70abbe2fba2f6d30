import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve as resolvePath, sep } from 'node:path';
import type { Drift, DriftSource, Program } from '@clearml-conf/shared';
import { driftIn, parse } from '@clearml-conf/shared';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { openText } from './opened-text.ts';
import type { Outcome } from './outcome.ts';
import { failure } from './outcome.ts';
import { drifting } from './setting-sentences.ts';
import { shownValue } from './shown-value.ts';

/** Lists what files, or the packages in folders, have that the catalog does not, and the other way round. */
export async function listDrift(paths: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const sources: DriftSource[] = [];
  const words = new Set<string>();
  for (const path of paths) {
    const files = await filesBelow(resolvePath(surroundings.folder, path)).catch(() => null);
    if (!files) return failure(drifting.unreadable(path));
    for (const file of files) {
      const opened = await openText(file, surroundings);
      if (!opened.ok && opened.code === 'not-utf-8') continue;
      if (!opened.ok) return failure(opened.sentence);
      const { text } = opened;
      // A file that is named itself is somebody's own, whatever the folder is called.
      const program = file === resolvePath(surroundings.folder, path) ? null : programOf(file);
      if (isCode(file)) for (const [word] of text.matchAll(/\}?[A-Za-z_]\w*/g)) words.add(word);
      else sources.push({ name: file, document: parse(text), section: sectionOf(file), program });
    }
  }
  const lines = linesOf(driftIn(sources, words.size > 0 ? words : null));
  if (lines.length === 0) return { exitCode: 0, output: `${drifting.none}\n` };
  return { exitCode: 1, output: `${lines.join('\n')}\n` };
}

/** The configuration and the code at a path; a file that is named counts whatever its name. */
async function filesBelow(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const found: string[] = [];
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(below)));
    else if (entry.isFile() && (entry.name.endsWith('.conf') || isCode(entry.name))) found.push(below);
  }
  return found;
}

function isCode(file: string): boolean {
  return file.endsWith('.py');
}

/** The defaults of the packages stand in a file for each section. */
function sectionOf(file: string): string {
  return file.split(sep).slice(-3, -1).join('/') === 'config/default' ? basename(file, '.conf') : '';
}

/** The package by the innermost folder that has its name. */
function programOf(file: string): Program | null {
  const folder = file.split(sep).findLast((name) => /^clearml(?:[_-]agent)?$/.test(name));
  if (folder === undefined) return null;
  return folder === 'clearml' ? 'sdk' : 'agent';
}

function linesOf({ unknown, changed, vanished }: Drift): readonly string[] {
  return [
    ...unknown.map(({ file, line, path, commentedOut }) =>
      placed(file, line, commentedOut ? drifting.unknownComment(path) : drifting.unknown(path)),
    ),
    ...changed.map(({ file, line, path, setting, known, found }) => {
      const steps = setting.path.split('.');
      const before = known === undefined ? null : shownValue(steps, known);
      return placed(file, line, drifting.changed(path, before, shownValue(steps, found)));
    }),
    ...vanished.map(({ path }) => drifting.vanished(path)),
  ];
}

function placed(file: string, line: number | null, sentence: string): string {
  return `${file}${line === null ? '' : `:${line}`}: ${sentence}`;
}
