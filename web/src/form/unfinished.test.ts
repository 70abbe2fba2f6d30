import { describe, expect, it } from 'vitest';
import { draftOf, withEdits } from '../draft/draft.ts';
import { outcomeOf } from '../draft/outcome.ts';
import { type HeldRows, isUnfinished, unfinishedOf, withUnfinished } from './unfinished.ts';
import { heldText } from './value.ts';

const file = 'api: 5\nsdk.metrics.file_history_size: 12\n';
const draft = withEdits(draftOf(file), [
  { op: 'set', path: ['sdk', 'metrics', 'file_history_size'], value: { kind: 'number', source: '72.0' } },
  { op: 'set', path: ['api', 'api_server'], value: 'http://h' },
  {
    op: 'set',
    path: ['api', 'http', 'sizes'],
    value: [1n, { kind: 'number', source: '1.50' }, new Map([['a', true]])],
  },
  { op: 'unset', path: ['api', 'credentials', 'secret_key'], secret: true },
  { op: 'rename', path: ['api', 'x'], to: 'y' },
]);
const held: HeldRows = [['sdk.metrics.matplotlib_size', heldText('12x', { kind: 'number', source: '5' })]];

/** As it comes back from where it is kept. */
function kept(found: unknown): unknown {
  return JSON.parse(JSON.stringify(found));
}

describe('what stands in no text', () => {
  it('is nothing where all of a draft does', () => {
    expect(unfinishedOf(draft, outcomeOf(draft).text, false, [])).toBeNull();
  });

  it('comes back as it was: refused edits as edits, and what is no value yet', () => {
    const { text, refusals } = outcomeOf(draft);
    const found = kept(unfinishedOf(draft, text, true, held));
    expect(isUnfinished(found)).toBe(true);
    if (!isUnfinished(found)) return;
    expect(found.held).toEqual(held);
    const again = outcomeOf(withUnfinished(draftOf(text), found));
    expect(again.text).toBe(text);
    expect(again.refusals.map(({ code, path }) => [code, path])).toEqual(
      refusals.map(({ code, path }) => [code, path]),
    );
    expect(again.refusals).toHaveLength(4);
  });

  it.each([
    null,
    {},
    { refused: [] },
    { refused: [{ op: 'set', path: 'api' }], held: [] },
    { refused: [{ op: 'set', path: ['api'], value: { kind: 'map', rows: 5 } }], held: [] },
    { refused: [], held: [['a', { kind: 'held', typed: 5 }]] },
    { refused: [], held: [['a', { kind: 'number' }]] },
    { refused: [], held: ['a'] },
  ])('is not read from %j', (found) => {
    expect(isUnfinished(found)).toBe(false);
  });

  it('leaves out what makes no edit', () => {
    const found: unknown = {
      refused: [
        { op: 'set', path: ['a'] },
        { op: 'wipe', path: ['a'] },
      ],
      held: [],
    };
    expect(isUnfinished(found) && withUnfinished(draftOf(file), found)).toEqual(draftOf(file));
  });
});
