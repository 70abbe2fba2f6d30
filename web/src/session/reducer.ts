import { applyChanges, type Change, type DocumentContext, type Edit, type Path } from '@clearml-conf/shared';
import { typedOnto } from '../diff/line-changes.ts';
import { draftOf, withEdits } from '../draft/draft.ts';
import { dropOf } from '../draft/drop.ts';
import { outcomeOf, unsavedOf } from '../draft/outcome.ts';
import { advance, leave, redo, timelineOf, undo } from '../draft/timeline.ts';
import { withUnfinished } from '../form/unfinished.ts';
import type { Happening } from './happening.ts';
import type { KeptDraft } from './kept.ts';
import { type Found, foundOutside, joined, keptMine, tookTheirs } from './outside.ts';
import { isTouched, isWorking, type Link, type Opening, type Session, type Working } from './session.ts';
import { bare, fresh, saved } from './work.ts';

/** The state after something happened. What makes no sense in a state leaves it as it is. */
export function reduce(session: Session, happening: Happening): Session {
  if (happening.type === 'opened') return opened(session, happening.context, happening.opening);
  if (happening.type === 'unreachable') return unlinked(session, 'down', { phase: 'unreachable' });
  if (happening.type === 'locked') return unlinked(session, 'locked', { phase: 'locked', reason: happening.reason });
  if (happening.type === 'created') return created(session, happening);
  if (happening.type === 'ended') return ended(session, happening.isKept);
  if (happening.type === 'taken-up' && session.phase === 'welcome') return created(session, happening.draft);
  if (!isWorking(session) || (session.phase === 'saving' && changesDraft(happening.type))) return session;
  return checkedAnew(session, work(session, happening));
}

/** What was done stays; a page that has nothing yet says why. */
function unlinked(session: Session, link: Link, without: Session): Session {
  // A program that was told to end does not answer; it need not be said.
  if (!isWorking(session)) return session.phase === 'ended' ? session : without;
  return session.link === link ? session : { ...session, link };
}

/** That a text shall be saved although ClearML cannot read it is said of this text only. */
function checkedAnew(before: Working, session: Session): Session {
  if (before.phase !== 'refused' || !isWorking(session) || session.phase !== 'refused') return session;
  const isSame = session.timeline.draft === before.timeline.draft;
  return isSame ? session : { ...bare(session), phase: 'reviewing' };
}

/** What is being written must not change under the pen. */
function changesDraft(type: Happening['type']): boolean {
  return [
    'edited',
    'typed',
    'undone',
    'redone',
    'discarded',
    'dropped',
    'withdrawn',
    'mended',
    'restored',
    'taken-up',
  ].includes(type);
}

function opened(session: Session, context: DocumentContext, opening: Opening): Session {
  // A session that is working now was not when this look began: it knew of no file.
  if (isWorking(session)) return foundOutside({ ...session, context, link: 'up' }, { opening, known: null });
  if (opening.kind === 'missing') return { phase: 'welcome', context };
  if (opening.kind === 'blocked') return { phase: 'blocked', context, reason: opening.reason };
  return fresh(context, opening.file);
}

function created(session: Session, { text, unfinished }: Pick<KeptDraft, 'text' | 'unfinished'>): Session {
  if (session.phase !== 'welcome') return session;
  const started = fresh(session.context, { text: '', revision: null });
  return { ...started, timeline: timelineOf(withUnfinished(draftOf(text), unfinished)) };
}

function ended(session: Session, isKept: boolean): Session {
  return 'context' in session ? { phase: 'ended', context: session.context, isKept } : session;
}

type WorkHappening = Exclude<Happening, { readonly type: 'opened' | 'unreachable' | 'locked' | 'created' | 'ended' }>;

function work(session: Working, happening: WorkHappening): Session {
  switch (happening.type) {
    case 'edited':
      return edited(session, happening.edits, happening.visit);
    case 'typed':
      return typed(session, happening);
    case 'restored':
      return restored(session, happening.text);
    case 'taken-up':
      return takenUp(session, happening.draft, happening.join);
    case 'surrounded':
      return { ...session, context: happening.context };
    case 'left':
      return session.timeline.visit === null ? session : { ...session, timeline: leave(session.timeline) };
    case 'undone':
      return { ...session, timeline: undo(session.timeline), notice: null };
    case 'redone':
      return { ...session, timeline: redo(session.timeline), notice: null };
    case 'discarded':
      return discarded(session, happening.holds === true);
    case 'dropped':
      return dropped(session, happening.path);
    case 'withdrawn':
      return withdrawn(session, happening.edit);
    case 'mended':
      return mended(session, happening.text, happening.changes);
    case 'not-ended':
      return { ...session, notice: { kind: 'not-ended' } };
    case 'linked':
      return linked(session, happening.isSame);
    case 'dismissed':
      return { ...session, notice: null };
    case 'found-outside':
      return foundOutside(session, happening);
    default:
      return step(session, happening);
  }
}

