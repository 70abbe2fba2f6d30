import type { FileCode, ReadOnlyCode, SaveCode } from '@clearml-conf/shared';
import { decode, maxSavedBytes } from '@clearml-conf/shared';
import { saveAtomically } from './atomic-save.ts';
import type { Disk } from './disk.ts';
import { faultCode } from './fault.ts';
import type { Place } from './place.ts';
import { findPlace } from './place.ts';
import { readFileAt, readOnlyCode, revisionOf } from './reading.ts';

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

export type Saving = { readonly ok: true; readonly revision: string } | { readonly ok: false; readonly code: SaveCode };

export interface Store {
  readonly path: string;
  readonly open: () => Promise<Opening>;
  readonly save: (bytes: Uint8Array, precondition: Precondition) => Promise<Saving>;
  /** Resolves when no save is running or waiting. */
  readonly idle: () => Promise<void>;
}

/** The one file this program has open. Saves happen one after another. */
export function createStore(path: string, disk: Disk): Store {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    path,
    open: () => openDocument(disk, path),
    save: (bytes, precondition) => {
      const saving = queue.then(() => save(disk, path, bytes, precondition));
      queue = saving;
      return saving;
    },
    idle: async () => {
      await queue;
    },
  };
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

async function save(disk: Disk, path: string, bytes: Uint8Array, precondition: Precondition): Promise<Saving> {
  if (bytes.length > maxSavedBytes) return { ok: false, code: 'too-large-to-save' };
  if (!decode(bytes).ok) return { ok: false, code: 'not-utf-8' };
  const opening = await openDocument(disk, path);
  const refused = mismatch(opening, precondition) ?? obstacle(opening);
  if (refused) return { ok: false, code: refused };
  if (opening.kind === 'refused' || !opening.place) return { ok: false, code: 'disk-error' };
  try {
    const stillRight = async () => mismatch(await openDocument(disk, path), precondition);
    const code = await saveAtomically(disk, opening.place, bytes, stillRight);
    return code ? { ok: false, code } : { ok: true, revision: revisionOf(bytes) };
  } catch (error) {
    return { ok: false, code: faultCode(error) };
  }
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
  return code === 'no-permission' || code === 'link-loop' ? code : 'disk-error';
}
