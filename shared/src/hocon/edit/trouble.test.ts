import { describe, expect, it } from 'vitest';
import { append, edited, from, lines, remove, set, unset } from '../../../test/edited.ts';

describe('a file with problems', () => {
  it('can be edited elsewhere', () => {
    expect(edited('a: p@ss\nb: 1\n', set(['b'], 2))).toBe('a: p@ss\nb: 2\n');
    expect(edited('a { b: 1 }\nc {\n d: 2\n', set(['c', 'e'], 3))).toBe('a { b: 1 }\nc {\n d: 2\n e: 3\n');
    expect(edited('s { a: 5 } }\nb: 1\n', set(['s', 'a'], 6))).toBe('s { a: 6 } }\nb: 1\n');
  });

  it('can be edited round a placeholder that was left in it, and has a value put in its place', () => {
    const text = lines('api {', '  web: http://{HOST}:8080', '  api: http://{HOST}:8008  # c', '  key: k', '}', 'b: 1');
    expect(edited(text, set(['api', 'key'], 'x'))).toBe(text.replace(': k', ': x'));
    expect(edited(text, set(['b'], 2), set(['c'], 3))).toBe(`${text.replace('b: 1', 'b: 2')}c: 3\n`);
    expect(edited(text, set(['api', 'api'], 'http://h:8008'))).toBe(
      text.replace('http://{HOST}:8008', '"http://h:8008"'),
    );
    expect(edited(text, set(['api', 'new'], 5))).toBe(text.replace(': k', ': k\n  new: 5'));
  });

  it('keeps a closing brace and a line break behind a name that stands alone', () => {
    expect(edited('s { a: 1, b }\nc: 2\n', set(['s', 'a'], 5), set(['c'], 6))).toBe('s { a: 5, b }\nc: 6\n');
    expect(edited('s {\n  b\n  a: 1\n}\n', set(['s', 'a'], 5))).toBe('s {\n  b\n  a: 5\n}\n');
  });

  it('keeps the line behind a name without a value, which ClearML takes for the value and stumbles over', () => {
    const text = lines('a =', 'b = 2', 'c = 3');
    expect(edited(text, set(['a'], 5))).toBe(lines('a = 5', 'b = 2', 'c = 3'));
    expect(edited(text, set(['b'], 5))).toBe(lines('a =', 'b = 5', 'c = 3'));
    expect(edited(text, unset('a'))).toBe(lines('b = 2', 'c = 3'));
    expect(edited(text, unset('b'))).toBe(lines('a =', 'c = 3'));
    expect(edited(lines('a =', 'b = 2', 'c: 3'), unset('b'))).toBe('refused: would-change-others');
    expect(edited(text, set(['c'], 5))).toBe(lines('a =', 'b = 2', 'c = 5'));
  });

  it('is mended by setting the value that cannot be read', () => {
    expect(edited('a: p@ss  # c\nb: 1\n', set(['a'], 'p@ss'))).toBe('a: "p@ss"  # c\nb: 1\n');
    expect(edited('a: "x\nb: 1\n', set(['a'], 'x'))).toBe('a: "x"\nb: 1\n');
    expect(edited('s { a: p@ss, b: 1 }\n', set(['s', 'a'], 'x y'))).toBe('s { a: "x y", b: 1 }\n');
    expect(edited('l: [a, b@c]\n', set(['l', 1], 'b@c'))).toBe('l: [a, "b@c"]\n');
  });

  it('is mended by unsetting it, secrets and all', () => {
    expect(edited('a: p@ss\nb: 1\n', unset('a'))).toBe('b: 1\n');
    expect(edited('# d\na: p@ss\nb: 1\n', { op: 'unset', path: ['a'], secret: true })).toBe('# d\n# a: ""\nb: 1\n');
  });

  it('begins with a byte order mark, which stays the first sign', () => {
    expect(edited('\ufeffa: 1\n', set(['a'], 2))).toBe('\ufeffa: 2\n');
    expect(edited('\ufeff', set(['a'], 2))).toBe('\ufeffa: 2\n');
    expect(edited('\ufeff# a: 1\n', set(['a'], 2))).toBe('\ufeffa: 2\n');
    expect(edited('\ufeffa: 1\r\n', set(['b'], 2))).toBe('\ufeffa: 1\r\nb: 2\r\n');
  });
});

