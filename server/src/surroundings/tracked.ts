import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Larger than the index of any repository that somebody keeps settings in. */
const mostBytes = 32 * 1024 * 1024;

/**
 * The repository in which git tracks the file; null where none does, or where that cannot be told. Only git's own index
 * is read: no program is started, and nothing of the repository's settings is followed.
 */
export async function trackedIn(path: string): Promise<string | null> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const index = await indexIn(folder);
    if (index) return indexHolds(index, relative(folder, path).split(sep).join('/')) ? folder : null;
    if (folder === dirname(folder)) return null;
  }
}

/** The index of the repository whose root this is; a work tree of its own has a file in the place of the folder. */
async function indexIn(root: string): Promise<Buffer | null> {
  const git = join(root, '.git');
  const pointer = await smallFile(git, 4096);
  const folder = pointer ? /^gitdir: (.+)$/m.exec(pointer.toString('utf8'))?.[1] : git;
  return folder === undefined ? null : smallFile(join(resolve(root, folder.trim()), 'index'), mostBytes);
}

async function smallFile(path: string, most: number): Promise<Buffer | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() && found.size <= most ? readFile(path).catch(() => null) : null;
}

const signature = 'DIRC';
const headLength = 12;
/** Times, device, mode, owner, size and digest come before the flags of an entry. */
const sha1 = { flags: 60, name: 62 };
const extended = 0x4000;

/** Whether an index of version 2 to 4 names the path. An index of another form names nothing. */
export function indexHolds(index: Buffer, path: string): boolean {
  if (index.length < headLength || index.toString('latin1', 0, 4) !== signature) return false;
  const version = index.readUInt32BE(4);
  if (version < 2 || version > 4) return false;
  let name = '';
  let at = headLength;
  for (let left = index.readUInt32BE(8); left > 0 && at + sha1.name < index.length; left -= 1) {
    const hasMore = (index.readUInt16BE(at + sha1.flags) & extended) !== 0;
    let from = at + sha1.name + (hasMore ? 2 : 0);
    let kept = 0;
    if (version === 4) {
      const cut = lengthAt(index, from);
      from = cut.next;
      kept = Math.max(name.length - cut.length, 0);
    }
    const end = index.indexOf(0, from);
    if (end < 0) return false;
    // Names are compared byte for byte, as git keeps them.
    name = name.slice(0, kept) + index.toString('latin1', from, end);
    if (name === Buffer.from(path, 'utf8').toString('latin1')) return true;
    at = version === 4 ? end + 1 : at + padded(end - at);
  }
  return false;
}

/** Entries of the older versions end with one to eight zeros, at a multiple of eight. */
function padded(length: number): number {
  return (Math.floor(length / 8) + 1) * 8;
}

/** How much of the former name is cut off, in bytes of seven bits. */
function lengthAt(index: Buffer, from: number): { readonly length: number; readonly next: number } {
  let next = from;
  let byte = index[next++] ?? 0;
  let length = byte & 127;
  while (byte & 128 && next < index.length) {
    byte = index[next++] ?? 0;
    length = ((length + 1) << 7) | (byte & 127);
  }
  return { length, next };
}
