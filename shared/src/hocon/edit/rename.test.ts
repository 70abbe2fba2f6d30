import { describe, expect, it } from 'vitest';
import { edited, from, lines, remove, rename, set, uncomment, unset } from '../../../test/edited.ts';
import { applyEdits } from './apply.ts';

describe('a name is not given', () => {
  it('where another setting has it', () => {
    const outcome = applyEdits('e { A: 1, B: 2 }\n', [{ op: 'rename', path: ['e', 'A'], to: 'B' }]);
    expect(outcome).toEqual({ ok: false, code: 'already-set', index: 0, path: ['e', 'A'], detail: 'e.B' });
  });

  it('that ClearML could not read back', () => {
    for (const name of ['', 'a"b', 'a\tb', 'a\nb', '\\']) {
      expect(edited('e { A: 1 }\n', rename(['e', 'A'], name))).toBe('refused: unwritable-key');
    }
    expect(edited('e.A: 1\n', rename(['e', 'A'], 'x.y'))).toBe('refused: unwritable-key');
  });

  it('to what is not there, or is no setting', () => {
    expect(edited('e { A: 1 }\n', rename(['e', 'X'], 'Y'))).toBe('refused: not-found');
    expect(edited('e: [1]\n', rename(['e', 0], 'Y'))).toBe('refused: not-found');
    expect(edited('e: 1\n', rename(['e', 'A'], 'Y'))).toBe('refused: not-found');
    expect(edited(`e: ${from('X')}\n`, rename(['e', 'A'], 'Y'))).toBe('refused: computed');
  });

  it('to what another place of the file gives', () => {
    expect(edited(`t { A: 1 }\ne: ${from('t')}\n`, rename(['e', 'A'], 'B'))).toBe('refused: computed');
    expect(edited(`t { A: 1 }\ne: ${from('t')} { A: 2 }\n`, rename(['e', 'A'], 'B'))).toBe(
      'refused: would-not-read-back',
    );
  });
});

describe('a name stays', () => {
  it.each([
    ['to what it stood on', lines('e {', '  A: [1]', `  A: ${from('e.A')} [2]`, '}')],
    ['to a part of itself', lines('e {', `  A { x: 1, y: ${from('e.A.x')} }`, '}')],
    ['to the whole of it, if there is one', lines('e.A: x', `e.A: ${from('?e.A')}" y"`)],
  ])('where the value refers %s, as it would find that no more', (_, text) => {
    expect(edited(text, rename(['e', 'A'], 'B'))).toBe('refused: computed');
  });

  it('but not where it refers to another of the section', () => {
    const text = lines('e {', '  AB: 1', `  A: ${from('e.AB')}`, '}');
    expect(edited(text, rename(['e', 'A'], 'B'))).toBe(text.replace('A: $', 'B: $'));
  });
});

describe('a new name', () => {
  it('is no change where it is the one it has', () => {
    expect(edited('e { A: 1 }\n', rename(['e', 'A'], 'A'))).toBe('e { A: 1 }\n');
  });

  it('goes to the definitions that are dead as well', () => {
    expect(edited('e: { A: 1 }\ne: 5\ne: { A: 2 }\n', rename(['e', 'A'], 'B'))).toBe(
      'e: { B: 1 }\ne: 5\ne: { B: 2 }\n',
    );
  });

  it('is followed by what is changed behind it', () => {
    const text = lines('f {', '  # the first', '  x {', '    path: "p"  # where', '  }', '}');
    expect(edited(text, rename(['f', 'x'], 'y'), set(['f', 'y', 'path'], 'q'), set(['f', 'y', 'mode'], 6))).toBe(
      lines('f {', '  # the first', '  y {', '    path: "q"  # where', '    mode: 6', '  }', '}'),
    );
    expect(edited(text, rename(['f', 'x'], 'y'), rename(['f', 'y', 'path'], 'to'))).toBe(
      lines('f {', '  # the first', '  y {', '    to: "p"  # where', '  }', '}'),
    );
    expect(edited(text, rename(['f', 'x'], 'y'), remove('f', 'y'))).toBe(lines('f {', '  # the first', '}'));
  });

  it('of a section with a dotted name is followed as well', () => {
    const text = lines('g.s {', '  # the first', '  a: 1', '}');
    expect(edited(text, rename(['g'], 'x'), set(['x', 's', 'a'], 5), set(['x', 'n'], 2))).toBe(
      lines('x.s {', '  # the first', '  a: 5', '}', 'x.n: 2'),
    );
    expect(edited(text, set(['g', 'n'], 2), rename(['g'], 'x'), unset('x', 's', 'a'))).toBe(
      lines('x.s {', '  # the first', '  # a: 1', '}', 'x.n: 2'),
    );
    expect(edited(lines('a.b.c: 1', 'a.b.d: 2'), rename(['a', 'b'], 'x'), unset('a', 'x', 'c'))).toBe(
      lines('a.x.d: 2'),
    );
    expect(edited(text, rename(['g'], 'x'), set(['x', 'n'], 2), rename(['x'], 'g'))).toBe(
      edited(text, set(['g', 'n'], 2)),
    );
  });

  it('is not given to what refers to it, as nothing is where a setting goes', () => {
    const text = `e { A: 1 }\nx: ${from('e.A')}\n`;
    expect(edited(text, rename(['e', 'A'], 'B'))).toBe(`e { B: 1 }\nx: ${from('e.A')}\n`);
    expect(edited(text, unset('e', 'A'))).toBe(`e { }\nx: ${from('e.A')}\n`);
  });

  it('takes the place of a setting that goes', () => {
    expect(edited(lines('e {', '  A: 1', '  B: 2', '}'), unset('e', 'B'), rename(['e', 'A'], 'B'))).toBe(
      lines('e {', '  B: 1', '}'),
    );
  });

  it('can be given to what was switched on', () => {
    const text = lines('e {', '  # A: 1', '}');
    expect(edited(text, uncomment('e', 'A'), rename(['e', 'A'], 'B'))).toBe(lines('e {', '  B: 1', '}'));
  });
});