describe('values from elsewhere', () => {
  it('are followed by what depends on them', () => {
    expect(edited(`a: ${from('x')}\nx: 1\n`, set(['x'], 5))).toBe(`a: ${from('x')}\nx: 5\n`);
  });

  it('are replaced where they are set themselves', () => {
    expect(edited(`a: ${from('x')}/y\n`, set(['a'], 'b'))).toBe('a: "b"\n');
    expect(edited(`b: [1]\nl: ${from('b')} [2]\n`, set(['l'], [2]))).toBe('b: [1]\nl: [2]\n');
    expect(edited(`t { x: 1 }\na: ${from('t')}\n`, set(['a'], { y: 2 }))).toBe('t { x: 1 }\na: {\n    y: 2\n}\n');
    expect(edited('a: "x"\na += "y"\n', set(['a'], 'z'))).toBe('a: "x"\na: "z"\n');
  });

  it('are extended in their own definition', () => {
    expect(edited(`t { x: 1 }\na: ${from('t')}\n`, set(['a', 'y'], 2))).toBe(`t { x: 1 }\na: ${from('t')} {y: 2}\n`);
    expect(edited(`t { x: 1 }\na: ${from('t')} {z: 1}\n`, set(['a', 'x'], 2))).toBe(
      `t { x: 1 }\na: ${from('t')} {z: 1, x: 2}\n`,
    );
    expect(edited(`b: [1]\nl: ${from('b')}\n`, append(['l'], 2))).toBe(`b: [1]\nl: ${from('b')} [2]\n`);
  });

  it('cannot be edited piece by piece where they are not written', () => {
    expect(edited(`b: [1]\nl: ${from('b')}\n`, set(['l', 0], 2))).toBe('refused: computed');
    expect(edited(`t { x: 1 }\na: ${from('t')}\n`, unset('a', 'x'))).toBe('refused: computed');
    expect(edited(`a: ${from('X')}\n`, set(['a', 'b'], 2))).toBe('refused: computed');
    expect(edited(`a: ${from('X')}\n`, append(['a'], 2))).toBe('refused: computed');
    expect(edited(`t { x { y: 1 } }\na: ${from('t')}\n`, unset('a', 'x', 'y'))).toBe('refused: computed');
    expect(edited(`t { x: 1 }\nl: [${from('t')}]\n`, set(['l', 0, 'x'], 2))).toBe('refused: computed');
    expect(edited(`b: [1]\nl: ${from('b')} [2]\n`, set(['l', 0], 5))).toBe('refused: computed');
    expect(edited(`b: [1, 2]\nl: ${from('b')}\n`, remove('l', 0), append(['l'], 3))).toBe('refused: computed');
  });

  it('of an included file are joined by a block of their own', () => {
    expect(edited('include "x.conf"\n', set(['s', 'a'], 2))).toBe('include "x.conf"\ns {\n    a: 2\n}\n');
  });
});

describe('what would read differently', () => {
  it('is refused where a substitution would lead into nothing', () => {
    expect(edited(`s { a: 1 }\nb: ${from('s.a')}\n`, set(['s'], 5))).toBe('refused: would-change-others');
  });

  it('is refused where a tab in a text would move', () => {
    expect(edited('s { a: 1, b: "x\ty" }\n', set(['s', 'a'], 10))).toBe('refused: would-change-others');
  });

  it('is kept from happening at the end of a file', () => {
    expect(edited('a: 10 s', set(['b'], 1))).toBe('b: 1\na: 10 s');
    expect(edited('k.x: 10 s', set(['k', 'y'], 1))).toBe('k.y: 1\nk.x: 10 s');
    expect(edited('a: 5 d\nb: 1', unset('b'))).toBe('a: 5 d\n\n');
    expect(edited('a: b  ', set(['a'], 5))).toBe('a: 5');
  });
});

describe('line breaks and indentation', () => {
  it('are those of the file', () => {
    expect(edited('s {\r\n\ta: 1\r\n}\r\n', set(['s', 't', 'b'], 2))).toBe(
      's {\r\n\ta: 1\r\n\tt {\r\n\t\tb: 2\r\n\t}\r\n}\r\n',
    );
    expect(edited('a: 1\rb: 2\r', set(['c'], 3))).toBe('a: 1\rb: 2\rc: 3\r');
    expect(edited('a: """x\ny"""\r\nb: 1\r\n', set(['c'], 3))).toBe('a: """x\ny"""\r\nb: 1\r\nc: 3\r\n');
  });

  it('do not come doubled when a row goes', () => {
    expect(edited(lines('a: 1', '', 'b: 2', '', 'c: 3'), unset('b'))).toBe(lines('a: 1', '', 'c: 3'));
    expect(edited(lines('a: 1', '', 'b: 2', '', 'c: 3'), unset('b'), unset('c'))).toBe(lines('a: 1'));
    expect(edited('a: 1\n\nb: 2', unset('b'))).toBe('a: 1');
    expect(edited('s {\n\n  a: 1\n\n}\n', unset('s', 'a'))).toBe('s {\n\n}\n');
  });

  it('set a new block off as the others are', () => {
    const text = lines('s {', '    a: 1', '', '    # about t', '    t {', '        b: 1', '    }', '}');
    expect(edited(text, set(['s', 'u', 'c'], 1))).toBe(
      lines(
        's {',
        '    a: 1',
        '',
        '    # about t',
        '    t {',
        '        b: 1',
        '    }',
        '',
        '    u {',
        '        c: 1',
        '    }',
        '}',
      ),
    );
  });

  it('of JSON come with quotes and commas', () => {
    expect(edited('{\n  "a": {\n    "b": 1\n  }\n}\n', set(['c'], { d: 1, e: { f: 2 } }))).toBe(
      lines(
        '{',
        '  "a": {',
        '    "b": 1',
        '  },',
        '  "c": {',
        '    "d": 1,',
        '    "e": {',
        '      "f": 2',
        '    }',
        '  }',
        '}',
      ),
    );
  });
});
