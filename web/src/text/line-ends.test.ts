import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { fc } from '../../../shared/test/random.ts';
import { keepLineEnds } from './line-ends.ts';
import { fromElsewhere } from './read.ts';

const stateOf = (text: string) => EditorState.create({ doc: text, extensions: keepLineEnds });
const textAfter = (text: string, ...specs: readonly TransactionSpec[]) =>
  specs.reduce((state, spec) => state.update(spec).state, stateOf(text)).doc.toString();

describe('lines end as they do in the file', () => {
  test('a text is in the editor as it is in the file', () => {
    for (const text of ['a\nb\n', 'a\r\nb\r\n', 'a\rb', '\r\r\n\n\r', ''])
      expect(stateOf(text).doc.toString()).toBe(text);
  });

  test.each([
    ['a new line takes the end of its neighbours', 'a\r\nb\r\n', { from: 1, insert: '\nx' }, 'a\r\nx\r\nb\r\n'],
    ['in a file without carriage returns too', 'a\nb\n', { from: 1, insert: '\r\nx' }, 'a\nx\nb\n'],
    ['a new last line goes by the one before', 'a\r\nb', { from: 4, insert: '\n' }, 'a\r\nb\r\n'],
    ['the first line end of all is a plain one', 'a', { from: 1, insert: '\r\n' }, 'a\n'],
    ['deleted backwards, a line end goes whole', 'a\r\nb', { from: 2, to: 3 }, 'ab'],
    ['deleted forwards, a line end goes whole', 'a\r\nb', { from: 1, to: 2 }, 'ab'],
    ['nothing comes between its two signs', 'a\r\nb', { from: 2, insert: 'x' }, 'ax\r\nb'],
    ['a lone carriage return is a sign like any other', 'a\rb', { from: 1, to: 2 }, 'ab'],
  ])('%s', (_, text, changes, after) => expect(textAfter(text, { changes })).toBe(after));

  test('the caret never stands between the two signs of a line end', () => {
    const { state } = stateOf('a\r\nb').update({ selection: { anchor: 2 } });
    expect(state.selection.main.head).toBe(1);
  });

  test('what comes from elsewhere is left as it is', () => {
    const changes = { from: 1, insert: '\nx' };
    expect(textAfter('a\r\nb', { changes, annotations: fromElsewhere.of(true) })).toBe('a\nx\r\nb');
  });

  test('whatever is typed and deleted, a file keeps its one kind of line end', () => {
    const step = fc.record({ at: fc.nat(), length: fc.nat(4), insert: fc.constantFrom('', 'x', '\n', 'y\nz', '\r\n') });
    const run = fc.property(fc.constantFrom('\n', '\r\n'), fc.array(step, { maxLength: 30 }), (end, steps) => {
      let state = stateOf(['first', '', 'third', ''].join(end));
      for (const { at, length, insert } of steps) {
        const from = at % (state.doc.length + 1);
        state = state.update({ changes: { from, to: Math.min(state.doc.length, from + length), insert } }).state;
        const ends = new Set(state.doc.toString().match(/\r\n|\r|\n/g));
        expect(ends.size).toBeLessThanOrEqual(1);
        expect(ends).not.toContain('\r');
      }
    });
    fc.assert(run, { numRuns: 500 });
  });
});
