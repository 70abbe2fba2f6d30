import type { ConfigValue } from '../src/hocon/index.ts';
import { fc } from './random.ts';

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'k.x', '"q r"');
const tails = fc.constantFrom('', '', '', ',', '  # behind', ',  // behind');
const words = fc.constantFrom('1', '2.0', '"t"', 'word', 'true', '"a b"', 'http://h:1', '5 d', '"x" "y"');

/** Texts of settings as people write them: documented, commented out, on one line, dotted, with commas or without. */
export const documents: fc.Arbitrary<string> = fc
  .record({
    rows: fc.array(row(0), { maxLength: 6 }),
    newline: fc.constantFrom('\n', '\n', '\n', '\r\n'),
    ending: fc.boolean(),
  })
  .map(({ rows, newline, ending }) => rows.join('\n').replace(/\n/g, newline) + (ending ? newline : ''));

/** Names that occur in the documents, and some that do not. */
export const names: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'k', 'x', 'q r', 'new');

const texts = fc.constantFrom('x', '', 'a b', 'C:\\new', 'p@ss#w', 'true', '10 s', 'l1\nl2', 't\tb', '"q"', 'é😀');
const scalars = fc.oneof(texts, fc.integer(), fc.constantFrom(0.5, 1e21, 10n ** 20n), fc.boolean(), fc.constant(null));
const items = fc.oneof(texts, fc.integer(), fc.boolean()).map((item) => (item === '' ? 'x' : item));

/** Values that can be written anywhere but, as an empty text or null, in a list. */
export const values: fc.Arbitrary<ConfigValue> = fc.oneof(
  { weight: 4, arbitrary: scalars },
  { weight: 1, arbitrary: fc.array(items, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.tuple(names, scalars), { maxLength: 3 }).map((members) => new Map(members)) },
);

function row(depth: number): fc.Arbitrary<string> {
  const indent = '    '.repeat(depth);
  const comments = fc.constantFrom('# doc', '# a: 1', '// b = "x"', '#c: 3  # why', '# prose: two words', '');
  const comment = comments.map((text) => (text === '' ? '' : indent + text));
  const field = fc
    .record({ key: keys, separator: fc.constantFrom(': ', ' = ', ':'), value: value(depth), tail: tails })
    .map(({ key, separator, value: written, tail }) => `${indent}${key}${separator}${written}${tail}`);
  return fc.oneof({ weight: 1, arbitrary: comment }, { weight: 3, arbitrary: field });
}

function value(depth: number): fc.Arbitrary<string> {
  if (depth > 1) return words;
  const indent = '    '.repeat(depth);
  const rows = fc.array(row(depth + 1), { maxLength: 3 });
  const block = rows.map((all) => `{\n${all.map((one) => `${one}\n`).join('')}${indent}}`);
  const line = fc.array(words, { maxLength: 3 }).map((all) => `[${all.join(', ')}]`);
  const lines = fc
    .array(words, { maxLength: 3 })
    .map((all) => `[\n${all.map((one) => `${indent}    ${one}\n`).join('')}${indent}]`);
  const braces = fc.uniqueArray(keys, { maxLength: 2 }).map((all) => `{ ${all.map((key) => `${key}: 1`).join(', ')} }`);
  return fc.oneof({ weight: 4, arbitrary: words }, block, line, lines, braces);
}
