const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** A moment as people say it on the day of `now`: "today, 18:20", "yesterday, 09:05", "Tue, 3 Nov 2026, 18:20". */
export function momentInWords(moment: Date, now: Date): string {
  const day = daysBetween(moment, now);
  const name = day === 0 ? 'today' : day === 1 ? 'yesterday' : date.format(moment);
  return `${name}, ${time.format(moment)}`;
}

function daysBetween(moment: Date, now: Date): number {
  const start = (of: Date) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  return Math.round((start(now) - start(moment)) / (24 * 60 * 60 * 1000));
}

/** A size as people read it. */
export function sizeInWords(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`;
}
