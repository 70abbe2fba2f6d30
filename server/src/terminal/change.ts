import type { Edit, Path } from '@clearml-conf/shared';
import {
  applyEdits,
  encode,
  isSecret,
  lookup,
  parse,
  parsePath,
  type Resolved,
  resolve,
  withSecretMarks,
} from '@clearml-conf/shared';
import type { EditTarget } from '../arguments.ts';
import type { Precondition, Store } from '../store/store.ts';
import type { Surroundings } from '../surroundings.ts';
import { givenValue } from './given-value.ts';
import { openText } from './opened-text.ts';
import type { Outcome } from './outcome.ts';
import { failure, misuse } from './outcome.ts';
import { editing, fileSentence, refusalSentence } from './sentences.ts';

/** The file a command changes: as the person calls it, and from where that counts. */
export interface Target extends Omit<EditTarget, 'file'> {
  readonly file: string;
  readonly surroundings: Surroundings;
}

interface Base {
  readonly text: string;
  readonly precondition: Precondition;
  readonly store: Store;
}

export async function setValue(expression: string, given: string, replace: boolean, target: Target): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const { path } = parsed;
  const edit: Edit = { op: 'set', path, value: givenValue(given), secret: isSecret(path) };
  return change(target, ({ text }) => {
    const overwrites = !replace && isComputed(text, path);
    return overwrites ? failure(editing.computed(expression)) : [edit];
  });
}

export async function unsetValue(expression: string, target: Target): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const { path } = parsed;
  return change(target, () => [{ op: 'unset', path, secret: isSecret(path) }]);
}

export async function applyGivenEdits(edits: readonly Edit[], target: Target): Promise<Outcome> {
  return change(target, () => edits);
}

async function change(target: Target, decide: (base: Base) => readonly Edit[] | Outcome): Promise<Outcome> {
  const base = await baseOf(target);
  if ('exitCode' in base) return base;
  const edits = decide(base);
  if ('exitCode' in edits) return edits;
  const outcome = applyEdits(base.text, withSecretMarks(base.text, edits));
  if (!outcome.ok) return failure(refusalSentence(target.file, outcome, edits.length));
  if (target.dryRun) return { exitCode: 0, output: outcome.text };
  if (outcome.text === base.text) return { exitCode: 0, output: `${editing.unchanged(target.file)}\n` };
  const saving = await base.store.save(encode(outcome.text), base.precondition);
  return saving.ok
    ? { exitCode: 0, output: `${editing.saved(target.file)}\n` }
    : failure(fileSentence(target.file, saving.code));
}

/** The text to change. A file that is not there yet is an empty one. */
async function baseOf(target: Target): Promise<Base | Outcome> {
  const opened = await openText(target.file, target.surroundings, !target.dryRun);
  if (opened.ok) return opened;
  if (opened.code !== 'no-file') return failure(opened.sentence);
  return { text: '', precondition: { kind: 'absent' }, store: opened.store };
}

/** Whether an expression of the file, or one inside the value, would be lost. */
function isComputed(text: string, path: Path): boolean {
  const found = lookup(resolve(parse(text)).root, path);
  return found !== undefined && holdsComputed(found);
}

function holdsComputed({ computed, members, items }: Resolved): boolean {
  return computed || [...(members?.values() ?? []), ...(items ?? [])].some(holdsComputed);
}
