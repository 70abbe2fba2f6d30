import { memo, type RefObject } from 'react';
import { useChangesUnderWay } from '../connect/under-way.ts';
import { FileName } from '../desk/file-name.tsx';
import { useHeldTexts } from '../desk/use-held.ts';
import type { Timeline } from '../draft/timeline.ts';
import { Icon, Mark } from '../icon/icon.tsx';
import { connectHash } from '../route/route.ts';
import type { Happening } from '../session/happening.ts';
import type { Working } from '../session/session.ts';
import { page } from '../words/page.ts';
import { FileSafety } from './file-safety.tsx';
import { searchId } from './focus-control.ts';
import { HeaderButton, ThemeButton } from './header-button.tsx';
import { Menu } from './menu.tsx';

interface Props {
  readonly session: Working;
  readonly changes: number;
  readonly isTouched: boolean;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly openDrawer: (drawer: 'sections' | 'file') => void;
  readonly happen: (happening: Happening) => void;
}

/** The head of the page: which file, search, undo, and the one primary action. */
export function Header({ session, changes, isTouched, query, setQuery, searchBox, openDrawer, happen }: Props) {
  const holdsTexts = useHeldTexts().size > 0;
  const isUnsaved = changes > 0 || holdsTexts;
  const waits = session.phase === 'conflicted' ? page.reviewWaits[session.outside.kind] : undefined;
  return (
    <header className="header">
      <button
        type="button"
        className="icon-button only-narrow"
        aria-label={page.showSections}
        onClick={() => openDrawer('sections')}
      >
        <Icon name="menu" />
      </button>
      <Mark />
      <FileName file={session.context.file} isUnsaved={isUnsaved} />
      <FileSafety file={session.context.file} />
      <SearchBox query={query} setQuery={setQuery} box={searchBox} />
      <div className="header-acts">
        <Discard isUseless={!isTouched && !holdsTexts} happen={happen} />
        <Steps timeline={session.timeline} happen={happen} />
        <ConnectLink />
        <ThemeButton />
        <button
          type="button"
          className="icon-button only-drawer"
          aria-label={page.showFile}
          title={page.showFile}
          onClick={() => openDrawer('file')}
        >
          <Icon name="file" />
        </button>
        <Menu session={session} isUnsaved={isUnsaved} happen={happen} />
        <button
          type="button"
          className="primary"
          disabled={changes === 0 || waits !== undefined}
          title={waits}
          onClick={() => happen({ type: 'reviewed' })}
        >
          <span>
            {page.review(changes)} <span className="review-word">{page.reviewed(changes)}</span>
          </span>
        </button>
      </div>
    </header>
  );
}

interface DiscardProps {
  readonly isUseless: boolean;
  readonly happen: (happening: Happening) => void;
}

function Discard({ isUseless, happen }: DiscardProps) {
  const discard = () => {
    // The button is of no use then, and would take the focus along.
    document.getElementById('settings')?.focus({ preventScroll: true });
    happen({ type: 'discarded' });
  };
  return (
    <button
      type="button"
      className="plain-button discard"
      disabled={isUseless}
      aria-label={page.discard}
      onClick={discard}
    >
      <Icon name="reset" />
      <span className="discard-word">{page.discard}</span>
    </button>
  );
}

/** The way to the page that connects; it says what waits there. */
const ConnectLink = memo(function ConnectLink() {
  const changes = useChangesUnderWay();
  const word = page.connectHolds(changes);
  return (
    <a className="icon-button" href={connectHash} aria-label={word} title={word} data-holds={changes > 0 || undefined}>
      <Icon name="plug" />
    </a>
  );
});

interface StepsProps {
  readonly timeline: Timeline;
  readonly happen: (happening: Happening) => void;
}

/** Undo and Redo. */
function Steps({ timeline: { past, future }, happen }: StepsProps) {
  return (
    <>
      <HeaderButton
        icon="undo"
        word={`${page.undo} (Ctrl+Z)`}
        disabled={past.length === 0}
        onClick={() => happen({ type: 'undone' })}
      />
      <HeaderButton
        icon="redo"
        word={`${page.redo} (Ctrl+Shift+Z)`}
        disabled={future.length === 0}
        onClick={() => happen({ type: 'redone' })}
      />
    </>
  );
}

interface SearchProps {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly box: RefObject<HTMLInputElement | null>;
}

function SearchBox({ query, setQuery, box }: SearchProps) {
  return (
    <search className="search">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        id={searchId}
        className="search-input"
        aria-label={page.search}
        placeholder={page.searchHint}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
      />
      {query === '' ? (
        <span className="search-key" aria-hidden="true">
          /
        </span>
      ) : (
        <button type="button" className="inner-button" aria-label={page.clearSearch} onClick={() => setQuery('')}>
          <Icon name="cross" />
        </button>
      )}
    </search>
  );
}
