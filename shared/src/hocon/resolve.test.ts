import { describe, expect, test } from 'vitest';
import { parse } from './parser.ts';
import { resolve } from './resolve.ts';
import { toJson } from './value.ts';

/** Each row was read by ClearML's own parser, with X=x in the environment. */
const environment = new Map([['X', 'x']]);
const read = (text: string) => resolve(parse(text), { environment });
const errors = (text: string) => read(text).problems.map(({ code }) => code);

describe('+= as ClearML reads it', () => {
  test.each([
    ['a.b: x\na.b += y', { a: { b: 'x y' } }],
    ['a.b: 5\na.b += y', { a: { b: '5 y' } }],
    ['s { a += x }', { s: { a: ' x' } }],
    ['s { a: x\n a += y }', { s: { a: ' y' } }],
    ['s { a.b += x }', { s: { a: { b: ' x' } } }],
    ['s {a: [1]}\ns {a += x}', { s: { a: ' x' } }],
  ])('%j', (text, value) => expect(toJson(read(text).value)).toEqual(value));

  test.each(['a.b += [1]', 'a.b += x', 'a.b: 5\na.b += [1]', 'a: {b: 1}\na += y', 'a: [1]\na += x'])(
    '%j is refused',
    (text) => expect(errors(text)).toEqual(['append-to-text']),
  );
});

describe('joined values', () => {
  test.each([
    ['a: "p" ${?NOPE}', { a: 'p' }],
    ['a: p ${?NOPE}', { a: 'p ' }],
    ['a: "p" ${X} ${?NOPE}', { a: 'p x ' }],
    ['a: "p" q "r" ', { a: 'p q r' }],
    ['a: ${X} "r"', { a: 'x r' }],
    ['t {a: 1}\ns: ${t} {k: 1}\ns {m: 2}', { t: { a: 1 }, s: { a: 1, k: 1, m: 2 } }],
    ['t {a: 1}\ns: ${t} {k: 1}\ns.m: 2', { t: { a: 1 }, s: { m: 2 } }],
  ])('%j', (text, value) => expect(toJson(read(text).value)).toEqual(value));
});

describe('what leads back to itself is one clean problem', () => {
  test.each(['a: ${a}', 'a: ${b}\nb: ${a}', 'a: [${a}]', 'a {b: ${a}}'])('%j', (text) =>
    expect(errors(text)).toContain('substitution-cycle'),
  );
});

describe('a row of substitutions that is too long is a clean problem', () => {
  const many = (line: (at: number) => string) => Array.from({ length: 3000 }, (_, at) => line(at)).join('\n');
  const inside = (depth: number, text: string) => `${'s {'.repeat(depth)}\n${text}\n${'}'.repeat(depth)}\n`;

  test.each([
    ['of one name', `a: 1\n${many(() => 'a: ${a}x')}`],
    ['of appended lists', `l: [1]\n${many(() => 'l += [1]')}`],
    ['of names', many((at) => `a${at}: \${a${at + 1}}`)],
    ['within lists', many((at) => `a${at}: [[[{k: \${a${at + 1}}}]]]`)],
    ['that is met deep inside', `${inside(990, 'b: ${a}')}a: 1\n${many(() => 'a: ${a}x')}`],
  ])('%s', (_, text) => expect(errors(text)).toContain('too-deep'));

  test.each([
    ['texts', `a: x\n${'a: ${a}${a}\n'.repeat(50)}`],
    ['lists', `a: [1]\n${'a: ${a} ${a}\n'.repeat(50)}`],
    ['sections', `k0: {z: 1}\n${many((at) => `k${at + 1}: {x: \${k${at}}, y: \${k${at}}}`)}`],
  ])('and so are %s that double from line to line', (_, text) => expect(errors(text)).toContain('too-deep'));

  test('and 400 in a row are none', () => {
    expect(errors(`a: 1\n${'a: ${a}x\n'.repeat(400)}`)).toEqual([]);
  });
});

test('of several mistakes, only the one ClearML meets first has its place there', () => {
  const { problems } = read('a: [1] x\nb: ${NOPE}\nc: p@ss');
  expect(problems.map(({ code, clearml }) => [code, clearml])).toEqual([
    ['mixed-types', { line: 1, column: 9 }],
    ['needs-quotes', undefined],
    ['unresolved-substitution', undefined],
  ]);
});

describe('what is joined with a value that waits for a variable', () => {
  test.each([
    ['o: ${?X}\nb: {f: 1} ${o}', '{f: 1} ${o}'],
    ['o: {c: 1} ${?X}\nb: ${?o} {f: 1}', '${?o} {f: 1}'],
    ['o: ${?X}\nb: [1] ${?o}', '[1] ${?o}'],
    ['o: ${?X}\nb: "http://"${o}":80"', '"http://"${o}":80"'],
    ['s {o: ${X}}\nb: ${s.o}/x', '${s.o}/x'],
  ])('%j cannot be told from the file, and is no error', (text, source) => {
    const { root, problems } = resolve(parse(text));
    expect(root.members?.get('b')?.value).toEqual({ kind: 'opaque', reason: 'unresolved', source });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
