import {
  type Document,
  type Edit,
  isSecret,
  type SettingProblem,
  type SettingProblemCode,
  settingProblems,
} from '@clearml-conf/shared';
import { blockOfRow, rowPathOf } from './blocks.ts';

/** What is worth a person's look: beside the row it is about, or in a list, where no row shows it. */
export interface Advice {
  readonly byRow: ReadonlyMap<string, readonly SettingProblem[]>;
  /** Keys that no row shows, since ClearML knows none of them. */
  readonly stray: readonly SettingProblem[];
}

/** What the checks of the form say already, in the very row. */
const saidByForm: ReadonlySet<SettingProblemCode> = new Set([
  'out-of-range',
  'unknown-word',
  'no-scheme',
  'missing-part',
]);

/** What is to be said about a document, row by row. */
export function adviceIn(document: Document): Advice {
  const byRow = new Map<string, readonly SettingProblem[]>();
  const stray: SettingProblem[] = [];
  for (const problem of settingProblems(document).filter(isNews)) {
    const row = rowPathOf(problem.path);
    if (blockOfRow(row)) byRow.set(row, [...(byRow.get(row) ?? []), problem]);
    else stray.push(problem);
  }
  return { byRow, stray };
}

/** A value of another kind is shown as it is written, with a sentence of its own. */
function isNews({ code, fix }: SettingProblem): boolean {
  return !saidByForm.has(code) && (code !== 'wrong-type' || fix !== undefined);
}

/** Edits that take a key out, whatever stands there. */
export function removal({ path }: SettingProblem): readonly Edit[] {
  return [{ op: 'unset', path, secret: isSecret(path) }];
}
