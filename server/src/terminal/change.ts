import type { ConfigValue, Edit, Path } from '@clearml-conf/shared';
import {
  applyEdits,
  encode,
  formatPath,
  isList,
  isObject,
  isSecret,
  lookup,
  nearestSetting,
  newlyUnanswered,
  parse,
  parsePath,
  type Resolved,
  resolve,
  withSecretMarks,
} from '@clearml-conf/shared';
import type { EditTarget } from '../arguments.ts';
import type { Precondition, Store } from '../store/store.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { givenValue } from './given-value.ts';
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

/** Sets one option. What the file computes, or all that stands in a section or list, goes only with `replace`. */
export async function setValue(expression: string, given: string, replace: boolean, target: Target): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const { path } = parsed;
  const edit = { op: 'set', path, value: givenValue(given), secret: isSecret(path) } as const;
  const decide = ({ text }: Base) => {
    const loss = replace ? null : whatWouldBeLost(text, path, edit.value);
    return loss === null ? [edit] : failure(editing[loss](expression));
  };
  return change(target, decide, { notes: true });
}

/** Takes one option out; a section with something in it goes only with `replace`. */
export async function unsetValue(expression: string, replace: boolean, target: Target): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const { path } = parsed;
  const near = nearestSetting(formatPath(path))?.path;
  const nothing = editing.nothingToUnset(expression, target.file, near);
  const decide = ({ text }: Base) =>
    !replace && isFullSection(lookup(resolve(parse(text)).root, path))
      ? failure(editing.section(expression))
      : [{ op: 'unset', path, secret: isSecret(path) } as const];
  return change(target, decide, { nothing });
}

/** All edits or none; they say themselves what goes. */
export async function applyGivenEdits(edits: readonly Edit[], target: Target): Promise<Outcome> {
  return change(target, () => edits);
}

interface Manner {
  /** Why it is a failure if the text stays as it is. */
  readonly nothing?: string;
  /** Whether to say what is odd about the values given. */
  readonly notes?: boolean;
}

async function change(
  target: Target,
  decide: (base: Base) => readonly Edit[] | Outcome,
  { nothing, notes = false }: Manner = {},
): Promise<Outcome> {
  const base = await baseOf(target);
  if ('exitCode' in base) return base;
  const edits = decide(base);
  if ('exitCode' in edits) return edits;
  const outcome = applyEdits(base.text, withSecretMarks(base.text, edits));
  if (!outcome.ok) return failure(refusalSentence(target.file, outcome, edits.length));
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

/** Why a value is not simply put there: an expression of the file, or all that stands in a section or list, would go. */
function whatWouldBeLost(text: string, path: Path, value: ConfigValue): 'computed' | 'section' | 'list' | null {
  const found = lookup(resolve(parse(text)).root, path);
  if (!found) return null;
  if (holdsComputed(found)) return 'computed';
  if (isFullSection(found) && !isObject(value)) return 'section';
  return found.items && found.items.length > 0 && !isList(value) ? 'list' : null;
}

/** Whether more than one option would go, with the comments between them. */
function isFullSection(found: Resolved | undefined): boolean {
  return (found?.members?.size ?? 0) > 0;
}

function holdsComputed({ computed, members, items }: Resolved): boolean {
  return computed || [...(members?.values() ?? []), ...(items ?? [])].some(holdsComputed);
}
