import type { FileCode, ReadOnlyCode, SaveCode } from '@clearml-conf/shared';
import { decode, maxSavedBytes } from '@clearml-conf/shared';
import { type Replaced, saveAtomically } from './atomic-save.ts';
import type { Disk } from './disk.ts';
import { faultCode } from './fault.ts';
import { clearLeftovers, staleAfter } from './leftovers.ts';
import type { Place } from './place.ts';
import { findPlace } from './place.ts';
import { readFileAt, readOnlyCode, revisionOf } from './reading.ts';
import type { Records, RecordsOf } from './records.ts';
import { mendHalfWritten, saveInPlace } from './save-in-place.ts';

/** What there is to open. */
export type Opening =
  | {
      readonly kind: 'document';
      readonly bytes: Uint8Array;
      readonly revision: string;
      readonly place: Place;
      readonly readOnly: ReadOnlyCode | null;
    }
  | { readonly kind: 'missing'; readonly place: Place | null; readonly readOnly: ReadOnlyCode | null }
  | { readonly kind: 'refused'; readonly code: FileCode };

/** What the writer believes to be on the disk. */
export type Precondition =
  | { readonly kind: 'revision'; readonly anyOf: readonly string[] }
  | { readonly kind: 'absent' };

export type Saving =
  /** `overtook`: another program wrote in the very last moment; its text is in the history. */
  | { readonly ok: true; readonly revision: string; readonly overtook?: true }
  | { readonly ok: false; readonly code: SaveCode };

export interface Store {
  readonly path: string;
  readonly open: () => Promise<Opening>;
  readonly save: (bytes: Uint8Array, precondition: Precondition) => Promise<Saving>;
  /** Puts right what an earlier start of the program was stopped at. */
  readonly recover: () => Promise<void>;
  /** What is kept about the file; null when there is no state folder, or nothing that could be a file. */
  readonly records: () => Promise<Records | null>;
  /** Resolves when no save is running or waiting. */
  readonly idle: () => Promise<void>;
}

/** The one file this program has open. It is read and saved by one after another. */
export function createStore(
  path: string,
  disk: Disk,
  recordsOf: RecordsOf | null,
  now: () => number = Date.now,
): Store {
  let queue: Promise<unknown> = Promise.resolve();
  const next = <Done>(act: () => Promise<Done>): Promise<Done> => {
    const done = queue.then(act);
    queue = done.catch(() => undefined);
    return done;
  };
  // The end of the program waits for what is written, not for a look at a disk that does not answer.
  let written: Promise<unknown> = Promise.resolve();
  const nextWrite = <Done>(act: () => Promise<Done>): Promise<Done> => {
    const done = next(act);
    written = done.catch(() => undefined);
    return done;
  };
  return {
    path,
    // In its turn: a file that is written in its own place is half a text for a moment.
    open: () => next(() => openDocument(disk, path)),
    save: (bytes, precondition) => nextWrite(() => save({ disk, path, recordsOf, now }, bytes, precondition)),
    recover: () => nextWrite(() => recover({ disk, path, recordsOf, now })),
    records: async () => recordsAt(await placeOf(disk, path), recordsOf),
    idle: async () => {
      await written;
    },
  };
}

interface Means {
  readonly disk: Disk;
  readonly path: string;
  readonly recordsOf: RecordsOf | null;
  readonly now: () => number;
}

async function placeOf(disk: Disk, path: string): Promise<Place | null> {
  const finding = await findPlace(disk, path).catch(() => null);
  return finding?.ok ? finding.place : null;
}

function recordsAt(place: Place | null, recordsOf: RecordsOf | null): Records | null {
  return place && recordsOf ? recordsOf(place.target) : null;
}

/** None of this may hold up a save: what cannot be cleared or mended now is left for the next time. */
async function recover({ disk, path, recordsOf, now }: Means): Promise<void> {
  const place = await placeOf(disk, path);
  const records = recordsAt(place, recordsOf);
  if (!place || !records) return;
  if (place.entry) await mendHalfWritten(disk, place.target, records.recovery).catch(() => undefined);
  const stale = now() - staleAfter;
  await clearLeftovers(disk, place, stale, records.history.keep).catch(() => undefined);
  await records.tidy(stale).catch(() => undefined);
}

