import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { SaveCode } from '@clearml-conf/shared';
import type { Disk, Entry, OpenFile } from './disk.ts';
import { systemCode } from './disk.ts';
import type { Place } from './place.ts';

const newFileMode = 0o600;

/**
 * Puts bytes at a place so that at every moment, whatever fails, the old file or the new one is there whole: all is
 * written and flushed beside it first, then one rename switches. `stillRight` is asked at the last moment before.
 */
export async function saveAtomically(
  disk: Disk,
  place: Place,
  bytes: Uint8Array,
  stillRight: () => Promise<SaveCode | null>,
): Promise<SaveCode | null> {
  const temporary = join(place.folder, `.${basename(place.target)}.clearml-conf-${randomBytes(6).toString('hex')}`);
  const file = await disk.create(temporary);
  try {
    const refused = (await fill(file, place.entry, bytes)) ?? (await stillRight());
    if (refused) {
      await disk.remove(temporary);
      return refused;
    }
    await disk.rename(temporary, place.target);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(place.folder);
  return (await holds(disk, place.target, bytes)) ? null : 'read-back-differs';
}

async function fill(file: OpenFile, former: Entry | null, bytes: Uint8Array): Promise<SaveCode | null> {
  try {
    await file.write(bytes);
    const written = await file.entry();
    if (written.size !== bytes.length) return 'disk-full';
    const owned = await takeOwner(file, written, former);
    if (!owned) return 'other-owner';
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

async function holds(disk: Disk, target: string, bytes: Uint8Array): Promise<boolean> {
  const file = await disk.openToRead(target);
  try {
    return Buffer.from(bytes).equals(await file.read(bytes.length + 1));
  } finally {
    await file.close();
  }
}
