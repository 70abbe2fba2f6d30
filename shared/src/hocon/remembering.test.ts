import { describe, expect, it } from 'vitest';
import { remembering, rememberingFew } from './remembering.ts';

describe('a function that remembers', () => {
  it('works each answer out once, nothing among them, and in the end forgets what nobody asks for', () => {
    const asked: string[] = [];
    const length = remembering(2, (text: string) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    expect(['', 'ab', '', 'abc', '', 'ab'].map(length)).toEqual([undefined, 2, undefined, 3, undefined, 2]);
    expect(asked).toEqual(['', 'ab', 'abc']);
    for (const text of ['abcd', '', 'abcde', '', 'abcdef', '', 'ab']) length(text);
    expect(asked).toEqual(['', 'ab', 'abc', 'abcd', 'abcde', 'abcdef', 'ab']);
  });

  it('works out what follows from an object once for each, however alike they are', () => {
    const [one, other] = [{ text: 'a' }, { text: 'a' }];
    const asked: object[] = [];
    const length = rememberingFew((of: { readonly text: string }) => {
      asked.push(of);
      return of.text.length;
    });
    expect([one, other, one].map(length)).toEqual([1, 1, 1]);
    expect(asked).toEqual([one, other]);
    expect(asked[1]).toBe(other);
  });

  it('keeps of what is large the last three, and what is asked for between others stays', () => {
    const asked: string[] = [];
    const length = rememberingFew((text: string) => {
      asked.push(text);
      return text.length;
    });
    for (const text of ['a', 'b', 'a', 'c', 'a', 'd', 'a', 'e', 'a', 'd', 'b']) length(text);
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
  });
});
