import { isAbsolute, join } from 'node:path';
import { computerDisk } from '../store/disk.ts';
import { createRecords, type RecordsOf } from '../store/records.ts';
import type { Surroundings } from './surroundings.ts';

const ownName = 'clearml-conf';

/** Where programs keep what belongs to this person and this computer; null where nobody has said. */
export function stateFolder(
  { environment, home }: Pick<Surroundings, 'environment' | 'home'>,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const named = environment.get(platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_STATE_HOME') ?? '';
  if (isAbsolute(named)) return join(named, ownName);
  if (!isAbsolute(home)) return null;
  if (platform === 'win32') return join(home, 'AppData', 'Local', ownName);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', ownName);
  return join(home, '.local', 'state', ownName);
}

/** The records in this person's state folder; null where there is none. */
export function ownRecords(surroundings: Surroundings): RecordsOf | null {
  const folder = stateFolder(surroundings);
  return folder === null ? null : createRecords(computerDisk, folder, { now: Date.now, runs: isRunning });
}

/** Whether a program of this number runs here. */
export function isRunning(program: number): boolean {
  try {
    process.kill(program, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
