import { describe, expect, it } from 'vitest';
import { append, edited, from, lines, remove, set, unset } from '../../../test/edited.ts';
import { fromJson } from '../value.ts';
import { applyEdits } from './apply.ts';

describe('edits are worked out together', () => {
  it('there and back is no change', () => {
    const text = lines('s {', '    # a: 1', '    b: 2', '}');
    expect(edited(text, set(['s', 'a'], 5), unset('s', 'a'))).toBe(text);
    expect(edited(text, unset('s', 'b'), set(['s', 'b'], 2))).toBe(text);
    expect(edited(text, set(['t', 'u'], { v: 1 }), unset('t'))).toBe(text);
    expect(edited(text, set(['s'], 5), set(['s'], { b: 2 }))).toBe(text);
  });

  it('an append taken back is no change', () => {
    expect(edited('l: [1]  # c\n', append(['l'], 2), remove('l', 1))).toBe('l: [1]  # c\n');
  });

  it('settings of a new section come in their order', () => {
    expect(edited('a: 1\n', set(['s', 'x'], 1), set(['s', 't', 'y'], 2), set(['s', 'z'], 3))).toBe(
      lines('a: 1', 's {', '    x: 1', '    t {', '        y: 2', '    }', '    z: 3', '}'),
    );
  });

  it('a row may go and another come in the same braces', () => {
    expect(edited('s { a: 1 }\n', unset('s', 'a'), set(['s', 'b'], 2))).toBe('s { b: 2 }\n');
    expect(edited('s { a: 1, b: 2 }\n', unset('s', 'b'), set(['s', 'c'], 3))).toBe('s { a: 1, c: 3 }\n');
    expect(edited(lines('s {', '  a: 1,', '  b: 2', '}'), unset('s', 'b'), set(['s', 'c'], 3))).toBe(
      lines('s {', '  a: 1,', '  c: 3', '}'),
    );
  });

  it('a comment switched on and a new row share the commas', () => {
    const text = lines('s {', '  # d: 4', '  a: 1,', '  b: 2', '  # c: 3', '}');
    expect(edited(text, set(['s', 'c'], 3), set(['s', 'd'], 5), set(['s', 'e'], 6))).toBe(
      lines('s {', '  d: 5,', '  a: 1,', '  b: 2,', '  e: 6,', '  c: 3', '}'),
    );
  });

  it('none is carried out if one is refused, which is named', () => {
    const outcome = applyEdits('a: 1\nb: 2\n', [
      { op: 'set', path: ['a'], value: 3 },
      { op: 'set', path: ['b', 'c'], value: 3 },
    ]);
    expect(outcome).toEqual({ ok: false, code: 'through-scalar', index: 1, path: ['b', 'c'], detail: 'b' });
  });

  it('the refused one is found among those that only fail in the text', () => {
    const outcome = applyEdits(`a: ${from('t')}\nt { x: 1 }\n`, [
      { op: 'set', path: ['t', 'y'], value: 3 },
      { op: 'unset', path: ['a', 'x'] },
      { op: 'set', path: ['b'], value: fromJson([1]) },
    ]);
    expect(outcome).toMatchObject({ ok: false, code: 'computed', index: 1 });
  });
});

describe('an object as a whole', () => {
  it('loses the members that are not named, keeps the rest and the comments', () => {
    const text = lines('environment {', '    # proxies', '    HTTP: "x"  # old', '', '    B: 2', '}');
    expect(edited(text, set(['environment'], { B: 2, 'C.D': 'y' }))).toBe(
      lines('environment {', '    # proxies', '    # HTTP: "x"  # old', '', '    B: 2', '    "C.D": "y"', '}'),
    );
  });

  it('that is emptied keeps its braces', () => {
    expect(edited('s { a: 1, b: 2 }\n', set(['s'], {}))).toBe('s { }\n');
    expect(edited('a: 1\n', set(['s'], {}))).toBe('a: 1\ns {}\n');
  });

  it('takes the place of a text, and of other definitions it would clash with', () => {
    expect(edited('s: 5\n', set(['s'], { a: 1 }))).toBe('s: {\n    a: 1\n}\n');
    expect(edited('s: 4\ns: 5\n', set(['s'], { a: 1 }))).toBe('s: {\n    a: 1\n}\n');
    expect(edited('s: null\n', set(['s', 'a'], 1))).toBe('s: {\n    a: 1\n}\n');
  });

  it('gives way to a text with all its dotted lines', () => {
    expect(edited('s.a: 1\ns.b: 2\nt: 3\n', set(['s'], 5))).toBe('s: 5\nt: 3\n');
    expect(edited('s { a: 1 }\ns.b: 2\n', set(['s'], 5))).toBe('s: 5\n');
  });
});

