import { formatPath } from '@clearml-conf/shared';
import { type ComponentProps, useEffect, useMemo, useRef, useState } from 'react';
import { PageHead } from '../../desk/page-head.tsx';
import { useKeys } from '../../desk/use-keys.ts';
import { fold } from '../../diff/folds.ts';
import { diffRows } from '../../diff/rows.ts';
import { type ReadText, readText } from '../../draft/derived.ts';
import { type Apart, type Joining, joinAsAnswered } from '../../draft/join.ts';
import { outsideChanges } from '../../draft/outside.ts';
import { Icon } from '../../icon/icon.tsx';
import type { Happening } from '../../session/happening.ts';
import type { Conflicted } from '../../session/session.ts';
import { changePath, changeTitle } from '../../words/changes.ts';
import { conflict, joining } from '../../words/conflict.ts';
import { placeInWords, problemInWords } from '../../words/problems.ts';
import { DiffTable } from '../file/diff-table.tsx';
import { ChangeSides } from '../review/change-list.tsx';
import { takeTheirs } from './conflict.tsx';
import { ClashChoice, PlaceChoice } from './conflict-place.tsx';
import { type Answers, useAnswers } from './use-answers.ts';
import { type Previews, usePreviews } from './use-previews.ts';

interface Props {
  readonly session: Conflicted;
  readonly happen: (happening: Happening) => void;
  readonly onBack: () => void;
}

/** Both sides of a file that changed on disk, put together place by place. */
export function ConflictPage({ session, happen, onBack }: Props) {
  const { file, timeline, outside } = session;
  const apart = useMemo<Apart | null>(
    () => (outside.kind === 'changed' ? { file, timeline, outside: outside.file } : null),
    [file, timeline, outside],
  );
  if (!apart) return null;
  // Other sides have other places: what was chosen for the former ones says nothing about them.
  return <Choosing key={apart.outside.revision} session={session} apart={apart} happen={happen} onBack={onBack} />;
}

interface ChoosingProps extends Props {
  readonly apart: Apart;
}

function Choosing({ session, apart, happen, onBack }: ChoosingProps) {
  const answers = useAnswers(apart);
  const previews = usePreviews(apart, answers);
  const { joined, given, picked, left } = answers;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const join = () => {
    if (left > 0) return focusFirstLeft();
    const timeline = joinAsAnswered(apart, given.filter(isGiven), picked.filter(isGiven));
    happen({ type: 'joined', apart, timeline, notice: 'joined' });
    happen({ type: 'reviewed' });
  };
  useKeys({ search: onBack, undo: null, redo: null, save: join, back: onBack });
  const texts = { was: readText(apart.file.text), disk: readText(apart.outside.text), yours: readText(joined.yours) };
  const all = given.length + picked.length;
  return (
    <div className="review">
      <PageHead file={session.context.file} isUnsaved>
        <button type="button" className="plain-button" aria-label={joining.back} onClick={onBack}>
          <Icon name="left" /> <span className="wide-only">{joining.back}</span>
        </button>
        <button type="button" className="primary" onClick={join}>
          {left > 0 ? joining.left(left) : joining.join}
        </button>
      </PageHead>
      <main className="review-body">
        <h1 ref={heading} tabIndex={-1}>
          {joining.title}
        </h1>
        <p className="soft">{joining.intro(all)}</p>
        <Spoiled problems={joined.spoiled} />
        <Places answers={answers} previews={previews} texts={texts} />
        <div className="banner-acts">
          {all > 1 && (
            <>
              <button type="button" className="plain-button" onClick={() => answers.answerAll('disk')}>
                {joining.allDisk}
              </button>
              <button type="button" className="plain-button" onClick={() => answers.answerAll('yours')}>
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

/** What keeps ClearML from reading both sides put together. */
function Spoiled({ problems }: { readonly problems: Joining['spoiled'] }) {
  if (problems.length === 0) return null;
  return (
    <section className="banner banner-bad" role="alert">
      <h2>{joining.spoiled}</h2>
      <p>{joining.spoiledBody}</p>
      <ul className="problems">
        {problems.slice(0, 3).map(({ code, line, column }) => (
          <li key={`${line}-${column}-${code}`}>
            <strong>{placeInWords(line, column)}</strong> {problemInWords(code).what}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlacesProps {
  readonly answers: Answers;
  readonly previews: Previews;
  readonly texts: ComponentProps<typeof PlaceChoice>['texts'];
}

/** Everything that is to be chosen: places first, then settings. */
function Places({ answers: { joined, given, picked, answer, pick }, previews, texts }: PlacesProps) {
  const { overlaps } = joined.merge;
  const all = given.length + picked.length;
  return (
    <>
      {overlaps.map((place, at) => (
        <PlaceChoice
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of two texts are known by their order
          key={at}
          name={joining.place(at + 1, all)}
          place={place}
          texts={texts}
          answer={given[at] ?? null}
          preview={previews.places[at] ?? null}
          onAnswer={(chosen) => answer(at, chosen)}
        />
      ))}
      {joined.clashes.map((clash, at) => (
        <ClashChoice
          key={formatPath(clash.path)}
          name={joining.place(overlaps.length + at + 1, all)}
          clash={clash}
          answer={picked[at] ?? null}
          preview={previews.settings[at] ?? null}
          onAnswer={(chosen) => pick(clash.path, chosen)}
        />
      ))}
    </>
  );
}

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

const noLinks = { base: () => undefined, draft: () => undefined, onGo: () => {} };

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
            stretches={fold(rows, opened, null)}
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
