import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { computerDisk, type Disk } from '../src/store/disk.ts';
import { createRecords, type RecordsOf } from '../src/store/records.ts';

/** A new empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'clearml-conf-test-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Records in a folder of the test, as if no other program ran. */
export function recordsIn(folder: string, disk: Disk = computerDisk, now: () => number = Date.now): RecordsOf {
  return createRecords(disk, folder, { now, runs: () => false });
}
