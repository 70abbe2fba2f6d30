import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { type Cabinet, createCabinet } from './cabinet.ts';
import type { Disk } from './disk.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createHistory, type History } from './history.ts';
import { createRecovery, type Recovery } from './recovery.ts';

/** What is kept about one file in the person's state folder. */
export interface Records {
  readonly history: History;
  readonly recovery: Recovery;
  readonly drafts: Drafts;
  /** Which start of the program has the file open. */
  readonly running: Cabinet;
  /** Removes what was left half written before `time`. */
  readonly tidy: (time: number) => Promise<void>;
}

/** The records of the file whose bytes lie at `target`. */
export type RecordsOf = (target: string) => Records;

export interface Keeping {
  readonly now: () => number;
  /** Whether a program of this number runs on this machine. */
  readonly runs: (program: number) => boolean;
}

/** Records under one folder of ours. Each file has a folder of its own in it, named after the file. */
export function createRecords(disk: Disk, folder: string, { now, runs }: Keeping): RecordsOf {
  return (target) => {
    const digest = createHash('sha256').update(target).digest('hex').slice(0, 16);
    const own = join(folder, 'files', `${basename(target).replace(/[^\w.-]/g, '_')}-${digest}`);
    const main = createCabinet(disk, own);
    const history = createCabinet(disk, join(own, 'history'));
    const drafts = createCabinet(disk, join(own, 'drafts'));
    return {
      history: createHistory(history, now),
      recovery: createRecovery(main, runs),
      drafts: createDrafts(drafts),
      running: main,
      tidy: async (time) => {
        for (const cabinet of [main, history, drafts]) await cabinet.tidy(time);
      },
    };
  };
}
