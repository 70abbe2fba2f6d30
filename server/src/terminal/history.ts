import { resolve as resolvePath } from 'node:path';
import { computerDisk } from '../store/disk.ts';
import type { History } from '../store/history.ts';
import { createStore, type Precondition, type Store } from '../store/store.ts';
import { ownRecords } from '../surroundings/state-folder.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import type { Target } from './change.ts';
import type { Outcome } from './outcome.ts';
import { failure } from './outcome.ts';
import { saveToTheEnd } from './saving.ts';
import { editing, fileSentence, keeping } from './sentences.ts';

/** The former texts of a file, one a line, for people and for `cut`. */
export async function listHistory(file: string, surroundings: Surroundings): Promise<Outcome> {
  return withHistory(storeOf(file, surroundings), async (history) => {
    const entries = await history.list();
    return entries.length === 0
      ? failure(keeping.nothing(file))
      : { exitCode: 0, output: entries.map((entry) => `${keeping.entry(entry)}\n`).join('') };
  });
}

/** Puts a former text back by an ordinary save, so that it can be undone the same way. */
export async function restore(id: string, { file, surroundings, dryRun }: Target): Promise<Outcome> {
  const store = storeOf(file, surroundings);
  return withHistory(store, async (history) => {
    const text = await history.read(id);
    if (!text) return failure(keeping.noEntry(id));
    if (dryRun) return { exitCode: 0, output: Buffer.from(text).toString('utf8') };
    await store.recover();
    const opening = await store.open();
    if (opening.kind === 'refused') return failure(fileSentence(file, opening.code));
    const there = opening.kind === 'document';
    if (there && Buffer.from(opening.bytes).equals(text))
      return { exitCode: 0, output: `${editing.unchanged(file)}\n` };
    const precondition: Precondition = there ? { kind: 'revision', anyOf: [opening.revision] } : { kind: 'absent' };
    const saving = await saveToTheEnd(store, text, precondition);
    return saving.ok
      ? { exitCode: 0, output: `${keeping.restored(file)}\n` }
      : failure(fileSentence(file, saving.code));
  });
}

function storeOf(file: string, surroundings: Surroundings): Store {
  return createStore(resolvePath(surroundings.folder, file), computerDisk, ownRecords(surroundings));
}

async function withHistory(store: Store, act: (history: History) => Promise<Outcome>): Promise<Outcome> {
  const records = await store.records();
  if (!records) return failure(keeping.noFolder);
  return act(records.history).catch(() => failure(keeping.unreadable));
}
