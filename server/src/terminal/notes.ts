import type { Edit, Path, SettingProblem } from '@clearml-conf/shared';
import { formatPath, parse, settingAt, settingProblems } from '@clearml-conf/shared';
import { kindSentence, noteSentence, settingProblemSentence } from './setting-sentences.ts';

/** Of these the kind of value that the option takes is the cure. */
const aboutKind: ReadonlySet<SettingProblem['code']> = new Set([
  'wrong-type',
  'text-for-boolean',
  'text-for-list',
  'object-for-list',
  'unknown-word',
  'out-of-range',
]);

/** What is odd about the values just given: options that ClearML does not have, kinds it does not take. No reason to stop. */
export function notesOn(before: string, after: string, edits: readonly Edit[]): readonly string[] {
  const given = edits.map(({ path }) => path);
  const known = new Set(settingProblems(parse(before)).map(nameOf));
  const odd = settingProblems(parse(after)).filter(({ path }) => given.some((one) => isBeside(one, path)));
  // What was odd before is said again only of the very option.
  const worth = odd.filter((problem) => !known.has(nameOf(problem)) || given.some((one) => isIn(one, problem.path)));
  return [...new Set(worth.map(sentence))];
}

function sentence(problem: SettingProblem): string {
  const setting = aboutKind.has(problem.code) ? settingAt(problem.path) : undefined;
  const kind = setting ? ` ${kindSentence(setting)}` : '';
  return noteSentence(formatPath(problem.path), `${settingProblemSentence(problem)}${kind}`);
}

function nameOf({ code, path }: SettingProblem): string {
  return `${code} ${formatPath(path)}`;
}

function isBeside(one: Path, other: Path): boolean {
  return isIn(one, other) || isIn(other, one);
}

function isIn(outer: Path, inner: Path): boolean {
  return outer.length <= inner.length && outer.every((step, at) => step === inner[at]);
}
