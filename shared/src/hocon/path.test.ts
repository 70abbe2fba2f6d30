import { describe, expect, it } from 'vitest';
import { fc } from '../../test/random.ts';
import { formatPath, parsePath, samePath, startsWith } from './path.ts';

const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat(99));
const path = fc.tuple(fc.string(), fc.array(part, { maxLength: 5 })).map(([name, rest]) => [name, ...rest]);

describe('a path expression', () => {
  it('names members by dots and list places by brackets', () => {
    expect(formatPath(['sdk', 'aws', 's3', 'credentials', 0, 'key'])).toBe('sdk.aws.s3.credentials[0].key');
  });

  it('quotes a name that is more than a word', () => {
    expect(formatPath(['a', 'b.c', '1', 'd"e'])).toBe('a."b.c"."1"."d\\"e"');
  });

  it.each([
    ['sdk.aws.s3.credentials[0].key', ['sdk', 'aws', 's3', 'credentials', 0, 'key']],
    ['environment."MY.NAME"', ['environment', 'MY.NAME']],
    ['a[1][2]', ['a', 1, 2]],
    ['1.5', ['1', '5']],
    ['"a\\\\b"', ['a\\b']],
    ['my key.x', ['my key', 'x']],
  ])('reads %s', (expression, expected) => {
    expect(parsePath(expression)).toEqual({ ok: true, path: expected });
  });

  it.each([
    ['', 0],
    ['.a', 0],
    ['a.', 1],
    ['a..b', 1],
    ['[0]', 0],
    ['a[x]', 1],
    ['a[0]b', 4],
    ['a"b"', 1],
    ['"open', 0],
  ])('refuses %j', (expression, at) => {
    expect(parsePath(expression)).toEqual({ ok: false, code: 'invalid-path', at });
  });

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(path, (some) => {
        expect(parsePath(formatPath(some))).toEqual({ ok: true, path: some });
      }),
    );
  });
});

describe('comparing paths', () => {
  it('tells a path at or below another', () => {
    expect(startsWith(['a', 0, 'b'], ['a', 0])).toBe(true);
    expect(startsWith(['a', '0'], ['a', 0])).toBe(false);
    expect(startsWith(['a'], ['a', 'b'])).toBe(false);
  });

  it('tells equal paths', () => {
    expect(samePath(['a', 1], ['a', 1])).toBe(true);
    expect(samePath(['a', 1], ['a'])).toBe(false);
  });
});
