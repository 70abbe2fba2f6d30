import type { ApiProblemCode, DocumentContext, FileCode, ProblemPlace } from '@clearml-conf/shared';
import type { LoadedFile } from '../draft/loaded-file.ts';
import type { SavedChanges } from '../draft/saved-changes.ts';
import type { Timeline } from '../draft/timeline.ts';

/** What the server found under the path. */
export type Opening =
  | { readonly kind: 'document'; readonly file: LoadedFile }
  | { readonly kind: 'missing' }
  | { readonly kind: 'blocked'; readonly reason: BlockedReason };

/** Why a file cannot be edited at all. */
export type BlockedReason =
  | { readonly code: 'not-utf-8'; readonly line: number; readonly utf16: boolean }
  | { readonly code: FileCode | 'other'; readonly detail?: ApiProblemCode };

/** Why a page is not let in: it has no key, as after it was loaded again, or its link was used up. */
export type LockReason = 'no-link' | 'link-used';

/** Whether the program answers. `locked`: it was started again and asks this page for its link. */
export type Link = 'up' | 'down' | 'locked';

/** Something to tell once, until it is dismissed or something else happens. */
export type Notice =
  | ({ readonly kind: 'saved' } & SavedChanges)
  /** It was saved, but another program wrote at the very same moment. */
  | { readonly kind: 'overtook' }
  | { readonly kind: 'reloaded' }
  | { readonly kind: 'discarded' }
  /** What changed on the disk and what was changed here stand together: quietly, or as it was answered. */
  | { readonly kind: 'merged' | 'joined' }
  | { readonly kind: 'not-saved'; readonly code: ApiProblemCode }
  /** The program has not answered to a save for a while. */
  | { readonly kind: 'waiting' }
  /** The program went away during a save: nobody can tell yet whether it was written. */
  | { readonly kind: 'unanswered' }
  /** What came of such a save. */
  | { readonly kind: 'written' | 'not-written' }
  /** The program was told to end and refused. */
  | { readonly kind: 'not-ended' };

/** Everything there is to keep once a file is open. */
export interface Work {
  readonly context: DocumentContext;
  readonly file: LoadedFile;
  readonly timeline: Timeline;
  readonly notice: Notice | null;
  readonly link: Link;
  /** The text of a save that nobody heard of again: it may be in the file. */
  readonly sent: string | null;
}

/** What happened to the file while it was open here. */
export type Outside =
  | { readonly kind: 'changed'; readonly file: LoadedFile }
  | { readonly kind: 'gone' }
  /** Something lies there that cannot be read. */
  | { readonly kind: 'unreadable'; readonly reason: BlockedReason };

/** An open file and what is being done with it. */
export type Working =
  | (Work & { readonly phase: 'editing' | 'reviewing' | 'saving' })
  | (Work & { readonly phase: 'conflicted'; readonly outside: Outside })
  /** ClearML could not read the text; it is saved only when asked for a second time. */
  | (Work & { readonly phase: 'refused'; readonly problems: readonly ProblemPlace[] });

/** An open file that changed on disk in another way than here. */
export type Conflicted = Extract<Working, { readonly phase: 'conflicted' }>;

/** The state of the page: one of these at a time. */
export type Session =
  | { readonly phase: 'loading' }
  | { readonly phase: 'unreachable' }
  | { readonly phase: 'locked'; readonly reason: LockReason }
  /** The program was told to end. */
  | { readonly phase: 'ended'; readonly context: DocumentContext; readonly isKept: boolean }
  | { readonly phase: 'welcome'; readonly context: DocumentContext }
  | { readonly phase: 'blocked'; readonly context: DocumentContext; readonly reason: BlockedReason }
  | Working;

/** Whether a file is open. */
export function isWorking(session: Session): session is Working {
  return 'timeline' in session;
}

/** Whether anything was done since the file was read, as far as can be told without working the text out. */
export function isTouched({ file, timeline }: Work): boolean {
  return timeline.draft.edits.length > 0 || timeline.draft.base !== file.text;
}
