import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import { computerDisk } from './disk.ts';
import { createStore } from './store.ts';

describe('on Windows', () => {
  test.each([
    'con',
    'NUL.conf',
    'com1',
    'LPT9.txt',
    'aux .conf',
    'clearml.conf:stream',
    'clearml.conf.',
    'clearml.conf ',
  ])('the name %j is refused', async (name) => {
    const store = createStore(join(await temporaryFolder(), name), { ...computerDisk, windows: true }, null);
    expect(await store.open()).toEqual({ kind: 'refused', code: 'reserved-name' });
  });

  test.each(['clearml.conf', 'console.conf', 'com.conf', 'com10', 'a.con'])('the name %j is not', async (name) => {
    const store = createStore(join(await temporaryFolder(), name), { ...computerDisk, windows: true }, null);
    expect((await store.open()).kind).toBe('missing');
  });
});

test('below a file there is no folder', async () => {
  const file = join(await temporaryFolder(), 'notes');
  await writeFile(file, '');
  const store = createStore(join(file, 'clearml.conf'), computerDisk, null);
  expect(await store.open()).toEqual({ kind: 'missing', place: null, readOnly: 'no-folder' });
});
