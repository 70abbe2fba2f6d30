import { resolve as resolvePath } from 'node:path';
import type { FileCode } from '@clearml-conf/shared';
import { decode } from '@clearml-conf/shared';
import { computerDisk } from '../store/disk.ts';
import type { Precondition, Store } from '../store/store.ts';
import { createStore } from '../store/store.ts';
import { ownRecords } from '../surroundings/state-folder.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { fileSentence, notUtf8Sentence } from './sentences.ts';

/** A file opened for a command: its text and what a save of it must find, or why there is none. */
export type OpenedText =
  | { readonly ok: true; readonly text: string; readonly precondition: Precondition; readonly store: Store }
  | {
      readonly ok: false;
      readonly code: FileCode | 'not-utf-8' | 'no-file';
      readonly line: number;
      readonly sentence: string;
      readonly store: Store;
    };

/** Opens the file that the person calls `name`; to change it, what an earlier start was stopped at is put right first. */
export async function openText(name: string, surroundings: Surroundings, toChange = false): Promise<OpenedText> {
  const store = createStore(resolvePath(surroundings.folder, name), computerDisk, ownRecords(surroundings));
  if (toChange) await store.recover();
  const opening = await store.open();
  if (opening.kind !== 'document') {
    const code = opening.kind === 'missing' ? 'no-file' : opening.code;
    return { ok: false, code, line: 1, sentence: fileSentence(name, code), store };
  }
  const decoding = decode(opening.bytes);
  if (!decoding.ok) {
    const { code, line, utf16 } = decoding;
    return { ok: false, code, line, sentence: notUtf8Sentence(name, line, utf16), store };
  }
  const precondition = { kind: 'revision', anyOf: [opening.revision] } as const;
  return { ok: true, text: decoding.text, precondition, store };
}
