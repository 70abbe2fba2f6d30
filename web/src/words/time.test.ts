import { describe, expect, it } from 'vitest';
import { momentInWords, sizeInWords } from './time.ts';

describe('a moment in words', () => {
  const now = new Date(2026, 10, 22, 18, 30);
  it.each([
    [new Date(2026, 10, 22, 0, 5), 'today, 00:05'],
    [new Date(2026, 10, 21, 23, 59), 'yesterday, 23:59'],
    [new Date(2026, 10, 20, 9, 0), 'Fri, 20 Nov 2026, 09:00'],
    [new Date(2025, 10, 22, 18, 30), 'Sat, 22 Nov 2025, 18:30'],
  ])('%s', (moment, words) => {
    expect(momentInWords(moment, now)).toBe(words);
  });
});

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [28_140, '28.1 kB'],
  [1_048_576, '1049 kB'],
])('%s bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
