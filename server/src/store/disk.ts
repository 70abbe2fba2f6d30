import { access, constants, lstat, open, readlink, realpath, rename, unlink } from 'node:fs/promises';

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
}

export interface OpenFile {
  readonly entry: () => Promise<Entry>;
  /** At most `limit` bytes from the start. */
  readonly read: (limit: number) => Promise<Uint8Array>;
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly setMode: (mode: number) => Promise<void>;
  readonly setOwner: (uid: number, gid: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Every call on the file system that the store makes, so that a test can record each one and let it fail. */
export interface Disk {
  /** Null when there is nothing. */
  readonly look: (path: string) => Promise<Entry | null>;
  readonly realFolder: (path: string) => Promise<string>;
  readonly readLink: (path: string) => Promise<string>;
  readonly mayWrite: (path: string) => Promise<boolean>;
  /** Never waits, whatever lies there. */
  readonly openToRead: (path: string) => Promise<OpenFile>;
  /** Fails when there is something already. Readable by the owner alone. */
  readonly create: (path: string) => Promise<OpenFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly syncFolder: (path: string) => Promise<void>;
}

/** The error code of the system, such as `ENOSPC`; empty for anything that is no error of the system. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
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

function openFile(handle: Handle): OpenFile {
  return {
    entry: async () => entryOf(await handle.stat()),
    read: (limit) => readStart(handle, limit),
    write: (bytes) => handle.writeFile(bytes),
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

/** The computer's own file system. */
export const computerDisk: Disk = {
  look,
  realFolder: (path) => realpath(path),
  readLink: (path) => readlink(path),
  mayWrite,
  // O_NONBLOCK: a pipe that nobody writes to must not hold up the program. Both flags are absent on Windows.
  openToRead: async (path) =>
    openFile(await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))),
  create: async (path) => openFile(await open(path, 'wx', 0o600)),
  rename,
  remove: unlink,
  syncFolder,
};
