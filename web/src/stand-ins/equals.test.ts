import { deepEquals } from '@rjsf/utils';
import { describe, expect, it } from 'vitest';

function holdingItself(name: string): unknown {
  const held: Record<string, unknown> = { name };
  held['self'] = held;
  return held;
}

const act = () => 1;
const rows: readonly (readonly [name: string, one: unknown, other: unknown, isEqual: boolean])[] = [
  ['the same words', 'a', 'a', true],
  ['a number and its text', 1, '1', false],
  ['what is no number', Number.NaN, Number.NaN, true],
  ['lists', [1, [2]], [1, [2]], true],
  ['a longer list', [1], [1, 2], false],
  ['a list and an object', [], {}, false],
  ['objects in another order', { a: 1, b: { c: 2 } }, { b: { c: 2 }, a: 1 }, true],
  ['another value inside', { a: { b: 1 } }, { a: { b: 2 } }, false],
  ['undefined and absent', { a: undefined }, {}, false],
  ['undefined under another name', { a: undefined }, { b: undefined }, false],
  ['nothing and an object', null, {}, false],
  ['functions, whatever they do', { act }, { act: () => 2 }, true],
  ['a function and none', act, {}, false],
  ['what holds itself', holdingItself('a'), holdingItself('a'), true],
  ['what holds itself under another name', holdingItself('a'), holdingItself('b'), false],
  ['maps of other entries', new Map([[1, 2]]), new Map([[1, 3]]), false],
];

describe('what the form library takes for equal', () => {
  it.each(rows)('%s', (_, one, other, isEqual) => {
    expect(deepEquals(one, other)).toBe(isEqual);
    expect(deepEquals(other, one)).toBe(isEqual);
  });
});
