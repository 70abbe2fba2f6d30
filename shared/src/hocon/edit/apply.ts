import { applyChanges, composeChanges, tidyChanges } from '../changes.ts';
import type { Change, Document, Edit, Path } from '../document.ts';
import { Habits } from '../habits.ts';
import { locked } from '../lock.ts';
import { documentOf } from '../parser.ts';
import { formatPath, samePath, startsWith } from '../path.ts';
import { type Resolution, resolutionOf } from '../resolve.ts';
import { valueAt } from '../value.ts';
import { type Intent, intentBetween } from './intent.ts';
import { marksOf, noMarks } from './marks.ts';
import { planDocument } from './plan.ts';
import { type Edited, type EditOutcome, type Refusal, Refused, type Stop } from './refusal.ts';
import { planUncomment } from './uncomment.ts';
import { type Wanted, wantedAfter } from './wanted.ts';
import { type Ways, Work } from './work.ts';

/** A text that has been read. */
interface Base {
  readonly document: Document;
  readonly resolution: Resolution;
}

/** An edit and which of the given ones it is. */
interface Numbered {
  readonly edit: Edit;
  readonly index: number;
}

/**
 * Carries out edits on a text. They are worked out together: what they come to in the end is put into the text as it
 * stands, so that there and back is no change. Either all of them are carried out or none.
 */
export function applyEdits(text: string, edits: readonly Edit[]): EditOutcome {
  return inTurn(text, withoutUndone(edits.map((edit, index) => ({ edit, index }))));
}

/** An item is switched on at the place that it has by then, so the edits of its list that come before it go first. */
function inTurn(text: string, edits: readonly Numbered[]): EditOutcome {
  const at = edits.findIndex(
    ({ edit: { op, path } }, at) =>
      op === 'uncomment' && edits.slice(0, at).some(({ edit }) => edit.op !== op && isInList(edit, path)),
  );
  if (at < 0) return together(text, edits);
  const first = together(text, edits.slice(0, at));
  const rest = first.ok ? inTurn(first.text, edits.slice(at)) : first;
  return first.ok && rest.ok ? { ...rest, changes: composeChanges(text, first.changes, rest.changes) } : rest;
}

/** Whether an edit concerns the list that a path leads into. */
function isInList(edit: Edit, path: Path): boolean {
  return typeof path.at(-1) === 'number' && startsWith(edit.path, path.slice(0, -1));
}

function together(text: string, counted: readonly Numbered[]): EditOutcome {
  let base = read(text);
  let changes: readonly Change[] = [];
  if (base.document.root.kind === 'array') return refuse(new Refused('not-settings', []), counted[0]);
  for (const numbered of counted.filter(({ edit }) => edit.op === 'uncomment')) {
    const outcome = switchOn(base, numbered);
    if (!outcome.ok) return outcome;
    changes = composeChanges(text, changes, outcome.changes);
    base = read(outcome.text);
  }
  const outcome = fold(base, counted);
  return outcome.ok ? { ...outcome, changes: composeChanges(text, changes, outcome.changes) } : outcome;
}

function read(text: string): Base {
  const document = documentOf(text);
  return { document, resolution: resolutionOf(document) };
}

/**
 * Switching a block on and then taking it out again leaves the comment as it stood. The other way round the block is on:
 * what is switched on comes first, and would be taken out by what was meant for before.
 */
function withoutUndone(edits: readonly Numbered[]): readonly Numbered[] {
  const undone = new Set<Numbered>();
  for (const [at, one] of edits.entries()) {
    const end = edits.findIndex(
      ({ edit }, later) => later > at && isUnset(edit) && startsWith(one.edit.path, edit.path),
    );
    if (isUnset(one.edit) && edits.some(({ edit }, later) => later > at && switchesOn(edit, one.edit.path))) {
      undone.add(one);
    }
    if (one.edit.op !== 'uncomment' || end < 0) continue;
    for (const other of undoneWith(one, edits.slice(at, end + 1))) undone.add(other);
  }
  return edits.filter((one) => !undone.has(one));
}

/** Of the edits from an `uncomment` to its unset those that come to nothing. */
function undoneWith({ edit: { path } }: Numbered, edits: readonly Numbered[]): readonly Numbered[] {
  if (edits.slice(1, -1).some(({ edit }) => mayReplace(edit, path))) return [];
  return edits.filter(({ edit }) => startsWith(edit.path, path));
}

/** Whether something else may stand at the path after this edit, or in the list beside it: places count with the item. */
function mayReplace(edit: Edit, path: Path): boolean {
  if (edit.op === 'append') return false;
  if (edit.op === 'rename') return startsWith(path, edit.path);
  const isBelow = edit.path.length > path.length;
  if (startsWith(edit.path, path) && (isBelow || edit.op === 'set')) return false;
  return isInList(edit, path) || (startsWith(path, edit.path) && !samePath(path, edit.path));
}

function switchesOn(edit: Edit, path: Path): boolean {
  return edit.op === 'uncomment' && typeof path.at(-1) === 'string' && samePath(edit.path, path);
}

function isUnset(edit: Edit): boolean {
  return edit.op === 'unset' || edit.op === 'remove';
}

