import { memo, type RefObject, useEffect, useRef } from 'react';
import type { Desk } from '../desk/desk.ts';
import { useAdvice } from '../desk/use-advice.ts';
import { SectionForm } from '../fields/section-form.tsx';
import { type Block, basics, blockOf, blocks, byBlock, rows } from '../form/blocks.ts';
import { LatePart } from '../late/late.tsx';
import { hashOf, type Route } from '../route/route.ts';
import { countsByFilter } from '../search/filtered.ts';
import type { Found } from '../search/find.ts';
import { page } from '../words/page.ts';
import { nowherePart, resultsPart, strayKeysPart } from './late-parts.ts';
import { FilterChips } from './search/filter-chips.tsx';
import { usePieces } from './use-pieces.ts';

interface Props {
  readonly route: Route;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly found: Found | null;
  readonly desk: Desk;
  /** The setting that people come back to in what was found. */
  readonly back: RefObject<string | null>;
}

/** The middle: what people start with, one section, or what they search for. */
export const SettingsPane = memo(function SettingsPane({ route, text, setText, found, desk, back }: Props) {
  useShown(found ? null : route);
  // People come back to the row they left, which must be there at once.
  const isFirst = useRef(true);
  useEffect(() => {
    isFirst.current = false;
  }, []);
  if (found) return <LatePart part={resultsPart} props={{ found, text, setText, desk, back }} />;
  if (route.view === 'nowhere') return <LatePart part={nowherePart} props={{ path: route.path }} />;
  if (route.view !== 'section') return <Start desk={desk} setText={setText} />;
  const block = blockOf(route.section);
  if (!block) return null;
  const isWhole = isFirst.current || route.setting !== null;
  return <OneSection key={route.section} block={block} desk={desk} isWhole={isWhole} />;
});

function Start({ desk, setText }: Pick<Props, 'desk' | 'setText'>) {
  const { byRow, stray } = useAdvice();
  const { changes, overrides, derived } = desk;
  const ground = { readings: derived.now.readings, changed: changes, overridden: overrides, advised: byRow };
  const counts = countsByFilter(rows, ground);
  return (
    <>
      <div className="pane-head">
        <h1>{page.start}</h1>
        <p>{page.startHelp}</p>
        <FilterChips text="" setText={setText} counts={{ ...counts, problem: counts.problem + stray.length }} />
      </div>
      {startBlocks.map((block) => (
        <BlockForm key={block.section.path} block={block} isLink />
      ))}
      <LatePart part={strayKeysPart} props={{ section: null }} />
    </>
  );
}

const startBlocks = byBlock(basics, ({ path }) => path).map(({ block, members }) => ({ ...block, settings: members }));

interface SectionProps {
  readonly block: Block;
  readonly desk: Desk;
  /** Whether all rows must be there with the first. */
  readonly isWhole: boolean;
}

function OneSection({ block, desk, isWhole }: SectionProps) {
  const pieces = usePieces(block, isWhole);
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
        {section.path === settings[0]?.path ? null : <p>{section.help}</p>}
      </div>
      {pieces.map((piece) => (
        <SectionForm key={piece.settings[0]?.path} block={piece} />
      ))}
      <LatePart part={strayKeysPart} props={{ section: section.path }} />
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

/** Goes to the setting of the address, and to the top of a section. Whoever is in the search box stays there. */
function useShown(route: Route | null): void {
  const latest = useRef(route);
  useEffect(() => {
    const isElsewhere = route !== null && route !== latest.current;
    latest.current = route ?? latest.current;
    if (route?.view === 'section' && route.setting !== null) toSetting(route.setting);
    else toTop(isElsewhere);
  }, [route]);
}

function toSetting(setting: string): void {
  const control = document.getElementById(setting);
  control?.scrollIntoView({ block: 'center' });
  if (!document.activeElement?.matches('[type="search"]')) control?.focus({ preventScroll: true });
}

/** The link that led elsewhere may be gone, and focus with it. */
function toTop(isElsewhere: boolean): void {
  const pane = document.getElementById('settings');
  pane?.scrollTo({ top: 0 });
  if (isElsewhere && document.activeElement === document.body) pane?.focus({ preventScroll: true });
}
