import { execFile } from 'node:child_process';
import { linkSync, renameSync } from 'node:fs';
import { access, constants, lstat, mkdir, open, readdir, readlink, realpath, unlink } from 'node:fs/promises';

/** What lies at a path, itself: a link is a link. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  /** Permission bits only. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** How many names the file has. */
  readonly names: number;
  /** The same for all names of one file, and for no other file. */
  readonly identity: string;
  /** When its bytes were changed, in milliseconds. */
  readonly modified: number;
  /** When anything of it was changed, its names too. */
  readonly touched: number;
}

export interface OpenFile {
  readonly entry: () => Promise<Entry>;
  /** At most `limit` bytes from the start. */
  readonly read: (limit: number) => Promise<Uint8Array>;
  /** All of them from the start on; what lies behind them stays. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Lets the file end after so many bytes. */
  readonly cut: (length: number) => Promise<void>;
  readonly setMode: (mode: number) => Promise<void>;
  readonly setOwner: (uid: number, gid: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Every call on the file system that the store makes, so that a test can record each one and let it fail. */
export interface Disk {
  /** Names and renames follow the rules of Windows. */
  readonly windows: boolean;
  /** How long to wait, in milliseconds, before each further try of a rename that another program holds up. */
  readonly patience: readonly number[];
  /** Null when there is nothing. */
  readonly look: (path: string) => Promise<Entry | null>;
  readonly realFolder: (path: string) => Promise<string>;
  readonly readLink: (path: string) => Promise<string>;
  readonly mayWrite: (path: string) => Promise<boolean>;
  /** Whether an access list says more about who may do what than the mode: a new file would not have it. */
  readonly hasAccessList: (path: string) => Promise<boolean>;
  /** Never waits, whatever lies there. */
  readonly openToRead: (path: string) => Promise<OpenFile>;
  /** Fails when there is something already. Readable by the owner alone. */
  readonly create: (path: string) => Promise<OpenFile>;
  /** For changing a file where it lies: neither made nor emptied. */
  readonly openToChange: (path: string) => Promise<OpenFile>;
  /** With the folders above it, for the owner alone. */
  readonly makeFolder: (path: string) => Promise<void>;
  readonly namesIn: (folder: string) => Promise<readonly string[]>;
  /** Both happen before anything else of this program does, so that nearly nothing fits between two of them. */
  readonly link: (from: string, to: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly syncFolder: (path: string) => Promise<void>;
}

/** The error code of the system, such as `ENOSPC`; empty for anything that is no error of the system. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** All bytes of a file of our own; never more than `limit`. */
export async function readWhole(disk: Disk, path: string, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const file = await disk.openToRead(path);
  try {
    return await file.read(limit);
  } finally {
    await file.close();
  }
}

type Stats = Awaited<ReturnType<typeof lstat>>;
type Handle = Awaited<ReturnType<typeof open>>;

const permissionBits = 0o7777;

function entryOf(stats: Stats): Entry {
  const kinds = [stats.isFile() && 'file', stats.isDirectory() && 'folder', stats.isSymbolicLink() && 'link'] as const;
  return {
    kind: kinds.find((kind) => kind !== false) ?? 'other',
    size: Number(stats.size),
    mode: Number(stats.mode) & permissionBits,
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    names: Number(stats.nlink),
    identity: `${stats.dev}:${stats.ino}`,
    modified: Number(stats.mtimeMs),
    touched: Number(stats.ctimeMs),
  };
}

async function readStart(handle: Handle, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < limit) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(65_536, limit - length)), 0, null, length);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(chunks);
}

async function writeFromStart(handle: Handle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, at);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
    at += bytesWritten;
  }
}

function openFile(handle: Handle): OpenFile {
  return {
    entry: async () => entryOf(await handle.stat()),
    read: (limit) => readStart(handle, limit),
    write: (bytes) => writeFromStart(handle, bytes),
    cut: (length) => handle.truncate(length),
    setMode: (mode) => handle.chmod(mode),
    setOwner: (uid, gid) => handle.chown(uid, gid),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function look(path: string): Promise<Entry | null> {
  try {
    return entryOf(await lstat(path));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Node cannot ask; `ls` marks such a file with a plus after the ten signs of its mode, on Linux and macOS alike. */
function hasAccessList(path: string): Promise<boolean> {
  if (process.platform === 'win32') return Promise.resolve(false);
  return new Promise((resolve) => {
    execFile('/bin/ls', ['-ld', '--', path], { timeout: 10_000 }, (error, listed) =>
      resolve(error === null && listed[10] === '+'),
    );
  });
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is what lasts.
  if (process.platform === 'win32') return;
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(systemCode(error))) throw error;
    // Some network file systems flush folders by themselves and refuse to be asked.
  } finally {
    await handle.close();
  }
}

// O_NONBLOCK: a pipe that nobody reads or writes must not hold up the program. Both flags are absent on Windows.
const withoutWaiting = (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The computer's own file system. */
export const computerDisk: Disk = {
  windows: process.platform === 'win32',
  // There every program that reads a file, a virus scanner too, may hold it for a while.
  patience: process.platform === 'win32' ? [10, 20, 40, 80, 160, 320, 640] : [],
  look,
  realFolder: (path) => realpath(path),
  readLink: (path) => readlink(path),
  mayWrite,
  hasAccessList,
  openToRead: async (path) => openFile(await open(path, constants.O_RDONLY | withoutWaiting)),
  openToChange: async (path) => openFile(await open(path, constants.O_RDWR | withoutWaiting)),
  create: async (path) => openFile(await open(path, 'wx', 0o600)),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  namesIn: (folder) => readdir(folder),
  link: async (from, to) => linkSync(from, to),
  rename: async (from, to) => renameSync(from, to),
  remove: unlink,
  syncFolder,
};
