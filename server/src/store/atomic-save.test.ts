import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { namesOf, watchedDisk } from '../../test/failing-disk.ts';
import { recordsIn, temporaryFolder } from '../../test/folder.ts';
import type { Disk } from './disk.ts';
import { computerDisk } from './disk.ts';
import { revisionOf } from './reading.ts';
import type { RecordsOf } from './records.ts';
import { createStore, type Saving } from './store.ts';

const before = 'api { web_server: "old" }\n';
const after = 'api { web_server: "new, and longer than the old one" }\n';

async function newFile(): Promise<string> {
  const path = join(await temporaryFolder(), 'clearml.conf');
  await writeFile(path, before);
  return path;
}

function saveOn(disk: Disk, path: string, records: RecordsOf | null = null): Promise<Saving> {
  return createStore(path, disk, records).save(Buffer.from(after), {
    kind: 'revision',
    anyOf: [revisionOf(Buffer.from(before))],
  });
}

async function callsOfOneSave(): Promise<readonly string[]> {
  const disk = watchedDisk();
  await saveOn(disk, await newFile());
  return disk.calls;
}

async function callsWithHistory(): Promise<readonly string[]> {
  const disk = watchedDisk();
  await saveOn(disk, await newFile(), recordsIn(await temporaryFolder(), disk));
  return disk.calls;
}

/** The place of the first of these calls, or the last. */
function order(calls: readonly string[], ...names: readonly string[]): readonly number[] {
  return names.map((name) => calls.lastIndexOf(name));
}

describe('an atomic save', () => {
  test('is on the disk before it takes the place of the old file, and looked at afterwards', async () => {
    const calls = await callsOfOneSave();
    const places = order(calls, 'create', 'write', 'setMode', 'sync', 'rename', 'syncFolder', 'read');
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  test('looks at the file once more right before the rename', async () => {
    const calls = await callsOfOneSave();
    const rename = calls.indexOf('rename');
    expect(calls.lastIndexOf('read', rename)).toBeGreaterThan(calls.indexOf('sync'));
  });

  test('notices a change that comes while it writes', async () => {
    const path = await newFile();
    const disk: Disk = {
      ...computerDisk,
      create: async (name) => {
        await writeFile(path, 'sdk {}\n');
        return computerDisk.create(name);
      },
    };
    expect(await saveOn(disk, path)).toEqual({ ok: false, code: 'changed-on-disk' });
    expect(await readFile(path, 'utf8')).toBe('sdk {}\n');
    expect(await readdir(join(path, '..'))).toEqual(['clearml.conf']);
  });

  test('that ends at any call leaves the old file or the new one', async () => {
    const calls = await callsOfOneSave();
    for (const [last] of calls.entries()) {
      const path = await newFile();
      await saveOn(
        watchedDisk((number) => (number >= last ? 'EIO' : null)),
        path,
      );
      expect([before, after], `ended at call ${last}, ${calls[last]}`).toContain(await readFile(path, 'utf8'));
    }
    expect(calls.length).toBeGreaterThan(20);
  });

  test('in which any one call fails says whether it was written, and leaves no litter', async () => {
    const calls = await callsOfOneSave();
    const rename = calls.indexOf('rename');
    for (const [failing, name] of calls.entries()) {
      const path = await newFile();
      const saving = await saveOn(
        watchedDisk((number) => (number === failing ? 'EIO' : null)),
        path,
      );
      const where = `failed at call ${failing}, ${name}`;
      expect(await readdir(join(path, '..')), where).toEqual(['clearml.conf']);
      expect(await readFile(path, 'utf8'), where).toBe(saving.ok || failing > rename ? after : before);
      if (!saving.ok) expect(saving.code === 'not-confirmed', where).toBe(failing > rename);
      const needed = ['create', 'write', 'setMode', 'sync', 'rename', 'syncFolder'].includes(name);
      if (needed) expect(saving.ok, where).toBe(false);
    }
  });

  test('with the history on the same disk is as safe, whatever fails or writes short', async () => {
    const calls = await callsWithHistory();
    let faults = 0;
    for (const [fault, code] of [
      ['EIO', 'disk-error'],
      ['ENOSPC', 'disk-full'],
      ['short', 'disk-full'],
    ] as const) {
      for (const [failing, name] of calls.entries()) {
        if (fault === 'short' && name !== 'write') continue;
        faults += 1;
        const path = await newFile();
        const disk = watchedDisk((number) => (number === failing ? fault : null));
        const saving = await saveOn(disk, path, recordsIn(await temporaryFolder(), disk));
        const where = `${fault} at call ${failing}, ${name}`;
        expect(saving.ok ? [after] : [before, after], where).toContain(await readFile(path, 'utf8'));
        expect(await readdir(join(path, '..')), where).toEqual(['clearml.conf']);
        if (!saving.ok) expect(namesOf(code, name), where).toContain(saving.code);
      }
    }
    console.log(`${faults} faults at ${calls.length} file calls of a save: 0 torn, 0 litter, each named rightly`);
  });

  test('that wrote over the file at once would be torn, so all this is needed', async () => {
    let torn = 0;
    for (const last of [0, 1, 2, 3]) {
      const path = await newFile();
      const disk = watchedDisk((number, call) => (number < last ? null : call === 'write' ? 'short' : 'EIO'));
      const atOnce = async () => {
        const file = await disk.openToChange(path);
        try {
          await file.cut(0);
          await file.write(Buffer.from(after));
        } finally {
          await file.close();
        }
      };
      await atOnce().catch(() => undefined);
      if (![before, after].includes(await readFile(path, 'utf8'))) torn += 1;
    }
    expect(torn).toBeGreaterThan(0);
  });

  test.each([
    ['ENOSPC', 'write', 'disk-full'],
    ['EDQUOT', 'sync', 'disk-full'],
    ['EROFS', 'create', 'no-recovery-copy'],
    ['EACCES', 'create', 'no-recovery-copy'],
    ['EIO', 'sync', 'disk-error'],
  ])('names %s at %s as %s', async (error, at, code) => {
    const path = await newFile();
    const saving = await saveOn(
      watchedDisk((_number, call) => (call === at ? error : null)),
      path,
    );
    expect(saving).toEqual({ ok: false, code });
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  test('does not believe a disk that kept only a part', async () => {
    const path = await newFile();
    const saving = await saveOn(
      watchedDisk((_number, call) => (call === 'write' ? 'short' : null)),
      path,
    );
    expect(saving).toEqual({ ok: false, code: 'disk-full' });
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(await readdir(join(path, '..'))).toEqual(['clearml.conf']);
  });

  test('never replaces a new file that another program made in the last moment', async () => {
    const path = join(await temporaryFolder(), 'clearml.conf');
    const disk = watchedDisk();
    const late: Disk = {
      ...disk,
      link: async (from, to) => {
        await writeFile(path, 'theirs\n');
        return disk.link(from, to);
      },
    };
    const saving = await createStore(path, late, null).save(Buffer.from(after), { kind: 'absent' });
    expect(saving).toEqual({ ok: false, code: 'exists-already' });
    expect(await readFile(path, 'utf8')).toBe('theirs\n');
    expect(await readdir(join(path, '..'))).toEqual(['clearml.conf']);
  });
});
