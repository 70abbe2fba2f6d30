import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { maxOpenedBytes } from '@clearml-conf/shared';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import { computerDisk, type Disk } from './disk.ts';
import { revisionOf } from './reading.ts';
import { createStore, type Precondition, type Saving } from './store.ts';

const before = 'api {}\n';
const after = 'api { web_server: "x" }\n';
const posix = process.platform !== 'win32';
const asRoot = process.getuid?.() === 0;

function seen(content: string): Precondition {
  return { kind: 'revision', anyOf: [revisionOf(Buffer.from(content))] };
}

function save(path: string, content: string | Uint8Array, precondition: Precondition = seen(before)): Promise<Saving> {
  return createStore(path, computerDisk, null).save(Buffer.from(content), precondition);
}

async function fileWith(content: string | Uint8Array, mode = 0o600): Promise<string> {
  const path = join(await temporaryFolder(), 'clearml.conf');
  await writeFile(path, content);
  await chmod(path, mode);
  return path;
}

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o7777;
}

describe('a save', () => {
  test.runIf(posix).each([0o600, 0o640, 0o664, 0o755])('keeps the mode %o', async (mode) => {
    const path = await fileWith(before, mode);
    expect(await save(path, after)).toEqual({ ok: true, revision: revisionOf(Buffer.from(after)) });
    expect(await modeOf(path)).toBe(mode);
    expect(await readFile(path, 'utf8')).toBe(after);
  });

  test.runIf(asRoot)('keeps owner and group', async () => {
    const path = await fileWith(before);
    await chown(path, 1234, 2345);
    expect((await save(path, after)).ok).toBe(true);
    expect(await stat(path)).toMatchObject({ uid: 1234, gid: 2345 });
  });

  test.runIf(posix)('makes a new file that only its owner may read', async () => {
    const path = join(await temporaryFolder(), 'clearml.conf');
    expect((await save(path, after, { kind: 'absent' })).ok).toBe(true);
    expect(await modeOf(path)).toBe(0o600);
  });

  test.each(['\uFEFFapi {}\r\n', 'a: 1\r\nb: 2\nc: 3\r', '\t# \u0451 \u{1F600}', ''])(
    'writes %j byte for byte',
    async (content) => {
      const path = await fileWith(before);
      expect((await save(path, content)).ok).toBe(true);
      expect(await readFile(path)).toEqual(Buffer.from(content));
    },
  );

  test('leaves nothing beside the file', async () => {
    const path = await fileWith(before);
    await save(path, after);
    expect(await readdir(join(path, '..'))).toEqual(['clearml.conf']);
  });

  test('refuses when another program wrote meanwhile', async () => {
    const path = await fileWith(before);
    await writeFile(path, 'sdk {}');
    expect(await save(path, after)).toEqual({ ok: false, code: 'changed-on-disk' });
    expect(await readFile(path, 'utf8')).toBe('sdk {}');
  });

  test('lets one of many at once win and tells the others', async () => {
    const path = await fileWith(before);
    const store = createStore(path, computerDisk, null);
    const contents = Array.from({ length: 20 }, (_, place) => `api { place: ${place} }\n`);
    const savings = await Promise.all(contents.map((content) => store.save(Buffer.from(content), seen(before))));
    expect(savings.filter(({ ok }) => ok)).toHaveLength(1);
    expect(savings.filter((saving) => !saving.ok && saving.code === 'changed-on-disk')).toHaveLength(19);
    expect(await readFile(path, 'utf8')).toBe(contents[savings.findIndex(({ ok }) => ok)]);
  });

  test('is done once the store is idle', async () => {
    const path = await fileWith(before);
    const store = createStore(path, computerDisk, null);
    const saving = store.save(Buffer.from(after), seen(before));
    await store.idle();
    expect(await readFile(path, 'utf8')).toBe(after);
    expect((await saving).ok).toBe(true);
  });
});

describe.runIf(posix)('a symbolic link', () => {
  test('stays one, and a chain of them too', async () => {
    const path = await fileWith(before, 0o640);
    const folder = join(path, '..');
    await mkdir(join(folder, 'dotfiles'));
    await rename(path, join(folder, 'dotfiles', 'real.conf'));
    await symlink(join('dotfiles', 'second.conf'), path);
    await symlink('real.conf', join(folder, 'dotfiles', 'second.conf'));
    expect((await save(path, after)).ok).toBe(true);
    expect(await readlink(path)).toBe(join('dotfiles', 'second.conf'));
    expect(await readlink(join(folder, 'dotfiles', 'second.conf'))).toBe('real.conf');
    expect(await readFile(join(folder, 'dotfiles', 'real.conf'), 'utf8')).toBe(after);
    expect(await modeOf(path)).toBe(0o640);
  });

  test('through a linked folder leads where the system says', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a', 'b'), { recursive: true });
    await symlink(join('a', 'b'), join(folder, 'short'));
    await writeFile(join(folder, 'a', 'real.conf'), before);
    await symlink('short/../real.conf', join(folder, 'clearml.conf'));
    expect((await save(join(folder, 'clearml.conf'), after)).ok).toBe(true);
    expect(await readFile(join(folder, 'a', 'real.conf'), 'utf8')).toBe(after);
  });

  test('to a file that is not there yet makes that file', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'clearml.conf');
    await symlink('real.conf', path);
    expect((await save(path, after, { kind: 'absent' })).ok).toBe(true);
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real.conf'), 'utf8')).toBe(after);
    expect(await modeOf(path)).toBe(0o600);
  });

  test('in a circle is refused', async () => {
    const folder = await temporaryFolder();
    await symlink('b.conf', join(folder, 'a.conf'));
    await symlink('a.conf', join(folder, 'b.conf'));
    expect(await save(join(folder, 'a.conf'), after)).toEqual({ ok: false, code: 'link-loop' });
  });
});

