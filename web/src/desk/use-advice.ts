import type { Document, SettingProblem } from '@clearml-conf/shared';
import { createContext, useContext, useEffect, useState } from 'react';
import { type Advice, adviceIn } from '../form/advice.ts';

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

const afterTyping = 150;

/** Worked out anew once nobody types: advice must not make a key slower. */
export function useFreshAdvice(document: Document): Advice {
  const [found, setFound] = useState(() => ({ document, advice: adviceIn(document) }));
  const isStale = found.document !== document;
  useEffect(() => {
    if (!isStale) return;
    const timer = setTimeout(() => setFound({ document, advice: adviceIn(document) }), afterTyping);
    return () => clearTimeout(timer);
  }, [document, isStale]);
  return found.advice;
}
