import { describe, expect, it } from 'vitest';
import { edited, lines, remove, set, uncomment, unset } from '../../../test/edited.ts';

const containers = lines(
  'azure.storage {',
  '    # where blobs live',
  '    # containers: [',
  '    #     {',
  '    #         account_name: "x"  # the account',
  '    #         # container_name:',
  '    #     }',
  '    # ]',
  '}',
);

const switched = lines(
  'azure.storage {',
  '    # where blobs live',
  '    containers: [',
  '        {',
  '            account_name: "x"  # the account',
  '            # container_name:',
  '        }',
  '    ]',
  '}',
);

const path = ['azure', 'storage', 'containers'];

describe('switching on a commented-out block', () => {
  it('takes out the marker and one blank of each line', () => {
    expect(edited(containers, uncomment(...path))).toBe(switched);
  });

  it('makes it ordinary for the edits that follow', () => {
    expect(edited(containers, uncomment(...path), set([...path, 0, 'account_name'], 'y'))).toBe(
      switched.replace('"x"', '"y"'),
    );
  });

  it('and taking it out again is no change', () => {
    expect(edited(containers, uncomment(...path), set([...path, 0, 'account_name'], 'y'), unset(...path))).toBe(
      containers,
    );
  });

  it('and taking it out again is no change, whatever else is edited in between', () => {
    const text = `a: 1\n${containers}`;
    expect(edited(text, uncomment(...path), set(['a'], 2), unset(...path))).toBe(`a: 2\n${containers}`);
    expect(edited(text, uncomment(...path), set(['a'], 2), unset('azure'))).toBe('a: 2\n');
  });

  it('works for one line, a section and markers in the first column', () => {
    expect(edited('s {\n    # a: [1]  # c\n}\n', uncomment('s', 'a'))).toBe('s {\n    a: [1]  # c\n}\n');
    expect(edited(lines('#a {', '#  b: 1', '#}'), uncomment('a'))).toBe(lines('a {', '  b: 1', '}'));
    expect(edited(lines('s {', '    x: 1', '#    a {', '#        b: 1', '#    }', '}'), uncomment('s', 'a'))).toBe(
      lines('s {', '    x: 1', '    a {', '        b: 1', '    }', '}'),
    );
  });

  it('gives the neighbours the commas they need', () => {
    const text = lines('s {', '  x: 1,', '  y: 2', '  # a {', '  #   b: 1', '  # }', '}');
    expect(edited(text, uncomment('s', 'a'))).toBe(lines('s {', '  x: 1,', '  y: 2,', '  a {', '    b: 1', '  }', '}'));
  });

  it('keeps line breaks of Windows', () => {
    expect(edited('s {\r\n\t# a {\r\n\t#   b: 1\r\n\t# }\r\n}\r\n', uncomment('s', 'a'))).toBe(
      's {\r\n\ta {\r\n\t  b: 1\r\n\t}\r\n}\r\n',
    );
  });

  it.each([
    ['nothing of that name', 's {\n}\n', 'not-found'],
    ['prose', 's {\n  # a: says the other file\n}\n', 'not-found'],
    ['a line inside another block', 's {\n  # b {\n  #   a: 1\n  # }\n}\n', 'not-found'],
    ['two that could be meant', 's {\n  # a: 1\n  # a: 2\n}\n', 'ambiguous'],
    ['what is set already', 's {\n  # a: 1\n  a: 2\n}\n', 'already-set'],
    ['what would break the file', 's {\n  # a: [1\n  # }\n}\n', 'not-found'],
  ])('refuses %s', (_, text, code) => {
    expect(edited(text, uncomment('s', 'a'))).toBe(`refused: ${code}`);
  });
});

describe('switching on a commented-out item', () => {
  const text = lines('l: [', '  # {', '  #   a: 1', '  # },', '  # {', '  #   a: 2', '  # }', ']');

  it('takes the first of those that stand at the place', () => {
    expect(edited(text, uncomment('l', 0))).toBe(
      lines('l: [', '  {', '    a: 1', '  }', '  # {', '  #   a: 2', '  # }', ']'),
    );
  });

  it('counts on from the items that are there', () => {
    expect(edited(text, uncomment('l', 0), uncomment('l', 1))).toBe(
      lines('l: [', '  {', '    a: 1', '  }', '  {', '    a: 2', '  }', ']'),
    );
  });

  it('counts them after the edits that were made before', () => {
    const items = lines('l: [', '  # {a: 1}', '  {b: 2}', ']');
    expect(edited(items, remove('l', 0), uncomment('l', 0))).toBe('refused: not-found');
    expect(edited(items, set(['l', 0, 'b'], 3), uncomment('l', 5))).toBe('refused: not-found');
    expect(edited(items, set(['l', 9], 3), uncomment('l', 0))).toBe('refused: out-of-range');
  });

  it('and removing it again is no change', () => {
    expect(edited(text, uncomment('l', 0), set(['l', 0, 'a'], 5), remove('l', 0))).toBe(text);
  });

  it.each([
    ['prose', 'l: [\n  # one per line\n]\n'],
    ['prose with brackets', 'l: [\n  # see {x] for more\n]\n'],
    ['two on one line', 'l: [\n  # {a: 1}, {a: 2}\n]\n'],
    ['what is joined', 'l: [\n  # {a: 1} ${x}\n]\n'],
    ['what stands before an item', 'l: [\n  # {a: 1}\n  1\n  2\n]\n'],
    ['the list that another one joins', 'l: [\n  # {a: 1}\n]\nl: ${l} [\n  # {a: 1}\n]\n'],
    ['what is no list', 'l: 5\n# {a: 1}\n'],
  ])('passes %s by', (_, other) => {
    const place = other.includes('  2') ? 2 : 0;
    expect(edited(other, uncomment('l', place))).toBe('refused: not-found');
  });

  it.each([
    ['beyond the list', ['l', 1]],
    ['below what is not there', ['m', 'n']],
    ['below a place that is not there', ['l', 0, 'a']],
    ['below a place in something else', ['k', 0, 'a']],
    ['below a place in nothing', ['m', 0, 'a']],
  ])('finds nothing %s', (_, path) => {
    expect(edited(`${text}k: 5\n`, uncomment(...path))).toBe('refused: not-found');
  });
});
