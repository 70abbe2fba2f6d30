import { parse, resolve } from '../src/hocon/index.ts';

const PIECES = [
  ...'{}[]:=,"#$\\/+.-@ \n\t',
  ...[
    '\r\n',
    '"""',
    '${',
    '}',
    '${?a}',
    '${a}',
    '+=',
    '//',
    'a',
    'b.c',
    '"a"',
    'true',
    'null',
    'include ',
    'required(',
  ],
  ...[
    '5',
    '1.5e3',
    '10 s',
    '007',
    'word',
    '\ufeff',
    '\u00a0',
    'é',
    '😀',
    'a: 1\n',
    's { a: x }',
    '[1, 2]',
    '{a: {b: 1}}',
  ],
];
const LONGEST = 120;
const SLOW_MS = 50;

/** A small generator with a fixed seed (mulberry32): every run reads the same texts. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Reads random texts and prints what went wrong: crashes, lost characters, slow ones. */
export function fuzz(count: number): void {
  const random = randomFrom(20_260_101);
  const tally = { crashed: 0, lost: 0, slow: 0, slowest: 0 };
  const start = performance.now();
  for (let run = 0; run < count; run++) {
    let text = '';
    for (let length = Math.floor(random() * LONGEST); length > 0; length--) {
      text += PIECES[Math.floor(random() * PIECES.length)] ?? '';
    }
    readOne(text, tally);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`\nFuzz: ${count} texts in ${seconds} s: ${tally.crashed} crashed, ${tally.lost} lost characters,`);
  console.log(`  ${tally.slow} took over ${SLOW_MS} ms, the slowest ${tally.slowest.toFixed(1)} ms`);
}

function readOne(text: string, tally: { crashed: number; lost: number; slow: number; slowest: number }): void {
  try {
    let took = timed(text, tally);
    // On a machine with others a text may only have waited; a slow one is slow every time.
    for (let again = 0; again < 3 && took > SLOW_MS; again++) took = Math.min(took, timed(text, tally));
    if (took > SLOW_MS) tally.slow++;
    tally.slowest = Math.max(tally.slowest, took);
  } catch (error) {
    if (tally.crashed++ < 5) console.log(`crashed: ${JSON.stringify(text)}: ${String(error)}`);
  }
}

function timed(text: string, tally: { lost: number }): number {
  const start = performance.now();
  const document = parse(text);
  resolve(document);
  if ([...document.tokens].map((token) => text.slice(token.from, token.to)).join('') !== text) tally.lost++;
  return performance.now() - start;
}
