import { outcomeOf } from '../draft/outcome.ts';
import type { SavedChanges } from '../draft/saved-changes.ts';
import type { Happening } from '../session/happening.ts';
import { isWorking, type Opening, type Session } from '../session/session.ts';
import type { Saving, Wire } from '../session/wire.ts';
import { loadJoin } from './load-join.ts';

/** The way to send again what waits for an answer; null while nothing does. */
export interface Pending {
  again: (() => void) | null;
}

interface Save {
  readonly wire: Wire;
  readonly session: Session;
  /** What is said of it once it is saved. */
  readonly changes: SavedChanges;
  readonly anyway: boolean;
  readonly happen: (happening: Happening) => void;
  readonly pending: Pending;
}

/** After so long without an answer people are told, and again as long as there is none. */
const worthSaying = 5000;

/**
 * Sends the text of the draft until there is an answer to it, or nobody wants to try again. Every try names the file that
 * it is for: of two that arrive in the end only one is written, and the other finds its own text there.
 */
export async function saveNow({ wire, session, changes, anyway, happen, pending }: Save): Promise<void> {
  if (!isWorking(session) || session.phase !== (anyway ? 'refused' : 'reviewing')) return;
  const { revision } = session.file;
  const { text } = outcomeOf(session.timeline.draft);
  for (let isWanted = true; isWanted; ) {
    happen({ type: 'saving' });
    const trial = new AbortController();
    isWanted = false;
    pending.again = () => {
      isWanted = true;
      trial.abort();
    };
    const waiting = setInterval(() => happen({ type: 'waiting' }), worthSaying);
    const saving = await wire.save(text, revision, anyway, trial.signal);
    clearInterval(waiting);
    pending.again = null;
    await settle(saving, { wire, changes, happen }, revision);
    isWanted &&= saving.kind === 'unreachable';
  }
}

async function settle(
  saving: Saving,
  { wire, changes, happen }: Pick<Save, 'wire' | 'changes' | 'happen'>,
  known: string | null,
): Promise<void> {
  switch (saving.kind) {
    case 'saved':
      return happen({ type: 'saved', file: saving.file, changes, overtook: saving.overtook });
    case 'refused':
      return happen({ type: 'refused', problems: saving.problems });
    case 'failed':
      return happen({ type: 'not-saved', code: saving.code });
    case 'unreachable':
      return happen({ type: 'unanswered' });
    case 'changed':
      return settleConflict(wire, known, happen);
  }
}

async function settleConflict(wire: Wire, known: string | null, happen: (happening: Happening) => void): Promise<void> {
  const found = await wire.look(null);
  happen({ type: 'not-saved', code: 'changed-on-disk' });
  if (found.kind === 'unreachable') happen({ type: 'unreachable' });
  else if (found.kind === 'locked') happen({ type: 'locked', reason: found.reason });
  else if (found.kind !== 'same') await tellFound(found, known, happen);
}

/** Tells what is on the disk now, with the way to put it together with a draft; without it people are asked. */
export async function tellFound(
  opening: Opening,
  known: string | null,
  happen: (happening: Happening) => void,
): Promise<void> {
  happen({ type: 'found-outside', opening, known, join: await loadJoin() });
}
