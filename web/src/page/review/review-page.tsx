import type { Change, Problem } from '@clearml-conf/shared';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { changeCount, type Desk } from '../../desk/desk.ts';
import { PageHead } from '../../desk/page-head.tsx';
import { useCopying } from '../../desk/use-copying.ts';
import { useKeys } from '../../desk/use-keys.ts';
import { leftUnanswered } from '../../draft/left-unanswered.ts';
import { type SavedChanges, savedChangesOf } from '../../draft/saved-changes.ts';
import { Icon } from '../../icon/icon.tsx';
import { hashOf, routeOf } from '../../route/route.ts';
import type { Happening } from '../../session/happening.ts';
import type { Working } from '../../session/session.ts';
import { review } from '../../words/review.ts';
import { readOnlyTrouble } from '../../words/trouble.ts';
import { Notices } from '../notices.tsx';
import { ProblemList } from '../problems.tsx';
import { ChangeList } from './change-list.tsx';
import { pressInList } from './list-keys.ts';
import { RefusalList } from './refusal-list.tsx';
import { RefusedBanner } from './refused.tsx';
import { ReviewDiff } from './review-diff.tsx';
import { SlowSave } from './slow-save.tsx';
import { Unanswered } from './unanswered.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

interface Props {
  readonly session: Working;
  readonly desk: Desk;
  /** False while the page still shows an earlier draft: what is not seen is not saved. */
  readonly isCurrent: boolean;
  readonly happen: (happening: Happening) => void;
  readonly save: (changes: SavedChanges, anyway: boolean) => void;
  readonly saveAgain: () => void;
  /** Says where people go when they leave the review for a setting. */
  readonly visit: (setting: string) => void;
}

/** What will be written, setting by setting and line by line, and the button that writes it. */
export function ReviewPage({ session, desk, isCurrent, happen, save, saveAgain, visit }: Props) {
  const { derived } = desk;
  const { readOnly } = session.context.file;
  const count = changeCount(desk);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const kept = useKeptFocus(derived, heading);
  const isWritten = derived.text !== derived.file.document.text;
  const canSave = isCurrent && isWritten && session.phase === 'reviewing' && readOnly === null;
  const saveNow = () => canSave && save(savedChangesOf(derived.changes), false);
  const back = () => happen({ type: 'returned' });
  const go = useWayOut(visit, back);
  const errors = derived.now.problems.filter(({ severity }) => severity === 'error');
  const [line, setLine] = useState<number | null>(null);
  // What is pressed in a banner goes with it.
  const fromHeading = (act: () => void) => {
    heading.current?.focus();
    act();
  };
  const mend = (changes: readonly Change[]) =>
    fromHeading(() => happen({ type: 'mended', text: derived.text, changes }));
  const dismiss = () => happen({ type: 'dismissed' });
  const undo = () => happen({ type: 'undone' });
  const redo = () => happen({ type: 'redone' });
  useKeys({ search: back, undo, redo, save: saveNow, back });
  return (
    <div className="review">
      <Head session={session} isUnsaved={count > 0} onBack={back}>
        <CopyButton text={derived.text} />
        <button type="button" className="primary" disabled={!canSave} onClick={saveNow}>
          {session.phase === 'saving' ? review.saving : review.save}
        </button>
      </Head>
      <main className="review-body" onKeyDown={pressInList}>
        <Banners
          session={session}
          problems={isWritten ? errors : []}
          unanswered={leftUnanswered(derived)}
          onShow={setLine}
          onMend={mend}
          onAnyway={() => save(savedChangesOf(derived.changes), true)}
          onBack={back}
          onWait={() => fromHeading(dismiss)}
          onAgain={() => fromHeading(saveAgain)}
        />
        <Notices session={session} onDismiss={dismiss} />
        <h1 ref={heading} tabIndex={-1}>
          {count === 0 ? review.nothing : review.title(count)}
        </h1>
        {readOnly && <p className="note note-fault">{readOnlyTrouble[readOnly]}</p>}
        {isWritten && derived.changes.length === 0 && <p className="soft">{review.onlyText}</p>}
        <div className="review-lists" {...kept}>
          <Lists desk={desk} isReadable={errors.length === 0} happen={happen} onGo={go} />
        </div>
        {derived.changes.length > 0 && <p className="soft review-keys">{review.keys(readOnly === null)}</p>}
        {isWritten && <ReviewDiff derived={derived} line={line} onGo={go} />}
      </main>
    </div>
  );
}

