import { formatPath, type Path, type SettingChange, samePath } from '@clearml-conf/shared';
import { useEffect, useRef, useState } from 'react';
import { type Desk, dropPathIn } from '../desk/desk.ts';
import { rowPathOf } from '../form/blocks.ts';
import { Icon, Mark } from '../icon/icon.tsx';
import type { Happening } from '../session/happening.ts';
import type { Working } from '../session/session.ts';
import { changePath, changeTitle, effectInWords, sideInWords } from '../words/changes.ts';
import { review } from '../words/page.ts';
import { readOnlyTrouble } from '../words/trouble.ts';
import { countsOf, DiffCounts, FileDiff } from './file-pane.tsx';
import { FileName } from './header.tsx';
import { Notices } from './notices.tsx';
import { RefusalList } from './refusal-list.tsx';
import { RefusedBanner } from './refused.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeys } from './use-keys.ts';
import { countOf } from './work-page.tsx';

interface Props {
  readonly session: Working;
  readonly desk: Desk;
  /** False while the page still shows an earlier draft: what is not seen is not saved. */
  readonly isCurrent: boolean;
  readonly happen: (happening: Happening) => void;
  readonly save: (settings: number, anyway: boolean) => void;
}

/** What will be written, setting by setting and line by line, and the button that writes it. */
export function ReviewPage({ session, desk, isCurrent, happen, save }: Props) {
  const { derived } = desk;
  const count = countOf(desk);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const kept = useKeptFocus(derived, heading);
  const isWritten = derived.text !== derived.file.document.text;
  const canSave = isCurrent && isWritten && session.phase === 'reviewing' && session.context.file.readOnly === null;
  const saveNow = () => canSave && save(derived.changes.length, false);
  const back = () => happen({ type: 'returned' });
  useKeys({
    search: back,
    undo: () => happen({ type: 'undone' }),
    redo: () => happen({ type: 'redone' }),
    save: saveNow,
    back,
  });
  const { added, removed } = countsOf(derived);
  return (
    <div className="review">
      <header className="header">
        <Mark />
        <FileName session={session} isUnsaved={count > 0} />
        <div className="header-acts">
          <button type="button" className="plain-button" onClick={back}>
            <Icon name="left" /> {review.back}
          </button>
          <CopyButton text={derived.text} />
          <button type="button" className="primary" disabled={!canSave} onClick={saveNow}>
            {session.phase === 'saving' ? review.saving : review.save}
          </button>
        </div>
      </header>
      <main className="review-body">
        {session.phase === 'refused' && (
          <RefusedBanner
            problems={session.problems}
            onAnyway={() => save(derived.changes.length, true)}
            onBack={back}
          />
        )}
        <Notices session={session} onDismiss={() => happen({ type: 'dismissed' })} />
        <h1 ref={heading} tabIndex={-1}>
          {count === 0 ? review.nothing : review.title(count)}
        </h1>
        {session.context.file.readOnly && (
          <p className="note note-fault">{readOnlyTrouble[session.context.file.readOnly]}</p>
        )}
        <div className="review-lists" {...kept}>
          <ChangeList desk={desk} happen={happen} isEmpty={!isWritten} />
          <RefusalList desk={desk} happen={happen} />
        </div>
        <div className="file-head">
          <h2>{review.diffTitle}</h2>
          <DiffCounts added={added} removed={removed} />
          <span className="soft">{review.bytes}</span>
        </div>
        <div className="review-diff">
          <FileDiff derived={derived} here={null} />
        </div>
      </main>
    </div>
  );
}

interface ListProps {
  readonly desk: Desk;
  readonly happen: (happening: Happening) => void;
  readonly isEmpty: boolean;
}

function ChangeList({ desk, happen, isEmpty }: ListProps) {
  const { changes } = desk.derived;
  if (changes.length === 0) return isEmpty ? null : <p className="soft">{review.onlyText}</p>;
  return (
    <ul className="changes" aria-label={review.listTitle}>
      {changes.map((change) => (
        <Change
          key={formatPath(change.path)}
          change={change}
          desk={desk}
          dropPath={dropPathIn(desk, change.path)}
          onDrop={(path) => happen({ type: 'dropped', path })}
        />
      ))}
    </ul>
  );
}

interface ChangeProps {
  readonly change: SettingChange;
  readonly desk: Desk;
  readonly dropPath: Path | null;
  readonly onDrop: (path: Path) => void;
}

function Change({ change, desk, dropPath, onDrop }: ChangeProps) {
  const title = changeTitle(change);
  const dropWord = dropPath && samePath(dropPath, change.path) ? review.drop : review.dropList;
  const override = desk.overrides.get(rowPathOf(change.path));
  return (
    <li className="change" data-kind={change.kind}>
      <div className="change-name">
        <span className="change-title">{title}</span>
        <code>{changePath(change)}</code>
      </div>
      <div className="change-values">
        <del>{sideInWords(change, 'before')}</del> <span aria-hidden="true">→</span>{' '}
        <ins>{sideInWords(change, 'after')}</ins>
      </div>
      <p className="change-effect">{effectInWords(change, override)}</p>
      {dropPath && (
        <button
          type="button"
          className="icon-button"
          aria-label={`${dropWord}: ${title}`}
          title={dropWord}
          onClick={() => onDrop(dropPath)}
        >
          <Icon name="undo" />
        </button>
      )}
    </li>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const [isDone, setDone] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setDone(true));
  };
  return (
    <button type="button" className="plain-button wide-only" onClick={copy}>
      {isDone ? review.copied : review.copy}
    </button>
  );
}
