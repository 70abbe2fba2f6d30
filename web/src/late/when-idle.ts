/** Not all browsers say when they have nothing to do. */
const instead = 300;
/** A page that never rests comes round to it all the same. */
const latest = 5000;

/** Acts once nothing else happens. */
export function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: latest });
  else setTimeout(act, instead);
}
