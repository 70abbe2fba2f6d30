import { execFileSync } from 'node:child_process';
import { parse, resolve } from '../src/hocon/index.ts';
import { quickest, type Timing } from './clock.ts';

const word = 'read-alone';
const sizes = [1, 2, 4, 8];
const rounds = 7;
const READING_MS = 1000;

/**
 * How long texts take that are each twice as long as the one before. Each is read in a process of its own, since what
 * V8's collector of garbage met before changes what it does next; the processes take turns.
 */
export function growth(): readonly Timing[] {
  const found = sizes.map((): Timing[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [place, size] of sizes.entries()) {
      const printed = execFileSync(process.execPath, [process.argv[1] ?? '', word, String(size)]);
      found[place]?.push(JSON.parse(printed.toString()));
    }
  }
  return found.flatMap((timings) => quickest(timings) ?? []);
}

/** The size to be read, in such a process; else null. */
export function alone(): number | null {
  return process.argv[2] === word ? Number(process.argv[3]) : null;
}

/** Reads so many times 1.25 MB of a text, and prints how long that takes: on average, so that all garbage is paid for. */
export function readAlone(text: string, size: number): void {
  const big = Buffer.from(text.repeat(Math.ceil((size * 1_250_000) / text.length))).toString();
  for (let time = 0; time < 8 / size; time++) resolve(parse(big));
  const start = performance.now();
  let calls = 0;
  do {
    resolve(parse(big));
    calls++;
  } while (performance.now() - start < READING_MS);
  const microseconds = ((performance.now() - start) * 1000) / calls;
  console.log(JSON.stringify({ name: `${(big.length / 1e6).toFixed(2)} MB`, bytes: big.length, microseconds }));
}
