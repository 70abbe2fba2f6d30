import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import { createCabinet } from './cabinet.ts';
import { computerDisk } from './disk.ts';
import { createHistory, type History } from './history.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-01-31T12:00:00.000Z');

interface Kept {
  readonly history: History;
  readonly folder: string;
  /** Keeps a text at a time. */
  readonly keepAt: (time: number, text: string) => Promise<string>;
  readonly texts: () => Promise<readonly string[]>;
}

async function newHistory(): Promise<Kept> {
  const folder = join(await temporaryFolder(), 'state', 'history');
  let clock = start;
  const history = createHistory(createCabinet(computerDisk, folder), () => clock);
  return {
    history,
    folder,
    keepAt: (time, text) => {
      clock = time;
      return history.keep(Buffer.from(text));
    },
    texts: async () =>
      Promise.all((await history.list()).map(async ({ id }) => Buffer.from((await history.read(id)) ?? []).toString())),
  };
}

describe('the history', () => {
  test('is empty before anything was saved', async () => {
    const { history } = await newHistory();
    expect(await history.list()).toEqual([]);
  });

  test('lists what was kept, with its time and length, the newest first', async () => {
    const { history, keepAt } = await newHistory();
    await keepAt(start, 'one');
    const id = await keepAt(start + 1000, 'three');
    expect(await history.list()).toMatchObject([
      { id, time: '2026-01-31T12:00:01.000Z', bytes: 5 },
      { time: '2026-01-31T12:00:00.000Z', bytes: 3 },
    ]);
    expect(await history.read(id)).toEqual(Buffer.from('three'));
  });

  test.runIf(process.platform !== 'win32')('is for its owner alone', async () => {
    const { folder, keepAt } = await newHistory();
    const id = await keepAt(start, 'secret');
    expect((await stat(join(folder, id))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, '..'))).mode & 0o777).toBe(0o700);
  });

  test('keeps the same text once, as of its last use', async () => {
    const { keepAt, texts } = await newHistory();
    for (const [at, text] of ['first', 'a', 'b', 'a', 'first', 'a'].entries()) await keepAt(start + at, text);
    expect(await texts()).toEqual(['a', 'b', 'first']);
  });

  test('keeps the first ever, the last 50 and one a day for 30 days', async () => {
    const { keepAt, texts } = await newHistory();
    await keepAt(start - 100 * day, 'first');
    for (let ago = 40; ago > 0; ago -= 1) {
      await keepAt(start - ago * day, `morning ${ago}`);
      await keepAt(start - ago * day + 1000, `evening ${ago}`);
    }
    for (let at = 0; at < 60; at += 1) await keepAt(start + at, `now ${at}`);
    const kept = await texts();
    const days = Array.from({ length: 30 }, (_, at) => `evening ${at + 1}`);
    const recent = Array.from({ length: 50 }, (_, at) => `now ${59 - at}`);
    expect(kept).toEqual([...recent, ...days, 'first']);
  });

  test('can be deleted whole', async () => {
    const { folder, history, keepAt } = await newHistory();
    await keepAt(start, 'a');
    await keepAt(start + 1, 'b');
    await history.clear();
    expect([await history.list(), await readdir(folder)]).toEqual([[], []]);
  });

  test.each(['', '..', '../history', '20260131T120000000Z-3-0000000000000000/../x', 'nothing'])(
    'has nothing under %j',
    async (id) => {
      const { history, keepAt, folder } = await newHistory();
      const known = await keepAt(start, 'one');
      expect(await readFile(join(folder, known), 'utf8')).toBe('one');
      expect(await history.read(id)).toBeNull();
    },
  );
});
