import { basename, join } from 'node:path';
import { backupOf, siblingOf } from './atomic-save.ts';
import { type Disk, readWhole } from './disk.ts';
import type { Place } from './place.ts';

/** No save lasts as long, however slow the disk. */
export const staleAfter = 10 * 60 * 1000;

/**
 * Clears what a start of the program left beside the file that was killed in the middle of a save. The second name of an
 * old file is cleared only once its text is kept. What was touched after `stale` may still be in use.
 */
export async function clearLeftovers(
  disk: Disk,
  { folder, target }: Place,
  stale: number,
  keep: (bytes: Uint8Array) => Promise<unknown>,
): Promise<void> {
  for (const name of await disk.namesIn(folder)) {
    if (!isOurs(name, target)) continue;
    const path = join(folder, name);
    const entry = await disk.look(path);
    if (entry?.kind !== 'file' || entry.touched > stale) continue;
    if (name.endsWith(backupOf(''))) await keep(await readWhole(disk, path));
    await disk.remove(path);
  }
}

function isOurs(name: string, target: string): boolean {
  const start = basename(siblingOf(target, ''));
  return name.startsWith(start) && /^[0-9a-f]{12}(?:\.old)?$/.test(name.slice(start.length));
}
