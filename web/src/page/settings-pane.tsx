import type { Setting } from '@clearml-conf/shared';
import { lazy, memo, Suspense, useEffect, useMemo } from 'react';
import type { Desk } from '../desk/desk.ts';
import { SectionForm } from '../fields/section-form.tsx';
import { type Block, basics, blockOf, blockOfRow, blocks, partsInRow, rows } from '../form/blocks.ts';
import { hashOf, type Route } from '../route/route.ts';
import { indexOf, search } from '../search/search.ts';
import { page } from '../words/page.ts';

interface Props {
  readonly route: Route;
  readonly query: string;
  readonly desk: Desk;
}

const index = indexOf(rows, partsInRow);
const mostHits = 60;

/** The middle: what people start with, one section, or what they search for. */
export const SettingsPane = memo(function SettingsPane({ route, query, desk }: Props) {
  const isSearch = query.trim() !== '';
  const hits = useMemo(() => (isSearch ? search(index, query) : []), [query, isSearch]);
  useShown(isSearch ? null : route);
  if (isSearch) return <Results hits={hits} query={query} />;
  if (route.view !== 'section') return <Start />;
  const block = blockOf(route.section);
  return block ? <OneSection block={block} desk={desk} /> : null;
});

function Results({ hits, query }: { readonly hits: readonly Setting[]; readonly query: string }) {
  return (
    <>
      <div className="pane-head">
        <h1 role="status">{page.found(hits.length, query.trim())}</h1>
        {hits.length === 0 && <p>{page.nothingFound}</p>}
      </div>
      {grouped(hits.slice(0, mostHits)).map((block) => (
        <BlockForm key={block.section.path} block={block} isLink />
      ))}
    </>
  );
}

function Start() {
  return (
    <>
      <div className="pane-head">
        <h1>{page.start}</h1>
        <p>{page.startHelp}</p>
      </div>
      {startBlocks.map((block) => (
        <BlockForm key={block.section.path} block={block} isLink />
      ))}
      <Suspense fallback={null}>
        <StrayKeys section={null} />
      </Suspense>
    </>
  );
}

const startBlocks = grouped(basics);
const StrayKeys = lazy(() => import('./stray-keys.tsx'));

function OneSection({ block, desk }: { readonly block: Block; readonly desk: Desk }) {
  const { section, settings } = block;
  const { readings } = desk.derived.now;
  const set = settings.filter(({ path }) => (readings.get(path)?.state ?? 'unset') !== 'unset').length;
  const next = blocks[blocks.indexOf(block) + 1];
  return (
    <>
      <div className="pane-head">
        <h1>{section.title}</h1>
        <p>
          <code>{section.path}</code> <span className="soft">{page.inFile(set, settings.length)}</span>
        </p>
        <p>{section.help}</p>
      </div>
      <SectionForm key={section.path} block={block} />
      <Suspense fallback={null}>
        <StrayKeys section={section.path} />
      </Suspense>
      {next && (
        <p className="pane-next">
          {page.next}: <a href={hashOf(next.section.path)}>{next.section.title}</a>
        </p>
      )}
    </>
  );
}

function BlockForm({ block, isLink }: { readonly block: Block; readonly isLink: boolean }) {
  const { section } = block;
  return (
    <section className="block" aria-label={section.title}>
      <h2 className="block-title">
        {isLink ? <a href={hashOf(section.path)}>{section.title}</a> : section.title} <code>{section.path}</code>
      </h2>
      <SectionForm key={block.settings.map(({ path }) => path).join()} block={block} />
    </section>
  );
}

/** The settings by section, in the order of their first. */
function grouped(settings: readonly Setting[]): readonly Block[] {
  const groups = new Map<string, Setting[]>();
  for (const setting of settings) {
    const section = blockOfRow(setting.path)?.section.path ?? '';
    groups.set(section, [...(groups.get(section) ?? []), setting]);
  }
  return [...groups].flatMap(([path, group]) => {
    const block = blockOf(path);
    return block ? [{ section: block.section, settings: group }] : [];
  });
}

/** Goes to the setting of the address, and to the top of a section. */
function useShown(route: Route | null): void {
  useEffect(() => {
    const setting = route?.view === 'section' ? route.setting : null;
    if (setting === null) return void document.getElementById('settings')?.scrollTo({ top: 0 });
    const control = document.getElementById(setting);
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }, [route]);
}
