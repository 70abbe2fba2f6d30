import type { Change } from '@clearml-conf/shared';
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { changeCount, type Desk } from '../desk/desk.ts';
import { useKeys } from '../desk/use-keys.ts';
import { LatePart } from '../late/late.tsx';
import { hashOf } from '../route/route.ts';
import { within } from '../search/query.ts';
import type { Happening } from '../session/happening.ts';
import { isTouched, type Working } from '../session/session.ts';
import { page as words } from '../words/page.ts';
import { focusConflict } from './conflict/focus-conflict.ts';
import { FilePane } from './file/file-pane.tsx';
import { Header } from './header.tsx';
import { conflictBannerPart, offersPart, paneEdgesPart, textPart } from './late-parts.ts';
import { Notices } from './notices.tsx';
import { ProblemPanel } from './problems.tsx';
import { focusChips } from './search/filter-chips.tsx';
import { useFound } from './search/use-found.ts';
import { useSearch } from './search/use-search.ts';
import { Sections } from './sections.tsx';
import { SettingsPane } from './settings-pane.tsx';
import { useDrawer } from './use-drawer.ts';
import { useFollowed } from './use-followed.ts';
import { useRoute } from './use-route.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { Whereabouts } from './use-whereabouts.ts';

interface Props {
  readonly session: Working;
  readonly desk: Desk;
  readonly place: Whereabouts;
  readonly happen: (happening: Happening) => void;
  /** Opens the page on which a conflict is settled. */
  readonly onChoose: () => void;
}

/** The three panes: sections, settings, file. */
export function WorkPage({ session, desk, place, happen: happenOnly, onChoose }: Props) {
  const route = useRoute();
  const { text: query, setText: setQuery } = useSearch();
  const found = useFound(query, desk);
  const page = useRef<HTMLDivElement>(null);
  const [drawer, setDrawer] = useDrawer(page);
  const close = useCallback(() => setDrawer(null), [setDrawer]);
  useFileDrawer(place.asked, route.view !== 'text', setDrawer);
  const searchBox = useRef<HTMLInputElement>(null);
  const count = useMemo(() => changeCount(desk), [desk]);
  const toRow = useWayToRow(setQuery, close);
  const happen = useFollowed(session.timeline, route, happenOnly, route.view === 'text' ? stay : toRow);
  const typed = useRef(query);
  typed.current = query;
  const narrow = useCallback((section: string) => setQuery(within(typed.current, section)), [setQuery]);
  const leave = useCallback(() => {
    setQuery('');
    close();
  }, [setQuery, close]);
  const back = useFocusBack(place.setting, found !== null);
  useRowKeys(searchBox);
  useKeys({
    search: () => searchBox.current?.focus(),
    filter: focusChips,
    undo: () => happen({ type: 'undone' }),
    redo: () => happen({ type: 'redone' }),
    save: () => (session.phase === 'conflicted' ? focusConflict() : happen({ type: 'reviewed' })),
    back: () => (drawer ? close() : leaveSearch(query, setQuery, searchBox.current)),
  });
  const section = route.view === 'section' && found === null ? route.section : null;
  return (
    <div className="page" ref={page} data-drawer={drawer ?? undefined}>
      <button type="button" className="skip" onClick={() => document.getElementById('settings')?.focus()}>
        {words.skip}
      </button>
      <Header
        session={session}
        changes={count}
        isTouched={isTouched(session)}
        query={query}
        setQuery={setQuery}
        searchBox={searchBox}
        openDrawer={setDrawer}
        happen={happen}
      />
      <Sections route={route} desk={desk} found={found} onNarrow={narrow} onGo={leave} onClose={close} />
      <Middle session={session} desk={desk} place={place} happen={happen} onChoose={onChoose} changes={count}>
        {route.view === 'text' && found === null ? (
          <LatePart part={textPart} props={{ place, happen }} />
        ) : (
          <SettingsPane route={route} text={query} setText={setQuery} found={found} desk={desk} back={back} />
        )}
      </Middle>
      <FilePane derived={desk.derived} place={place} section={section} onGo={toRow} onClose={close} />
      <LatePart part={paneEdgesPart} props={none} isQuiet />
      {drawer && <button type="button" className="veil" aria-hidden="true" tabIndex={-1} onClick={close} />}
    </div>
  );
}

interface MiddleProps extends Props {
  readonly changes: number;
  readonly children: ReactNode;
}

/** The middle pane: what there is to say and to decide, and below it the settings or the text. */
function Middle({ session, desk, place, happen, onChoose, changes, children }: MiddleProps) {
  const { text, now } = desk.derived;
  const mend = useCallback(
    (mending: readonly Change[]) => happen({ type: 'mended', text, changes: mending }),
    [happen, text],
  );
  return (
    <main className="settings" id="settings" tabIndex={-1}>
      {session.phase === 'conflicted' && (
        <LatePart part={conflictBannerPart} props={{ session, changes, happen, onChoose }} />
      )}
      <LatePart part={offersPart} props={{ file: session.file.text, happen }} />
      <Notices session={session} onDismiss={() => happen({ type: 'dismissed' })} />
      <ProblemPanel problems={now.problems} onShow={place.showLine} onMend={mend} />
      {children}
    </main>
  );
}

/** Opens the drawer of the file whenever people ask for a line of it, unless they see the file anyway. */
function useFileDrawer(asked: number, isWanted: boolean, setDrawer: (drawer: 'file') => void): void {
  const [seen, setSeen] = useState(asked);
  if (seen === asked) return;
  setSeen(asked);
  if (isWanted) setDrawer('file');
}

const none = {};

/** In the text everything is in sight. */
function stay(): void {}

/** Back from the review, people are where they were. What was found opens the row first: it does that by itself. */
function useFocusBack(setting: string | null, isSearching: boolean): RefObject<string | null> {
  const left = useRef(setting);
  const back = useRef(isSearching ? setting : null);
  useEffect(() => {
    if (left.current === null) return;
    focusRow(left.current);
    const isLost = document.activeElement === document.body;
    if (isLost) document.getElementById('settings')?.focus({ preventScroll: true });
  }, []);
  return back;
}

/** From a line of the file to the row of its setting. */
function useWayToRow(setQuery: (query: string) => void, close: () => void): (setting: string) => void {
  return useCallback(
    (setting: string) => {
      setQuery('');
      close();
      if (location.hash !== hashOf(setting)) location.hash = hashOf(setting);
      else setTimeout(() => focusRow(setting));
    },
    [setQuery, close],
  );
}

function focusRow(setting: string): void {
  const control = document.getElementById(setting);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

/** Ends the search; whoever was in its list is back in the box. */
function leaveSearch(query: string, setQuery: (query: string) => void, box: HTMLInputElement | null): void {
  if (query === '') return;
  setQuery('');
  box?.focus();
}
