/** Half a day without a request: nobody looks at the page any more. */
export const idleLimit = 12 * 60 * 60 * 1000;

/** Calls `end` when nothing was seen for so many milliseconds. Returns what to call when something is seen. */
export function endWhenIdle(limit: number, end: () => void): () => void {
  const timer = setTimeout(end, limit);
  timer.unref();
  return () => void timer.refresh();
}
