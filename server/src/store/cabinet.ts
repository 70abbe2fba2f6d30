import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Disk, Entry } from './disk.ts';
import { readWhole, systemCode } from './disk.ts';

/** A folder of our own whose files nobody else may read. */
export interface Cabinet {
  /** Nothing when the folder is not there. */
  readonly names: () => Promise<readonly string[]>;
  /** Null when there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array | null>;
  readonly look: (name: string) => Promise<Entry | null>;
  /** On the disk, whole, when it returns; never seen half. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** That it is gone already is no fault. */
  readonly remove: (name: string) => Promise<void>;
  /** Removes what a start of the program left behind that was killed while it wrote here, before `time`. */
  readonly tidy: (time: number) => Promise<void>;
}

/** Files larger than this were not made by us. */
const limit = 64 * 1024 * 1024;

/** The folder itself is made by the first `put`. */
export function createCabinet(disk: Disk, folder: string): Cabinet {
  const at = (name: string) => join(folder, name);
  return {
    names: () => orWhenMissing(async () => (await disk.namesIn(folder)).filter((name) => !name.startsWith('.')), []),
    read: (name) => orWhenMissing(() => readWhole(disk, at(name), limit), null),
    look: (name) => disk.look(at(name)),
    put: async (name, bytes) => {
      await disk.makeFolder(folder);
      const temporary = at(`.${name}-${randomBytes(6).toString('hex')}`);
      await putBeside(disk, temporary, bytes, () => disk.rename(temporary, at(name)));
      await disk.syncFolder(folder);
    },
    remove: (name) => orWhenMissing(() => disk.remove(at(name)), undefined),
    tidy: async (time) => {
      const names = await orWhenMissing(() => disk.namesIn(folder), []);
      for (const path of names.filter((name) => name.startsWith('.')).map(at)) {
        const entry = await disk.look(path);
        if (entry?.kind === 'file' && entry.touched < time) await disk.remove(path);
      }
    },
  };
}

async function putBeside(disk: Disk, temporary: string, bytes: Uint8Array, move: () => Promise<void>): Promise<void> {
  const file = await disk.create(temporary);
  try {
    await fill(file, bytes);
    await move();
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
}

async function fill(file: Awaited<ReturnType<Disk['create']>>, bytes: Uint8Array): Promise<void> {
  try {
    await file.write(bytes);
    const { size } = await file.entry();
    if (size !== bytes.length) throw Object.assign(new Error('cut short'), { code: 'ENOSPC' });
    await file.sync();
  } finally {
    await file.close();
  }
}

async function orWhenMissing<Found>(act: () => Promise<Found>, missing: Found): Promise<Found> {
  try {
    return await act();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return missing;
    throw error;
  }
}
