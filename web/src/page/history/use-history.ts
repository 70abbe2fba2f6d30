import type { HistoryEntry } from '@clearml-conf/shared';
import { useCallback, useEffect, useState } from 'react';
import type { Kept } from '../../session/kept.ts';

/** The former texts of the file: the list, and the text of each as far as it is read. */
export type History =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'listed'; readonly entries: readonly HistoryEntry[]; readonly texts: Texts };

/** The texts by their id; null for one that cannot be shown. */
export type Texts = ReadonlyMap<string, string | null>;

const tryAgainAfter = 2000;

/** Reads the list, then text after text, the newest first. `clear` says whether all of them are gone. */
export function useHistory({ history }: Kept): { readonly found: History; readonly clear: () => Promise<boolean> } {
  const [found, setFound] = useState<History>({ state: 'loading' });
  useEffect(() => {
    const reading = { isOver: false };
    const put = (next: History | ((old: History) => History)) => reading.isOver || setFound(next);
    void readAll(history, put, reading);
    return () => {
      reading.isOver = true;
    };
  }, [history]);
  const clear = useCallback(async () => {
    const isCleared = await history.clear();
    if (isCleared) setFound({ state: 'listed', entries: [], texts: new Map() });
    return isCleared;
  }, [history]);
  return { found, clear };
}

type Put = (next: History | ((old: History) => History)) => void;

async function readAll(history: Kept['history'], put: Put, reading: { readonly isOver: boolean }): Promise<void> {
  const entries = await history.list();
  if (reading.isOver) return;
  if (!entries) {
    put({ state: 'failed' });
    setTimeout(() => reading.isOver || void readAll(history, put, reading), tryAgainAfter);
    return;
  }
  put({ state: 'listed', entries, texts: new Map() });
  for (const { id } of entries) {
    if (reading.isOver) return;
    const text = await history.text(id);
    put((old) => (old.state === 'listed' ? { ...old, texts: new Map([...old.texts, [id, text]]) } : old));
  }
}
