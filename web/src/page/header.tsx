import type { RefObject } from 'react';
import { useHeldTexts } from '../desk/use-held.ts';
import { Icon, Mark } from '../icon/icon.tsx';
import { connectHash } from '../route/route.ts';
import type { Happening } from '../session/happening.ts';
import type { Working } from '../session/session.ts';
import { fileReasons, page } from '../words/page.ts';
import { FileSafety } from './file-safety.tsx';
import { Menu } from './menu.tsx';
import { useTheme } from './use-theme.ts';

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
  const { past, future } = session.timeline;
  const holdsTexts = useHeldTexts().size > 0;
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
      <FileName session={session} isUnsaved={changes > 0 || holdsTexts} />
      <FileSafety file={session.context.file} />
      <SearchBox query={query} setQuery={setQuery} box={searchBox} />
      <div className="header-acts">
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
        <a className="icon-button" href={connectHash} aria-label={page.connect} title={page.connect}>
          <Icon name="plug" />
        </a>
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
        <Menu session={session} isUnsaved={changes > 0 || holdsTexts} happen={happen} />
        <button
          type="button"
          className="plain-button"
          disabled={!isTouched && !holdsTexts}
          aria-label={page.discard}
          onClick={() => happen({ type: 'discarded' })}
        >
          <Icon name="reset" />
          <span className="discard-word">{page.discard}</span>
        </button>
        <button
          type="button"
          className="primary"
          disabled={changes === 0 || session.phase === 'conflicted'}
          title={session.phase === 'conflicted' ? page.reviewWaits : undefined}
          onClick={() => happen({ type: 'reviewed' })}
        >
          {page.review(changes)}
        </button>
      </div>
    </header>
  );
}

/** The path with its last part strong, and why it is this file. */
export function FileName({ session, isUnsaved }: { readonly session: Working; readonly isUnsaved: boolean }) {
  const { path, reason, target } = session.context.file;
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  return (
    <div className="file-name" title={target === null ? path : `${path}\n${page.linked(target)}`}>
      <span className="file-path">
        <span className="file-folder">
          <bdi>{path.slice(0, at)}</bdi>
        </span>
        <strong>{path.slice(at)}</strong>
        {isUnsaved && <span className="unsaved" aria-hidden="true" />}
      </span>
      <span className="file-reason">{fileReasons[reason]}</span>
    </div>
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

function ThemeButton() {
  const { theme, next } = useTheme();
  const icons = { system: 'half', light: 'sun', dark: 'moon' } as const;
  return <HeaderButton icon={icons[theme]} word={page.theme[theme]} onClick={next} />;
}

interface ButtonProps {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly word: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function HeaderButton({ icon, word, disabled = false, onClick }: ButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={word} title={word} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
