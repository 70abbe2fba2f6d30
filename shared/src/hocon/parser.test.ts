import { describe, expect, test } from 'vitest';
import { fc } from '../../test/random.ts';
import { DEPTH_LIMIT, parse, resolve, toJson } from './index.ts';

/** Texts made of the pieces that mean something in the dialect, so that random ones are seldom plain. */
const pieces = [
  '{',
  '}',
  '[',
  ']',
  ':',
  '=',
  '+=',
  ',',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '"',
  '"""',
  '#',
  '//',
  '${x}',
  '${?x}',
  '\\',
];
const words = [
  'a',
  'a.b',
  '5',
  '1.5',
  'true',
  'null',
  'include "x"',
  'required(',
  '10 s',
  '\ufeff',
  '\u00a0',
  'é',
  '😀',
  '@',
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const read = (text: string) => toJson(resolve(parse(text)).value);
const problems = (text: string) => parse(text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('any text', () => {
  test('its tokens, joined, are the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = [...parse(text).tokens];
        expect(tokens.map((token) => text.slice(token.from, token.to)).join('')).toBe(text);
        expect(tokens.every((token) => token.to > token.from)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  test('has a document that can be resolved, and problems inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const problem of resolve(parse(text)).problems) {
          expect(problem.from).toBeGreaterThanOrEqual(0);
          expect(problem.to).toBeLessThanOrEqual(text.length);
          expect(problem.line).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a file with a mistake is read round it', () => {
  test.each([
    [
      'a sign that needs quotes',
      'api { key: p@ss, host: h }\nsdk { a: 1 }',
      ['needs-quotes 1:13'],
      { api: { key: 'p', host: 'h' }, sdk: { a: 1 } },
    ],
    ['a quote that is not closed', 'a: "x\nb: 1', ['unclosed-quote 1:4'], { a: '', b: 1 }],
    ['a brace that is not closed', 'api {\n  host: h\n', ['unclosed-brace 1:5'], { api: { host: 'h' } }],
    ['a bracket closed by a brace', 's { l: [1, 2 }\nt: 3', ['unclosed-bracket 1:8'], { s: { l: [1, 2] }, t: 3 }],
    ['one brace too many', 'api { host: h }\n}\nb: 1', ['extra-brace 2:1'], { api: { host: 'h' }, b: 1 }],
    ['a key without separator', 'api {\n  host h\n  key: k\n}', ['missing-separator 2:3'], { api: { key: 'k' } }],
    ['a byte order mark', '\ufeffa: 1', ['byte-order-mark 1:1'], { a: 1 }],
    ['a no-break space', 'a: 1\u00a0\nb: 2', ['invisible-sign 1:5'], { a: '1', b: 2 }],
    ['a quoted part in a key', 's."a b": 1\nt: 2', ['quoted-part-in-key 1:3'], { t: 2 }],
    ['a template', 'api_server: {{ host }}\nb: 1', ['invalid-key 1:14'], { api_server: {}, b: 1 }],
  ])('%s', (_, text, found, value) => {
    expect(problems(text)).toEqual(found);
    expect(read(text)).toEqual(value);
  });
});

test('only the first problem says where ClearML reports it, with tabs as it counts them', () => {
  const [first, second] = parse('s {\n\ta: x@\n\tb: y@\n}').problems;
  expect(first?.clearml).toEqual({ line: 2, column: 13 });
  expect(second?.clearml).toBeUndefined();
});

describe('nesting', () => {
  test('is read down to the limit', () => {
    const text = `${'a {'.repeat(DEPTH_LIMIT)}${'}'.repeat(DEPTH_LIMIT)}`;
    expect(resolve(parse(text)).problems).toEqual([]);
  });

  test('beyond it is one clean problem', () => {
    expect(problems('a {'.repeat(DEPTH_LIMIT + 5))).toEqual([`too-deep 1:${DEPTH_LIMIT * 3 + 3}`]);
    expect(problems(`s { b: 1, a${'.x'.repeat(DEPTH_LIMIT)}: 1, c: 2 }\n`)).toEqual(['too-deep 1:11']);
    expect(problems(`s { ${'t.u { '.repeat(DEPTH_LIMIT)}\n`)).toContain('too-deep 1:3005');
  });
});

describe('without the environment', () => {
  test('what only it could answer is opaque', () => {
    const { value, problems: found } = resolve(parse('a: ${X}\nb: ${?Y}'));
    expect(toJson(value)).toEqual({ a: { $unresolved: '${X}' }, b: { $unresolved: '${?Y}' } });
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning unresolved-substitution']);
  });

  test('a default stands, and the substitution that would win is named', () => {
    const { root } = resolve(parse('a: "d"\na: ${?X}'));
    expect(root.members?.get('a')).toMatchObject({ value: 'd', overrides: ['X'] });
  });
});
