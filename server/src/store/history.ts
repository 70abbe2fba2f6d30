import type { HistoryEntry } from '@clearml-conf/shared';
import type { Cabinet } from './cabinet.ts';
import { revisionOf } from './reading.ts';

/** Former texts of one file. */
export interface History {
  /** Returns the id under which the text is found. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  /** The newest first. */
  readonly list: () => Promise<readonly HistoryEntry[]>;
  readonly read: (id: string) => Promise<Uint8Array | null>;
  readonly clear: () => Promise<void>;
}

const mostRecent = 50;
const days = 30;
const dayLength = 24 * 60 * 60 * 1000;
const digestLength = 16;

// The name tells everything: when it was kept, how long it is, and a digest of it.
const nameForm = /^(\d{8}T\d{9}Z)-(\d+)-([0-9a-f]{16})$/;

/** Each text has one file, whose name tells all but the text itself. */
export function createHistory(cabinet: Cabinet, now: () => number): History {
  const list = async () => (await cabinet.names()).flatMap(entryNamed).sort(newestFirst);
  return {
    list,
    keep: async (bytes) => {
      const entries = await list();
      const digest = revisionOf(bytes).slice(0, digestLength);
      const same = entries.filter(({ id }) => id.endsWith(digest));
      // The first ever stays the first; any other text counts from when it was last in use.
      const first = same.find((entry) => entry === entries.at(-1));
      if (first) return first.id;
      const entry: HistoryEntry = entryFor(now(), bytes.length, digest);
      await cabinet.put(entry.id, bytes);
      for (const { id } of same) if (id !== entry.id) await cabinet.remove(id);
      const others = entries.filter((one) => !same.includes(one));
      for (const { id } of outdated([entry, ...others], now())) await cabinet.remove(id);
      return entry.id;
    },
    read: async (id) => (nameForm.test(id) ? cabinet.read(id) : null),
    clear: async () => {
      for (const { id } of await list()) await cabinet.remove(id);
    },
  };
}

/** What need not be kept: all but the first ever, the last 50, and the last of each of the last 30 days. */
function outdated(entries: readonly HistoryEntry[], now: number): readonly HistoryEntry[] {
  const ordered = [...entries].sort(newestFirst);
  const daily = new Map<string, HistoryEntry>();
  for (const entry of ordered) {
    const day = entry.time.slice(0, 10);
    if (now - Date.parse(entry.time) < days * dayLength && !daily.has(day)) daily.set(day, entry);
  }
  const kept = new Set([...ordered.slice(0, mostRecent), ...ordered.slice(-1), ...daily.values()]);
  return ordered.filter((entry) => !kept.has(entry));
}

function newestFirst(left: HistoryEntry, right: HistoryEntry): number {
  return left.id < right.id ? 1 : -1;
}

function entryFor(now: number, bytes: number, digest: string): HistoryEntry {
  const time = new Date(now).toISOString();
  return { id: `${time.replace(/[-:.]/g, '')}-${bytes}-${digest}`, time, bytes };
}

function entryNamed(id: string): readonly HistoryEntry[] {
  const [, stamp = '', bytes = ''] = nameForm.exec(id) ?? [];
  const time = stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z');
  return stamp === '' || Number.isNaN(Date.parse(time)) ? [] : [{ id, time, bytes: Number(bytes) }];
}
