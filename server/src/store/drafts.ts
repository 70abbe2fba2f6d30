import type { DraftEntry } from '@clearml-conf/shared';
import { draftName } from '@clearml-conf/shared';
import type { Cabinet } from './cabinet.ts';

/** Unsaved texts of one file, one for each page. What is in them is the page's own business. */
export interface Drafts {
  /** The newest first. */
  readonly list: () => Promise<readonly DraftEntry[]>;
  readonly read: (page: string) => Promise<Uint8Array | null>;
  /** False when a page cannot be called like that. */
  readonly write: (page: string, bytes: Uint8Array) => Promise<boolean>;
  readonly remove: (page: string) => Promise<void>;
}

/** Pages that crashed leave theirs behind; the oldest go first. */
const mostKept = 20;

/** Each page has one file, named after it. */
export function createDrafts(cabinet: Cabinet): Drafts {
  const list = async () => {
    const names = (await cabinet.names()).filter((name) => draftName.test(name));
    const entries = await Promise.all(names.map((page) => entryOf(cabinet, page)));
    return entries.flat().sort((left, right) => (left.time < right.time ? 1 : -1));
  };
  return {
    list,
    read: async (page) => (draftName.test(page) ? cabinet.read(page) : null),
    write: async (page, bytes) => {
      if (!draftName.test(page)) return false;
      await cabinet.put(page, bytes);
      // Not by its time alone: a file system may give the same one to all that was written within some milliseconds.
      const others = (await list()).filter((entry) => entry.page !== page);
      for (const old of others.slice(mostKept - 1)) await cabinet.remove(old.page);
      return true;
    },
    remove: async (page) => {
      if (draftName.test(page)) await cabinet.remove(page);
    },
  };
}

async function entryOf(cabinet: Cabinet, page: string): Promise<readonly DraftEntry[]> {
  const entry = await cabinet.look(page);
  return entry ? [{ page, time: new Date(entry.modified).toISOString(), bytes: entry.size }] : [];
}
