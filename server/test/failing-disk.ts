import type { Disk, OpenFile } from '../src/store/disk.ts';
import { computerDisk } from '../src/store/disk.ts';

export interface WatchedDisk extends Disk {
  /** The name of each call made so far. */
  readonly calls: readonly string[];
}

/** The real disk; `decide` is asked at each call, by its number and name, and may name the error it fails with. */
export function watchedDisk(decide: (number: number, call: string) => string | null = () => null): WatchedDisk {
  const calls: string[] = [];
  const around = <Words extends readonly unknown[], Result>(
    name: string,
    call: (...words: Words) => Promise<Result>,
  ) => {
    return async (...words: Words): Promise<Result> => {
      const code = decide(calls.length, name);
      calls.push(name);
      if (code !== null) throw Object.assign(new Error(`${code} at ${name}`), { code });
      return call(...words);
    };
  };
  const file = (open: OpenFile): OpenFile => ({
    entry: around('entry', open.entry),
    read: around('read', open.read),
    write: around('write', open.write),
    setMode: around('setMode', open.setMode),
    setOwner: around('setOwner', open.setOwner),
    sync: around('sync', open.sync),
    // A handle is given back whatever happens: the test's own process must not run out of them.
    close: async () => {
      await open.close();
      await around('close', async () => undefined)();
    },
  });
  return {
    calls,
    look: around('look', computerDisk.look),
    realFolder: around('realFolder', computerDisk.realFolder),
    readLink: around('readLink', computerDisk.readLink),
    mayWrite: around('mayWrite', computerDisk.mayWrite),
    openToRead: around('openToRead', async (path: string) => file(await computerDisk.openToRead(path))),
    create: around('create', async (path: string) => file(await computerDisk.create(path))),
    rename: around('rename', computerDisk.rename),
    remove: around('remove', computerDisk.remove),
    syncFolder: around('syncFolder', computerDisk.syncFolder),
  };
}
