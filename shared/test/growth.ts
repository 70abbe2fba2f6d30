interface Spent {
  readonly user: number;
  readonly system: number;
}

/** Tests run in Node, whose types the engine itself does without. */
declare const process: { readonly cpuUsage: (since?: Spent) => Spent };

/** Half way, by factors, from what a text of four times the length takes where time grows with it to what its square takes. */
export const bound = 8;

/**
 * How many times as long `act` takes for a text of four times the length. In time of the processor, so that waiting for
 * others on a busy machine does not count, and by the shortest runs of both in turns, as all else only adds to them.
 */
export function growth(act: (text: string) => unknown, one: string, fourTimes: string): number {
  const times = { one: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 40 && (round < 3 || times.other >= bound * times.one); round++) {
    times.one = Math.min(times.one, timeOf(act, one));
    times.other = Math.min(times.other, timeOf(act, fourTimes));
  }
  return times.other / times.one;
}

/** In milliseconds; of less than two nothing can be told. */
function timeOf(act: (text: string) => unknown, text: string): number {
  const begun = process.cpuUsage();
  act(text);
  const { user, system } = process.cpuUsage(begun);
  return Math.max(2, (user + system) / 1000);
}
