import { describe, expect, test } from 'vitest';
import cases from '../test/corpus/cases.json';
import { fc } from '../test/random.ts';
import { decode, encode } from './bytes.ts';

function bytesOf(...bytes: readonly number[]): Uint8Array {
  return Uint8Array.from(bytes);
}

describe('decoding', () => {
  test.each(['', 'api {}\r\n\r\tx: 1\n', '\uFEFFapi {}', 'a: 1\rb: 2', '# \u0444\u{1F600}\u2028\u0000'])(
    'keeps every sign of %j',
    (text) => {
      expect(decode(encode(text))).toEqual({ ok: true, text });
    },
  );

  test('gives back the very bytes of any UTF-8 text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decode(encode(text))).toEqual({ ok: true, text });
      }),
    );
  });

  test('either refuses any bytes or gives them back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const decoding = decode(bytes);
        expect(decoding.ok ? encode(decoding.text) : bytes).toEqual(bytes);
      }),
    );
  });

  test.each([
    ['Latin-1', bytesOf(0x61, 0x0a, 0x62, 0xe9, 0x0a), { byte: 3, line: 2, utf16: false }],
    ['a sign cut off at the end', bytesOf(0x61, 0xe2, 0x82), { byte: 1, line: 1, utf16: false }],
    ['half a surrogate pair', bytesOf(0xed, 0xa0, 0x80), { byte: 0, line: 1, utf16: false }],
    ['a sign longer than needed', bytesOf(0x0a, 0xc0, 0xaf), { byte: 1, line: 2, utf16: false }],
    ['UTF-16 as Windows writes it', bytesOf(0xff, 0xfe, 0x61, 0x00), { byte: 0, line: 1, utf16: true }],
    ['UTF-16 the other way round', bytesOf(0xfe, 0xff, 0x00, 0x61), { byte: 0, line: 1, utf16: true }],
  ])('refuses %s and says where it begins', (_name, bytes, place) => {
    const decoding = decode(bytes);
    expect(decoding).toMatchObject({ ok: false, code: 'not-utf-8', line: place.line, utf16: place.utf16 });
    const byte = decoding.ok ? -1 : decoding.byte;
    // A sign that is cut off is only known to be broken where the text ends.
    expect(byte).toBeGreaterThanOrEqual(place.byte);
    expect(byte).toBeLessThanOrEqual(bytes.length);
  });
});

/** Bytes that ClearML's parser reads all the same, each with the reason why they are refused here. */
const defended: Readonly<Record<string, string>> = {
  'encoding-24': 'ClearML drops a last byte that is no UTF-8 without a word; read so, the next save would lose it',
};

test.each(cases.filter((row) => 'input_b64' in row))('the bytes of $id are refused', ({ id, input_b64, pyhocon }) => {
  expect(decode(fromBase64(input_b64 ?? '')).ok).toBe(false);
  expect('error' in pyhocon || id in defended).toBe(true);
});

function fromBase64(base64: string): Uint8Array {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bits = [...base64.replace(/=+$/, '')].map((sign) => signs.indexOf(sign).toString(2).padStart(6, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
