import { pages, type Section } from '@clearml-conf/shared';
import { memo } from 'react';
import type { Desk } from '../desk/desk.ts';
import { basics, blockOf } from '../form/blocks.ts';
import { Icon } from '../icon/icon.tsx';
import { useLater } from '../late/use-later.ts';
import { hashOf, type Route, textHash } from '../route/route.ts';
import type { Found } from '../search/find.ts';
import { page } from '../words/page.ts';
import { textView } from '../words/text-view.ts';

interface Props {
  readonly route: Route;
  readonly desk: Desk;
  readonly found: Found | null;
  /** Narrows the search to a section. */
  readonly onNarrow: (section: string) => void;
  readonly onGo: () => void;
  readonly onClose: () => void;
}

/** The sections with what they hold: how many settings the file sets, and how many change. */
export function Sections({ found, ...props }: Props) {
  // With every letter that is looked for nearly all counts change: what was found is painted before them.
  const later = useLater(found);
  return <SectionList {...props} found={found && later} />;
}

const SectionList = memo(function SectionList({ route, desk, found, onNarrow, onGo, onClose }: Props) {
  const here = route.view === 'section' ? route.section : null;
  return (
    <nav className="sections" aria-label={page.sections}>
      <button type="button" className="icon-button drawer-close" aria-label={page.close} onClick={onClose}>
        <Icon name="cross" />
      </button>
      <ul>
        <li>
          <a
            className="section-link"
            href={hashOf(null)}
            aria-current={route.view === 'start' && !found ? 'page' : undefined}
            onClick={onGo}
          >
            <span>{page.start}</span>
            <Counts {...countsOf(basicPaths, desk)} />
          </a>
        </li>
        <li>
          <a
            className="section-link"
            href={textHash}
            aria-current={route.view === 'text' && !found ? 'page' : undefined}
            onClick={onGo}
          >
            <span>{textView.open}</span>
          </a>
        </li>
        {pages
          .filter(({ path }) => isShown(path, here))
          .map((section) => (
            <li key={section.path} data-depth={depthOf(section.path)}>
              {found ? (
                <FoundEntry section={section} count={found.bySection.get(section.path) ?? 0} onNarrow={onNarrow} />
              ) : (
                <SectionEntry section={section} desk={desk} here={here} onGo={onGo} />
              )}
            </li>
          ))}
      </ul>
    </nav>
  );
});

const basicPaths = basics.map(({ path }) => path);
/** Sections deeper than this are shown once people are in their branch. */
const alwaysShown = 2;

function depthOf(path: string): number {
  return path.split('.').length;
}

function isShown(path: string, here: string | null): boolean {
  return depthOf(path) <= alwaysShown || (here !== null && branchOf(path) === branchOf(here));
}

function branchOf(path: string): string {
  return path.split('.').slice(0, alwaysShown).join('.');
}

/** What the catalog says about each section and those inside it, worked out once. */
const branches = new Map(
  pages.map((section) => {
    const inside = pages.filter((one) => one.path === section.path || one.path.startsWith(`${section.path}.`));
    const rows = (held: readonly Section[]) =>
      held.flatMap((one) => blockOf(one.path)?.settings ?? []).map(({ path }) => path);
    const target = inside.find((one) => blockOf(one.path)) ?? section;
    return [section.path, { hasMore: inside.length > 1, target: target.path, own: rows([section]), all: rows(inside) }];
  }),
);

interface FoundProps {
  readonly section: Section;
  readonly count: number;
  readonly onNarrow: (section: string) => void;
}

/** During a search: how many were found in the section, and a press that leaves out all others. */
const FoundEntry = memo(function FoundEntry({ section, count, onNarrow }: FoundProps) {
  const { path } = section;
  return (
    <button
      type="button"
      className="section-link"
      title={path}
      data-empty={count === 0 || undefined}
      onClick={() => onNarrow(path)}
    >
      <span>{section.title}</span>
      <span className="counts">{count > 0 && <span className="count-set">{count}</span>}</span>
    </button>
  );
});

interface EntryProps {
  readonly section: Section;
  readonly desk: Desk;
  readonly here: string | null;
  readonly onGo: () => void;
}

function SectionEntry({ section, desk, here, onGo }: EntryProps) {
  const { path } = section;
  const isOpen = depthOf(path) !== alwaysShown || (here !== null && branchOf(here) === path);
  const branch = branches.get(path);
  if (!branch) return null;
  const hasMore = depthOf(path) === alwaysShown && branch.hasMore;
  return (
    <SectionLink
      section={section}
      target={branch.target}
      isHere={here === path}
      more={hasMore ? (isOpen ? 'open' : 'closed') : undefined}
      onGo={onGo}
      {...countsOf(isOpen ? branch.own : branch.all, desk)}
    />
  );
}

interface LinkProps extends SectionCounts, Pick<EntryProps, 'section' | 'onGo'> {
  readonly target: string;
  readonly isHere: boolean;
  /** Whether there are sections inside, and these are shown. */
  readonly more: 'open' | 'closed' | undefined;
}

/** Drawn again only when its counts change: most letters that are typed change none. */
const SectionLink = memo(function SectionLink({ section, target, isHere, more, onGo, ...counts }: LinkProps) {
  return (
    <a
      className="section-link"
      href={hashOf(target)}
      title={section.path}
      aria-current={isHere ? 'page' : undefined}
      data-more={more}
      onClick={onGo}
    >
      <span>{section.title}</span>
      <Counts {...counts} />
    </a>
  );
});

interface SectionCounts {
  /** How many of all settings the file sets. */
  readonly set: number;
  readonly all: number;
  readonly changed: number;
}

function countsOf(paths: readonly string[], { derived, changes }: Desk): SectionCounts {
  const { readings } = derived.now;
  return {
    set: paths.filter((path) => (readings.get(path)?.state ?? 'unset') !== 'unset').length,
    all: paths.length,
    changed: paths.reduce((sum, path) => sum + (changes.get(path)?.length ?? 0), 0),
  };
}

function Counts({ set, all, changed }: SectionCounts) {
  return (
    <span className="counts" title={page.inFile(set, all)}>
      {changed > 0 && <span className="count-changed">{changed}</span>}
      {set > 0 && <span className="count-set">{set}</span>}
    </span>
  );
}
