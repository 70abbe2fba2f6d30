import { describe, expect, it } from 'vitest';
import { remembering } from './remembering.ts';

describe('a function that remembers', () => {
  it('works each answer out once, nothing among them, and forgets the one asked for longest ago', () => {
    const asked: string[] = [];
    const length = remembering(2, (text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    expect(['', 'ab', '', 'abc', '', 'ab'].map(length)).toEqual([undefined, 2, undefined, 3, undefined, 2]);
    expect(asked).toEqual(['', 'ab', 'abc', 'ab']);
  });
});
