import { describe, expect, test } from 'vitest';
import { readJsonBody } from './json-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a body in JSON', () => {
  test.each(['null', ' {} ', '{"a": {"a": [{"a": 1}, {"a": ":"}]}}', '{"__proto__": {"x": 1}}', '"\\ud800"', '1e999'])(
    'is read as JSON.parse reads it: %s',
    (text) => {
      expect(readJsonBody(bytes(text))).toEqual({ ok: true, value: JSON.parse(text) });
    },
  );

  test('has names that change no other object', () => {
    const reading = readJsonBody(bytes('{"__proto__": {"verify": false}}'));
    expect(reading.ok && reading.value).not.toHaveProperty('verify', false);
  });

  test.each([
    ['empty', bytes('')],
    ['blank', bytes(' \n')],
    ['cut short', bytes('{"a": 1')],
    ['more than one value', bytes('{} {}')],
    ['a comment', bytes('{} // x')],
    ['another way to write a number', bytes('{"a": 0x10}')],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['a surrogate as UTF-8 does not write it', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
    ['of 16 bits', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
    ['behind a byte order mark', bytes('\ufeff{}')],
    ['with a name twice', bytes('{"a": 1, "a": 2}')],
    ['with a name twice, once spelled otherwise', bytes('{"a": 1, "\\u0061": 2}')],
    ['with a name twice further down', bytes('[{"b": {"a": [], "x": {}, "a": 2}}]')],
    ['with a dangerous name twice', bytes('{"__proto__": 1, "__proto__": 2}')],
    ['nested deep', bytes('['.repeat(17) + ']'.repeat(17))],
    ['nested without end', bytes('[{"a":'.repeat(200_000))],
  ])('is refused: %s', (_name, body) => {
    expect(readJsonBody(body)).toEqual({ ok: false });
  });

  test('of the largest size takes no time worth speaking of', () => {
    const started = performance.now();
    expect(readJsonBody(bytes(`{"a": "${'\\"'.repeat(500_000)}"}`)).ok).toBe(true);
    expect(readJsonBody(bytes(`"${'\\'.repeat(1_000_000)}`)).ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
