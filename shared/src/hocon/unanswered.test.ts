import { expect, test } from 'vitest';
import { edited, from, lines, rename, set, unset } from '../../test/edited.ts';
import type { Edit } from './document.ts';
import { parse } from './parser.ts';
import { newlyUnanswered } from './unanswered.ts';

const text = lines('e { KEY: 1, OTHER: 2 }', `a: ${from('e.KEY')}`, `b: ${from('?e.OTHER')}`, `c: ${from('HOME')}`);

const places = (edit: Edit) =>
  newlyUnanswered(parse(text), parse(edited(text, edit))).map(({ line, column, subject }) => [line, column, subject]);

test.each<[string, Edit]>([
  ['is unset', unset('e', 'KEY')],
  ['has another name', rename(['e', 'KEY'], 'NEW')],
  ['is in a section that goes', unset('e')],
])('what must be answered and %s is named with the line that refers to it', (_, edit) => {
  expect(places(edit)).toEqual([[edit.op === 'unset' && edit.path.length === 1 ? 1 : 2, 4, from('e.KEY')]]);
});

test.each<[string, Edit]>([
  ['what need not be answered', unset('e', 'OTHER')],
  ['what was not answered before', set(['d'], 1)],
  ['what is answered by another value', set(['e', 'KEY'], 5)],
])('%s is no news', (_, edit) => {
  expect(places(edit)).toEqual([]);
});
