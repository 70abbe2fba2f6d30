import { setMaxListeners } from 'node:events';

/** Runs work that ends when its time is up or what it is part of ends, whichever comes first. What it leaves running ends with it. */
export async function withDeadline<T>(
  milliseconds: number,
  whole: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  // Many parts may wait for the end of one whole.
  setMaxListeners(0, end.signal);
  const stop = () => end.abort();
  const timer = setTimeout(stop, milliseconds);
  whole.addEventListener('abort', stop);
  if (whole.aborted) stop();
  try {
    return await work(end.signal);
  } finally {
    stop();
    clearTimeout(timer);
    whole.removeEventListener('abort', stop);
  }
}
