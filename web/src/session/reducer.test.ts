import type { DocumentContext, Edit } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../draft/outcome.ts';
import { type Happening, reduce } from './reducer.ts';
import { isWorking, type LoadedFile, type Session, type Working } from './session.ts';

const context: DocumentContext = {
  file: {
    path: '/home/me/clearml.conf',
    reason: 'home',
    target: null,
    exists: true,
    mode: '600',
    problem: null,
    readOnly: null,
  },
  clearmlReads: '/home/me/clearml.conf',
  alsoMerged: [],
  overrides: [],
  variables: [],
  versions: { program: '0.1.0', node: '20.19.0' },
};
const file: LoadedFile = { text: 'api {}\n', revision: 'r1' };
const outside: LoadedFile = { text: 'api { x: 1 }\n', revision: 'r2' };
const edit: Edit = { op: 'set', path: ['api', 'api_server'], value: 'http://localhost:8008' };
const open: Happening = { type: 'opened', context, opening: { kind: 'document', file } };
const typed: Happening = { type: 'edited', edits: [edit], visit: 'api.api_server' };

function after(...happenings: readonly Happening[]): Session {
  return happenings.reduce(reduce, { phase: 'loading' });
}

function working(...happenings: readonly Happening[]): Working {
  const session = after(open, ...happenings);
  if (!isWorking(session)) throw new Error(`not working but ${session.phase}`);
  return session;
}

describe('a session', () => {
  it.each([
    ['editing', { kind: 'document', file }],
    ['welcome', { kind: 'missing' }],
    ['blocked', { kind: 'blocked', reason: { code: 'folder' } }],
  ] as const)('starts %s', (phase, opening) => {
    expect(after({ type: 'opened', context, opening }).phase).toBe(phase);
  });

  it('goes from edit to review to save and is then as new', () => {
    const saved: LoadedFile = { text: 'api { x: 2 }\n', revision: 'r2' };
    const session = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'saved', file: saved, settings: 1 },
    );
    expect(session).toMatchObject({ phase: 'editing', file: saved, notice: { kind: 'saved', settings: 1 } });
    expect(session.timeline.draft).toEqual({ base: saved.text, edits: [] });
  });

  it('can undo what was saved', () => {
    const session = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'saved', file: outside, settings: 1 },
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

  it('asks a second time for a text that ClearML could not read', () => {
    const refused = working(typed, { type: 'reviewed' }, { type: 'saving' }, { type: 'refused', problems: [] });
    expect(refused.phase).toBe('refused');
    expect(reduce(refused, { type: 'saving' }).phase).toBe('saving');
    expect(reduce(refused, { type: 'returned' }).phase).toBe('editing');
  });

  it('takes back one change alone, and where there is none, nothing', () => {
    const other: Edit = { op: 'set', path: ['api', 'web_server'], value: 'http://localhost:8080' };
    const session = working(
      typed,
      { type: 'edited', edits: [other], visit: null },
      { type: 'dropped', path: edit.path },
    );
    expect(session.timeline.draft).toEqual({ base: file.text, edits: [other] });
    expect(reduce(session, { type: 'dropped', path: edit.path })).toBe(session);
  });

  it('takes back "discard all" like anything else', () => {
    const session = working(typed, { type: 'discarded' });
    expect(session.timeline.draft.edits).toEqual([]);
    expect(working(typed, { type: 'discarded' }, { type: 'undone' }).timeline.draft.edits).toEqual([edit]);
  });
});

describe('a change from outside', () => {
  const found: Happening = { type: 'found-outside', opening: { kind: 'document', file: outside } };

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
    const session = working(typed, { type: 'found-outside', opening: { kind: 'document', file: same } });
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
    expect(reduce(session, { type: 'undone' })).toMatchObject({ timeline: { draft: { edits: [edit] } } });
  });

  it('goes away when the file is back as it was', () => {
    expect(working(typed, found, { type: 'found-outside', opening: { kind: 'document', file } }).phase).toBe('editing');
  });

  it('is a save that nobody heard of, when it is the very text of the draft', () => {
    const { text } = outcomeOf({ base: file.text, edits: [edit] });
    const opening = { kind: 'document', file: { text, revision: 'r2' } } as const;
    const session = working(
      typed,
      { type: 'reviewed' },
      { type: 'saving' },
      { type: 'unanswered' },
      { type: 'found-outside', opening },
    );
    expect(session).toMatchObject({
      phase: 'editing',
      file: { text, revision: 'r2' },
      timeline: { draft: { base: text, edits: [] } },
    });
  });

  it('may be that the file is gone: what was typed stays and can be saved as a new file', () => {
    const session = working(typed, { type: 'found-outside', opening: { kind: 'missing' } }, { type: 'kept-mine' });
    expect(session).toMatchObject({ phase: 'editing', file: { text: '', revision: null } });
    expect(session.timeline.draft.base).toBe(file.text);
  });

  it('is not looked at while saving', () => {
    expect(working(typed, { type: 'reviewed' }, { type: 'saving' }, found).phase).toBe('saving');
  });
});

describe('a file that is not there', () => {
  const missing: Happening = { type: 'opened', context, opening: { kind: 'missing' } };

  it('is begun with a text that differs from nothing', () => {
    const session = after(missing, { type: 'created', text: 'api {}\n' });
    expect(session).toMatchObject({
      phase: 'editing',
      file: { text: '', revision: null },
      timeline: { draft: { base: 'api {}\n' } },
    });
  });

  it('may appear meanwhile, which is a conflict', () => {
    const session = after(
      missing,
      { type: 'created', text: 'api {}\n' },
      { type: 'found-outside', opening: { kind: 'document', file: outside } },
    );
    expect(session.phase).toBe('conflicted');
  });
});

describe('the link to the program', () => {
  it('loses nothing when it breaks', () => {
    const session = working(typed, { type: 'link', up: false });
    expect(session).toMatchObject({ phase: 'editing', linked: false });
    expect(session.timeline.draft.edits).toEqual([edit]);
  });
});
