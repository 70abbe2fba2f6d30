import type { SaveCode } from '@clearml-conf/shared';
import { holds } from './atomic-save.ts';
import type { Disk, OpenFile } from './disk.ts';
import { faultCode } from './fault.ts';
import { isHalfWritten, type Overwriting, type Recovery } from './recovery.ts';

/**
 * Writes over a file where it lies, for files that cannot be replaced: one of several names, a mount of its own, a folder
 * we may not write. Nothing makes that happen at once, so a copy of both texts is put aside first. Null when all is well.
 */
export async function saveInPlace(
  disk: Disk,
  target: string,
  overwriting: Overwriting,
  recovery: Recovery,
): Promise<SaveCode | null> {
  const file = await disk.openToChange(target);
  const code = await change(file, overwriting, recovery).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  if (code) {
    await file.close();
    return code;
  }
  return confirm(disk, target, file, overwriting, recovery).catch(() => 'not-confirmed');
}

async function change(file: OpenFile, overwriting: Overwriting, recovery: Recovery): Promise<SaveCode | null> {
  const copied = await recovery.begin(overwriting).then(
    () => true,
    () => false,
  );
  if (!copied) return 'no-recovery-copy';
  // Putting the copy aside takes its time, in which another program may have written.
  const isSame = await reads(file, overwriting.former);
  const code = isSame ? await overwrite(file, overwriting) : 'changed-on-disk';
  if (code !== null && code !== 'half-written') await end(recovery);
  return code;
}

/** What is left to do once the file holds the new text. */
async function confirm(
  disk: Disk,
  target: string,
  file: OpenFile,
  { next }: Overwriting,
  recovery: Recovery,
): Promise<SaveCode | null> {
  try {
    await end(recovery);
  } finally {
    await file.close();
  }
  return (await holds(disk, target, next)) ? null : 'read-back-differs';
}

function end(recovery: Recovery): Promise<void> {
  return recovery.end().catch(() => recovery.end());
}

/** Puts the former text back where an earlier write in place was stopped in the middle. */
export async function mendHalfWritten(disk: Disk, target: string, recovery: Recovery): Promise<void> {
  const pending = await recovery.pending();
  if (!pending) return;
  const file = await disk.openToChange(target);
  try {
    const longest = pending.former.length + pending.next.length;
    if (isHalfWritten(await file.read(longest + 1), pending)) await put(file, pending.former);
  } finally {
    await file.close();
  }
  await recovery.end();
}

async function overwrite(file: OpenFile, { former, next }: Overwriting): Promise<SaveCode | null> {
  try {
    await put(file, next);
    return null;
  } catch (error) {
    return put(file, former).then(
      () => faultCode(error),
      () => 'half-written',
    );
  }
}

async function put(file: OpenFile, bytes: Uint8Array): Promise<void> {
  await file.write(bytes);
  await file.cut(bytes.length);
  await file.sync();
  if (!(await reads(file, bytes))) throw Object.assign(new Error('cut short'), { code: 'ENOSPC' });
}

async function reads(file: OpenFile, bytes: Uint8Array): Promise<boolean> {
  return Buffer.from(bytes).equals(await file.read(bytes.length + 1));
}
