import { formatPath } from '@clearml-conf/shared';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fold } from '../diff/folds.ts';
import { diffRows } from '../diff/rows.ts';
import { type ReadText, readText } from '../draft/derived.ts';
import { type Apart, joinAsAnswered, joiningOf, type Pick, presetsOf } from '../draft/join.ts';
import type { Answer } from '../draft/merge.ts';
import { outsideChanges } from '../draft/outside.ts';
import { Icon, Mark } from '../icon/icon.tsx';
import type { Happening } from '../session/happening.ts';
import type { Working } from '../session/session.ts';
import { changePath, changeTitle } from '../words/changes.ts';
import { joining } from '../words/conflict.ts';
import { conflict } from '../words/page.ts';
import { placeInWords, problemInWords } from '../words/problems.ts';
import { ChangeSides } from './change-list.tsx';
import { takeTheirs } from './conflict.tsx';
import { ClashChoice, PlaceChoice } from './conflict-place.tsx';
import { DiffTable } from './diff-table.tsx';
import { FileName } from './header.tsx';
import { useKeys } from './use-keys.ts';

type Conflicted = Extract<Working, { readonly phase: 'conflicted' }>;

interface Props {
  readonly session: Conflicted;
  readonly happen: (happening: Happening) => void;
  readonly onBack: () => void;
}

/** Both sides of a file that changed on disk, put together place by place. */
export function ConflictPage({ session, happen, onBack }: Props) {
  const { file, timeline, outside } = session;
  const apart = useMemo<Apart | null>(
    () => (outside.kind === 'gone' ? null : { file, timeline, outside: outside.file }),
    [file, timeline, outside],
  );
  return apart && <Choosing session={session} apart={apart} happen={happen} onBack={onBack} />;
}

interface ChoosingProps extends Props {
  readonly apart: Apart;
}

function Choosing({ session, apart, happen, onBack }: ChoosingProps) {
  const [answers, setAnswers] = useState<readonly (Answer | null)[]>(() => presetsOf(joiningOf(apart, []).merge));
  const [picks, setPicks] = useState<readonly (Pick | null)[]>([]);
  const joined = useMemo(() => joiningOf(apart, answers), [apart, answers]);
  const { merge, clashes, spoiled } = joined;
  const given = merge.overlaps.map((_, at) => answers[at] ?? null);
  const picked = clashes.map((_, at) => picks[at] ?? null);
  const left = [...given, ...picked].filter((answer) => answer === null).length;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const join = () => {
    if (left > 0) return focusFirstLeft();
    const timeline = joinAsAnswered(apart, given.filter(isGiven), picked.filter(isGiven));
    happen({ type: 'joined', apart, timeline, notice: 'joined' });
    happen({ type: 'reviewed' });
  };
  useKeys({ search: onBack, undo: () => {}, redo: () => {}, save: join, back: onBack });
  const all = merge.overlaps.length + clashes.length;
  const answerAll = (answer: Pick) => {
    setAnswers(merge.overlaps.map(() => answer));
    setPicks(clashes.map(() => answer));
  };
  const texts = { was: readText(apart.file.text), disk: readText(apart.outside.text), yours: readText(joined.yours) };
  return (
    <div className="review">
      <header className="header">
        <Mark />
        <FileName session={session} isUnsaved />
        <div className="header-acts">
          <button type="button" className="plain-button" aria-label={joining.back} onClick={onBack}>
            <Icon name="left" /> <span className="wide-only">{joining.back}</span>
          </button>
          <button type="button" className="primary" onClick={join}>
            {left > 0 ? joining.left(left) : joining.join}
          </button>
        </div>
      </header>
      <main className="review-body">
        <h1 ref={heading} tabIndex={-1}>
          {joining.title}
        </h1>
        <p className="soft">{joining.intro(all)}</p>
        {spoiled.length > 0 && (
          <section className="banner banner-bad" role="alert">
            <h2>{joining.spoiled}</h2>
            <p>{joining.spoiledBody}</p>
            <ul className="problems">
              {spoiled.slice(0, 3).map(({ code, line, column }) => (
                <li key={`${line}-${column}-${code}`}>
                  <strong>{placeInWords(line, column)}</strong> {problemInWords(code).what}
                </li>
              ))}
            </ul>
          </section>
        )}
        {merge.overlaps.map((place, at) => (
          <PlaceChoice
            // biome-ignore lint/suspicious/noArrayIndexKey: the places of two texts are known by their order
            key={at}
            name={joining.place(at + 1, all)}
            place={place}
            texts={texts}
            answer={given[at] ?? null}
            onAnswer={(answer) =>
              setAnswers(merge.overlaps.map((_, one) => (one === at ? answer : (given[one] ?? null))))
            }
          />
        ))}
        {clashes.map((clash, at) => (
          <ClashChoice
            key={formatPath(clash.path)}
            name={joining.place(merge.overlaps.length + at + 1, all)}
            clash={clash}
            answer={picked[at] ?? null}
            onAnswer={(answer) => setPicks(clashes.map((_, one) => (one === at ? answer : (picked[one] ?? null))))}
          />
        ))}
        <div className="banner-acts">
          {all > 1 && (
            <>
              <button type="button" className="plain-button" onClick={() => answerAll('disk')}>
                {joining.allDisk}
              </button>
              <button type="button" className="plain-button" onClick={() => answerAll('yours')}>
                {joining.allYours}
              </button>
            </>
          )}
          <button type="button" className="plain-button" onClick={() => void takeTheirs(session, happen)}>
            {conflict.take}
          </button>
        </div>
        <OutsideChanges was={texts.was} disk={texts.disk} />
      </main>
    </div>
  );
}

const noShow = () => {};

function isGiven<T>(answer: T | null): answer is T {
  return answer !== null;
}

function focusFirstLeft(): void {
  document.querySelector<HTMLElement>('.place:not(:has(:checked)) input')?.focus();
}

interface OutsideProps {
  readonly was: ReadText;
  readonly disk: ReadText;
}

const noLinks = { base: new Map<number, string>(), draft: new Map<number, string>(), onGo: noShow };

/** What somebody else changed: setting by setting, and line by line. */
function OutsideChanges({ was, disk }: OutsideProps) {
  const changes = useMemo(() => outsideChanges(was.document.text, disk.document.text), [was, disk]);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => diffRows(was.document.text, disk.document.text), [was, disk]);
  return (
    <section className="following">
      <h2>{joining.outsideTitle(changes.length)}</h2>
      {changes.length > 0 && (
        <ul className="changes" aria-label={joining.outsideTitle(changes.length)}>
          {changes.map((change) => (
            <li className="change" key={formatPath(change.path)}>
              <div className="change-name">
                <span className="change-title">{changeTitle(change)}</span>
                <code>{changePath(change)}</code>
              </div>
              <div className="change-values">
                <ChangeSides change={change} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{joining.outsideDiff}</summary>
        <div className="review-diff">
          <DiffTable
            pieces={fold(rows, opened, null)}
            here={null}
            base={was.sheet}
            draft={disk.sheet}
            links={noLinks}
            onOpen={(at) => setOpened(new Set([...opened, at]))}
          />
        </div>
      </details>
    </section>
  );
}
