import type { Edit } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../draft/outcome.ts';
import type { Happening } from './happening.ts';
import { reduce } from './reducer.ts';
import type { LoadedFile } from './session.ts';
import { after, context, edit, file, outside, typed, working } from './stage.ts';

describe('a change from outside', () => {
  const found: Happening = { type: 'found-outside', opening: { kind: 'document', file: outside }, known: 'r1' };

  it('is taken over quietly when nothing was done', () => {
    expect(working(found)).toMatchObject({ phase: 'editing', file: outside, notice: { kind: 'reloaded' } });
  });

  it('is a conflict when something was, and loses none of it', () => {
    const session = working(typed, found);
    expect(session.phase).toBe('conflicted');
    expect(session.timeline.draft.edits).toEqual([edit]);
  });

  it('is no change when the text is the same', () => {
    const same: LoadedFile = { text: file.text, revision: 'r2' };
    const session = working(typed, { type: 'found-outside', opening: { kind: 'document', file: same }, known: 'r1' });
    expect(session).toMatchObject({ phase: 'editing', file: same });
  });

  it('takes the edits along when they are kept', () => {
    const session = working(typed, found, { type: 'kept-mine' });
    expect(session).toMatchObject({ phase: 'editing', file: outside });
    expect(session.timeline.draft).toEqual({ base: outside.text, edits: [edit] });
  });

  it('drops the edits when the file is taken, and undo gives them back', () => {
    const session = working(typed, found, { type: 'took-theirs' });
    expect(session.timeline.draft).toEqual({ base: outside.text, edits: [] });
    expect(reduce(session, { type: 'undone' })).toMatchObject({
      timeline: { draft: { base: outside.text, edits: [edit] } },
    });
  });

  it('leaves no draft on the old text, which would undo it under the new revision', () => {
    const other: Edit = { op: 'set', path: ['api', 'web_server'], value: 'http://localhost:8080' };
    const kept = working(typed, { type: 'edited', edits: [other], visit: null }, found, { type: 'kept-mine' });
    const drafts = [kept.timeline.draft, ...kept.timeline.past, ...kept.timeline.future];
    expect(drafts.map(({ base }) => base)).toEqual(drafts.map(() => outside.text));
    expect(reduce(kept, { type: 'undone' })).toMatchObject({ timeline: { draft: { edits: [edit] } } });
  });

  it('keeps what was saved before and then undone', () => {
    const { text } = outcomeOf({ base: file.text, edits: [edit] });
    const saved: LoadedFile = { text, revision: 'r3' };
    const later: LoadedFile = { text: `# seen\n${text}`, revision: 'r4' };
    const session = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'saved', file: saved, changes: { settings: 1, readers: ['sdk'] } },
      { type: 'undone' },
      { type: 'undone' },
      { type: 'found-outside', opening: { kind: 'document', file: later }, known: 'r3' },
      { type: 'kept-mine' },
    );
    expect(outcomeOf(session.timeline.draft).text).toBe(`# seen\n${file.text}`);
  });

  it('is said of the lists whose entries may be others now', () => {
    const list = { text: 'sdk.aws.s3.credentials: [{ host: "a" }]\n', revision: 'r1' };
    const path = ['sdk', 'aws', 's3', 'credentials'];
    const session = after(
      { type: 'opened', context, opening: { kind: 'document', file: list } },
      { type: 'edited', edits: [{ op: 'remove', path: [...path, 0] }], visit: null },
      found,
      { type: 'kept-mine' },
    );
    expect(session).toMatchObject({ notice: { kind: 'left', lists: [path] }, timeline: { draft: { edits: [] } } });
  });

  it('is nothing new while it is asked what to do with it', () => {
    const session = working(typed, found);
    expect(reduce(session, found)).toBe(session);
  });

  it('is no change when it was looked for before the save', () => {
    const saved: LoadedFile = { text: 'api { x: 2 }\n', revision: 'r3' };
    const session = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'saved', file: saved, changes: { settings: 1, readers: ['sdk'] } },
    );
    expect(reduce(session, found)).toBe(session);
  });

  it('goes away when the file is back as it was', () => {
    expect(
      working(typed, found, { type: 'found-outside', opening: { kind: 'document', file }, known: 'r1' }).phase,
    ).toBe('editing');
  });

  it('is a save that nobody heard of, when it is the very text of the draft', () => {
    const { text } = outcomeOf({ base: file.text, edits: [edit] });
    const opening = { kind: 'document', file: { text, revision: 'r2' } } as const;
    const session = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'unanswered' },
      { type: 'found-outside', opening, known: 'r1' },
    );
    expect(session).toMatchObject({
      phase: 'editing',
      file: { text, revision: 'r2' },
      timeline: { draft: { base: text, edits: [] } },
    });
  });

  it('may be that the file is gone: what was typed stays and can be saved as a new file', () => {
    const session = working(
      typed,
      { type: 'found-outside', opening: { kind: 'missing' }, known: 'r1' },
      { type: 'kept-mine' },
    );
    expect(session).toMatchObject({ phase: 'editing', file: { text: '', revision: null } });
    expect(session.timeline.draft.base).toBe(file.text);
  });

  it('is not looked at while saving', () => {
    expect(working(typed, { type: 'reviewed' }, { type: 'saving' }, found).phase).toBe('saving');
  });
});
