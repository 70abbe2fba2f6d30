import { type Section, sections } from '@clearml-conf/shared';
import { memo } from 'react';
import { basics, blockOf } from '../form/blocks.ts';
import { hashOf, type Route } from '../route/route.ts';
import { page } from '../words/page.ts';
import type { Desk } from './desk.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly route: Route;
  readonly desk: Desk;
  readonly onGo: () => void;
  readonly onClose: () => void;
}

/** The sections with what they hold: how many settings the file sets, and how many change. */
export const Sections = memo(function Sections({ route, desk, onGo, onClose }: Props) {
  return (
    <nav className="sections" aria-label={page.sections}>
      <button type="button" className="icon-button drawer-close" aria-label={page.close} onClick={onClose}>
        <Icon name="cross" />
      </button>
      <ul>
        <li>
          <a
            className="section-link section-start"
            href={hashOf(null)}
            aria-current={route.view === 'start' ? 'page' : undefined}
            onClick={onGo}
          >
            <span>{page.start}</span>
            <Counts paths={basics.map(({ path }) => path)} desk={desk} />
          </a>
        </li>
        {sections.map((section) => (
          <li key={section.path} data-depth={section.path.split('.').length}>
            <SectionEntry
              section={section}
              desk={desk}
              isHere={route.view === 'section' && route.section === section.path}
              onGo={onGo}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
});

interface EntryProps {
  readonly section: Section;
  readonly desk: Desk;
  readonly isHere: boolean;
  readonly onGo: () => void;
}

function SectionEntry({ section, desk, isHere, onGo }: EntryProps) {
  const block = blockOf(section.path);
  if (!block) return <span className="section-link section-heading">{section.title}</span>;
  return (
    <a
      className="section-link"
      href={hashOf(section.path)}
      title={section.path}
      aria-current={isHere ? 'page' : undefined}
      onClick={onGo}
    >
      <span>{section.title}</span>
      <Counts paths={block.settings.map(({ path }) => path)} desk={desk} />
    </a>
  );
}

function Counts({ paths, desk }: { readonly paths: readonly string[]; readonly desk: Desk }) {
  const { readings } = desk.derived.now;
  const set = paths.filter((path) => (readings.get(path)?.state ?? 'unset') !== 'unset').length;
  const changed = paths.reduce((sum, path) => sum + (desk.changes.get(path)?.length ?? 0), 0);
  return (
    <span className="counts" title={page.inFile(set, paths.length)}>
      {changed > 0 && <span className="count-changed">{changed}</span>}
      {set > 0 && <span className="count-set">{set}</span>}
    </span>
  );
}
