import { expect, test } from 'vitest';
import { parse } from './parser.ts';

/** A token as its kind and its text; blanks and line breaks only as their kind. */
function spelled(text: string): string {
  return [...parse(text).tokens]
    .map(({ kind, from, to }) => (kind === 'blank' || kind === 'newline' ? kind : `${kind}<${text.slice(from, to)}>`))
    .join(' ');
}

test.each([
  ['a: 1', 'key<a> separator<:> blank literal<1>'],
  ['a += 1', 'key<a> blank separator<+=> blank literal<1>'],
  ['a + 1', 'key<a> blank error<+ 1>'],
  [
    's { a = x # c\n}',
    'key<s> blank open<{> blank key<a> blank separator<=> blank literal<x> blank comment<# c> newline close<}>',
  ],
  ['l: [1, 2]', 'key<l> separator<:> blank open<[> literal<1> comma<,> blank literal<2> close<]>'],
  [
    'l: [1\r\n2 // c\n,3]',
    'key<l> separator<:> blank open<[> literal<1> newline literal<2> blank comment<// c> newline comma<,> literal<3> close<]>',
  ],
  [
    'a: 1,\n # c\nb: 2',
    'key<a> separator<:> blank literal<1> comma<,> newline blank comment<# c> newline key<b> separator<:> blank literal<2>',
  ],
  ['a: 1/2', 'key<a> separator<:> blank literal<1/2>'],
  ['a: ${b}${?c}', 'key<a> separator<:> blank substitution<${b}> substitution<${?c}>'],
  ['a: ${?}', 'key<a> separator<:> blank substitution<${?}>'],
  ['a: x\\\ny', 'key<a> separator<:> blank literal<x> continuation<\\> newline literal<y>'],
  ['a: \\', 'key<a> separator<:> blank error<\\>'],
  ['a: """x\ny"""', 'key<a> separator<:> blank literal<"""x\ny""">'],
  ['a: """x', 'key<a> separator<:> blank literal<""> error<"x>'],
  ['a: 10 s', 'key<a> separator<:> blank literal<10 s>'],
  ['a: 10 s\n', 'key<a> separator<:> blank literal<10 s> newline'],
  ['a: 1 x\n', 'key<a> separator<:> blank literal<1> blank literal<x> newline'],
  ['a: x@y\rb: 1', 'key<a> separator<:> blank literal<x> error<@y> newline key<b> separator<:> blank literal<1>'],
  [
    's { a: x@[1] } b: 2',
    'key<s> blank open<{> blank key<a> separator<:> blank literal<x> error<@[1] > close<}> blank key<b> separator<:> blank literal<2>',
  ],
  [
    'a: x@[1, 2], b: 1',
    'key<a> separator<:> blank literal<x> error<@[1, 2]> comma<,> blank key<b> separator<:> blank literal<1>',
  ],
  ['a: 1 } b: 2', 'key<a> separator<:> blank literal<1> blank error<}> blank key<b> separator<:> blank literal<2>'],
  ['a: [1 } 2]', 'key<a> separator<:> blank open<[> literal<1> blank error<}> blank literal<2> close<]>'],
  [
    'a { b: [1 } c: 2',
    'key<a> blank open<{> blank key<b> separator<:> blank open<[> literal<1> blank close<}> blank key<c> separator<:> blank literal<2>',
  ],
  [
    'a { b: 1 ] c: 2 }',
    'key<a> blank open<{> blank key<b> separator<:> blank literal<1> blank error<]> blank key<c> separator<:> blank literal<2> blank close<}>',
  ],
  ['\ufeffa: 1', 'error<\ufeff> key<a> separator<:> blank literal<1>'],
  ['a b\nc: 1', 'key<a b> newline key<c> separator<:> blank literal<1>'],
  ['include "x" # c', 'include<include> blank include<"x"> blank comment<# c>'],
  [
    'include required(file("x"))',
    'include<include> blank include<required> include<(> include<file> include<(> include<"x"> include<)> include<)>',
  ],
  ['include x: 1', 'key<include x> separator<:> blank literal<1>'],
  ['{a: 1} x', 'open<{> key<a> separator<:> blank literal<1> close<}> blank error<x>'],
])('%j', (text, tokens) => expect(spelled(text)).toBe(tokens));

test.each([
  ['a: 1 # c', 4],
  ['s { a: 1\n\n', 8],
  ['s { a: [1  \n', 9],
  ['s { a: 1 # c\n', 12],
])('what is never closed in %j ends behind the last sign that is more than space', (text, end) => {
  const { root } = parse(text);
  const [first] = root.kind === 'object' ? root.members : [];
  expect(first?.to).toBe(end);
});

test('what stands deeper than 1,000 levels is one token', () => {
  const text = `a: ${'['.repeat(1002)}1`;
  const { tokens, problems } = parse(text);
  expect([...tokens].at(-1)).toEqual({ kind: 'error', from: text.length - 2, to: text.length });
  expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
});

test.each(['a: 1', 'a: 1\nb # c', 'a # c\n', 'a =\nb = 2', 's { a: 1'])(
  'there are no tokens behind the end of %j',
  (text) => {
    const { tokens } = parse(text);
    const beyond = text.length + 200;
    expect([...tokens.within({ from: 0, to: beyond })]).toEqual([...tokens]);
    expect([...tokens.across({ from: text.length, to: beyond })]).toEqual([]);
  },
);
