import { applyChanges } from '@clearml-conf/shared';
import { expect, it } from 'vitest';
import { fc } from '../../../shared/test/random.ts';
import { lineChanges, typedOnto } from './line-changes.ts';

const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { maxLength: 12 }).map((all) => all.join(''));

it('leads from any text to any other', () => {
  fc.assert(fc.property(lines, lines, (from, to) => applyChanges(from, lineChanges(from, to)) === to));
});

it('leaves alone the lines between those that changed', () => {
  expect(lineChanges('a\nb\nc\n', 'x\na\nb\nd\n')).toEqual([
    { from: 0, to: 0, insert: 'x\n' },
    { from: 4, to: 6, insert: 'd\n' },
  ]);
});

it('leaves alone a last line without an end that only got lines behind it', () => {
  expect(lineChanges('a\nb', 'a\nb\nc\n')).toEqual([{ from: 3, to: 3, insert: '\nc\n' }]);
});

it('puts what was typed into the text that came meanwhile', () => {
  expect(typedOnto('x\na\nb\nd\n', 'a\nb\nc\n', 'a\nbb\nc\n')).toBe('x\na\nbb\nd\n');
  expect(typedOnto('x\na\nb\nc\n', 'a\nb\nc\n', 'a\nb\nc\nd')).toBe('x\na\nb\nc\nd');
  expect(typedOnto('a\nb\nc\n', 'a\nb', 'a\nb1')).toBe('a\nb1\nc\n');
  expect(typedOnto('a\nb\n', 'a\nb\n', 'a\n')).toBe('a\n');
});

it('takes nothing that was typed into a line that is another one by now', () => {
  expect(typedOnto('a\nx\n', 'a\nb\n', 'a\nbb\n')).toBeNull();
  expect(typedOnto('a\nx', 'a\nb', 'a\nb1')).toBeNull();
});

it('never takes back what came meanwhile', () => {
  const place = fc.nat({ max: 40 });
  fc.assert(
    fc.property(lines, lines, place, (over, now, at) => {
      const from = Math.min(at, over.length);
      const onto = typedOnto(now, over, `${over.slice(0, from)}#${over.slice(from)}`);
      return onto === null || onto.replace('#', '') === now;
    }),
  );
});
