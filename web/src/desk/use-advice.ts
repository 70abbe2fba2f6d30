import type { Document, SettingProblem } from '@clearml-conf/shared';
import { createContext, useContext, useEffect, useState } from 'react';
import type { Advice } from '../form/advice.ts';

const noAdvice: Advice = { byRow: new Map(), stray: [] };
const AdviceContext = createContext<Advice>(noAdvice);
export const AdviceProvider = AdviceContext.Provider;

/** What is worth a look in the whole file. */
export function useAdvice(): Advice {
  return useContext(AdviceContext);
}

const none: readonly SettingProblem[] = [];

/** What is worth a look in one row. */
export function useRowAdvice(path: string): readonly SettingProblem[] {
  return useAdvice().byRow.get(path) ?? none;
}

type Adviser = (document: Document) => Advice;
let adviser: Adviser | null = null;

async function load(): Promise<Adviser> {
  adviser ??= (await import('../form/advice.ts')).adviceIn;
  return adviser;
}

// As soon as the page runs: what stands beside rows is best there when these are painted.
load().catch(() => {});

const afterTyping = 150;

/** Worked out anew once nobody types: advice must not make a key slower. */
export function useFreshAdvice(document: Document): Advice {
  const [found, setFound] = useState(() => (adviser ? { document, advice: adviser(document) } : null));
  const isStale = found?.document !== document;
  const pause = found === null ? 0 : afterTyping;
  useEffect(() => {
    if (!isStale) return;
    let isWanted = true;
    const work = async () => {
      const advise = await load();
      if (isWanted) setFound({ document, advice: advise(document) });
    };
    // Without it only advice is missing, and a page whose program went away says so itself.
    const timer = setTimeout(() => work().catch(() => {}), pause);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [document, isStale, pause]);
  return found?.advice ?? noAdvice;
}
