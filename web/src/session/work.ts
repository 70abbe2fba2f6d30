import type { DocumentContext } from '@clearml-conf/shared';
import { draftOf } from '../draft/draft.ts';
import type { LoadedFile } from '../draft/loaded-file.ts';
import { unsavedOf } from '../draft/outcome.ts';
import { advance, timelineOf } from '../draft/timeline.ts';
import type { Notice, Session, Work, Working } from './session.ts';

/** A file that was just read. */
export function fresh(context: DocumentContext, file: LoadedFile): Working {
  const timeline = timelineOf(draftOf(file.text));
  return { phase: 'editing', context, file, timeline, notice: null, link: 'up', sent: null };
}

/** What is kept from one phase to another. */
export function bare({ context, file, timeline, notice, link, sent }: Working): Work {
  return { context, file, timeline, notice, link, sent };
}

/** Earlier drafts stay: what was saved can still be undone, and saved again. What could not be written stays too. */
export function saved(session: Working, file: LoadedFile, notice: Notice): Session {
  return {
    ...bare(session),
    phase: 'editing',
    file,
    timeline: advance(session.timeline, unsavedOf(session.timeline.draft, file.text), null),
    context: { ...session.context, file: { ...session.context.file, exists: true } },
    notice,
    link: 'up',
    sent: null,
  };
}

/** The same work beside another file. */
export function onFile(session: Working, file: LoadedFile): Working {
  return { ...bare(session), phase: 'editing', file, sent: null };
}