describe('paths', () => {
  it.each([
    ['an empty path', set([], 1), 'empty-path'],
    ['a path through a number', set(['a', 'b'], 1), 'through-scalar'],
    ['a key that has no spelling', set(['b"c'], 1), 'unwritable-key'],
    ['a section with such a key', set(['s', '', 'x'], 1), 'unwritable-key'],
    [
      'too many levels',
      set(
        Array.from({ length: 31 }, (_, at) => `k${at}`),
        1,
      ),
      'too-deep',
    ],
  ])('refuses %s', (_, edit, code) => {
    expect(edited('a: 1\n', edit)).toBe(`refused: ${code}`);
  });

  it('of what is not there can be unset, which is no change', () => {
    expect(edited('a: 1\n', unset('b', 'c'))).toBe('a: 1\n');
  });

  it('do not lead into a file that is a list', () => {
    expect(edited('[1]\n', set(['a'], 1))).toBe('refused: not-settings');
    expect(applyEdits('[1]\n', [])).toEqual({ ok: false, code: 'not-settings', index: 0, path: [] });
  });

  it('say which of them is in the way', () => {
    expect(applyEdits('a.b: 1\n', [set(['a', 'b', 'c'], 1)])).toMatchObject({ code: 'through-scalar', detail: 'a.b' });
    expect(applyEdits('', [set([], 1)])).toEqual({ ok: false, code: 'empty-path', index: 0, path: [] });
    expect(applyEdits('a: 10 s', [set(['a', 'b'], 1)])).toMatchObject({ code: 'through-scalar', detail: 'a' });
  });
});

describe('a secret', () => {
  const secret = true;

  it.each([
    ['# doc\ns.p: ab#cd\n', '# doc\n# s.p: ""\n'],
    ['# doc\ns.p: ab#cd # ef\r\nx: 1\r\n', '# doc\n# s.p: ""\r\nx: 1\r\n'],
    ['s {\n  p: ab#cd\n}\n', 's {\n  # p: ""\n}\n'],
    ['s { p: ab#cd\n}\n', 's { \n}\n'],
    ['# doc\ns.p: ab # why\n', '# doc\n# s.p: "" # why\n'],
  ])('leaves nothing behind of what # cuts off: %j', (text, expected) => {
    expect(edited(text, { op: 'unset', path: ['s', 'p'], secret })).toBe(expected);
  });

  it.each([
    ['s.p: ab#cd\n', 's.p: new\n'],
    ['s.p = ab#cd # ef\r\nx: 1\r\n', 's.p = new\r\nx: 1\r\n'],
    ['s { p: 5#ef\n}\n', 's { p: "new"\n}\n'],
    ['s { p: ab@cd#ef\n}\n', 's { p: new\n}\n'],
    ['s.p: ab # why\n', 's.p: new # why\n'],
    ['s.p: "ab"#why\n', 's.p: "new"#why\n'],
  ])('leaves nothing behind of what # cut off, when it is changed: %j', (text, expected) => {
    expect(edited(text, { op: 'set', path: ['s', 'p'], value: 'new', secret })).toBe(expected);
  });

  it('in a list leaves nothing behind either', () => {
    const text = lines('l: [', '  ab#cd', '  ef # why', ']');
    expect(edited(text, { op: 'set', path: ['l', 0], value: 'x', secret })).toBe(
      lines('l: [', '  x', '  ef # why', ']'),
    );
  });

  it('that is none keeps its comment', () => {
    expect(edited('s.p: ab#cd\n', set(['s', 'p'], 'new'))).toBe('s.p: new#cd\n');
  });

  it('does not stay behind in a comment, nor in an earlier definition', () => {
    const text = lines('s {', '  # the password', '  p: "old"', '  # again', '  p: "hunter2"  # mine', '}');
    expect(edited(text, { op: 'unset', path: ['s', 'p'], secret })).toBe(
      lines('s {', '  # the password', '  # p: ""', '  # again', '  # p: ""  # mine', '}'),
    );
  });

  it('covers all that lies below it', () => {
    const text = lines('s {', '  # login', '  c {"k": "a", "s": "b"}', '}', 't: 1  # c');
    expect(edited(text, { op: 'unset', path: ['s', 'c'], secret })).toBe(
      lines('s {', '  # login', '  # c {}', '}', 't: 1  # c'),
    );
    const block = lines('# login', 'c {', '  # the key', '  k: "a"', '}');
    expect(edited(block, { op: 'set', path: ['c'], value: new Map(), secret })).toBe(
      lines('# login', 'c {', '  # the key', '  # k: ""', '}'),
    );
  });
});
