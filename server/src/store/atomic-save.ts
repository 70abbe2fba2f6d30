import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SaveCode } from '@clearml-conf/shared';
import type { Disk, Entry, OpenFile } from './disk.ts';
import { readWhole, systemCode } from './disk.ts';
import type { Place } from './place.ts';

/** What is to be put in the place of what. */
export interface Replacement {
  readonly place: Place;
  /** Null when there is no file yet. */
  readonly former: Uint8Array | null;
  readonly bytes: Uint8Array;
  /** Asked at the last moment before the file is replaced. */
  readonly stillRight: () => Promise<SaveCode | null>;
  /** Takes a text of another program that came between that look and the replacing. */
  readonly keep: (bytes: Uint8Array) => Promise<unknown>;
}

export type Replaced =
  | { readonly kind: 'replaced'; readonly overtook: boolean }
  | { readonly kind: 'refused'; readonly code: SaveCode }
  /** The file can be changed, if at all, only where it lies. */
  | { readonly kind: 'only-in-place' };

const newFileMode = 0o600;
/** How often the old file may be found to be another one. */
const mostLooks = 5;
/** A folder in which no file may be made. */
const closedFolder = ['EACCES', 'EPERM', 'EROFS'];
/** Another program holds the file: a moment later it may be free. */
const held = ['EPERM', 'EACCES', 'EBUSY'];
/** The file cannot be moved: a mount of its own, a running program, a folder that keeps what is others'. */
const immovable = [...held, 'EXDEV', 'ETXTBSY'];

/**
 * Puts bytes at a place so that at every moment, whatever fails, the old file or the new one is there whole: all is
 * written and flushed beside it first, then one rename switches. The old file keeps a second name until it is clear that
 * nobody wrote to it in the last moment.
 */
export async function saveAtomically(disk: Disk, replacement: Replacement): Promise<Replaced> {
  const { place, bytes } = replacement;
  const temporary = siblingOf(place.target, randomBytes(6).toString('hex'));
  const file = await makeBeside(disk, place, temporary);
  if (!file) return { kind: 'only-in-place' };
  try {
    const stopped = (await fill(file, place.entry, bytes)) ?? (await putInPlace(disk, temporary, replacement));
    if (stopped) {
      await disk.remove(temporary);
      return stopped;
    }
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  return confirm(disk, backupOf(temporary), replacement).catch(() => ({ kind: 'refused', code: 'not-confirmed' }));
}

/** What is left to do once the new file stands in its place: nothing that fails from here on takes it away again. */
async function confirm(disk: Disk, backup: string, replacement: Replacement): Promise<Replaced> {
  const { place, bytes } = replacement;
  const overtook = await lookAgain(disk, backup, replacement);
  await disk.syncFolder(place.folder);
  const whole = await holds(disk, place.target, bytes);
  return whole ? { kind: 'replaced', overtook } : { kind: 'refused', code: 'read-back-differs' };
}

/** The name of a file of ours that stands beside a document for the time of one save. */
export function siblingOf(target: string, mark: string): string {
  return join(target, '..', `.${basename(target)}.clearml-conf-${mark}`);
}

/** The second name under which the old file can still be found. */
export function backupOf(temporary: string): string {
  return `${temporary}.old`;
}

async function makeBeside(disk: Disk, place: Place, temporary: string): Promise<OpenFile | null> {
  try {
    return await disk.create(temporary);
  } catch (error) {
    if (place.entry && closedFolder.includes(systemCode(error))) return null;
    throw error;
  }
}

async function fill(file: OpenFile, former: Entry | null, bytes: Uint8Array): Promise<Replaced | null> {
  try {
    await file.write(bytes);
    const written = await file.entry();
    if (written.size !== bytes.length) return { kind: 'refused', code: 'disk-full' };
    if (!(await takeOwner(file, written, former))) return { kind: 'only-in-place' };
    await file.setMode(former?.mode ?? newFileMode);
    await file.sync();
    return null;
  } finally {
    await file.close();
  }
}

/** False when the new file cannot be given to the owner and group of the old one. */
async function takeOwner(file: OpenFile, written: Entry, former: Entry | null): Promise<boolean> {
  if (!former || (written.uid === former.uid && written.gid === former.gid)) return true;
  try {
    await file.setOwner(former.uid, former.gid);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EPERM') return false;
    throw error;
  }
}

/** The switch. Null when it is done. */
async function putInPlace(disk: Disk, temporary: string, replacement: Replacement): Promise<Replaced | null> {
  const { place, stillRight } = replacement;
  for (const wait of [...disk.patience, null]) {
    const code = await stillRight();
    if (code) return { kind: 'refused', code };
    try {
      await (place.entry ? exchange(disk, temporary, place.target) : appear(disk, temporary, place.target));
      return null;
    } catch (error) {
      const reason = systemCode(error);
      if (!place.entry && reason === 'EEXIST') return { kind: 'refused', code: 'exists-already' };
      if (!place.entry || !immovable.includes(reason)) throw error;
      if (wait === null || !held.includes(reason)) return { kind: 'only-in-place' };
      await pause(wait);
    }
  }
  return { kind: 'only-in-place' };
}

/** Gives the old file a second name and takes its first one: no other call of ours comes between the two. */
async function exchange(disk: Disk, temporary: string, target: string): Promise<void> {
  const backup = backupOf(temporary);
  // Some file systems know no second names; there the look before the rename has to do.
  await disk.link(target, backup).catch(() => undefined);
  try {
    await disk.rename(temporary, target);
  } catch (error) {
    await disk.remove(backup).catch(() => undefined);
    throw error;
  }
}

/** A new file never takes the place of one that was made meanwhile, wherever the file system has second names. */
async function appear(disk: Disk, temporary: string, target: string): Promise<void> {
  try {
    await disk.link(temporary, target);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error;
    return disk.rename(temporary, target);
  }
  await disk.remove(temporary).catch(() => disk.remove(temporary));
}

/**
 * Whether the old file was written to between the last look at it and the switch. Its text is kept, never lost: also where
 * it was only emptied yet, as whoever does that writes right after it.
 */
async function lookAgain(disk: Disk, backup: string, { former, keep }: Replacement): Promise<boolean> {
  if (!former) return false;
  let known = former;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const found = await readIfThere(disk, backup).catch(() => readIfThere(disk, backup));
    if (!found) return false;
    if (Buffer.from(found).equals(known)) {
      await disk.remove(backup).catch(() => disk.remove(backup));
      return known !== former;
    }
    const isKept = await keep(found).then(
      () => true,
      () => false,
    );
    if (!isKept) break;
    known = found;
  }
  // Where it cannot be kept, or somebody writes on and on, it stays beside the file.
  return true;
}

/** Null when there is nothing. */
async function readIfThere(disk: Disk, path: string): Promise<Uint8Array | null> {
  return (await disk.look(path)) ? readWhole(disk, path) : null;
}

/** Whether a file holds exactly these bytes. */
export async function holds(disk: Disk, target: string, bytes: Uint8Array): Promise<boolean> {
  const file = await disk.openToRead(target);
  try {
    return Buffer.from(bytes).equals(await file.read(bytes.length + 1));
  } finally {
    await file.close();
  }
}
