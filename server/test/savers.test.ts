import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { computerDisk } from '../src/store/disk.ts';
import { revisionOf } from '../src/store/reading.ts';
import { createStore, type Precondition, type Saving, type Store } from '../src/store/store.ts';
import { recordsIn, temporaryFolder } from './folder.ts';

const savers = 50;
const rounds = 20;

type Save = (store: Store, text: string, seen: Precondition) => Promise<Saving>;

const asItIs: Save = (store, text, seen) => store.save(Buffer.from(text), seen);

/** The defence switched off: each saver takes whatever is there for what it has seen, until it is written. */
const withoutPrecondition: Save = async (store, text) => {
  const opening = await store.open();
  const seen = opening.kind === 'document' ? [opening.revision] : [];
  const saving = await store.save(Buffer.from(text), { kind: 'revision', anyOf: seen });
  return saving.ok ? saving : withoutPrecondition(store, text, { kind: 'absent' });
};

interface Tally {
  readonly winners: number;
  /** Told that they were late. */
  readonly told: number;
  /** Rounds after which the file did not hold what the winner wrote. */
  readonly wrong: number;
}

/** All savers save at once in each round, each having seen the file as it was at the start of the round. */
async function compete(save: Save, rounds: number, savers: number): Promise<Tally> {
  const path = join(await temporaryFolder(), 'clearml.conf');
  const store = createStore(path, computerDisk, recordsIn(await temporaryFolder()));
  const tally = { winners: 0, told: 0, wrong: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const base = `# round ${round}\n`;
    await writeFile(path, base);
    const seen: Precondition = { kind: 'revision', anyOf: [revisionOf(Buffer.from(base))] };
    const texts = Array.from({ length: savers }, (_, saver) => `# round ${round} saver ${saver}\n`);
    const savings = await Promise.all(texts.map((text) => save(store, text, seen)));
    tally.winners += savings.filter(({ ok }) => ok).length;
    tally.told += savings.filter((saving) => !saving.ok && saving.code === 'changed-on-disk').length;
    if ((await readFile(path, 'utf8')) !== texts[savings.findIndex(({ ok }) => ok)]) tally.wrong += 1;
  }
  return tally;
}

describe(`${savers} savers in ${rounds} rounds`, () => {
  test('have one winner each, and all others are told', async () => {
    expect(await compete(asItIs, rounds, savers)).toEqual({ winners: rounds, told: rounds * (savers - 1), wrong: 0 });
  });

  test('overwrite each other without the precondition', async () => {
    const { winners } = await compete(withoutPrecondition, 2, 5);
    expect(winners).toBe(2 * 5);
  });

  test('in programs of their own lose no text: it is in the file or in the history', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const path = join(await temporaryFolder(), 'clearml.conf');
      await writeFile(path, 'base\n');
      const records = recordsIn(await temporaryFolder());
      const texts = Array.from({ length: 5 }, (_, saver) => `# saver ${saver}\n`);
      const seen: Precondition = { kind: 'revision', anyOf: [revisionOf(Buffer.from('base\n'))] };
      const stores = texts.map(() => createStore(path, computerDisk, records));
      const savings = await Promise.all(stores.map((store, at) => asItIs(store, texts[at] ?? '', seen)));
      const history = (await stores[0]?.records())?.history;
      const kept = await Promise.all(((await history?.list()) ?? []).map(({ id }) => history?.read(id)));
      const found = [await readFile(path, 'utf8'), ...kept.map(String)];
      const won = texts.filter((_, at) => savings[at]?.ok);
      expect(won.length).toBeGreaterThan(0);
      expect(found).toEqual(expect.arrayContaining(won));
    }
  });
});
