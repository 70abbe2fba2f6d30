import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { SavedChanges } from '../draft/saved-changes.ts';
import type { Happening } from '../session/happening.ts';
import { reduce } from '../session/reducer.ts';
import { isWorking, type Opening, type Session, type Working } from '../session/session.ts';
import type { Look, Wire } from '../session/wire.ts';
import { type Pending, saveNow, tellFound } from './save-now.ts';

const pollEvery = 2000;

/** The session bound to React: the only place where its effects start. */
export interface Bound {
  readonly session: Session;
  readonly happen: (happening: Happening) => void;
  /** Sends exactly the text of the draft. `changes`: what it changes, to say so afterwards. */
  readonly save: (changes: SavedChanges, anyway: boolean) => void;
  /** Waits no longer for the answer to a save, and sends the same text again. */
  readonly saveAgain: () => void;
}

export function useSession(wire: Wire): Bound {
  const [session, happen] = useReducer(reduce, { phase: 'loading' });
  const now = useRef(session);
  now.current = session;
  const pending = useRef<Pending>({ again: null });

  const look = useCallback(() => lookAgain(wire, now.current, happen), [wire]);
  useEffect(() => poll(look), [look]);
  useEffect(() => whenBack(() => surround(wire, now.current, happen)), [wire]);
  const save = useCallback(
    (changes: SavedChanges, anyway: boolean) =>
      void saveNow({ wire, session: now.current, changes, anyway, happen, pending: pending.current }),
    [wire],
  );
  const saveAgain = useCallback(() => pending.current.again?.(), []);
  return { session, happen, save, saveAgain };
}

/** Looks at the file now, every two seconds while the page is seen, and whenever people come back to it. */
function poll(look: () => Promise<void>): () => void {
  let busy = false;
  const once = () => {
    if (busy || document.visibilityState !== 'visible') return;
    busy = true;
    void look().finally(() => {
      busy = false;
    });
  };
  once();
  const timer = setInterval(once, pollEvery);
  window.addEventListener('focus', once);
  document.addEventListener('visibilitychange', once);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', once);
    document.removeEventListener('visibilitychange', once);
  };
}

/** Whoever comes back may have changed what is round the file, such as who can read it. */
function whenBack(act: () => Promise<void>): () => void {
  const back = () => void act();
  window.addEventListener('focus', back);
  return () => window.removeEventListener('focus', back);
}

async function surround(wire: Wire, session: Session, happen: (happening: Happening) => void): Promise<void> {
  if (!isWorking(session)) return;
  const context = await wire.context();
  if (context) happen({ type: 'surrounded', context });
}

async function lookAgain(wire: Wire, session: Session, happen: (happening: Happening) => void): Promise<void> {
  if (session.phase === 'saving') return;
  // While there is no file, asking for it would put an error into the console every two seconds.
  const around = isWithoutFile(session) ? await wire.context() : null;
  const found: Look =
    around && !around.file.exists
      ? { kind: 'missing' }
      : await wire.look(isWorking(session) ? session.file.revision : null);
  if (found.kind === 'unreachable') return happen({ type: 'unreachable' });
  if (found.kind === 'locked') return happen({ type: 'locked', reason: found.reason });
  if (isWorking(session)) return toWork(found, session, happen);
  if (found.kind === 'same' || isKnown(session, found)) return;
  const context = around ?? (await wire.context());
  happen(context ? { type: 'opened', context, opening: found } : { type: 'unreachable' });
}

function isWithoutFile(session: Session): boolean {
  if (!isWorking(session)) return true;
  return session.file.revision === null || (session.phase === 'conflicted' && session.outside.kind === 'gone');
}

function toWork(
  found: Exclude<Look, { kind: 'unreachable' | 'locked' }>,
  { link, sent, phase, file }: Working,
  happen: (happening: Happening) => void,
): Promise<void> | void {
  if (link !== 'up' || sent !== null) happen({ type: 'linked', isSame: found.kind === 'same' });
  // A file that is as it was ends a conflict.
  if (found.kind === 'same' && phase !== 'conflicted') return;
  const opening: Opening = found.kind === 'same' ? { kind: 'document', file } : found;
  return tellFound(opening, file.revision, happen);
}

/** Whether the page already shows that there is no file, or that it cannot be opened. */
function isKnown(session: Session, found: Look): boolean {
  return (
    (session.phase === 'welcome' && found.kind === 'missing' && session.context.file.readOnly === null) ||
    (session.phase === 'blocked' && found.kind === 'blocked')
  );
}

/** Asks before the page is left while something is not saved. */
export function useUnsavedGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [isUnsaved]);
}
