import type { ApiProblemCode, Change, DocumentContext, Edit, Path, ProblemPlace } from '@clearml-conf/shared';
import type { Apart } from '../draft/join.ts';
import type { LoadedFile } from '../draft/loaded-file.ts';
import type { SavedChanges } from '../draft/saved-changes.ts';
import type { Timeline } from '../draft/timeline.ts';
import type { KeptDraft } from './kept.ts';
import type { LockReason, Opening } from './session.ts';

/** Puts both sides of a file together where nothing has to be asked. It is loaded only when it is needed. */
export type Join = (apart: Apart) => Timeline | null;

/** Everything that can happen to a session. */
export type Happening =
  | { readonly type: 'opened'; readonly context: DocumentContext; readonly opening: Opening }
  | { readonly type: 'unreachable' }
  | { readonly type: 'locked'; readonly reason: LockReason }
  | { readonly type: 'created'; readonly text: string }
  /** `visit`: the field it was typed into; null for anything else. */
  | { readonly type: 'edited'; readonly edits: readonly Edit[]; readonly visit: string | null }
  /** The whole text was typed into, as it stood in `over`; texts of one `step` are undone together. */
  | { readonly type: 'typed'; readonly over: string; readonly text: string; readonly step: string }
  /** A former text becomes the draft and is reviewed. */
  | { readonly type: 'restored'; readonly text: string }
  /** The unsaved text that an earlier page left behind becomes the draft. */
  | { readonly type: 'taken-up'; readonly draft: KeptDraft; readonly join?: Join | undefined }
  | { readonly type: 'left' }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  /** `holds`: something was typed that is no value yet, and goes too. */
  | { readonly type: 'discarded'; readonly holds?: boolean }
  | { readonly type: 'dropped'; readonly path: Path }
  /** `edit`: one that was refused, so that nothing else depends on it. */
  | { readonly type: 'withdrawn'; readonly edit: Edit }
  /** `text`: the one that the changes are for. */
  | { readonly type: 'mended'; readonly text: string; readonly changes: readonly Change[] }
  | { readonly type: 'reviewed' }
  | { readonly type: 'returned' }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly file: LoadedFile; readonly changes: SavedChanges; readonly overtook?: boolean }
  | { readonly type: 'not-saved'; readonly code: ApiProblemCode }
  /** A save has no answer yet. */
  | { readonly type: 'waiting' }
  | { readonly type: 'unanswered' }
  | { readonly type: 'refused'; readonly problems: readonly ProblemPlace[] }
  /** `known`: the revision that the session had when the look began. */
  | {
      readonly type: 'found-outside';
      readonly opening: Opening;
      readonly known: string | null;
      readonly join?: Join | undefined;
    }
  /** Both sides were put together, from this timeline and this file. */
  | {
      readonly type: 'joined';
      readonly apart: Apart;
      readonly timeline: Timeline;
      readonly notice: 'joined' | 'reloaded';
    }
  /** Of a file that is gone. */
  | { readonly type: 'kept-mine' }
  | { readonly type: 'took-theirs' }
  /** The program answers. `isSame`: the file is as the session knows it. */
  | { readonly type: 'linked'; readonly isSame: boolean }
  /** What is round the file is otherwise now. */
  | { readonly type: 'surrounded'; readonly context: DocumentContext }
  /** The program was told to end. `isKept`: unsaved text is kept for the next time. */
  | { readonly type: 'ended'; readonly isKept: boolean }
  | { readonly type: 'not-ended' }
  | { readonly type: 'dismissed' };
