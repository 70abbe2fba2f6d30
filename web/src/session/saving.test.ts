import type { Edit } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import type { LoadedFile } from '../draft/loaded-file.ts';
import { reduce } from './reducer.ts';
import { after, context, edit, file, outside, typed, working } from './stage.ts';

describe('a save', () => {
  it('goes from edit to review to save and is then as new', () => {
    const saved: LoadedFile = { text: 'api { x: 2 }\n', revision: 'r2' };
    const session = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'saved', file: saved, changes: { settings: 1, readers: ['sdk'] } },
    );
    expect(session).toMatchObject({
      phase: 'editing',
      file: saved,
      notice: { kind: 'saved', settings: 1, readers: ['sdk'] },
    });
    expect(session.timeline.draft).toEqual({ base: saved.text, edits: [] });
  });

  it('can undo what was saved', () => {
    const session = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'saved', file: outside, changes: { settings: 1, readers: ['sdk'] } },
      { type: 'undone' },
    );
    expect(session.timeline.draft).toEqual({ base: file.text, edits: [edit] });
  });

  it('saves nothing that was not reviewed', () => {
    expect(working(typed, { type: 'saving' }).phase).toBe('editing');
  });

  it('changes nothing while it saves', () => {
    const saving = working(typed, { type: 'reviewed' }, { type: 'saving' });
    for (const type of ['undone', 'redone', 'discarded'] as const) expect(reduce(saving, { type })).toBe(saving);
    expect(reduce(saving, typed)).toBe(saving);
  });

  it('says when there is no answer for a while, and nothing of it once there is one', () => {
    const saving = working(typed, { type: 'reviewed' }, { type: 'saving' });
    const waiting = reduce(saving, { type: 'waiting' });
    expect(waiting).toMatchObject({ phase: 'saving', notice: { kind: 'waiting' } });
    expect(reduce(waiting, { type: 'dismissed' })).toMatchObject({ phase: 'saving', notice: null });
    const late = reduce(waiting, { type: 'not-saved', code: 'disk-full' });
    expect(late).toMatchObject({ phase: 'reviewing', notice: { kind: 'not-saved' } });
    expect(reduce(late, { type: 'waiting' })).toBe(late);
  });

  it('that is sent again and finds its own text in the file was written by the try before', () => {
    const again = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'unanswered' },
      { type: 'saving' },
      { type: 'not-saved', code: 'changed-on-disk' },
    );
    const written = { text: again.sent ?? '', revision: 'r9' };
    const opening = { kind: 'document', file: written } as const;
    expect(reduce(again, { type: 'found-outside', known: file.revision, opening })).toMatchObject({
      phase: 'editing',
      file: written,
      notice: { kind: 'written' },
      sent: null,
    });
  });

  it('asks a second time for a text that ClearML could not read', () => {
    const refused = working(typed, { type: 'reviewed' }, { type: 'saving' }, { type: 'refused', problems: [] });
    expect(refused.phase).toBe('refused');
    expect(reduce(refused, { type: 'saving' }).phase).toBe('saving');
    expect(reduce(refused, { type: 'returned' }).phase).toBe('editing');
  });

  it.each([
    ['typed', { type: 'edited', edits: [{ ...edit, value: 'x' }], visit: null }],
    ['undone', { type: 'undone' }],
    ['taken back', { type: 'dropped', path: edit.path }],
  ] as const)('asks anew about a text that ClearML could not read once something is %s', (_, happening) => {
    const refused = working(typed, { type: 'reviewed' }, { type: 'saving' }, { type: 'refused', problems: [] });
    expect(reduce(refused, happening)).toMatchObject({ phase: 'reviewing' });
  });

  it('keeps what could not be written as unsaved after the save', () => {
    const scalar: LoadedFile = { text: 'sdk.development: true\n', revision: 'r1' };
    const saved: LoadedFile = { text: `${scalar.text}api { x: 1 }\n`, revision: 'r2' };
    const beyond: Edit = { op: 'set', path: ['sdk', 'development', 'support_stopping'], value: false };
    const session = after(
      { type: 'opened', context, opening: { kind: 'document', file: scalar } },
      { type: 'edited', edits: [beyond], visit: null },
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'saved', file: saved, changes: { settings: 1, readers: ['sdk'] } },
    );
    expect(session).toMatchObject({ phase: 'editing', timeline: { draft: { base: saved.text, edits: [beyond] } } });
  });
});
