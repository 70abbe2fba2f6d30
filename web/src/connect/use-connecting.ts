import { type PasteForm, type PasteRest, type Reading, readPaste } from '@clearml-conf/shared';
import { useMemo, useState } from 'react';
import { mask } from '../diff/paint.ts';
import { pasteFaultInWords } from '../words/connect.ts';
import { type Entry, entriesOf, keptBeside, refreshed } from './entries.ts';

/** What the last paste came to. The paste itself is not kept. */
interface Pasted {
  readonly form: PasteForm;
  readonly count: number;
  readonly rest: readonly PasteRest[];
}

export interface Connecting {
  readonly entries: readonly Entry[];
  readonly setEntries: (entries: readonly Entry[]) => void;
  /** Null before a paste, and again when another one is asked for. */
  readonly pasted: Pasted | null;
  readonly fault: string | null;
  readonly read: (paste: string) => void;
  readonly askAgain: () => void;
}

/** The connection on its way into the file, beginning with what the file says. */
export function useConnecting(readings: ReadonlyMap<string, Reading>): Connecting {
  const [kept, setEntries] = useState<readonly Entry[]>(() => entriesOf([], readings));
  const entries = useMemo(() => refreshed(kept, readings), [kept, readings]);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const read = (paste: string) => {
    const found = readPaste(paste, mask);
    if (!found.ok) return setFault(pasteFaultInWords(found.code, found.line));
    setFault(null);
    setPasted({ form: found.form, count: found.settings.length, rest: found.rest });
    setEntries(entriesOf([...found.settings, ...keptBeside(found.settings, entries)], readings));
  };
  return { entries, setEntries, pasted, fault, read, askAgain: () => setPasted(null) };
}
