import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import type { Disk, Entry } from './disk.ts';
import { systemCode } from './disk.ts';

/** Where the bytes of a path lie, or would lie. `entry` is null when there is nothing yet. */
export interface Place {
  readonly target: string;
  readonly folder: string;
  readonly linked: boolean;
  readonly entry: Entry | null;
}

export type Finding =
  | { readonly ok: true; readonly place: Place }
  | { readonly ok: false; readonly code: 'no-folder' | 'link-loop' | 'reserved-name' };

/** As many as Linux follows. */
const longestChain = 40;

/** Follows symbolic links to the file itself, also through chains and to a target that is not there yet. */
export async function findPlace(disk: Disk, path: string): Promise<Finding> {
  let at = path;
  for (let links = 0; links <= longestChain; links += 1) {
    const folder = await realFolder(disk, dirname(at));
    if (folder === null) return { ok: false, code: 'no-folder' };
    const target = join(folder, basename(at));
    if (disk.windows && isReservedName(basename(at))) return { ok: false, code: 'reserved-name' };
    const entry = await lookIn(disk, target);
    if (entry === 'no-folder') return { ok: false, code: entry };
    if (entry?.kind !== 'link') return { ok: true, place: { target, folder, linked: links > 0, entry } };
    const text = await disk.readLink(target);
    // Joined as plain text: only the system knows where `folder/other-link/..` leads.
    at = isAbsolute(text) ? text : `${folder}${sep}${text}`;
  }
  return { ok: false, code: 'link-loop' };
}

/** Names that Windows keeps for devices, whatever their ending; streams beside a file; ends that it drops. */
function isReservedName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)|:|[. ]$/i.test(name);
}

/** What lies there, unless what should be the folder is a file. */
async function lookIn(disk: Disk, target: string): Promise<Entry | null | 'no-folder'> {
  try {
    return await disk.look(target);
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return 'no-folder';
    throw error;
  }
}

async function realFolder(disk: Disk, path: string): Promise<string | null> {
  try {
    return await disk.realFolder(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return null;
    throw error;
  }
}
