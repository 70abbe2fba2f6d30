import type { Document } from '../../hocon/index.ts';
import { entryProblems } from './entries.ts';
import { foundIn } from './found.ts';
import type { SettingProblem } from './problem.ts';
import { relationProblems } from './relations.ts';
import { addressProblems } from './servers.ts';
import { unknownKeys } from './unknown.ts';
import { valueProblems } from './values.ts';

export { nearestSetting } from './nearest.ts';
export type { SettingProblem, SettingProblemCode, SettingSeverity } from './problem.ts';

/**
 * What a person should know about the settings of a document: keys that ClearML ignores, values that it reads in
 * another way than meant, settings that count for nothing beside others. In the order of the lines.
 */
export function settingProblems(document: Document): readonly SettingProblem[] {
  const all = foundIn(document);
  const problems = [unknownKeys, valueProblems, relationProblems, addressProblems, entryProblems].flatMap((search) =>
    search(all, document),
  );
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