function switchOn(base: Base, numbered: Numbered): EditOutcome {
  const { path } = numbered.edit;
  const work = new Work(base.document, base.resolution);
  const stop = planUncomment(work, path);
  if (stop !== null) return refuse(stop, numbered);
  const edited = finish(base, work);
  const { resolution } = read(edited.text);
  const value = valueAt(resolution.value, path);
  if (value === undefined) return refuse(new Refused('would-not-read-back', path), numbered);
  const op = typeof path.at(-1) === 'number' ? 'insert' : 'set';
  const wanted = wantedAfter(base.resolution.value, { op, path, value });
  if (wanted instanceof Refused) return refuse(wanted, numbered);
  const intent = intentBetween(base.resolution.value, wanted, noMarks);
  const breach = locked(base.resolution, intent, resolution, edited.changes);
  return breach === null ? edited : refuse(breach, numbered);
}

/** The ordinary edits, folded into what they come to, and that put into the text; what was switched on is in it. */
function fold(base: Base, edits: readonly Numbered[]): EditOutcome {
  const outcome = folded(base, edits);
  return outcome instanceof Refused ? blame(base, edits, outcome) : outcome;
}

function folded(base: Base, edits: readonly Numbered[]): EditOutcome | Refused {
  let wanted: Wanted | undefined = base.resolution.value;
  for (const numbered of edits) {
    const next = wantedAfter(wanted, numbered.edit);
    if (next instanceof Refused) return refuse(next, numbered);
    wanted = next;
  }
  const intent = intentBetween(base.resolution.value, wanted, marksOf(edits.map(({ edit }) => edit)));
  if (intent.kind === 'keep') return { ok: true, text: base.document.text, changes: [] };
  const outcome = carryOut(base, intent);
  return outcome instanceof Refused ? (inSteps(base, edits) ?? outcome) : outcome;
}

/** Dotted keys spell out the name that a section has in the text, so its new one must be there before it gets members. */
function inSteps(base: Base, edits: readonly Numbered[]): Edited | null {
  const at = edits.findIndex(({ edit }) => edit.op === 'rename');
  if (at < 0 || edits.length === 1) return null;
  const count = Math.max(at, 1);
  const first = folded(base, edits.slice(0, count));
  if (first instanceof Refused || !first.ok) return null;
  const rest = folded(read(first.text), edits.slice(count));
  if (rest instanceof Refused || !rest.ok) return null;
  return { ...rest, changes: composeChanges(base.document.text, first.changes, rest.changes) };
}

const otherWays: readonly Ways[] = [
  { usesTwins: true, replacesWholes: true, clearsOthers: false },
  { usesTwins: true, replacesWholes: false, clearsOthers: true },
  { usesTwins: true, replacesWholes: true, clearsOthers: true },
  { usesTwins: false, replacesWholes: true, clearsOthers: true },
];

/** Tries the best place first, then others; answers with why the first would not do. */
function carryOut(base: Base, intent: Intent): Edited | Refused {
  const habits = new Habits(base.document);
  const first = attempt(base, intent, new Work(base.document, base.resolution, habits));
  if (!(first instanceof Refused)) return first;
  for (const way of otherWays) {
    const outcome = attempt(base, intent, new Work(base.document, base.resolution, habits, way));
    if (!(outcome instanceof Refused)) return outcome;
  }
  return first;
}

function attempt(base: Base, intent: Intent, work: Work): Edited | Refused {
  const stop = planDocument(work, intent);
  if (stop !== null) return stop;
  const edited = finish(base, work);
  const breach = check(base, intent, edited);
  if (breach === null) return edited;
  return (endsInPeriod(edited.text) ? longer(base, intent, work) : null) ?? breach;
}

/** What would turn into a period at the end of the file stays a text if line breaks follow. */
function longer(base: Base, intent: Intent, work: Work): Edited | null {
  const { newline } = work.habits;
  for (const ending of [newline, newline + newline]) {
    const edited = finish(base, work, ending);
    if (check(base, intent, edited) === null) return edited;
  }
  return null;
}

function finish({ document: { text } }: Base, work: Work, ending = ''): Edited {
  const changes = tidyChanges(text, [...work.changes(), { from: text.length, to: text.length, insert: ending }]);
  return { ok: true, text: applyChanges(text, changes), changes };
}

function check(base: Base, intent: Intent, { text, changes }: Edited): Stop {
  return locked(base.resolution, intent, read(text).resolution, changes);
}

/** Only the very last thing of a file can be one. */
function endsInPeriod(text: string): boolean {
  return /\d[ \t]*[a-z]+\n?$/.test(text);
}

/** Finds the first edit that cannot be carried out with those before it. */
function blame(base: Base, edits: readonly Numbered[], refused: Refused): Refusal {
  for (let count = 1; count < edits.length; count++) {
    const outcome = fold(base, edits.slice(0, count));
    if (!outcome.ok) return outcome;
  }
  return refuse(refused, edits.at(-1));
}

/** Says which edit it is, and in the detail what else is concerned. */
function refuse({ code, path }: Refused, numbered: Numbered | undefined): Refusal {
  const edit = numbered?.edit;
  const isElsewhere = path.length > 0 && !samePath(path, edit?.path ?? []);
  const detail = isElsewhere ? { detail: formatPath(path) } : {};
  return { ok: false, code, index: numbered?.index ?? 0, path: edit?.path ?? [], ...detail };
}
