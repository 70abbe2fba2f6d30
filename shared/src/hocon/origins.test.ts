import { expect, test } from 'vitest';
import { type IncludeOutcome, lookup, parse, resolve } from './index.ts';

const environment = new Map([['HOME', '/h']]);

/** What is at `x`: its value, and whether other values have a part in it. */
function at(text: string, env: ReadonlyMap<string, string> | null): unknown {
  const { root, problems } = resolve(parse(text), env ? { environment: env } : {});
  const found = lookup(root, ['x']);
  return { value: found?.value, computed: found?.computed, problems: problems.map(({ code }) => code) };
}

const opaque = (source: string) => ({ kind: 'opaque', reason: 'unresolved', source });

test.each([
  ['x: 1', { value: 1, computed: false, problems: [] }],
  ['x: [1]', { value: [1], computed: false, problems: [] }],
  ['x: ${y}\ny: 1', { value: 1, computed: true, problems: [] }],
  ['x: ${HOME}', { value: '/h', computed: true, problems: [] }],
  ['x: ${HOME}/y', { value: '/h/y', computed: true, problems: [] }],
  ['x: [1]\nx: ${x} [2]', { value: [1, 2], computed: true, problems: [] }],
  ['x: [1]\nx += [2]', { value: [1, 2], computed: true, problems: [] }],
  ['x += 1', { value: 1, computed: true, problems: [] }],
  [
    'x { a: 1 }\nx: ${y}\ny { b: 2 }',
    {
      value: new Map([
        ['a', 1],
        ['b', 2],
      ]),
      computed: true,
      problems: [],
    },
  ],
  [
    'x { a: 1 }\nx { b: 2 }',
    {
      value: new Map([
        ['a', 1],
        ['b', 2],
      ]),
      computed: false,
      problems: [],
    },
  ],
  ['x: 1\nx: ${?HOMELESS}', { value: 1, computed: false, problems: [] }],
  ['x: ${y} 1\ny: [1]', { value: '', computed: true, problems: ['mixed-types'] }],
  ['x: ${x}', { value: undefined, computed: undefined, problems: ['substitution-cycle'] }],
  ['x: ${NONE}', { value: undefined, computed: undefined, problems: ['unresolved-substitution'] }],
  [
    'x: null-${y}\ny: 1',
    { value: { kind: 'opaque', reason: 'garbage', source: 'null' }, computed: true, problems: [] },
  ],
  ['x: ${y}null\ny: 1', { value: { kind: 'opaque', reason: 'garbage', source: 'null' }, computed: true, problems: [] }],
  [
    'x: [[null]]',
    { value: [[{ kind: 'opaque', reason: 'leaked-null', source: 'null' }]], computed: false, problems: [] },
  ],
])('with its environment %j is read', (text, expected) => expect(at(text, environment)).toEqual(expected));

test.each([
  ['x: ${HOME}/y', { value: opaque('${HOME}/y'), computed: true, problems: ['unresolved-substitution'] }],
  ['x: 1\nx: ${?HOME}', { value: 1, computed: false, problems: [] }],
  ['x: 1\nx: ${?HOME}/y', { value: opaque('${?HOME}/y'), computed: true, problems: [] }],
  ['x: 1\nx: ${HOME}', { value: opaque('${HOME}'), computed: true, problems: ['unresolved-substitution'] }],
])('from the file alone %j is read', (text, expected) => expect(at(text, null)).toEqual(expected));

test('the optional substitutions that would win are named', () => {
  const { root } = resolve(parse('x: 1\nx: ${?A}\nx: ${?B}\n'));
  expect(lookup(root, ['x'])?.overrides).toEqual(['A', 'B']);
});

/** Files by name; `loop.conf` includes itself. */
const files: Readonly<Record<string, string>> = {
  'good.conf': 'a: 1\nb { c: 2 }\n',
  'broken.conf': 'a: p@ss\n',
  'list.conf': '[1, 2]\n',
  'warned.conf': 'a: ${?X}\ninclude "none.conf"\n',
  'loop.conf': 'include "loop.conf"\na: 1\n',
};

function included(text: string): unknown {
  const include = ({ target }: { readonly target: string }): IncludeOutcome => {
    if (target === 'locked.conf') return { kind: 'unreadable' };
    const found = files[target];
    return found === undefined ? { kind: 'missing' } : { kind: 'document', document: parse(found), name: target };
  };
  const { root, problems } = resolve(parse(text), { environment, include });
  return [
    [...(root.members ?? [])].map(([name, { computed }]) => `${name}${computed ? '*' : ''}`).join(' '),
    problems.map(({ code, severity, from, to, subject }) => `${severity} ${code} ${from}-${to} ${subject}`),
  ];
}

test.each([
  ['include "good.conf"', ['a* b*', []]],
  ['b { d: 1 }\ninclude "good.conf"', ['b* a*', []]],
  ['include "none.conf"', ['', ['warning include-missing 0-19 include "none.conf"']]],
  ['include required("none.conf")', ['', ['error include-missing 0-29 include required("none.conf")']]],
  ['x: 1\ninclude "broken.conf"', ['x a*', ['error include-unreadable 5-26 include "broken.conf"']]],
  ['include "locked.conf"', ['', ['error include-unreadable 0-21 include "locked.conf"']]],
  ['include "list.conf"', ['', ['error include-unreadable 0-19 include "list.conf"']]],
  ['include "warned.conf"', ['', []]],
  ['include required(file("good.conf"))', ['', ['error include-unreadable 0-35 include required(file("good.conf"))']]],
  ['include "loop.conf"', ['a*', ['error include-unreadable 0-19 include "loop.conf"']]],
])('%s brings its values and its problems', (text, expected) => expect(included(text)).toEqual(expected));
