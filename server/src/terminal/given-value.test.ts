import { describe, expect, test } from 'vitest';
import { givenEdits } from './given-edits.ts';
import { givenValue } from './given-value.ts';

function number(source: string) {
  return { kind: 'number', source };
}

describe('a value as it is typed', () => {
  test.each([
    ['5', number('5')],
    ['-0.50', number('-0.50')],
    ['1e3', number('1e3')],
    ['123456789012345678901234567890', number('123456789012345678901234567890')],
    ['[1, "2", {"a": 3.0}]', [number('1'), '2', new Map([['a', number('3.0')]])]],
    ['"say \\"5\\" and 6"', 'say "5" and 6'],
    ['{"5": 5}', new Map([['5', number('5')]])],
    ['true', true],
    ['null', null],
  ])('%s is JSON', (text, value) => {
    expect(givenValue(text)).toEqual(value);
  });

  test.each(['', ' ', '5 GB', '+5', '05', '.5', 'True', "'x'", '{a: 1}', '[1', 'http://localhost:8080', '"open'])(
    '%j is text',
    (text) => {
      expect(givenValue(text)).toBe(text);
    },
  );

  test('has no key but those that are written in it', () => {
    const value = givenValue('{"__proto__": {"x": 1}, "constructor": 2}');
    expect(value instanceof Map && [...value.keys()]).toEqual(['__proto__', 'constructor']);
  });
});

describe('edits as rows', () => {
  test('are read in order, secrets known by their path', () => {
    const rows = [
      { op: 'set', path: ['api', 'web_server'], value: 'x' },
      { op: 'set', path: ['api', 'credentials', 'secret_key'], value: 'y' },
      { op: 'unset', path: ['lab', 'word'], secret: true },
      { op: 'insert', path: ['list', 0], value: 1 },
      { op: 'move', path: ['list', 0], to: 2 },
      { op: 'rename', path: ['lab', 'password'], to: 'word' },
      { op: 'uncomment', path: ['a'] },
    ];
    expect(givenEdits(JSON.stringify(rows))).toEqual({
      ok: true,
      edits: [
        { op: 'set', path: ['api', 'web_server'], value: 'x', secret: false },
        { op: 'set', path: ['api', 'credentials', 'secret_key'], value: 'y', secret: true },
        { op: 'unset', path: ['lab', 'word'], secret: true },
        { op: 'insert', path: ['list', 0], value: number('1') },
        { op: 'move', path: ['list', 0], to: 2 },
        { op: 'rename', path: ['lab', 'password'], to: 'word', secret: true },
        { op: 'uncomment', path: ['a'] },
      ],
    });
  });

  test.each([
    ['{}', null],
    ['no json', null],
    ['[5]', 1],
    ['[{"op": "set", "path": ["a"]}]', 1],
    ['[{"op": "unset", "path": ["a"]}, {"op": "unset", "path": [0.5]}]', 2],
    ['[{"op": "move", "path": ["a", 0], "to": -1}]', 1],
    ['[{"op": "rename", "path": ["a"], "to": 1}]', 1],
    ['[{"op": "wipe", "path": ["a"]}]', 1],
  ])('%s is none (row %s)', (text, row) => {
    expect(givenEdits(text)).toEqual({ ok: false, row });
  });
});