interface BannersProps extends UnreadableProps {
  readonly session: Working;
  readonly unanswered: readonly Problem[];
  readonly onAnyway: () => void;
  readonly onBack: () => void;
  readonly onWait: () => void;
  readonly onAgain: () => void;
}

/** What stands in the way of the save, or of its answer. */
function Banners({ session, problems, unanswered, onShow, onMend, onAnyway, onBack, onWait, onAgain }: BannersProps) {
  return (
    <>
      {session.phase === 'refused' ? (
        <RefusedBanner problems={session.problems} onAnyway={onAnyway} onBack={onBack} />
      ) : (
        <Unreadable problems={problems} onShow={onShow} onMend={onMend} />
      )}
      <Unanswered problems={unanswered} onShow={onShow} />
      {session.notice?.kind === 'waiting' && <SlowSave onWait={onWait} onAgain={onAgain} />}
    </>
  );
}

interface ListsProps extends Pick<Props, 'desk' | 'happen'> {
  readonly isReadable: boolean;
  readonly onGo: (setting: string) => void;
}

/** The changes that will be written, and the edits that cannot be. */
function Lists({ desk, isReadable, happen, onGo }: ListsProps) {
  return (
    <>
      <ChangeList
        desk={desk}
        isReadable={isReadable}
        onDrop={(path) => happen({ type: 'dropped', path })}
        onGo={onGo}
      />
      <RefusalList desk={desk} happen={happen} />
    </>
  );
}

interface HeadProps {
  readonly session: Working;
  readonly isUnsaved: boolean;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

function Head({ session, isUnsaved, onBack, children }: HeadProps) {
  return (
    <PageHead file={session.context.file} isUnsaved={isUnsaved}>
      <button type="button" className="plain-button" aria-label={review.back} onClick={onBack}>
        <Icon name="left" /> <span className="wide-only">{review.back}</span>
      </button>
      {children}
    </PageHead>
  );
}

/**
 * The way from the review to the row of a setting. It leads through the address, as the other ways out do: whoever
 * changes the address leaves the review.
 */
function useWayOut(visit: (setting: string) => void, back: () => void): (setting: string) => void {
  const leave = useRef({ visit, back });
  leave.current = { visit, back };
  useEffect(() => {
    const follow = () => {
      const route = routeOf(location.hash);
      leave.current.visit((route.view === 'section' && route.setting) || '');
      leave.current.back();
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return useCallback((setting: string) => {
    if (location.hash !== hashOf(setting)) {
      location.hash = hashOf(setting);
      return;
    }
    leave.current.visit(setting);
    leave.current.back();
  }, []);
}

interface UnreadableProps {
  readonly problems: readonly Problem[];
  readonly onShow: (line: number) => void;
  readonly onMend: (changes: readonly Change[]) => void;
}

/** Says before anything is saved that ClearML could not read it, and why. */
function Unreadable({ problems, onShow, onMend }: UnreadableProps) {
  if (problems.length === 0) return null;
  return (
    <section className="banner banner-bad" role="alert">
      <h2>{review.unreadable}</h2>
      <p>{review.unreadableBody}</p>
      <ProblemList problems={problems} onShow={onShow} onMend={onMend} />
    </section>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const { isCopied, copy } = useCopying(text);
  return (
    <button type="button" className="plain-button wide-only" onClick={copy}>
      {isCopied ? review.copied : review.copy}
    </button>
  );
}
