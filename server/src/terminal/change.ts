import type { Edit } from '@clearml-conf/shared';
import {
  applyEdits,
  concernedLine,
  encode,
  formatPath,
  isSecret,
  nearestSetting,
  newlyUnanswered,
  parse,
  parsePath,
  resolve,
  withSecretMarks,
} from '@clearml-conf/shared';
import type { EditTarget } from '../arguments.ts';
import type { Precondition, Store } from '../store/store.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { givenValue } from './given-value.ts';
import { lossSentence } from './losses.ts';
import { notesOn } from './notes.ts';
import { openText } from './opened-text.ts';
import type { Outcome } from './outcome.ts';
import { failure, misuse } from './outcome.ts';
import { saveToTheEnd } from './saving.ts';
import { editing, fileSentence, refusalSentence, unansweredSentence } from './sentences.ts';

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

/** Sets one option. What the file computes, or what stands in a section or list, goes only with `replace`. */
export async function setValue(expression: string, given: string, replace: boolean, target: Target): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const { path } = parsed;
  const edit = { op: 'set', path, value: givenValue(given), secret: isSecret(path) } as const;
  return change(target, [edit], { replace, notes: true });
}

/** Takes one option out; a section with something in it goes only with `replace`. */
export async function unsetValue(expression: string, replace: boolean, target: Target): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const { path } = parsed;
  const near = nearestSetting(formatPath(path))?.path;
  const nothing = editing.nothingToUnset(expression, target.file, near);
  return change(target, [{ op: 'unset', path, secret: isSecret(path) }], { replace, nothing });
}

/** All edits or none; as with one edit, more than they name goes only with `replace`. */
export async function applyGivenEdits(edits: readonly Edit[], replace: boolean, target: Target): Promise<Outcome> {
  return change(target, edits, { replace });
}

interface Manner {
  /** Whether more may go than the options that the edits name. */
  readonly replace: boolean;
  /** Why it is a failure if the text stays as it is. */
  readonly nothing?: string;
  /** Whether to say what is odd about the values given. */
  readonly notes?: boolean;
}

async function change(
  target: Target,
  edits: readonly Edit[],
  { replace, nothing, notes = false }: Manner,
): Promise<Outcome> {
  const base = await baseOf(target);
  if ('exitCode' in base) return base;
  const loss = replace ? null : firstLoss(base.text, edits);
  if (loss !== null) return failure(loss);
  const outcome = applyEdits(base.text, withSecretMarks(base.text, edits));
  if (!outcome.ok) {
    const broken = resolve(parse(base.text)).problems.find(({ severity }) => severity === 'error');
    const line = concernedLine(base.text, outcome);
    return failure(refusalSentence(target.file, { ...outcome, line }, edits.length, broken));
  }
  const isSame = outcome.text === base.text;
  if (isSame && nothing !== undefined) return failure(nothing);
  const unanswered = newlyUnanswered(parse(base.text), parse(outcome.text)).map(unansweredSentence);
  const odd = [...(notes ? notesOn(base.text, outcome.text, edits) : []), ...unanswered];
  const done = (output: string): Outcome => ({
    exitCode: 0,
    output,
    ...(odd.length > 0 && { sentence: odd.join('\n') }),
  });
  if (target.dryRun) return done(outcome.text);
  if (isSame) return done(`${editing.unchanged(target.file)}\n`);
  const saving = await saveToTheEnd(base.store, encode(outcome.text), base.precondition);
  return saving.ok ? done(`${editing.saved(target.file)}\n`) : failure(fileSentence(target.file, saving.code));
}

/** The text to change. A file that is not there yet is an empty one. */
async function baseOf(target: Target): Promise<Base | Outcome> {
  const opened = await openText(target.file, target.surroundings, !target.dryRun);
  if (opened.ok) return opened;
  if (opened.code !== 'no-file') return failure(opened.sentence);
  return { text: '', precondition: { kind: 'absent' }, store: opened.store };
}

/** As the edits are worked out together, each is judged by the text as it is before them. */
function firstLoss(text: string, edits: readonly Edit[]): string | null {
  const { root } = resolve(parse(text));
  for (const edit of edits) {
    const loss = lossSentence(root, edit);
    if (loss !== null) return loss;
  }
  return null;
}
