import { execFileSync } from 'node:child_process';
import { link, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { namesOf, type WatchedDisk, watchedDisk } from '../../test/failing-disk.ts';
import { recordsIn, temporaryFolder } from '../../test/folder.ts';
import type { Disk } from './disk.ts';
import { computerDisk } from './disk.ts';
import { revisionOf } from './reading.ts';
import { createStore, type Opening, type Saving, type Store } from './store.ts';

const before = 'api { web_server: "old, and longer than the new one" }\n';
const after = 'api { web_server: "new" }\n';
const longer = `# ${'x'.repeat(300)}\n${after}`;
const posix = process.platform !== 'win32';

interface Workplace {
  readonly path: string;
  readonly other: string;
  readonly state: string;
}

/** A file of two names. */
async function twoNames(): Promise<Workplace> {
  const folder = await temporaryFolder();
  const [path, other] = [join(folder, 'clearml.conf'), join(folder, 'other.conf')];
  await writeFile(path, before);
  await link(path, other);
  return { path, other, state: await temporaryFolder() };
}

function storeOn(disk: Disk, { path, state }: Pick<Workplace, 'path' | 'state'>): Store {
  return createStore(path, disk, recordsIn(state, disk));
}

function save(store: Store, text = after): Promise<Saving> {
  return store.save(Buffer.from(text), { kind: 'revision', anyOf: [revisionOf(Buffer.from(before))] });
}

async function formerTexts(store: Store): Promise<readonly string[]> {
  const history = (await store.records())?.history;
  const texts = (await history?.list())?.map(async ({ id }) => String(await history?.read(id)));
  return Promise.all(texts ?? []);
}

async function oneName(): Promise<Workplace> {
  const folder = await temporaryFolder();
  const path = join(folder, 'clearml.conf');
  await writeFile(path, before);
  return { path, other: path, state: await temporaryFolder() };
}

describe('a file of several names', () => {
  test.each([after, longer, ''])('stays one file with all of them', async (text) => {
    const place = await twoNames();
    const store = storeOn(computerDisk, place);
    expect(await save(store, text)).toEqual({ ok: true, revision: revisionOf(Buffer.from(text)) });
    expect([await readFile(place.path, 'utf8'), await readFile(place.other, 'utf8')]).toEqual([text, text]);
    expect((await stat(place.path)).nlink).toBe(2);
    expect(await formerTexts(store)).toEqual([before]);
    expect((await readdir(dirname(place.path))).sort()).toEqual(['clearml.conf', 'other.conf']);
  });

  test('is not written without a copy put aside', async () => {
    const place = await twoNames();
    expect(await save(createStore(place.path, computerDisk, null))).toEqual({ ok: false, code: 'no-recovery-copy' });
    const full = watchedDisk((_number, call) => (call === 'makeFolder' ? 'ENOSPC' : null));
    expect(await save(storeOn(full, place))).toEqual({ ok: false, code: 'no-recovery-copy' });
    expect(await readFile(place.path, 'utf8')).toBe(before);
  });

  test('is not written when the disk kept only a part of the copy', async () => {
    const place = await twoNames();
    // The former text goes to the history first, then both texts to the copy.
    expect(await save(storeOn(shortAtWrite(2), place))).toEqual({ ok: false, code: 'no-recovery-copy' });
    expect(await readFile(place.path, 'utf8')).toBe(before);
  });

  test('has no part of a former text in its history', async () => {
    const place = await twoNames();
    const store = storeOn(shortAtWrite(1), place);
    expect((await save(store)).ok).toBe(true);
    expect(await formerTexts(store)).toEqual([]);
  });

  test('is old or new, and nothing is left over, when any one call fails or writes short', async () => {
    const calls = await callsOf(after);
    let faults = 0;
    for (const [fault, code] of [
      ['EIO', 'disk-error'],
      ['ENOSPC', 'disk-full'],
      ['short', 'disk-full'],
    ] as const) {
      for (const [failing, name] of calls.entries()) {
        if (fault === 'short' && name !== 'write') continue;
        faults += 1;
        const place = await twoNames();
        const saving = await save(storeOn(faultyAt(failing, fault), place));
        const where = `${fault} at call ${failing}, ${name}`;
        expect(saving.ok ? [after] : [before, after], where).toContain(await readFile(place.path, 'utf8'));
        expect((await readdir(dirname(place.path))).sort(), where).toEqual(['clearml.conf', 'other.conf']);
        expect(saving.ok || saving.code !== 'half-written', where).toBe(true);
        const isThere = (await readFile(place.path, 'utf8')) === after;
        expect(isThere, where).toBe(saving.ok || saving.code === 'not-confirmed');
        // Where the copy could not be put aside, that is what is said.
        if (!saving.ok) expect([...namesOf(code, name), 'no-recovery-copy'], where).toContain(saving.code);
      }
    }
    console.log(`${faults} faults at ${calls.length} file calls in place: 0 torn, 0 litter, each named rightly`);
    expect(calls.length).toBeGreaterThan(30);
  });

  test.each([after, longer])('is made whole by the next start when the program ends at any call', async (text) => {
    const calls = await callsOf(text);
    for (const [last, name] of calls.entries()) {
      const place = await twoNames();
      await save(storeOn(endingAt(last), place), text);
      await storeOn(computerDisk, place).recover();
      expect([before, text], `ended at call ${last}, ${name}`).toContain(await readFile(place.path, 'utf8'));
    }
  });

  test('stays torn without that copy, so the copy is needed', async () => {
    const place = await twoNames();
    const write = (await callsOf(after)).lastIndexOf('cut');
    await save(storeOn(endingAt(write), place));
    const torn = await readFile(place.path, 'utf8');
    expect([before, after]).not.toContain(torn);
    await storeOn(computerDisk, { path: place.path, state: await temporaryFolder() }).recover();
    expect(await readFile(place.path, 'utf8')).toBe(torn);
    await storeOn(computerDisk, place).recover();
    expect(await readFile(place.path, 'utf8')).toBe(before);
  });

  test('is left alone when somebody wrote to it while the copy was put aside', async () => {
    const place = await twoNames();
    const late: Disk = {
      ...computerDisk,
      rename: async (from, to) => {
        await computerDisk.rename(from, to);
        if (to.endsWith('overwriting.json')) await writeFile(place.path, 'theirs\n');
      },
    };
    expect(await save(storeOn(late, place))).toEqual({ ok: false, code: 'changed-on-disk' });
    await storeOn(computerDisk, place).recover();
    expect(await readFile(place.path, 'utf8')).toBe('theirs\n');
  });

  test('is left alone when somebody wrote to it after the program had ended', async () => {
    const place = await twoNames();
    await save(storeOn(endingAt((await callsOf(after)).lastIndexOf('cut')), place));
    await writeFile(place.path, 'mended by hand\n');
    await storeOn(computerDisk, place).recover();
    expect(await readFile(place.path, 'utf8')).toBe('mended by hand\n');
  });
});

describe('a file that cannot be replaced is written where it lies', () => {
  test.each([
    ['EBUSY', 'rename'],
    ['EXDEV', 'rename'],
    ['ETXTBSY', 'rename'],
    ['EACCES', 'create'],
    ['EROFS', 'create'],
    ['EPERM', 'setOwner'],
  ])('%s at %s', async (code, at) => {
    const place = await oneName();
    if (at === 'setOwner') {
      if (process.getuid?.() !== 0) return;
      execFileSync('chown', ['1234', place.path]);
    }
    const { ino } = await stat(place.path);
    const beside = watchedDisk((_number, call) => (call === at ? code : null));
    const store = createStore(place.path, beside, recordsIn(place.state));
    expect((await save(store)).ok).toBe(true);
    expect(await readFile(place.path, 'utf8')).toBe(after);
    expect((await stat(place.path)).ino).toBe(ino);
    expect(await readdir(dirname(place.path))).toEqual(['clearml.conf']);
  });

  test('one with an access list, which a new file would not have', async () => {
    const place = await oneName();
    const { ino } = await stat(place.path);
    const listed: Disk = { ...computerDisk, hasAccessList: async () => true };
    expect((await save(createStore(place.path, listed, recordsIn(place.state)))).ok).toBe(true);
    expect([await readFile(place.path, 'utf8'), (await stat(place.path)).ino]).toEqual([after, ino]);
  });

  test.runIf(process.platform === 'linux')('one with a real access list keeps it', async ({ skip }) => {
    const place = await oneName();
    try {
      execFileSync('setfacl', ['-m', 'u:65534:r', place.path], { stdio: 'ignore' });
    } catch {
      skip('Not every machine has the command, not every file system the lists.');
    }
    const { ino } = await stat(place.path);
    expect((await save(storeOn(computerDisk, place))).ok).toBe(true);
    expect((await stat(place.path)).ino).toBe(ino);
    expect(await computerDisk.hasAccessList(place.path)).toBe(true);
  });

  test.runIf(process.platform === 'linux')('a mount of its own, as a container gets it', async ({ skip }) => {
    const place = await oneName();
    await writeFile(place.other, before);
    try {
      execFileSync('mount', ['--bind', place.path, place.path], { stdio: 'ignore' });
    } catch {
      skip('Only root may mount, and not in every container.');
    }
    onTestFinished(() => void execFileSync('umount', ['-l', place.path]));
    expect((await save(storeOn(computerDisk, place))).ok).toBe(true);
    expect(await readFile(place.path, 'utf8')).toBe(after);
  });
});

test('nobody who asks in the middle of the write is shown half a text', async () => {
  const place = await twoNames();
  let asked: Promise<Opening> | null = null;
  const slow: Disk = {
    ...computerDisk,
    openToChange: async (path) => {
      const file = await computerDisk.openToChange(path);
      const write = async (bytes: Uint8Array) => {
        await file.write(bytes.subarray(0, 10));
        asked ??= store.open();
        await pause(50);
        await file.write(bytes);
      };
      return { ...file, write };
    },
  };
  const store = storeOn(slow, place);
  expect((await save(store)).ok).toBe(true);
  expect(await asked).toMatchObject({ kind: 'document', revision: revisionOf(Buffer.from(after)) });
});

describe('as on Windows', () => {
  function heldFor(tries: number, code: string): Disk {
    let renames = 0;
    const disk = watchedDisk((_number, call) => (call === 'rename' && ++renames <= tries ? code : null));
    return { ...disk, windows: true, patience: [1, 1, 1] };
  }

  test.each(['EPERM', 'EACCES', 'EBUSY'])('%s at the rename is waited for', async (code) => {
    const place = await oneName();
    const { ino } = await stat(place.path);
    expect((await save(createStore(place.path, heldFor(3, code), recordsIn(place.state)))).ok).toBe(true);
    expect(await readFile(place.path, 'utf8')).toBe(after);
    if (posix) expect((await stat(place.path)).ino).not.toBe(ino);
    expect(await readdir(dirname(place.path))).toEqual(['clearml.conf']);
  });

  test('a file that stays held is written where it lies', async () => {
    const place = await oneName();
    const { ino } = await stat(place.path);
    expect((await save(createStore(place.path, heldFor(99, 'EPERM'), recordsIn(place.state)))).ok).toBe(true);
    expect([await readFile(place.path, 'utf8'), (await stat(place.path)).ino]).toEqual([after, ino]);
  });

  test('a change that comes while waiting is noticed', async () => {
    const place = await oneName();
    const disk = heldFor(1, 'EBUSY');
    const changing: Disk = {
      ...disk,
      rename: async (from, to) => {
        await writeFile(place.path, 'outside\n');
        return disk.rename(from, to);
      },
    };
    expect(await save(createStore(place.path, changing, null))).toEqual({ ok: false, code: 'changed-on-disk' });
    expect(await readFile(place.path, 'utf8')).toBe('outside\n');
  });
});

async function callsOf(text: string): Promise<readonly string[]> {
  const disk = watchedDisk();
  await save(storeOn(disk, await twoNames()), text);
  return disk.calls;
}

function endingAt(last: number): WatchedDisk {
  return watchedDisk((number) => (number >= last ? 'EIO' : null));
}

/** Keeps only a part at this write, counted from 1, and says nothing. */
function shortAtWrite(wanted: number): Disk {
  let writes = 0;
  return watchedDisk((_number, call) => {
    if (call === 'write') writes += 1;
    return call === 'write' && writes === wanted ? 'short' : null;
  });
}

/** Fails once, at this call; `short` keeps only a part of what is to be written and says nothing. */
function faultyAt(failing: number, fault: 'EIO' | 'ENOSPC' | 'short'): Disk {
  return watchedDisk((number) => (number === failing ? fault : null));
}
