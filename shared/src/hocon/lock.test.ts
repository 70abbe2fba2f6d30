import { describe, expect, it } from 'vitest';
import { from } from '../../test/edited.ts';
import type { Change, ConfigValue } from './document.ts';
import type { Intent, MembersIntent } from './edit/intent.ts';
import { locked } from './lock.ts';
import { parse } from './parser.ts';
import { resolve } from './resolve.ts';

/** What the lock says of a result; `changes` matter only beside problems of the text. */
function verdict(before: string, intent: Intent, after: string, changes: readonly Change[] = []): string | null {
  return locked(resolve(parse(before)), intent, resolve(parse(after)), changes)?.code ?? null;
}

function members(all: Record<string, Intent>): MembersIntent {
  return { kind: 'members', members: new Map(Object.entries(all)), formerly: new Map(), whole: null };
}

const value = (is: ConfigValue): Intent => ({ kind: 'value', secret: false, value: is });
const absent: Intent = { kind: 'absent', secret: false };
const keep: Intent = { kind: 'keep' };

describe('the second lock', () => {
  it('lets the edited path change, and only that', () => {
    expect(verdict('a: 1\nb: 2\n', members({ a: value(3) }), 'a: 3\nb: 2\n')).toBeNull();
    expect(verdict('a: 1\nb: 2\n', members({ a: value(3) }), 'a: 3\nb: 3\n')).toBe('would-change-others');
    expect(verdict('a: 1\nb: 2\n', members({ a: value(3) }), 'a: 3\n')).toBe('would-change-others');
    expect(verdict('a: 1\n', members({ a: value(3) }), 'a: 3\nc: 1\n')).toBe('would-change-others');
  });

  it('wants the value to read back', () => {
    expect(verdict('a: 1\n', members({ a: value('3') }), 'a: 3\n')).toBe('would-not-read-back');
    expect(verdict('a: 1\n', members({ a: value(['x', 'y']) }), 'a: ["x"]\n')).toBe('would-not-read-back');
    expect(verdict('a: 1\n', members({ a: value(new Map([['b', 2]])) }), 'a { b: 2, c: 3 }\n')).toBe(
      'would-not-read-back',
    );
    expect(verdict('a: 1\n', members({ a: value(new Map([['b', 2]])) }), 'a: 2\n')).toBe('would-not-read-back');
    expect(verdict('a: 1\n', members({ a: value(new Map([['b', 2]])) }), 'a {}\n')).toBe('would-not-read-back');
    expect(verdict('a: 1\n', members({ a: value(new Map([['b', 2]])) }), 'a { c: 2 }\n')).toBe('would-not-read-back');
    expect(verdict('a: 1\n', members({ a: value(new Map([['b', 2]])) }), 'a { b: 3 }\n')).toBe('would-not-read-back');
  });

  it('wants what is unset to be absent', () => {
    expect(verdict('a: 1\n', members({ a: absent }), '')).toBeNull();
    expect(verdict('a: 1\na: 2\n', members({ a: absent }), 'a: 1\n')).toBe('would-not-read-back');
  });

  it('lets a section go with its last member, unless the section itself was set', () => {
    const inside = members({ b: absent });
    expect(verdict('a.b: 1\n', members({ a: inside }), '')).toBeNull();
    const whole: Intent = { ...inside, whole: new Map() };
    expect(verdict('a.b: 1\n', members({ a: whole }), '')).toBe('would-not-read-back');
    expect(verdict('a.b: 1\n', members({ a: inside }), 'a: 5\n')).toBe('would-not-read-back');
  });

  it('follows items to their new places', () => {
    const swapped: Intent = {
      kind: 'items',
      items: [
        { place: 1, intent: keep },
        { place: 0, intent: keep },
        { place: null, intent: value(3) },
      ],
      whole: null,
    };
    expect(verdict('l: [1, 2]\n', members({ l: swapped }), 'l: [2, 1, 3]\n')).toBeNull();
    expect(verdict('l: [1, 2]\n', members({ l: swapped }), 'l: [1, 2, 3]\n')).toBe('would-change-others');
    expect(verdict('l: [1, 2]\n', members({ l: swapped }), 'l: [2, 1]\n')).toBe('would-not-read-back');
    expect(verdict('l: [1, 2]\n', members({ l: swapped }), 'l: [2, 1, 3, 4]\n')).toBe('would-not-read-back');
  });

  it('keeps lists and sections that no edit names, with all they hold', () => {
    const before = `l: [1, { a: 2 }]\ns { b: 3, c: ${from('n')}x }\nn: 4\n`;
    const edit = members({ n: value(5) });
    const after = before.replace('n: 4', 'n: 5');
    expect(verdict(before, edit, after)).toBeNull();
    for (const [old, other] of [
      ['l: [1', 'l: [6'],
      ['a: 2', 'a: 6'],
      ['{ a: 2 }]', '{ a: 2 }, 6]'],
      ['[1, ', '['],
      ['b: 3', 'b: 6'],
      ['b: 3', 'b: 3, d: 6'],
      ['b: 3, ', ''],
    ] as const) {
      expect(verdict(before, edit, after.replace(old, other)), other).toBe('would-change-others');
    }
  });

  it('lets a new warning pass', () => {
    const unknown = `b: ${from('UNKNOWN')}\n`;
    expect(verdict(`a: 1\n${unknown}`, members({ a: value(2) }), `a: 2\n${unknown}`)).toBeNull();
  });

  it('lets computed values follow', () => {
    const before = `a: 1\nb: ${from('a')}x\n`;
    expect(verdict(before, members({ a: value(2) }), before.replace('1', '2'))).toBeNull();
    const inList = `a: 1\nl: [${from('a')}x, 2]\n`;
    expect(verdict(inList, members({ a: value(2) }), inList.replace('1', '2'))).toBeNull();
    expect(verdict('a: 1\nb: 5\n', members({ a: value(2) }), `a: 2\nb: ${from('a')}\n`)).toBe('would-change-others');
  });

  it('lets no new error pass', () => {
    expect(verdict('a: 1\n', members({ a: value(2) }), 'a: 2\n}\n')).toBe('would-change-others');
  });

  it('refuses an edit across something that cannot be read, but not one that mends it', () => {
    const text = 'a: p@ss\n';
    expect(verdict(text, members({ a: value('x') }), 'a: x\n', [{ from: 3, to: 7, insert: 'x' }])).toBeNull();
    expect(verdict('}}\n', keep, '}\n', [{ from: 0, to: 2, insert: '' }])).toBeNull();
    const partly = [{ from: 3, to: 6, insert: 'x' }];
    expect(verdict('a: "open\n', members({ a: value('x') }), 'a: x\n', partly)).toBe('unreadable-place');
    const elsewhere = [{ from: 0, to: 1, insert: 'b' }, ...partly];
    expect(verdict('a: "open\n', keep, 'b: x\n', elsewhere)).toBe('unreadable-place');
  });
});