async function openDocument(disk: Disk, path: string): Promise<Opening> {
  try {
    const finding = await findPlace(disk, path);
    if (finding.ok) return await openPlace(disk, finding.place);
    if (finding.code === 'no-folder') return { kind: 'missing', place: null, readOnly: finding.code };
    return { kind: 'refused', code: finding.code };
  } catch (error) {
    return { kind: 'refused', code: openingCode(faultCode(error)) };
  }
}

async function openPlace(disk: Disk, place: Place): Promise<Opening> {
  if (!place.entry) return { kind: 'missing', place, readOnly: await readOnlyCode(disk, place, new Uint8Array()) };
  const reading = await readFileAt(disk, place.target, place.entry);
  if (!reading.ok) return { kind: 'refused', code: reading.code };
  const { bytes, entry } = reading;
  const opened = { ...place, entry };
  const readOnly = await readOnlyCode(disk, opened, bytes);
  return { kind: 'document', bytes, revision: revisionOf(bytes), place: opened, readOnly };
}

async function save(means: Means, bytes: Uint8Array, precondition: Precondition): Promise<Saving> {
  if (bytes.length > maxSavedBytes) return { ok: false, code: 'too-large-to-save' };
  if (!decode(bytes).ok) return { ok: false, code: 'not-utf-8' };
  await recover(means);
  const opening = await openDocument(means.disk, means.path);
  const refused = mismatch(opening, precondition) ?? obstacle(opening);
  if (refused) return { ok: false, code: refused };
  if (opening.kind === 'refused' || !opening.place) return { ok: false, code: 'disk-error' };
  try {
    return await write(means, opening.place, opening.kind === 'document' ? opening.bytes : null, bytes, precondition);
  } catch (error) {
    return { ok: false, code: faultCode(error) };
  }
}

async function write(
  { disk, path, recordsOf }: Means,
  place: Place,
  former: Uint8Array | null,
  bytes: Uint8Array,
  precondition: Precondition,
): Promise<Saving> {
  const records = recordsAt(place, recordsOf);
  // The file itself is safe without it: a full or missing state folder stops no save.
  if (former) await records?.history.keep(former).catch(() => undefined);
  const stillRight = async () => mismatch(await openDocument(disk, path), precondition);
  const keep = async (text: Uint8Array) => {
    if (!records) throw new Error('there is no place to keep it');
    await records.history.keep(text);
  };
  const replaced: Replaced = (await mustStay(disk, place))
    ? { kind: 'only-in-place' }
    : await saveAtomically(disk, { place, former, bytes, stillRight, keep });
  if (replaced.kind === 'refused') return { ok: false, code: replaced.code };
  const revision = revisionOf(bytes);
  if (replaced.kind === 'replaced') return { ok: true, revision, ...(replaced.overtook ? { overtook: true } : {}) };
  if (!records || !former) return { ok: false, code: 'no-recovery-copy' };
  const code = await saveInPlace(disk, place.target, { former, next: bytes }, records.recovery);
  return code ? { ok: false, code } : { ok: true, revision };
}

/** Whether a new file in the place of this one would not be the same: other names of it, other people's rights. */
async function mustStay(disk: Disk, { target, entry }: Place): Promise<boolean> {
  return entry !== null && (entry.names > 1 || (await disk.hasAccessList(target)));
}

function mismatch(opening: Opening, precondition: Precondition): SaveCode | null {
  if (opening.kind === 'refused') return opening.code;
  if (precondition.kind === 'absent') return opening.kind === 'missing' ? null : 'exists-already';
  return opening.kind === 'document' && precondition.anyOf.includes(opening.revision) ? null : 'changed-on-disk';
}

function obstacle(opening: Opening): SaveCode | null {
  return opening.kind === 'refused' ? opening.code : opening.readOnly;
}

function openingCode(code: SaveCode): FileCode {
  return code === 'no-permission' || code === 'link-loop' || code === 'reserved-name' ? code : 'disk-error';
}
