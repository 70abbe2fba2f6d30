import { type Document, lookup, resolutionOf } from '../../hocon/index.ts';
import { drawnIn } from '../drawn.ts';
import { entryProblems } from './entries.ts';
import { foundIn } from './found.ts';
import type { SettingProblem, SettingProblemCode } from './problem.ts';
import { relationProblems } from './relations.ts';
import { addressProblems } from './servers.ts';
import { unknownKeys } from './unknown.ts';
import { valueProblems } from './values.ts';

export { nearestSetting } from './nearest.ts';
export type { SettingProblem, SettingProblemCode, SettingSeverity } from './problem.ts';

/** They name words of the value, so they would tell of a secret that a reference has brought there. */
const aboutWords: ReadonlySet<SettingProblemCode> = new Set(['text-for-boolean', 'unknown-word', 'words-in-one-entry']);

/**
 * What a person should know about the settings of a document: keys that ClearML ignores, values that it reads in
 * another way than meant, settings that count for nothing beside others. In the order of the lines.
 */
export function settingProblems(document: Document): readonly SettingProblem[] {
  const all = foundIn(document);
  const problems = [unknownKeys, valueProblems, relationProblems, addressProblems, entryProblems].flatMap((search) =>
    search(all, document),
  );
  const [isDrawn, { root }] = [drawnIn(document), resolutionOf(document)];
  const told = problems.filter(({ code, path }) => !aboutWords.has(code) || !isDrawn(path, lookup(root, path)));
  return told.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
