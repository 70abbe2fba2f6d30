import { describe, expect, it } from 'vitest';
import type { ConfigValue } from './document.ts';
import { formatValue, isWritableKey, quotedSpelling, unwritable, writeKey } from './literal.ts';

function map(members: Record<string, ConfigValue>): ConfigValue {
  return new Map(Object.entries(members));
}

describe('a text', () => {
  it.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['a "b" \\c', '"a \\"b\\" \\\\c"'],
    ['a\nb\r\tc', '"a\\nb\\r\\tc"'],
    [`café 日本 😀 \${X}`, `"café 日本 😀 \${X}"`],
    ['bell\u0007', '"""bell\u0007"""'],
    ['bell\u0007\t', '"bell\u0007\\t"'],
    ['"\u0007', '"\\"\u0007"'],
    ['a"""\u0007', '"a\\"\\"\\"\u0007"'],
  ])('%j is written %s', (text, written) => {
    expect(formatValue(text)).toEqual({ ok: true, text: written });
  });

  it.each([
    ['https://api.example.org', 'https://api.example.org'],
    ['~/.clearml', '~/.clearml'],
    ['a b', '"a b"'],
    ['//x', '"//x"'],
    ['.5', '".5"'],
    ['TRUE', '"TRUE"'],
    ['true-ish', '"true-ish"'],
    ['nullable', 'nullable'],
    ['include', '"include"'],
    ['5m', '"5m"'],
    ['', '""'],
    ['a$', '"a$"'],
  ])('where the old one was bare, %j is written %s', (text, written) => {
    expect(formatValue(text, { quoting: 'bare', point: false })).toEqual({ ok: true, text: written });
  });

  it.each([
    ['a\nb', '"""a\nb"""'],
    ['one', '"one"'],
    ['a\n\tb', '"a\\n\\tb"'],
    ['"a\nb', '"\\"a\\nb"'],
  ])('where the old one stood in triple quotes, %j is written %j', (text, written) => {
    expect(formatValue(text, { quoting: 'triple', point: false })).toEqual({ ok: true, text: written });
  });
});

describe('other values', () => {
  it.each<[ConfigValue, string]>([
    [5, '5'],
    [-0.1, '-0.1'],
    [1e21, '1e21'],
    [1e-7, '1e-7'],
    [12345678901234567890n, '12345678901234567890'],
    [{ kind: 'number', source: '72.0' }, '72.0'],
    [true, 'true'],
    [null, 'null'],
    [[1, 'x', [true]], '[1, "x", [true]]'],
    [[], '[]'],
    [map({ a: 1, 'b c': map({}) }), '{a: 1, "b c": {}}'],
  ])('%o is written %s', (value, written) => {
    expect(formatValue(value)).toEqual({ ok: true, text: written });
  });

  it('keeps the decimal point of the number that stood there', () => {
    const pointed = { ...quotedSpelling, point: true };
    expect(formatValue(48, pointed)).toEqual({ ok: true, text: '48.0' });
    expect(formatValue(1e21, pointed)).toEqual({ ok: true, text: '1e21' });
    expect(formatValue(0.5, pointed)).toEqual({ ok: true, text: '0.5' });
  });
});

describe('what cannot be written', () => {
  it.each<[ConfigValue, string]>([
    [[''], 'empty-list-item'],
    [map({ a: ['x', ''] }), 'empty-list-item'],
    [[[null]], 'null-in-nested-list'],
    ['\ud800', 'lone-surrogate'],
    [map({ '\ud800': 1 }), 'unwritable-key'],
    [Number.NaN, 'not-finite'],
    [Number.POSITIVE_INFINITY, 'not-finite'],
    [{ kind: 'number', source: '1e999' }, 'not-finite'],
    [{ kind: 'number', source: 'five' }, 'not-a-number'],
    [{ kind: 'period', unit: 'seconds', amount: 5 }, 'period'],
    [{ kind: 'opaque', reason: 'unresolved', source: '$X' }, 'unreadable-value'],
    [map({ '': 1 }), 'unwritable-key'],
    [map({ 'a"b': 1 }), 'unwritable-key'],
    [map({ 'a\tb': 1 }), 'unwritable-key'],
    [map({ 'a\\': 1 }), 'unwritable-key'],
  ])('%o is refused: %s', (value, code) => {
    expect(formatValue(value)).toEqual({ ok: false, code });
  });

  it('is too deep from the thirty-first level on', () => {
    const nest = (levels: number): ConfigValue => (levels === 0 ? 1 : [nest(levels - 1)]);
    expect(unwritable(nest(30))).toBeNull();
    expect(unwritable(nest(31))).toBe('too-deep');
    expect(unwritable(nest(30), ['a'])).toBe('too-deep');
  });

  it('knows that an item of a list is in a list already', () => {
    expect(unwritable('', ['a', 0])).toBe('empty-list-item');
    expect(unwritable('', ['a', 0, 'b'])).toBeNull();
    expect(unwritable(null, ['a', 0])).toBeNull();
    expect(unwritable(null, ['a', 0, 1])).toBe('null-in-nested-list');
    expect(unwritable([null], ['a', 0])).toBe('null-in-nested-list');
  });
});

describe('a key', () => {
  it.each([
    ['worker_name', 'worker_name'],
    ['a-b', 'a-b'],
    ['a.b', '"a.b"'],
    ['1', '"1"'],
    ['Include', '"Include"'],
    ['ж', '"ж"'],
    ['a\\b', '"a\\b"'],
  ])('%j is written %s', (name, written) => {
    expect(writeKey(name)).toBe(written);
  });

  it('is quoted where all its neighbours are', () => {
    expect(writeKey('token', true)).toBe('"token"');
  });

  it('may end in two backslashes, which close nothing', () => {
    expect(isWritableKey('a\\\\')).toBe(true);
    expect(isWritableKey('a\\')).toBe(false);
  });
});
