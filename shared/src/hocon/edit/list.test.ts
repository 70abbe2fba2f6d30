import { describe, expect, it } from 'vitest';
import { append, edited, insert, lines, move, remove, set, unset } from '../../../test/edited.ts';

const documented = lines('l: [', '  # one', '  "a",  # eins', '  "b",', '  # three', '  "c"  # drei', ']');

describe('moving an item', () => {
  it('takes it along on one line', () => {
    expect(edited('l: [1, 2, 3]  # c\n', move(['l', 0], 2))).toBe('l: [2, 3, 1]  # c\n');
    expect(edited('l: [ a, b, c ]\n', move(['l', 2], 0))).toBe('l: [ c, a, b ]\n');
  });

  it('takes its comments along, and leaves no comma over', () => {
    expect(edited(documented, move(['l', 0], 2))).toBe(
      lines('l: [', '  "b",', '  # three', '  "c",  # drei', '  # one', '  "a"  # eins', ']'),
    );
    expect(edited(documented, move(['l', 2], 0))).toBe(
      lines('l: [', '  # three', '  "c",  # drei', '  # one', '  "a",  # eins', '  "b"', ']'),
    );
  });

  it('keeps the lines of an object', () => {
    const text = lines('l: [', '  {', '    a: 1  # uno', '  }', '  {', '    a: 2', '  }', ']');
    expect(edited(text, move(['l', 1], 0))).toBe(
      lines('l: [', '  {', '    a: 2', '  }', '  {', '    a: 1  # uno', '  }', ']'),
    );
  });

  it('may be followed by an edit of the item at its new place', () => {
    const text = lines('l: [', '  {', '    a: 1', '  }', '  {', '    a: 2', '  }', ']');
    expect(edited(text, move(['l', 1], 0), set(['l', 0, 'b'], 3))).toBe(
      lines('l: [', '  {', '    a: 2', '    b: 3', '  }', '  {', '    a: 1', '  }', ']'),
    );
  });

  it('and back is no change', () => {
    expect(edited(documented, move(['l', 0], 2), move(['l', 2], 0))).toBe(documented);
  });

  it('keeps line breaks of Windows', () => {
    const text = 'l: [\r\n\t"a",\r\n\t"b"\r\n]\r\n';
    expect(edited(text, move(['l', 0], 1))).toBe('l: [\r\n\t"b",\r\n\t"a"\r\n]\r\n');
  });

  it('moves between lists that a += joins', () => {
    expect(edited('l: [1, 2]\nl += [3]\n', move(['l', 2], 0))).toBe('l: [3, 1, 2]\n');
  });
});

describe('a list as a whole', () => {
  it('keeps the items that stay, with their comments', () => {
    expect(edited(documented, set(['l'], ['c', 'a']))).toBe(lines('l: [', '  # three', '  "c",  # drei', '  "a"', ']'));
  });

  it('changes what stands between equal items in place', () => {
    expect(edited(documented, set(['l'], ['a', 'x', 'c']))).toBe(documented.replace('"b"', '"x"'));
  });

  it('goes into the objects of its items', () => {
    expect(edited('l: [{a: 1, b: 2}, {a: 3}]\n', set(['l'], [{ a: 1, b: 9 }, { a: 3 }]))).toBe(
      'l: [{a: 1, b: 9}, {a: 3}]\n',
    );
  });

  it('leaves its comments when it is emptied', () => {
    const text = lines('l: [', '  # examples', '', '  1', ']');
    expect(edited(text, set(['l'], []))).toBe(lines('l: [', '  # examples', ']'));
  });

  it('can be edited further after it was given', () => {
    expect(edited('l: []\n', set(['l'], [{ a: 1 }]), set(['l', 0, 'a'], 2), append(['l'], { a: 3 }))).toBe(
      'l: [{a: 2}, {a: 3}]\n',
    );
  });
});

describe('single items', () => {
  it('are put in where they belong', () => {
    expect(edited('l: []\n', insert(['l', 0], 'x'))).toBe('l: ["x"]\n');
    expect(edited('a: 1\n', insert(['l', 0], 'x'))).toBe('a: 1\nl: ["x"]\n');
    expect(edited('l: ["a", ]\n', append(['l'], 'b'))).toBe('l: ["a", "b", ]\n');
    expect(edited('l: [\n]\n', append(['l'], { a: 1 }))).toBe(lines('l: [', '    {', '        a: 1', '    }', ']'));
    expect(edited('l: [{ a: 1 }]\n', append(['l'], { a: 2 }))).toBe('l: [{ a: 1 }, { a: 2 }]\n');
  });

  it('stay under the last comment of a list that had none', () => {
    const text = lines('l: [', '  # {', '  #   a: 1', '  # }', ']');
    expect(edited(text, append(['l'], 'x'))).toBe(lines('l: [', '  # {', '  #   a: 1', '  # }', '  "x"', ']'));
  });

  it('go with unset as with remove', () => {
    expect(edited('l: [1, 2]\n', unset('l', 0))).toBe('l: [2]\n');
    expect(edited('l: [1, 2]\n', remove('l', 0))).toBe('l: [2]\n');
  });

  it('that are objects lose members without a trace', () => {
    const text = lines('l: [', '  {', '    # about a', '    a: 1  # uno', '    b: 2', '  }', ']');
    expect(edited(text, unset('l', 0, 'a'))).toBe(lines('l: [', '  {', '    # about a', '    b: 2', '  }', ']'));
  });

  it.each([
    ['a place that is not there', set(['l', 2], 1), 'out-of-range'],
    ['a place beyond the end', insert(['l', 3], 1), 'out-of-range'],
    ['a move to nowhere', move(['l', 0], 2), 'out-of-range'],
    ['a fraction', remove('l', 0.5), 'out-of-range'],
    ['a place before the first', remove('l', -1), 'out-of-range'],
    ['a name for a place', insert(['l', 'x'], 1), 'not-a-list'],
    ['a move of a name', move(['l', 'x'], 0), 'not-a-list'],
    ['a new item for what is nothing', append(['e'], 1), 'not-a-list'],
    ['a number of something else', append(['n'], 1), 'not-a-list'],
    ['a place in something else', remove('n', 0), 'not-a-list'],
    ['an empty text', append(['l'], ''), 'empty-list-item'],
    ['a null two lists deep', append(['l'], [null]), 'null-in-nested-list'],
  ])('refuse %s', (_, edit, code) => {
    expect(edited('l: [1, 2]\nn: 5\ne: null\n', edit)).toBe(`refused: ${code}`);
  });
});
