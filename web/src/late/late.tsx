import { type ComponentType, useEffect, useState } from 'react';
import { late as words } from '../words/late.ts';
import { afterPaint } from './after-paint.ts';
import { whenIdle } from './when-idle.ts';

/** A part of the page that is loaded after the page itself. */
export interface Late<Props> {
  /** Null until it is loaded. */
  readonly loaded: () => ComponentType<Props> | null;
  /** Loads it now, so that it is there when it is wanted. */
  readonly fetch: () => Promise<void>;
}

/** A part of which only matters whether it is there. */
export type Fetched = Pick<Late<never>, 'fetch'> & { readonly loaded: () => unknown };

export function late<Props>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  let part: ComponentType<Props> | null = null;
  return {
    loaded: () => part,
    fetch: async () => {
      part ??= await load();
    },
  };
}

interface LateProps<Props> {
  readonly part: Late<Props>;
  readonly props: Props;
  /** People can do without it: nothing is said while it is missing, and what they see is painted before it is asked for. */
  readonly isQuiet?: boolean;
}

/**
 * Shows a part that comes later. One that cannot be loaded, because the program went away, is a sentence in its place
 * and is tried again: it must never take the page, and what was typed there, with it.
 */
export function LatePart<Props extends object>({ part, props, isQuiet = false }: LateProps<Props>) {
  const hasFailed = useTried(part, isQuiet);
  const Part = part.loaded();
  if (Part) return <Part {...props} />;
  return hasFailed && !isQuiet ? (
    <p className="notice notice-bad" role="alert">
      {words.failed}
    </p>
  ) : null;
}

/**
 * Whether a part that is wanted can take the place of what people see: it is loaded, or it cannot be, which it says
 * itself. Until then what they see stays.
 */
export function useArrived({ fetch, loaded }: Fetched, isWanted: boolean): boolean {
  const [isTried, setTried] = useState(false);
  const isThere = loaded() !== null;
  useEffect(() => {
    if (!isWanted || isThere) return;
    let isGone = false;
    void fetch()
      .catch(() => {})
      .then(() => isGone || setTried(true));
    return () => {
      isGone = true;
    };
  }, [fetch, isWanted, isThere]);
  return isWanted && (isThere || isTried);
}

const tryAgainAfter = 2000;

/** Tries until it succeeds, and draws its component again when it does; true after a try that failed. */
function useTried({ fetch, loaded }: Fetched, isQuiet: boolean): boolean {
  const [failed, setFailed] = useState(0);
  const [isDone, setDone] = useState(loaded() !== null);
  useEffect(() => {
    if (isDone) return;
    let isGone = false;
    const attempt = () =>
      void fetch().then(
        () => isGone || setDone(true),
        () => isGone || setFailed(failed + 1),
      );
    const callOff = failed === 0 && isQuiet ? afterPaint(attempt) : after(failed === 0 ? 0 : tryAgainAfter, attempt);
    return () => {
      isGone = true;
      callOff();
    };
  }, [fetch, failed, isDone, isQuiet]);
  return failed > 0;
}

function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}

/** Loads parts one after another while nothing else happens, so that they are there also when the program is not. */
export function fetchWhenIdle(parts: readonly Pick<Late<never>, 'fetch'>[]): void {
  const [next, ...others] = parts;
  if (!next) return;
  const go = () =>
    void next
      .fetch()
      .catch(() => {})
      .then(() => fetchWhenIdle(others));
  whenIdle(go);
}
