import { describe, expect, test } from 'vitest';
import { fc } from '../../../test/random.ts';
import { applyChanges } from '../changes.ts';
import { parse } from '../parser.ts';
import { resolve } from '../resolve.ts';
import { toJson } from '../value.ts';
import { findProblems } from './index.ts';

const found = (text: string) =>
  findProblems(parse(text)).map(({ code, severity, line, column }) => `${severity} ${code} ${line}:${column}`);

/** What the text reads as after the fixes of all its problems, one after the other. */
function mended(text: string): unknown {
  let current = text;
  for (let round = 0; round < 10; round++) {
    const fix = findProblems(parse(current)).find((problem) => problem.fix)?.fix;
    if (!fix) break;
    current = applyChanges(current, fix);
  }
  return toJson(resolve(parse(current), { environment: new Map([['HOME', '/home/ann']]) }).value);
}

describe('mistakes that make ClearML refuse the file', () => {
  test.each([
    ['a sign that needs quotes', 'api { key: p@ss }', 'needs-quotes 1:13', { api: { key: 'p@ss' } }],
    ['an equals sign in a value', 'l: --ipc=host', 'needs-quotes 1:9', { l: '--ipc=host' }],
    ['a value that begins with such a sign', 'a: *.py # all\nb: 1', 'needs-quotes 1:4', { a: '*.py', b: 1 }],
    ['an address with a query', 'u: https://h/x?y=1 # c\n', 'needs-quotes 1:15', { u: 'https://h/x?y=1' }],
    ['a bare shell variable', 'a: $HOME/x', 'needs-quotes 1:4', { a: '/home/ann/x' }],
    ['a comma in a value', 'a: 1,000\nb: 2', 'missing-separator 1:6', undefined],
    [
      'a section without its end',
      'api {\n  credentials {\n    key: k\n\nsdk {\n  a: 1\n}\n',
      'unclosed-brace 2:15',
      undefined,
    ],
    ['a last section without its end', 'api {\n  host: h\n', 'unclosed-brace 1:5', { api: { host: 'h' } }],
    [
      'an inner section without its end',
      'api {\n  c {\n    key: k\n  host: h\n}\n',
      'unclosed-brace 2:5',
      { api: { c: { key: 'k' }, host: 'h' } },
    ],
    [
      'a section without its end behind one that is not indented, but closed',
      'api {\nhost: h\n}\nb: 1\nsdk {\n  a: 1\n',
      'unclosed-brace 5:5',
      { api: { host: 'h' }, b: 1, sdk: { a: 1 } },
    ],
    ['one brace too many', 'api { host: h }\n}\nb: 1', 'extra-brace 2:1', { api: { host: 'h' }, b: 1 }],
    ['a quote without its end', 'a: "x\nb: 1', 'unclosed-quote 1:4', { a: 'x', b: 1 }],
    ['a path that ends in a backslash', 'a: "C:\\dir\\"\nb: 1', 'unclosed-quote 1:4', { a: 'C:\\dir\\', b: 1 }],
    ['a byte order mark', '\ufeffa: 1', 'byte-order-mark 1:1', { a: 1 }],
    ['a no-break space', 'a:\u00a0x\nb: 2', 'invisible-sign 1:3', { a: 'x', b: 2 }],
    ['a quoted part in a dotted key', 's."a b": 1\nt: 2', 'quoted-part-in-key 1:3', { s: { 'a b': 1 }, t: 2 }],
    ['no separator', 'api {\n  host h\n}', 'missing-separator 2:3', { api: { host: 'h' } }],
    ['a comment of another language', '-- made by hand\na: 1', 'missing-separator 1:1', undefined],
  ])('%s', (_, text, problem, value) => {
    expect(found(text)).toContain(`error ${problem}`);
    if (value) expect(mended(text)).toEqual(value);
  });
});

