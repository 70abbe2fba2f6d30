import { type Reading, readPaste } from '@clearml-conf/shared';
import { useEffect, useMemo, useRef, useState } from 'react';
import { mask } from '../diff/paint.ts';
import { pasteFaultInWords } from '../words/connect.ts';
import { type Entry, editsOf, entriesOf, keptBeside, refreshed } from './entries.ts';
import { keepUnderWay, type Pasted, underWay } from './under-way.ts';

export interface Connecting {
  readonly entries: readonly Entry[];
  readonly setEntries: (entries: readonly Entry[]) => void;
  /** Null before a paste, and again when another one is asked for. */
  readonly pasted: Pasted | null;
  readonly fault: string | null;
  readonly read: (paste: string) => void;
  readonly askAgain: () => void;
  readonly isByHand: boolean;
  readonly fillByHand: () => void;
  /** Keeps it no longer: it goes into the draft. */
  readonly handOver: () => void;
}

/** The connection on its way into the file, beginning with what was under way, else with what the file says. */
export function useConnecting(readings: ReadonlyMap<string, Reading>): Connecting {
  const [kept, setEntries] = useState<readonly Entry[]>(() => underWay()?.entries ?? entriesOf([], readings));
  const entries = useMemo(() => refreshed(kept, readings), [kept, readings]);
  const [pasted, setPasted] = useState<Pasted | null>(() => underWay()?.pasted ?? null);
  const [isByHand, setByHand] = useState(() => underWay()?.isByHand ?? false);
  const [fault, setFault] = useState<string | null>(null);
  const handOver = useKept(entries, pasted, isByHand);
  const read = (paste: string) => {
    const found = readPaste(paste, mask);
    if (!found.ok) return setFault(pasteFaultInWords(found.code, found.line));
    setFault(null);
    setPasted({ form: found.form, count: found.settings.length, rest: found.rest });
    setEntries(entriesOf([...found.settings, ...keptBeside(found.settings, entries)], readings));
  };
  const askAgain = () => setPasted(null);
  return { entries, setEntries, pasted, fault, read, askAgain, isByHand, fillByHand: () => setByHand(true), handOver };
}

/** Whoever leaves the page by whatever way finds it as it was. */
function useKept(entries: readonly Entry[], pasted: Pasted | null, isByHand: boolean): () => void {
  const isGiven = useRef(false);
  useEffect(() => {
    if (!isGiven.current) keepUnderWay({ entries, pasted, isByHand, changes: editsOf(entries).length });
  }, [entries, pasted, isByHand]);
  return () => {
    isGiven.current = true;
    keepUnderWay(null);
  };
}
