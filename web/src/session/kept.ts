import {
  type DraftEntry,
  type DraftList,
  decode,
  draftAddress,
  encode,
  type HistoryEntry,
  type HistoryList,
  historyAddress,
  maxSavedBytes,
  quitAddress,
} from '@clearml-conf/shared';
import { isUnfinished, type Unfinished } from '../form/unfinished.ts';
import { ask, tell } from './request.ts';

/** An unsaved text with the file it was for. */
export interface KeptDraft {
  readonly text: string;
  /** What the file held; null where the two would be too much to keep. */
  readonly file: string | null;
  readonly revision: string | null;
  /** What was typed and is not in the text. */
  readonly unfinished?: Unfinished | null;
}

/** What the program keeps besides the file: former texts and unsaved ones. Null where it did not answer so. */
export interface Kept {
  readonly history: {
    readonly list: () => Promise<readonly HistoryEntry[] | null>;
    /** Null also for what is no UTF-8. */
    readonly text: (id: string) => Promise<string | null>;
    readonly clear: () => Promise<boolean>;
  };
  readonly drafts: {
    readonly list: () => Promise<readonly DraftEntry[] | null>;
    readonly read: (page: string) => Promise<KeptDraft | null>;
    readonly write: (page: string, draft: KeptDraft) => Promise<boolean>;
    readonly remove: (page: string) => Promise<boolean>;
  };
  /** Ends the program. False where it refused; one that does not answer has ended. */
  readonly quit: () => Promise<boolean>;
}

export const kept: Kept = {
  history: {
    list: async () => (await jsonAt<HistoryList>(historyAddress))?.entries ?? null,
    text: async (id) => {
      const bytes = await bytesAt(`${historyAddress}/${id}`);
      return bytes && textOf(bytes);
    },
    clear: async () => (await tell(historyAddress, 'DELETE'))?.ok === true,
  },
  drafts: {
    list: async () => (await jsonAt<DraftList>(draftAddress))?.drafts ?? null,
    read: async (page) => {
      const bytes = await bytesAt(`${draftAddress}/${page}`);
      return bytes && draftIn(bytes);
    },
    write: async (page, draft) => (await tell(`${draftAddress}/${page}`, 'PUT', { body: bodyOf(draft) }))?.ok === true,
    remove: async (page) => (await tell(`${draftAddress}/${page}`, 'DELETE'))?.ok === true,
  },
  quit: async () => (await tell(quitAddress, 'POST'))?.ok !== false,
};

async function jsonAt<T>(address: string): Promise<T | null> {
  const response = await ask(address);
  return response?.ok ? ((await response.json().catch(() => null)) as T | null) : null;
}

async function bytesAt(address: string): Promise<Uint8Array | null> {
  const response = await ask(address);
  return response?.ok
    ? response.arrayBuffer().then(
        (buffer) => new Uint8Array(buffer),
        () => null,
      )
    : null;
}

function textOf(bytes: Uint8Array): string | null {
  const decoding = decode(bytes);
  return decoding.ok ? decoding.text : null;
}

function bodyOf(draft: KeptDraft) {
  const whole = encode(JSON.stringify(draft));
  return whole.length <= maxSavedBytes ? whole : encode(JSON.stringify({ ...draft, file: null }));
}

/** What an earlier version, or another program, wrote there is no draft. */
function draftIn(bytes: Uint8Array): KeptDraft | null {
  try {
    const found: unknown = JSON.parse(textOf(bytes) ?? '');
    return isDraft(found) ? { ...found, unfinished: isUnfinished(found.unfinished) ? found.unfinished : null } : null;
  } catch {
    return null;
  }
}

function isDraft(found: unknown): found is Omit<KeptDraft, 'unfinished'> & { readonly unfinished?: unknown } {
  if (found === null || typeof found !== 'object' || !('text' in found && 'file' in found && 'revision' in found))
    return false;
  const isText = (value: unknown) => value === null || typeof value === 'string';
  return typeof found.text === 'string' && isText(found.file) && isText(found.revision);
}