describe('mistakes that ClearML swallows', () => {
  test.each([
    ['a # in an unquoted secret', 'a: p#w\nb: 1', 'cut-by-comment 1:4', { a: 'p#w', b: 1 }],
    ['a Windows path in quotes', 'a: "C:\\new\\table"', 'decoded-escape 1:4', { a: 'C:\\new\\table' }],
    ['a Windows path without quotes', 'a: C:\\new\\table', 'decoded-escape 1:4', { a: 'C:\\new\\table' }],
    ['a key without a value', 'a:\nb: 2', 'missing-value 1:1', { a: '', b: 2 }],
    ['a comma missing in an object', 's { a: x b: y }', 'missing-comma 1:8', { s: { a: 'x', b: 'y' } }],
    ['a comma missing in a list', 'a: ["x" "y"]', 'missing-comma 1:5', { a: ['x', 'y'] }],
    ['a comma missing between numbers', 'a: [1 2 3]', 'missing-comma 1:5', { a: [1, 2, 3] }],
    ['a comma missing between objects', 'a: [{b: 1} {b: 2}]', 'missing-comma 1:5', { a: [{ b: 1 }, { b: 2 }] }],
    ['single quotes', "a: 'x y'", 'wrong-quotes 1:4', { a: 'x y' }],
    ['smart quotes', 'a: “x”', 'wrong-quotes 1:4', { a: 'x' }],
    ['single quotes in a list', "a: ['x', 5]", 'wrong-quotes 1:5', { a: ['x', 5] }],
    ['YAML layout', 'api:\n  host: h\n  key: k\nb: 1\n', 'yaml-layout 1:1', { api: { host: 'h', key: 'k' }, b: 1 }],
    ['a version with a last zero', 'a: 3.10', 'lost-digits 1:4', { a: '3.10' }],
    ['an id with leading zeros', 'a: 007', 'lost-digits 1:4', { a: '007' }],
    ['a substitution inside quotes', 'a: "${HOME}/x"', 'quoted-substitution 1:4', { a: '/home/ann/x' }],
    ['a tab inside quotes', 'a: "x\ty"', 'raw-tab 1:4', { a: 'x\ty' }],
    ['a keyword that begins a text', 'a: null-x', 'keyword-in-text 1:4', { a: 'null-x' }],
    ['a semicolon', 'a: poetry;\nb: 1', 'semicolon 1:4', { a: 'poetry', b: 1 }],
    ['a comment glued to a word', 'a: x// why\n', 'comment-in-text 1:4', { a: 'x' }],
    ['a time span at the end', 'a: 10 s', 'time-span 1:4', { a: '10 s' }],
  ])('%s', (_, text, problem, value) => {
    expect(found(text)).toEqual([`warning ${problem}`]);
    expect(mended(text)).toEqual(value);
  });
});

describe('what is no mistake', () => {
  test.each([
    'a: http://h:80/x // note\n',
    'a: ~/x//y\n',
    'a: "C:\\Users\\me"\n',
    'a: two words\n',
    'a: 0.5\nb: 1.0\nc: 72.0\n',
    'a: [x y, z]\n',
    "a: it's\n",
    'a {\n  b: 1\n}\n',
    'a: {b: 1} {c: 2}\n',
    'a =\n  5\n',
    'l: [\n  {a: 1}\n  {a: 2}\n]\n',
    'l: [1]\nl += [2]\n',
    's.l: [1]\ns.l += [2]\n',
    's { l: [1] }\ns.l += [2]\n',
    's { l: [1] }\nt { l += [2] }\n',
    'a: x\na += y\n',
    's { l: [1], l: 5, l += [2] }\n',
  ])('%j', (text) => expect(found(text)).toEqual([]));
});

test('a fix lies inside the text, and takes its problem away', () => {
  const piece = fc.constantFrom(
    'a: ',
    'b: ',
    'p@ss',
    "'x'",
    '"C:\\new"',
    's {',
    '}',
    '\n',
    ' ',
    '007',
    '${X}',
    '"',
    '#c',
    'x;',
    '[',
    ']',
    ',',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      for (const problem of findProblems(parse(text))) {
        if (!problem.fix) continue;
        for (const { from, to } of problem.fix) expect(0 <= from && from <= to && to <= text.length).toBe(true);
        const after = findProblems(parse(applyChanges(text, problem.fix)));
        const errors = (list: typeof after) => list.filter(({ severity }) => severity === 'error').length;
        expect(errors(after)).toBeLessThanOrEqual(errors(findProblems(parse(text))));
      }
    }),
    { numRuns: 2_000 },
  );
});
