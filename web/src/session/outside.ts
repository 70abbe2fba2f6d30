import { outcomeOf } from '../draft/outcome.ts';
import { noChanges } from '../draft/saved-changes.ts';
import type { Happening } from './happening.ts';
import { type BlockedReason, isTouched, type Outside, type Session, type Working } from './session.ts';
import { bare, fresh, onFile, saved } from './work.ts';

/** What was found on the disk. */
export type Found = Pick<Extract<Happening, { readonly type: 'found-outside' }>, 'opening' | 'known' | 'join'>;

/** What becomes of the work when the file is no longer as it was read. */
export function foundOutside(session: Working, { opening, known, join }: Found): Session {
  if (session.phase === 'saving' || known !== session.file.revision) return session;
  if (opening.kind === 'blocked') return unreadable(session, opening.reason);
  if (opening.kind === 'missing') return gone(session);
  const { file } = opening;
  if (file.revision === session.file.revision) return atPeace(session);
  if (file.text === session.file.text) return atPeace({ ...session, file });
  const isSent = file.text === session.sent;
  if (outcomeOf(session.timeline.draft).text === file.text)
    return saved(session, file, isSent ? { kind: 'written' } : { kind: 'saved', ...noChanges });
  // What was typed after it stays what it is: a draft beside the file.
  if (isSent) return { ...atPeace(session), file, sent: null, notice: { kind: 'written' } };
  if (!isTouched(session)) return { ...fresh(session.context, file), notice: { kind: 'reloaded' } };
  if (isKnown(session, { kind: 'changed', file })) return session;
  const timeline = join?.({ file: session.file, timeline: session.timeline, outside: file });
  // What was reviewed is not what would be saved now: it has to be looked at again.
  if (timeline) return { ...onFile(session, file), timeline, notice: { kind: 'merged' } };
  return conflicted(session, { kind: 'changed', file });
}

function gone(session: Working): Session {
  return session.file.revision === null ? atPeace(session) : conflicted(session, { kind: 'gone' });
}

/** An answer that says nothing of the file itself, such as a fault of the program, changes nothing here. */
function unreadable(session: Working, reason: BlockedReason): Session {
  return reason.code === 'other' ? session : conflicted(session, { kind: 'unreadable', reason });
}

/** The file is what the session takes it for. */
function atPeace(session: Working): Working {
  return session.phase === 'conflicted' ? { ...bare(session), phase: 'editing' } : session;
}

function conflicted(session: Working, outside: Outside): Session {
  if (isKnown(session, outside)) return session;
  return { ...bare(session), phase: 'conflicted', outside, notice: null, sent: null };
}

/** Whether people are asked about this already. */
function isKnown(session: Working, outside: Outside): boolean {
  return session.phase === 'conflicted' && nameOf(session.outside) === nameOf(outside);
}

/** What tells one from another. */
function nameOf(outside: Outside): string | null {
  if (outside.kind === 'changed') return outside.file.revision;
  return outside.kind === 'gone' ? null : JSON.stringify(outside.reason);
}

/** Both sides were put together; it counts only for the very sides that there are still. */
export function joined(session: Working, happening: Extract<Happening, { readonly type: 'joined' }>): Session {
  const { apart, timeline, notice } = happening;
  if (session.phase !== 'conflicted' || nameOf(session.outside) !== apart.outside.revision) return session;
  if (session.timeline.draft !== apart.timeline.draft || session.file !== apart.file) return session;
  return { ...onFile(session, apart.outside), timeline, notice: { kind: notice } };
}

/** The own text goes on without the file that is gone. */
export function keptMine(session: Working, outside: Outside): Session {
  if (outside.kind !== 'gone') return session;
  return { ...bare(session), phase: 'editing', file: { text: '', revision: null } };
}

/** A file that is gone is let go. */
export function tookTheirs(session: Working, outside: Outside): Session {
  return outside.kind !== 'gone' ? session : { phase: 'welcome', context: session.context };
}