describe('what cannot be saved is refused', () => {
  test.runIf(posix)('a file without write permission', async () => {
    const path = await fileWith(before, 0o400);
    expect(await save(path, after)).toEqual({ ok: false, code: 'read-only-file' });
    expect(await modeOf(path)).toBe(0o400);
  });

  // Root may write anything, so it is not by a mode that these are told here.
  test('where the system lets nobody write: known when it is opened, and said', async () => {
    const closed: Disk = { ...computerDisk, mayWrite: async () => false };
    const path = await fileWith(before);
    const there = createStore(path, closed, null);
    expect(await there.open()).toMatchObject({ kind: 'document', readOnly: 'read-only-file' });
    expect(await there.save(Buffer.from(after), seen(before))).toEqual({ ok: false, code: 'read-only-file' });
    const absent = createStore(join(path, '..', 'new.conf'), closed, null);
    expect(await absent.open()).toMatchObject({ kind: 'missing', readOnly: 'read-only-folder' });
    expect(await absent.save(Buffer.from(after), { kind: 'absent' })).toEqual({ ok: false, code: 'read-only-folder' });
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  test('a folder that is not there', async () => {
    const path = join(await temporaryFolder(), 'nowhere', 'clearml.conf');
    expect(await save(path, after, { kind: 'absent' })).toEqual({ ok: false, code: 'no-folder' });
  });

  test('a folder in the place of the file', async () => {
    expect(await save(await temporaryFolder(), after, { kind: 'absent' })).toEqual({ ok: false, code: 'folder' });
  });

  test('a file that is not UTF-8, and bytes that are not', async () => {
    const latin = Buffer.from([0x61, 0x3a, 0xe9]);
    const path = await fileWith(latin);
    const precondition: Precondition = { kind: 'revision', anyOf: [revisionOf(latin)] };
    expect(await save(path, after, precondition)).toEqual({ ok: false, code: 'not-utf-8' });
    expect(await save(await fileWith(before), latin)).toEqual({ ok: false, code: 'not-utf-8' });
  });

  test.runIf(posix)('a device', async () => {
    expect(await save('/dev/null', after)).toEqual({ ok: false, code: 'not-a-file' });
  });
});

describe.runIf(posix)('opening', () => {
  test('a pipe that nobody writes to does not wait', async () => {
    const path = join(await temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [path]);
    expect(await createStore(path, computerDisk, null).open()).toEqual({ kind: 'refused', code: 'not-a-file' });
  });

  test('an endless device is refused before a byte is read', async () => {
    expect(await createStore('/dev/zero', computerDisk, null).open()).toEqual({ kind: 'refused', code: 'not-a-file' });
  });

  test.runIf(process.platform === 'linux')(
    'a file whose size the system does not tell is read all the same',
    async () => {
      const opening = await createStore('/proc/self/status', computerDisk, null).open();
      expect(opening).toMatchObject({ kind: 'document', readOnly: 'read-only-file' });
    },
  );
});

describe('a file above 10 MiB', () => {
  const large = Buffer.alloc(maxOpenedBytes + 1, '#');

  test('is not opened', async () => {
    const store = createStore(await fileWith(large), computerDisk, null);
    expect(await store.open()).toEqual({ kind: 'refused', code: 'too-large-to-open' });
  });

  test('nor one that says it is empty, as those under /proc do', async () => {
    const lying: Disk = {
      ...computerDisk,
      look: async (path) => {
        const entry = await computerDisk.look(path);
        return entry && { ...entry, size: 0 };
      },
      openToRead: async (path) => {
        const file = await computerDisk.openToRead(path);
        return { ...file, entry: async () => ({ ...(await file.entry()), size: 0 }) };
      },
    };
    const store = createStore(await fileWith(large), lying, null);
    expect(await store.open()).toEqual({ kind: 'refused', code: 'too-large-to-open' });
  });

  test('one byte smaller is opened, and not saved', async () => {
    const store = createStore(await fileWith(large.subarray(1)), computerDisk, null);
    expect(await store.open()).toMatchObject({ kind: 'document', readOnly: 'too-large-to-save' });
  });
});
