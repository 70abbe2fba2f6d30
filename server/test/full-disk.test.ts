import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { computerDisk } from '../src/store/disk.ts';
import { revisionOf } from '../src/store/reading.ts';
import { createStore } from '../src/store/store.ts';
import { recordsIn, temporaryFolder } from './folder.ts';

const before = `api { web_server: "http://localhost:8080" }\n${'# a line of the file\n'.repeat(2000)}`;
const after = before.replaceAll('line', 'longer line');
const seen = { kind: 'revision', anyOf: [revisionOf(Buffer.from(before))] } as const;

function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder]);
}

/** A disk of 256 KiB. */
async function smallDisk(): Promise<string> {
  const folder = await temporaryFolder();
  mount(folder);
  onTestFinished(() => unmount(folder));
  return folder;
}

/** Only root may mount one, and not in every container. */
function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'clearml-conf-mount-'));
  try {
    mount(folder);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes until nothing fits. */
async function fill(folder: string): Promise<void> {
  await writeFile(join(folder, 'filler'), Buffer.alloc(1024 * 1024)).catch(() => undefined);
}

describe.runIf(mayMount())('on a full disk', () => {
  test.each(['one name', 'two names'])('a file of %s stays whole, and is saved once there is room', async (names) => {
    const folder = await smallDisk();
    const path = join(folder, 'clearml.conf');
    await writeFile(path, before);
    if (names === 'two names') await link(path, join(folder, 'other.conf'));
    const files = await readdir(folder);
    await fill(folder);
    const store = createStore(path, computerDisk, recordsIn(await temporaryFolder()));
    expect(await store.save(Buffer.from(after), seen)).toEqual({ ok: false, code: 'disk-full' });
    expect(await readFile(path, 'utf8')).toBe(before);
    await rm(join(folder, 'filler'));
    expect((await readdir(folder)).sort()).toEqual(files.sort());
    expect((await store.save(Buffer.from(after), seen)).ok).toBe(true);
    expect(await readFile(path, 'utf8')).toBe(after);
  });

  test('a full state folder stops no ordinary save, and every save in place', async () => {
    const state = await smallDisk();
    await fill(state);
    const folder = await temporaryFolder();
    const path = join(folder, 'clearml.conf');
    await writeFile(path, before);
    const store = createStore(path, computerDisk, recordsIn(state));
    expect((await store.save(Buffer.from(after), seen)).ok).toBe(true);
    await writeFile(path, before);
    await link(path, join(folder, 'other.conf'));
    expect(await store.save(Buffer.from(after), seen)).toEqual({ ok: false, code: 'no-recovery-copy' });
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  test('a writer that writes over the file at once loses it, so the defence is needed', async () => {
    const folder = await smallDisk();
    const path = join(folder, 'clearml.conf');
    await writeFile(path, before);
    await fill(folder);
    await writeFile(path, after).catch(() => undefined);
    expect([before, after]).not.toContain(await readFile(path, 'utf8'));
  });
});
