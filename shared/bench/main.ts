import { readFileSync } from 'node:fs';
import pushcorn from '@pushcorn/hocon-parser';
import hoconParser from 'hocon-parser';
import { parseTree } from 'jsonc-parser';
import { applyEdits, parse, resolve, toJson } from '../src/hocon/index.ts';
import { agentFile } from './agent-file.ts';
import { type Contender, race, type Timing } from './clock.ts';
import { fuzz } from './fuzz.ts';
import { growth, isAlone, type Reader, readAlone } from './growth.ts';
import { clearmlReader } from './python-reader.ts';

/**
 * Prints how the engine compares, side by side and measured in one run.
 * CONF: a file to read in place of the generated one. CLEARML_PYHOCON: the folder of ClearML's parser package.
 * FUZZ: how many random texts to read (1,000,000 unless told).
 */
const text = process.env['CONF'] ? readFileSync(process.env['CONF'], 'utf8') : agentFile();
const json = JSON.stringify(toJson(resolve(parse(text)).value), null, 4);

const ours = { name: 'parse + resolve', bytes: Buffer.byteLength(text), run: () => resolve(parse(text)) };

function print(title: string, base: Timing | undefined, timings: readonly Timing[]): void {
  console.log(`\n${title}`);
  for (const { name, bytes, microseconds } of timings) {
    const perByte = (microseconds * 1000) / bytes;
    const against = base ? microseconds / base.microseconds : 1;
    const perByteAgainst = base ? perByte / ((base.microseconds * 1000) / base.bytes) : 1;
    console.log(
      `  ${name.padEnd(34)}${microseconds.toFixed(1).padStart(12)} µs${perByte.toFixed(2).padStart(9)} ns/byte` +
        `${against.toFixed(2).padStart(10)} × the time${perByteAgainst.toFixed(2).padStart(9)} × per byte`,
    );
  }
}

async function readers(): Promise<void> {
  const jsonBytes = Buffer.byteLength(json);
  const timings = await race([
    ours,
    { name: 'JSON.parse (of JSON)', bytes: jsonBytes, run: () => JSON.parse(json) },
    { name: 'jsonc-parser parseTree (of JSON)', bytes: jsonBytes, run: () => parseTree(json) },
    ...(await otherParsers()),
  ]);
  const clearml = clearmlReader(process.env['CLEARML_PYHOCON'], text);
  print(`Reading ${text.split('\n').length - 1} lines`, timings[0], clearml ? [...timings, clearml] : timings);
  if (!clearml) console.log("  ClearML's own reader: not measured, CLEARML_PYHOCON is not set");
}

/** The two HOCON parsers on npm; one that cannot read the file is named instead of timed. */
async function otherParsers(): Promise<readonly Contender[]> {
  const candidates = [
    { name: 'hocon-parser', bytes: ours.bytes, run: () => hoconParser(text) },
    { name: '@pushcorn/hocon-parser', bytes: ours.bytes, run: () => pushcorn.parse({ text }) },
  ];
  const able: Contender[] = [];
  for (const candidate of candidates) {
    try {
      await candidate.run();
      able.push(candidate);
    } catch (error) {
      console.log(`${candidate.name} cannot read the file: ${String(error).split('\n')[0]}`);
    }
  }
  return able;
}

/**
 * With every key typed into a form the same text is edited; from the command line one that was not met before, so that
 * it is read first. A text is new to the machine, too, each time that it is read on its way in or out.
 */
async function edits(): Promise<void> {
  let count = 0;
  const edit = () => [{ op: 'set', path: ['api', 'api_server'], value: `https://host-${count++}` }] as const;
  const fresh = () => `${text}# ${count++}\n`;
  const timings = await race([
    { name: 'one parse', bytes: ours.bytes, run: () => parse(fresh()) },
    { name: 'parse + resolve', bytes: ours.bytes, run: () => resolve(parse(fresh())) },
    { name: 'one edit with its second lock', bytes: ours.bytes, run: () => applyEdits(text, edit()) },
    { name: 'the same, of a new text', bytes: ours.bytes, run: () => applyEdits(fresh(), edit()) },
  ]);
  print('Editing', timings[0], timings);
}

/** The tree that V8 makes of JSON, and that of a parser in JavaScript, show what growing costs anyone on this machine. */
const growing: readonly Reader[] = [
  {
    name: 'parse + resolve',
    textOf: (bytes) => text.repeat(Math.ceil(bytes / text.length)),
    read: (big) => resolve(parse(big)),
  },
  { name: 'JSON.parse (of JSON)', textOf: manyInJson, read: (big) => JSON.parse(big) },
  { name: 'jsonc-parser parseTree (of JSON)', textOf: manyInJson, read: (big) => parseTree(big) },
];

function manyInJson(bytes: number): string {
  return `[${Array(Math.ceil(bytes / json.length))
    .fill(json)
    .join(',')}]`;
}

function growths(): void {
  for (const [index, timings] of growth(growing).entries()) {
    console.log(`\nGrowth of ${growing[index]?.name}`);
    for (const [place, { name, bytes, microseconds }] of timings.entries()) {
      const before = timings[place - 1];
      const step = before ? `${(microseconds / before.microseconds).toFixed(2)} × the one before` : '';
      const perByte = ((microseconds * 1000) / bytes).toFixed(2);
      console.log(
        `  ${name.padEnd(10)}${microseconds.toFixed(0).padStart(10)} µs${perByte.padStart(9)} ns/byte   ${step}`,
      );
    }
    const [first, last] = [timings[0], timings.at(-1)];
    if (!first || !last) continue;
    const doublings = Math.log2(last.bytes / first.bytes);
    const each = (last.microseconds / first.microseconds) ** (1 / doublings);
    console.log(`  on average ${each.toFixed(2)} × the time for twice the input`);
  }
}

if (isAlone()) {
  readAlone(growing);
} else {
  await readers();
  await edits();
  growths();
  fuzz(Number(process.env['FUZZ'] ?? 1_000_000));
}
