import { useEffect, useMemo, useRef, useState } from 'react';
import type { Desk } from '../../desk/desk.ts';
import { useAdvice } from '../../desk/use-advice.ts';
import { whenIdle } from '../../late/when-idle.ts';
import type { Ground } from '../../search/filtered.ts';
import type { Found } from '../../search/find.ts';
import { isEmpty, queryOf } from '../../search/query.ts';
import { resultsPart } from '../late-parts.ts';

type Finder = typeof import('../../search/find.ts').find;
let finder: Finder | null = null;

async function load(): Promise<Finder> {
  // What finds without what shows it would leave the page empty for a moment.
  const [{ find }] = await Promise.all([import('../../search/find.ts'), resultsPart.fetch().catch(() => {})]);
  finder = find;
  return find;
}

const soon = 200;

/** What the search finds; null where nothing is searched for, or for the moment until the search is loaded. */
export function useFound(text: string, desk: Desk): Found | null {
  const [find, setFind] = useState(() => finder);
  const { byRow } = useAdvice();
  const query = useMemo(() => queryOf(text), [text]);
  const isWanted = !isEmpty(query);
  useEffect(() => {
    if (find) return;
    const timer = setTimeout(
      () =>
        load().then(
          (loaded) => setFind(() => loaded),
          () => {},
        ),
      isWanted ? 0 : soon,
    );
    return () => clearTimeout(timer);
  }, [find, isWanted]);
  const { derived, changes, overrides } = desk;
  const { readings } = derived.now;
  const ground = useMemo(
    () => ({ readings, changed: changes, overridden: overrides, advised: byRow }),
    [readings, changes, overrides, byRow],
  );
  useWarmFind(find, ground);
  return useMemo(() => (find && isWanted ? find(query, ground) : null), [find, isWanted, query, ground]);
}

const everyday = queryOf('e');
const rounds = 5;

/** Looks for what nobody asked for, while the page is idle, so that the first letter is as quick as the next. */
function useWarmFind(find: Finder | null, ground: Ground): void {
  const latest = useRef(ground);
  latest.current = ground;
  useEffect(() => {
    let isWanted = true;
    const warm = (round: number) =>
      whenIdle(() => {
        if (!isWanted) return;
        find?.(everyday, latest.current);
        if (round < rounds) warm(round + 1);
      });
    if (find) warm(1);
    return () => {
      isWanted = false;
    };
  }, [find]);
}
