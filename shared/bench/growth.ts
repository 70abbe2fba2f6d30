import { execFileSync } from 'node:child_process';
import { quickest, type Timing } from './clock.ts';

/** Something that reads texts, and how one of at least so many bytes is made for it. */
export interface Reader {
  readonly name: string;
  textOf(bytes: number): string;
  read(text: string): unknown;
}

const word = 'read-alone';
const smallest = 1_250_000;
const sizes = [1, 2, 4, 8];
const rounds = 5;
const READING_MS = 1000;

/**
 * How long each reader takes for texts that are each twice as long as the one before. Each is read in a process of its
 * own, since what V8's collector of garbage met before changes what it does next; the processes take turns.
 */
export function growth(readers: readonly Reader[]): readonly (readonly Timing[])[] {
  const found = readers.map(() => sizes.map((): Timing[] => []));
  for (let round = 0; round < rounds; round++) {
    for (const [place, size] of sizes.entries()) {
      for (const [index, { name }] of readers.entries()) found[index]?.[place]?.push(readApart(name, size));
    }
  }
  return found.map((ofReader) => ofReader.flatMap((timings) => quickest(timings) ?? []));
}

function readApart(name: string, size: number): Timing {
  const printed = execFileSync(process.execPath, [process.argv[1] ?? '', word, name, String(size)]);
  return JSON.parse(printed.toString());
}

/** True in such a process. */
export function isAlone(): boolean {
  return process.argv[2] === word;
}

/** Reads what it is told to, and prints how long that takes: on average, so that all garbage is paid for. */
export function readAlone(readers: readonly Reader[]): void {
  const reader = readers.find(({ name }) => name === process.argv[3]);
  const size = Number(process.argv[4]);
  if (!reader) throw new Error(`no reader ${process.argv[3]}`);
  const big = Buffer.from(reader.textOf(size * smallest)).toString();
  for (let time = 0; time < 8 / size; time++) reader.read(big);
  const start = performance.now();
  let calls = 0;
  do {
    reader.read(big);
    calls++;
  } while (performance.now() - start < READING_MS);
  const microseconds = ((performance.now() - start) * 1000) / calls;
  console.log(JSON.stringify({ name: `${(big.length / 1e6).toFixed(2)} MB`, bytes: big.length, microseconds }));
}
