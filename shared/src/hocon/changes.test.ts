import { describe, expect, it } from 'vitest';
import { fc } from '../../test/random.ts';
import { applyChanges, composeChanges, tidyChanges } from './changes.ts';
import type { Change } from './document.ts';

const change = (from: number, to: number, insert: string): Change => ({ from, to, insert });

describe('tidying changes', () => {
  it('puts them in order and joins those that touch', () => {
    expect(tidyChanges('abcdef', [change(4, 5, 'X'), change(0, 1, ''), change(1, 2, 'Y')])).toEqual([
      change(0, 2, 'Y'),
      change(4, 5, 'X'),
    ]);
  });

  it('makes one of deletions that overlap', () => {
    expect(tidyChanges('abcdef', [change(0, 3, ''), change(1, 4, '')])).toEqual([change(0, 4, '')]);
    expect(tidyChanges('abcdef', [change(0, 5, ''), change(1, 2, '')])).toEqual([change(0, 5, '')]);
  });

  it('keeps the order of insertions at one place, before what is taken away there', () => {
    expect(tidyChanges('ab', [change(1, 2, ''), change(1, 1, 'x'), change(1, 1, 'y')])).toEqual([change(1, 2, 'xy')]);
  });

  it('drops what changes nothing', () => {
    expect(tidyChanges('ab', [change(0, 1, 'a'), change(2, 2, '')])).toEqual([]);
  });
});

describe('two steps as one', () => {
  it('reach back to the first text', () => {
    const first = [change(0, 1, 'XY')];
    expect(composeChanges('abc', first, [change(1, 3, '-')])).toEqual([change(0, 2, 'X-')]);
    expect(composeChanges('abc', first, [change(3, 4, '!')])).toEqual([change(0, 1, 'XY'), change(2, 3, '!')]);
  });

  it('come to nothing when the second takes the first back', () => {
    expect(composeChanges('abc', [change(1, 1, 'x')], [change(1, 2, '')])).toEqual([]);
  });

  it('make the text that both steps make', () => {
    const some = (text: string) =>
      fc
        .array(fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 3 })), { maxLength: 4 })
        .map((all) =>
          tidyChanges(
            text,
            all.map(([a, b, insert]) => change(Math.min(a, b), Math.max(a, b), insert)),
          ),
        );
    const steps = fc
      .string({ maxLength: 12 })
      .chain((text) =>
        some(text).chain((first) => some(applyChanges(text, first)).map((second) => ({ text, first, second }))),
      );
    fc.assert(
      fc.property(steps, ({ text, first, second }) => {
        const both = applyChanges(applyChanges(text, first), second);
        expect(applyChanges(text, composeChanges(text, first, second))).toBe(both);
      }),
    );
  });
});
