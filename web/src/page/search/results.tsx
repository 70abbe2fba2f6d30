import type { Setting } from '@clearml-conf/shared';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Desk } from '../../desk/desk.ts';
import { useAdvice } from '../../desk/use-advice.ts';
import { SectionForm } from '../../fields/section-form.tsx';
import { WhyFound } from '../../fields/why-found.tsx';
import { type Block, byBlock } from '../../form/blocks.ts';
import { type ControlKind, controlOf } from '../../form/control.ts';
import { LatePart } from '../../late/late.tsx';
import { useLater } from '../../late/use-later.ts';
import { hashOf } from '../../route/route.ts';
import type { Found } from '../../search/find.ts';
import type { Hit } from '../../search/hits.ts';
import { filters as knownFilters, queryOf } from '../../search/query.ts';
import { foundInWords, noSuchFilter, search, whyInWords } from '../../words/search.ts';
import { focusControl } from '../focus-control.ts';
import { strayKeysPart } from '../late-parts.ts';
import { FilterChips } from './filter-chips.tsx';
import { HitRow } from './hit-row.tsx';
import { inSight } from './in-sight.ts';
import { useMarks } from './use-marks.ts';

interface Props {
  readonly found: Found;
  /** What was typed when this was found. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly desk: Desk;
  /** The setting that people come back to. */
  readonly back: RefObject<string | null>;
}

/** So many at most, unless people ask for all of them. */
const most = 60;

/** The settings that were found, by section, the best first. */
export default function Results({ found, text, setText, desk, back }: Props) {
  const { words, filters, unknown } = queryOf(text);
  const strayKeys = useAdvice().stray.length;
  const stray = filters.includes('problem') && words.length === 0 ? strayKeys : 0;
  const [all, setAll] = useState<string | null>(null);
  const { opened, open, settled } = useOpened(found, text, back);

  const isAll = all === text;
  const blocks = useMemo(() => byBlock(isAll ? found.hits : found.hits.slice(0, most), pathOf), [found.hits, isAll]);
  // What is out of sight would only hold up the letter that people look at. It comes once nobody types, and moves nothing.
  const shown = isAll || settled === text ? blocks : inSight(blocks);
  const count = shown.reduce((sum, { members }) => sum + members.length, 0);
  useMarks(found.marks, `${text} ${count} ${opened.size}`);
  // People look at what was found before they look at how much else there is.
  const counted = useLater(found);
  return (
    <>
      <div className="pane-head" data-search={text}>
        <h1 aria-live="polite">{foundInWords(found.hits.length, words.join(' '), stray)}</h1>
        {unknown.length > 0 && <p>{noSuchFilter(unknown, knownFilters)}</p>}
        {found.isPartly && <p>{search.partly}</p>}
        <FilterChips text={text} setText={setText} counts={withStray(counted, words, strayKeys)} />
        {found.hits.length + stray === 0 && <Nothing near={found.near} setText={setText} />}
      </div>
      {shown.map(({ block, members: hits }) => (
        <section key={block.section.path} className="block" aria-label={block.section.title}>
          <h2 className="block-title">
            <a href={hashOf(block.section.path)} onClick={() => setText('')}>
              {block.section.title}
            </a>{' '}
            <code>{block.section.path}</code>
          </h2>
          {hits.map((hit) =>
            opened.has(hit.setting.path) ? (
              <div key={hit.setting.path} className="hit-form">
                <WhyFound value={whyInWords(hit.matches)}>
                  <SectionForm block={single(hit.setting, block)} />
                </WhyFound>
              </div>
            ) : (
              <HitRow
                key={hit.setting.path}
                setting={hit.setting}
                why={whyInWords(hit.matches)}
                reading={desk.derived.now.readings.get(hit.setting.path)}
                isChanged={desk.changes.has(hit.setting.path)}
                isAdvised={filters.includes('problem')}
                onOpen={open}
              />
            ),
          )}
        </section>
      ))}
      {settled === text && count < found.hits.length && (
        <button type="button" className="quiet-button results-more" onClick={() => setAll(text)}>
          {search.more(found.hits.length - count)}
        </button>
      )}
      {stray > 0 && <LatePart part={strayKeysPart} props={{ section: null }} />}
    </>
  );
}

const pathOf = ({ setting }: Hit) => setting.path;

/** Keys that no row shows are worth a look too, as long as nobody asks for certain words. */
function withStray({ byFilter }: Found, words: readonly string[], stray: number): Found['byFilter'] {
  return words.length > 0 ? byFilter : { ...byFilter, problem: byFilter.problem + stray };
}

function Nothing({ near, setText }: { readonly near: string | null; readonly setText: (text: string) => void }) {
  if (near === null) return <p>{search.nothing}</p>;
  const take = () => {
    setText(near);
    document.querySelector<HTMLElement>('[type="search"]')?.focus();
  };
  return (
    <p>
      {search.didYouMean}{' '}
      <button type="button" className="link-button" onClick={take}>
        {near}
      </button>
      ?
    </p>
  );
}

const singles = new Map<string, Block>();

/** The block that holds one setting only: the same object each time, so that its form stays. */
function single(setting: Setting, { section }: Block): Block {
  const known = singles.get(setting.path) ?? { section, settings: [setting] };
  singles.set(setting.path, known);
  return known;
}

const readyAfter = 400;
const readyCount = 8;
/** Controls that may be far higher than the line that stands in for them. */
const tallKinds: ReadonlySet<ControlKind> = new Set(['texts', 'text-or-texts', 'cards', 'table', 'groups', 'none']);

/** Which hits can be edited: those that were opened and, once nobody types any more, the first few. */
function useOpened({ hits }: Found, text: string, back: RefObject<string | null>) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(back.current === null ? [] : [back.current]));
  const [wanted, setWanted] = useState(back.current);
  useEffect(() => {
    back.current = null;
  }, [back]);
  const [settled, setSettled] = useState<string | null>(null);
  const latest = useRef(hits);
  latest.current = hits;
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
      // A hit that is focused stays as it is: focus would be lost with it.
      if (document.activeElement?.closest('.hit')) return;
      const ready = latest.current.slice(0, readyCount).filter(isPlain);
      setOpened((old) => new Set([...old, ...ready.map(({ setting }) => setting.path)]));
    }, readyAfter);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    if (wanted === null) return;
    focusRow(wanted);
    setWanted(null);
  }, [wanted]);
  const open = useCallback((path: string) => {
    setOpened((old) => new Set([...old, path]));
    setWanted(path);
  }, []);
  return { opened, open, settled };
}

function isPlain({ setting }: Hit): boolean {
  return !tallKinds.has(controlOf(setting));
}

function focusRow(path: string): void {
  focusControl(document.querySelector(`[data-setting="${CSS.escape(path)}"]`));
}
