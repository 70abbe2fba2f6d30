import { createHash } from 'node:crypto';
import type { FileCode, ReadOnlyCode } from '@clearml-conf/shared';
import { decode, maxOpenedBytes, maxSavedBytes } from '@clearml-conf/shared';
import type { Disk, Entry } from './disk.ts';
import type { Place } from './place.ts';

/** The revision of a document: a digest of its bytes and of nothing else. */
export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export type FileReading =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly entry: Entry }
  | { readonly ok: false; readonly code: FileCode };

/** Reads a file whole, or says why not. Only regular files: a pipe or a device is not even opened. */
export async function readFileAt(disk: Disk, target: string, entry: Entry): Promise<FileReading> {
  const odd = oddity(entry);
  if (odd) return { ok: false, code: odd };
  const file = await disk.openToRead(target);
  try {
    const opened = await file.entry();
    const changed = oddity(opened);
    if (changed) return { ok: false, code: changed };
    // The size in the entry is not trusted: files under /proc say 0, and a log may grow meanwhile.
    const bytes = await file.read(maxOpenedBytes + 1);
    return bytes.length > maxOpenedBytes
      ? { ok: false, code: 'too-large-to-open' }
      : { ok: true, bytes, entry: opened };
  } finally {
    await file.close();
  }
}

function oddity(entry: Entry): FileCode | null {
  if (entry.kind === 'folder') return 'folder';
  if (entry.kind !== 'file') return 'not-a-file';
  return entry.size > maxOpenedBytes ? 'too-large-to-open' : null;
}

/** Why a document at this place could be opened, but not saved; null when it can be saved. */
export async function readOnlyCode(disk: Disk, place: Place, bytes: Uint8Array): Promise<ReadOnlyCode | null> {
  const { entry } = place;
  if (bytes.length > maxSavedBytes) return 'too-large-to-save';
  if (!decode(bytes).ok) return 'not-utf-8';
  // For root every file is writable; a file without any write permission is still meant to be left alone.
  if (entry && ((entry.mode & 0o222) === 0 || !(await disk.mayWrite(place.target)))) return 'read-only-file';
  // A file that is there can be changed in its own place.
  return entry || (await disk.mayWrite(place.folder)) ? null : 'read-only-folder';
}
