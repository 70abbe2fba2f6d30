import { applyChanges, composeChanges, tidyChanges } from '../changes.ts';
import type { Change, Document, Edit } from '../document.ts';
import { locked } from '../lock.ts';
import { parse } from '../parser.ts';
import { startsWith } from '../path.ts';
import { type Resolution, resolve } from '../resolve.ts';
import { habitsOf } from '../style.ts';
import { valueAt } from '../value.ts';
import { type Draft, draftAfter, marksOf } from './draft.ts';
import { type Intent, intentBetween, noMarks } from './intent.ts';
import { planDocument } from './plan.ts';
import { type Edited, type EditOutcome, type Refusal, type RefusalCode, Refused } from './refusal.ts';
import { planUncomment } from './uncomment.ts';
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
  const wanted = withoutUndone(edits.map((edit, index) => ({ edit, index })));
  let base = read(text);
  let changes: readonly Change[] = [];
  if (base.document.root.kind === 'array') return refuse('not-settings', wanted[0]);
  for (const numbered of wanted.filter(({ edit }) => edit.op === 'uncomment')) {
    const outcome = switchOn(base, numbered);
    if (!outcome.ok) return outcome;
    changes = composeChanges(text, changes, outcome.changes);
    base = read(outcome.text);
  }
  const outcome = fold(
    base,
    wanted.filter(({ edit }) => edit.op !== 'uncomment'),
  );
  return outcome.ok ? { ...outcome, changes: composeChanges(text, changes, outcome.changes) } : outcome;
}

function read(text: string): Base {
  const document = parse(text);
  return { document, resolution: resolve(document) };
}

/** Switching a block on and then taking it out again leaves the comment as it stood. */
function withoutUndone(edits: readonly Numbered[]): readonly Numbered[] {
  const undone = new Set<Numbered>();
  for (const [at, one] of edits.entries()) {
    if (one.edit.op !== 'uncomment') continue;
    const { path } = one.edit;
    const end = edits.findIndex((other, later) => later > at && takesOut(other.edit, path));
    const between = edits.slice(at, end + 1);
    if (between.every(({ edit }) => startsWith(edit.path, path))) for (const each of between) undone.add(each);
  }
  return edits.filter((one) => !undone.has(one));
}

function takesOut(edit: Edit, path: Edit['path']): boolean {
  return (edit.op === 'unset' || edit.op === 'remove') && startsWith(path, edit.path);
}

function switchOn(base: Base, numbered: Numbered): EditOutcome {
  const { path } = numbered.edit;
  const work = new Work(base.document, base.resolution);
  const stop = planUncomment(work, path);
  if (stop !== null) return refuse(stop.code, numbered);
  const edited = finish(base, work);
  const { resolution } = read(edited.text);
  const value = valueAt(resolution.value, path);
  if (value === undefined) return refuse('would-not-read-back', numbered);
  const op = typeof path.at(-1) === 'number' ? 'insert' : 'set';
  const draft = draftAfter(base.resolution.value, { op, path, value });
  if (draft instanceof Refused) return refuse(draft.code, numbered);
  const intent = intentBetween(base.resolution.value, draft, noMarks);
  const code = locked(base.resolution, intent, resolution, edited.changes);
  return code === null ? edited : refuse(code, numbered);
}

/** The ordinary edits: folded into what they come to, and that put into the text. */
function fold(base: Base, edits: readonly Numbered[]): EditOutcome {
  let draft: Draft | undefined = base.resolution.value;
  for (const numbered of edits) {
    const next = draftAfter(draft, numbered.edit);
    if (next instanceof Refused) return refuse(next.code, numbered);
    draft = next;
  }
  const intent = intentBetween(base.resolution.value, draft, marksOf(edits.map(({ edit }) => edit)));
  if (intent.kind === 'keep') return { ok: true, text: base.document.text, changes: [] };
  const outcome = carryOut(base, intent);
  if (typeof outcome !== 'string') return outcome;
  return blame(base, edits, outcome);
}

const ways: readonly Ways[] = [
  { usesTwins: true, replacesWholes: false, clearsOthers: false },
  { usesTwins: true, replacesWholes: true, clearsOthers: false },
  { usesTwins: true, replacesWholes: false, clearsOthers: true },
  { usesTwins: false, replacesWholes: false, clearsOthers: false },
];

/** Tries the best place first, then others; answers with why the first would not do. */
function carryOut(base: Base, intent: Intent): Edited | RefusalCode {
  let reason: RefusalCode | null = null;
  const habits = habitsOf(base.document);
  for (const way of ways) {
    const work = new Work(base.document, base.resolution, habits, way);
    const outcome = attempt(base, intent, work);
    if (typeof outcome !== 'string') return outcome;
    reason ??= outcome;
  }
  return reason ?? 'would-not-read-back';
}

function attempt(base: Base, intent: Intent, work: Work): Edited | RefusalCode {
  const stop = planDocument(work, intent);
  if (stop !== null) return stop.code;
  const edited = finish(base, work);
  const code = check(base, intent, edited);
  if (code === null) return edited;
  return endsInPeriod(edited.text) ? (longer(base, intent, work) ?? code) : code;
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

function check(base: Base, intent: Intent, { text, changes }: Edited): RefusalCode | null {
  return locked(base.resolution, intent, read(text).resolution, changes);
}

/** Only the very last thing of a file can be one. */
function endsInPeriod(text: string): boolean {
  return /\d[ \t]*[a-z]+\n?$/.test(text);
}

/** Finds the first edit that cannot be carried out with those before it. */
function blame(base: Base, edits: readonly Numbered[], code: RefusalCode): Refusal {
  for (let count = 1; count < edits.length; count++) {
    const outcome = fold(base, edits.slice(0, count));
    if (!outcome.ok) return outcome;
  }
  return refuse(code, edits.at(-1));
}

function refuse(code: RefusalCode, numbered: Numbered | undefined): Refusal {
  return { ok: false, code, index: numbered?.index ?? 0, path: numbered?.edit.path ?? [] };
}
