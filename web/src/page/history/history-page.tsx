import { useEffect, useMemo, useRef, useState } from 'react';
import { PageHead } from '../../desk/page-head.tsx';
import { useKeys } from '../../desk/use-keys.ts';
import { derive } from '../../draft/derived.ts';
import { draftOf } from '../../draft/draft.ts';
import { Icon } from '../../icon/icon.tsx';
import { hashOf } from '../../route/route.ts';
import type { Happening } from '../../session/happening.ts';
import { kept } from '../../session/kept.ts';
import type { Working } from '../../session/session.ts';
import { history } from '../../words/history.ts';
import { page } from '../../words/page.ts';
import { AskDialog, type Asking } from '../ask-dialog.tsx';
import { countsOf, DiffCounts, FileDiff } from '../file/file-diff.tsx';
import { FileTools } from '../file-tools.tsx';
import { Notices } from '../notices.tsx';
import { HistoryList } from './history-list.tsx';
import { useHistory } from './use-history.ts';

interface Props {
  readonly session: Working;
  /** How many changes are not saved. */
  readonly changes: number;
  /** Where people come from. */
  readonly before: string;
  readonly happen: (happening: Happening) => void;
}

/** The earlier texts of the file: when each was in use, what changed then, and the way back to it. */
export function HistoryPage({ session, changes, before, happen }: Props) {
  const { found, clear } = useHistory(kept);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const back = () => {
    location.hash = before;
  };
  const undo = () => happen({ type: 'undone' });
  const redo = () => happen({ type: 'redone' });
  useKeys({ search: back, undo, redo, save: () => {}, back });
  const entries = found.state === 'listed' ? found.entries : [];
  const id = chosen ?? entries[0]?.id ?? null;
  const text = found.state === 'listed' && id !== null ? found.texts.get(id) : undefined;
  const restore = (former: string) => {
    // The review goes away with its address, so the address comes first.
    window.addEventListener('hashchange', () => happen({ type: 'restored', text: former }), { once: true });
    location.hash = before;
  };
  const clearAll = async () => {
    setSaid((await clear()) ? history.cleared : history.notCleared);
    heading.current?.focus();
  };
  return (
    <div className="review history">
      <Head session={session} changes={changes} before={before} happen={happen} />
      <main className="history-body">
        <div className="history-head">
          <Notices session={session} onDismiss={() => happen({ type: 'dismissed' })} />
          <h1 ref={heading} tabIndex={-1}>
            {history.title}
          </h1>
          <p className="soft">{history.help}</p>
          <p role="status">{said ?? sentenceOf(found.state, entries.length)}</p>
        </div>
        {found.state === 'listed' && entries.length > 0 && (
          <>
            <div className="history-side">
              <HistoryList
                entries={entries}
                texts={found.texts}
                now={session.file.text}
                chosen={id}
                onChoose={setChosen}
              />
              <ClearAll count={entries.length} onClear={clearAll} />
            </div>
            <Former key={id} text={text} session={session} changes={changes} onRestore={restore} id={id ?? ''} />
          </>
        )}
      </main>
    </div>
  );
}

/** Deletes all of them, after a question. */
function ClearAll({ count, onClear }: { readonly count: number; readonly onClear: () => unknown }) {
  const asking = useRef<Asking>(null);
  return (
    <>
      <button type="button" className="danger-button" onClick={() => asking.current?.open()}>
        {history.clear}
      </button>
      <AskDialog
        asking={asking}
        title={history.clearTitle(count)}
        body={history.clearBody}
        yes={history.clearNow}
        no={history.clearNot}
        onYes={onClear}
      />
    </>
  );
}

function Head({ session, changes, before, happen }: Props) {
  return (
    <PageHead file={session.context.file} isUnsaved={changes > 0}>
      <FileTools session={session} changes={changes} happen={happen} />
      <a className="plain-button" href={before} aria-label={history.back}>
        <Icon name="left" /> <span className="wide-only">{history.back}</span>
      </a>
    </PageHead>
  );
}

function sentenceOf(state: 'loading' | 'failed' | 'listed', count: number): string | null {
  if (state !== 'listed') return history[state];
  return count === 0 ? history.empty : null;
}

function goTo(setting: string): void {
  location.hash = hashOf(setting);
}

interface FormerProps {
  readonly id: string;
  /** Undefined until it is read. */
  readonly text: string | null | undefined;
  readonly session: Working;
  readonly changes: number;
  readonly onRestore: (text: string) => void;
}

/** One former text beside the file as it is now, and the way back to it. */
function Former({ id, text, session, changes, onRestore }: FormerProps) {
  if (text === undefined) return <p className="history-former soft">{history.reading}</p>;
  if (text === null)
    return (
      <p className="history-former">
        {history.unreadable} <code>{id}</code>
      </p>
    );
  if (text === session.file.text) return <p className="history-former">{history.same}</p>;
  const waits = session.phase === 'conflicted' ? page.reviewWaits[session.outside.kind] : undefined;
  return (
    <section className="history-former" aria-label={history.diffTitle}>
      <FormerDiff now={session.file.text} text={text} />
      <div className="history-act">
        <button
          type="button"
          className="primary"
          disabled={waits !== undefined}
          title={waits}
          onClick={() => onRestore(text)}
        >
          {history.choose}
        </button>
        <span className="soft">
          {history.chooseHint} {changes > 0 && history.giveWay(changes)}
        </span>
      </div>
    </section>
  );
}

function FormerDiff({ now, text }: { readonly now: string; readonly text: string }) {
  const derived = useMemo(() => derive(now, draftOf(text)), [now, text]);
  const { added, removed } = countsOf(derived);
  return (
    <>
      <div className="file-head">
        <h2>{history.diffTitle}</h2>
        <DiffCounts added={added} removed={removed} />
      </div>
      <div className="review-diff">
        <FileDiff derived={derived} here={null} onGo={goTo} />
      </div>
    </>
  );
}
