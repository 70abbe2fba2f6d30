import { describe, expect, test } from 'vitest';
import { parse } from './parser.ts';
import { formatPath } from './path.ts';
import { pathAt } from './path-at.ts';

/** `|` marks the offset. */
const places = [
  ['a key', 'sdk { aws { reg|ion: "x" } }', 'sdk.aws.region', 'key'],
  ['the start of a key', 'sdk { |aws: 1 }', 'sdk.aws', 'key'],
  ['a value', 'sdk { aws { region: "x|" } }', 'sdk.aws.region', 'value'],
  ['the end of a value', 'sdk.aws.region: x|', 'sdk.aws.region', 'value'],
  ['the place of a value that is not there yet', 'sdk { region: |\n}', 'sdk.region', 'value'],
  ['between fields', 'sdk {\n  a: 1\n|\n  b: 2\n}', 'sdk', 'object'],
  ['an empty object', 'sdk { | }', 'sdk', 'object'],
  ['outside of everything', 'sdk { a: 1 }\n|\n', '', 'object'],
  ['behind a closed brace', 'sdk { a: 1 }|', 'sdk', 'value'],
  ['behind a brace that is never closed', 'sdk { aws {\n|', 'sdk.aws', 'object'],
  ['an item', 'l: [1, 2|2]', 'l[1]', 'value'],
  ['a field of an item', 'l: [{ a: 1 }, { b|: 2 }]', 'l[1].b', 'key'],
  ['between the items', 'l: [ 1, | ]', 'l', 'value'],
  ['a comment in an object', 'sdk {\n # no|te\n a: 1 }', 'sdk', 'object'],
  ['a list at the root', '[{ a: 1|1 }]', '[0].a', 'value'],
  ['a file of nothing', '|', '', 'object'],
  ['a concatenation', 'a: x ${|b}', 'a', 'value'],
] as const;

describe('the path at an offset', () => {
  test.each(places)('%s', (_, marked, path, part) => {
    const offset = marked.indexOf('|');
    const found = pathAt(parse(marked.replace('|', '')), offset);
    expect([found.path.length === 0 ? '' : formatPath(found.path), found.part]).toEqual([path, part]);
  });

  test('names the nearest object, into which another field could be written', () => {
    const text = 'sdk { aws { region: x } }';
    const { object } = pathAt(parse(text), text.indexOf('x'));
    expect(object.path).toEqual(['sdk', 'aws']);
    expect(object.node?.members).toHaveLength(1);
  });
});
