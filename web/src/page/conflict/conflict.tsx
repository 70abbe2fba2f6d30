import { useMemo } from 'react';
import { outsideChanges } from '../../draft/outside.ts';
import type { Happening } from '../../session/happening.ts';
import type { BlockedReason, Conflicted, Outside } from '../../session/session.ts';
import { blockedInWords } from '../../words/blocked.ts';
import { changeTitle, sideInWords } from '../../words/changes.ts';
import { conflict } from '../../words/conflict.ts';
import { review } from '../../words/review.ts';
import { conflictId } from './focus-conflict.ts';

const mostTold = 4;

interface Props {
  readonly session: Conflicted;
  readonly changes: number;
  readonly happen: (happening: Happening) => void;
  readonly onChoose: () => void;
}

/** The file changed under unsaved changes: says so and what changed, and asks what to do with them. */
export function ConflictBanner({ session, changes, happen, onChoose }: Props) {
  const { outside } = session;
  if (outside.kind === 'unreadable') return <UnreadableBanner reason={outside.reason} />;
  const isGone = outside.kind === 'gone';
  return (
    <section className="banner" role="alert" id={conflictId}>
      <h2>{isGone ? conflict.gone : conflict.changed}</h2>
      {!isGone && <Told former={session.file.text} outside={outside} />}
      <p>{isGone ? conflict.goneBody : conflict.changedBody(changes)}</p>
      <div className="banner-acts">
        <button type="button" className="primary" onClick={isGone ? () => happen({ type: 'kept-mine' }) : onChoose}>
          {isGone ? conflict.keepGone : conflict.choose}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => (isGone ? happen({ type: 'took-theirs' }) : void takeTheirs(session, happen))}
        >
          {isGone ? conflict.takeGone : conflict.take}
        </button>
      </div>
    </section>
  );
}

/** There is nothing to choose: the page goes on as soon as the file can be read again. */
function UnreadableBanner({ reason }: { readonly reason: BlockedReason }) {
  return (
    <section className="banner" role="alert" id={conflictId} tabIndex={-1}>
      <h2>{conflict.unreadable}</h2>
      <p>{blockedInWords(reason).sentence}</p>
      <p>{conflict.unreadableBody}</p>
    </section>
  );
}

interface ToldProps {
  readonly former: string;
  readonly outside: Extract<Outside, { readonly kind: 'changed' }>;
}

/** The first settings that changed on the disk. */
function Told({ former, outside }: ToldProps) {
  const changes = useMemo(() => outsideChanges(former, outside.file.text), [former, outside]);
  if (changes.length === 0) return <p>{conflict.textOnly}</p>;
  return (
    <ul className="conflict-told">
      {changes.slice(0, mostTold).map((change) => (
        <li key={change.path.join('.')}>
          {changeTitle(change)}: {review.sides(sideInWords(change, 'before'), sideInWords(change, 'after'))}
        </li>
      ))}
      {changes.length > mostTold && <li>{conflict.more(changes.length - mostTold)}</li>}
    </ul>
  );
}

/** Takes the file as it is on the disk; undo gives the changes back. */
export async function takeTheirs(
  { file, timeline, outside }: Conflicted,
  happen: (happening: Happening) => void,
): Promise<void> {
  if (outside.kind !== 'changed') return;
  const apart = { file, timeline, outside: outside.file };
  const { joinTheirs } = await import('../../draft/join.ts');
  happen({ type: 'joined', apart, timeline: joinTheirs(apart), notice: 'reloaded' });
}
