import type { SaveCode } from '@clearml-conf/shared';
import type { Disk, OpenFile } from '../src/store/disk.ts';
import { computerDisk } from '../src/store/disk.ts';

export interface WatchedDisk extends Disk {
  /** The name of each call made so far. */
  readonly calls: readonly string[];
}

/**
 * The real disk; `decide` is asked at each call, by its number and name, and may name the error it fails with. With
 * `short` a write keeps a part only, and says nothing.
 */
export function watchedDisk(decide: (number: number, call: string) => string | null = () => null): WatchedDisk {
  const calls: string[] = [];
  /** Whether the call is to be cut short. */
  const enter = (name: string): boolean => {
    const code = decide(calls.length, name);
    calls.push(name);
    if (code !== null && code !== 'short') throw Object.assign(new Error(`${code} at ${name}`), { code });
    return code === 'short';
  };
  const around = <Words extends readonly unknown[], Result>(
    name: string,
    call: (...words: Words) => Promise<Result>,
  ) => {
    return async (...words: Words): Promise<Result> => {
      enter(name);
      return call(...words);
    };
  };
  const file = (open: OpenFile): OpenFile => ({
    entry: around('entry', open.entry),
    read: around('read', open.read),
    write: async (bytes) => {
      const short = enter('write');
      await open.write(short ? bytes.subarray(0, bytes.length / 2) : bytes);
    },
    cut: around('cut', open.cut),
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
    windows: computerDisk.windows,
    patience: [],
    look: around('look', computerDisk.look),
    realFolder: around('realFolder', computerDisk.realFolder),
    readLink: around('readLink', computerDisk.readLink),
    mayWrite: around('mayWrite', computerDisk.mayWrite),
    hasAccessList: around('hasAccessList', computerDisk.hasAccessList),
    openToRead: around('openToRead', async (path: string) => file(await computerDisk.openToRead(path))),
    create: around('create', async (path: string) => file(await computerDisk.create(path))),
    openToChange: around('openToChange', async (path: string) => file(await computerDisk.openToChange(path))),
    makeFolder: around('makeFolder', computerDisk.makeFolder),
    namesIn: around('namesIn', computerDisk.namesIn),
    link: around('link', computerDisk.link),
    rename: around('rename', computerDisk.rename),
    remove: around('remove', computerDisk.remove),
    syncFolder: around('syncFolder', computerDisk.syncFolder),
  };
}

/** Calls that only look: no disk is ever full for them. */
const looking = [
  'look',
  'realFolder',
  'readLink',
  'mayWrite',
  'hasAccessList',
  'openToRead',
  'namesIn',
  'entry',
  'read',
  'close',
];

/** What may be said when `call` fails for the reason that `code` names. */
export function namesOf(code: SaveCode, call: string): readonly SaveCode[] {
  return [code, 'not-confirmed', ...(looking.includes(call) ? (['disk-error'] as const) : [])];
}
