/** A job to be timed against others in the same run. */
export interface Contender {
  readonly name: string;
  /** How many bytes it reads in one call. */
  readonly bytes: number;
  run(): unknown;
}

/** The median time of one call, in microseconds. */
export interface Timing {
  readonly name: string;
  readonly bytes: number;
  readonly microseconds: number;
}

const ROUNDS = 15;
const ROUND_MS = 40;

/** Times the contenders in turn, round by round, so that a machine that slows down slows all of them. */
export async function race(contenders: readonly Contender[]): Promise<readonly Timing[]> {
  const samples = contenders.map((): number[] => []);
  for (const contender of contenders) await once(contender);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contender] of contenders.entries()) samples[index]?.push(await once(contender));
  }
  return contenders.map(({ name, bytes }, index) => ({ name, bytes, microseconds: median(samples[index] ?? []) }));
}

/** Waits only for those that answer later, so that waiting costs the others nothing. */
async function once({ run }: Contender): Promise<number> {
  const start = performance.now();
  let calls = 0;
  do {
    const answer = run();
    if (answer instanceof Promise) await answer;
    calls++;
  } while (performance.now() - start < ROUND_MS);
  return ((performance.now() - start) * 1000) / calls;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** The quickest: whatever else runs on a machine only adds to a timing. */
export function quickest(timings: readonly Timing[]): Timing | undefined {
  return [...timings].sort((a, b) => a.microseconds - b.microseconds)[0];
}