type Step = Extract<
  WorkHappening,
  {
    readonly type:
      | 'reviewed'
      | 'returned'
      | 'saving'
      | 'saved'
      | 'not-saved'
      | 'waiting'
      | 'unanswered'
      | 'refused'
      | 'joined'
      | 'kept-mine'
      | 'took-theirs';
  }
>;

function step(session: Working, happening: Step): Session {
  switch (happening.type) {
    case 'reviewed':
      return session.phase === 'editing'
        ? { ...session, phase: 'reviewing', timeline: leave(session.timeline), notice: null }
        : session;
    case 'returned':
      return session.phase === 'saving' ? session : { ...bare(session), phase: 'editing' };
    case 'saving':
      return session.phase === 'reviewing' || session.phase === 'refused'
        ? { ...bare(session), phase: 'saving', notice: null }
        : session;
    case 'saved':
      return saved(
        session,
        happening.file,
        happening.overtook ? { kind: 'overtook' } : { kind: 'saved', ...happening.changes },
      );
    case 'not-saved':
      return { ...bare(session), phase: 'reviewing', notice: { kind: 'not-saved', code: happening.code } };
    case 'waiting':
      return session.phase === 'saving' ? { ...session, notice: { kind: 'waiting' } } : session;
    case 'unanswered':
      return unanswered(session);
    case 'refused':
      return { ...bare(session), phase: 'refused', problems: happening.problems };
    case 'joined':
      return joined(session, happening);
    case 'kept-mine':
      return session.phase === 'conflicted' ? keptMine(session, session.outside) : session;
    case 'took-theirs':
      return session.phase === 'conflicted' ? tookTheirs(session, session.outside) : session;
  }
}

function unanswered(session: Working): Session {
  const sent = outcomeOf(session.timeline.draft).text;
  return { ...bare(session), phase: 'reviewing', notice: { kind: 'unanswered' }, link: 'down', sent };
}

/** A file that is as it was has not got the text that was sent. */
function linked(session: Working, isSame: boolean): Session {
  if (isSame && session.sent !== null) return { ...session, link: 'up', sent: null, notice: { kind: 'not-written' } };
  return session.link === 'up' ? session : { ...session, link: 'up' };
}

function edited(session: Working, edits: readonly Edit[], visit: string | null): Session {
  if (edits.length === 0) return session;
  const { timeline } = session;
  return { ...session, timeline: advance(timeline, withEdits(timeline.draft, edits), visit), notice: null };
}

/**
 * The typed text is the new base: what was meant by path is in it, save for the edits that could not be made. What came
 * from elsewhere while somebody typed is not on their screen yet; it stays.
 */
function typed(session: Working, { over, text: given, step }: Extract<Happening, { type: 'typed' }>): Session {
  const { timeline } = session;
  const text = typedOnto(outcomeOf(timeline.draft).text, over, given);
  if (text === null) return session;
  return { ...session, timeline: advance(timeline, unsavedOf(timeline.draft, text), step), notice: null };
}

/** Only what is on disk now can be reviewed against: in a conflict the former text waits. */
function restored(session: Working, text: string): Session {
  if (session.phase !== 'editing' || text === session.file.text) return session;
  return { ...session, phase: 'reviewing', timeline: advance(session.timeline, draftOf(text), null), notice: null };
}

/** Beside the file it was for; if that changed since, it goes the way of every change from outside. */
function takenUp(session: Working, { text, file, revision, unfinished }: KeptDraft, join: Found['join']): Session {
  const timeline = advance(session.timeline, withUnfinished(draftOf(text), unfinished), null);
  if (file === null || file === session.file.text) return { ...session, timeline, notice: null };
  const then: Working = { ...session, file: { text: file, revision }, timeline, notice: null };
  return foundOutside(then, { opening: { kind: 'document', file: session.file }, known: revision, join });
}

function discarded(session: Working, holds: boolean): Session {
  if (!isTouched(session) && !holds) return session;
  const timeline = advance(session.timeline, draftOf(session.file.text), null);
  return { ...bare(session), phase: 'editing', timeline, notice: { kind: 'discarded' } };
}

function dropped(session: Working, path: Path): Session {
  const { timeline, file } = session;
  const drop = dropOf(file.text, timeline.draft, path);
  return drop ? { ...session, timeline: advance(timeline, drop.draft, null), notice: null } : session;
}

/** Mends the text of the draft itself; what was meant by path is in it then. */
function mended(session: Working, text: string, changes: readonly Change[]): Session {
  const { timeline } = session;
  if (outcomeOf(timeline.draft).text !== text) return session;
  return { ...session, timeline: advance(timeline, draftOf(applyChanges(text, changes)), null), notice: null };
}

function withdrawn(session: Working, edit: Edit): Session {
  const { timeline } = session;
  const edits = timeline.draft.edits.filter((one) => one !== edit);
  if (edits.length === timeline.draft.edits.length) return session;
  return { ...session, timeline: advance(timeline, { ...timeline.draft, edits }, null), notice: null };
}
