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
  environment: [],
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

function reduceWorking(session: Session, happening: Happening): Working {
  const next = reduce(session, happening);
  if (!isWorking(next)) throw new Error(`not working but ${next.phase}`);
  return next;
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

  it('mends the text with everything meant in it, as one step', () => {
    const text = outcomeOf(working(typed).timeline.draft).text;
    const changes = [{ from: 0, to: 0, insert: '# mended\n' }];
    const session = working(typed, { type: 'mended', text, changes });
    expect(session.timeline.draft).toEqual({ base: `# mended\n${text}`, edits: [] });
    expect(outcomeOf(reduceWorking(session, { type: 'undone' }).timeline.draft).text).toBe(text);
  });

  it('mends no other text than the one that was shown', () => {
    const changes = [{ from: 0, to: 0, insert: '# mended\n' }];
    expect(working(typed, { type: 'mended', text: file.text, changes })).toEqual(working(typed));
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
      { type: 'saved', file: saved, settings: 1 },
    );
    expect(session).toMatchObject({ phase: 'editing', timeline: { draft: { base: saved.text, edits: [beyond] } } });
  });

  it('takes back the very edit that was refused, and nothing else of its list', () => {
    const list = { text: 'a.list: [{ b: 1 }]\n', revision: 'r1' };
    const good: Edit = { op: 'set', path: ['a', 'list', 0, 'b'], value: 2 };
    const bad: Edit = { op: 'remove', path: ['a', 'list', 7] };
    const edits = [good, bad];
    const session = after(
      { type: 'opened', context, opening: { kind: 'document', file: list } },
      { type: 'edited', edits, visit: null },
      { type: 'withdrawn', edit: bad },
    );
    expect(session).toMatchObject({ timeline: { draft: { edits: [good] } } });
    expect(reduce(session, { type: 'withdrawn', edit: bad })).toBe(session);
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
      { type: 'saved', file: saved, settings: 1 },
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
      { type: 'saved', file: saved, settings: 1 },
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
      { type: 'found-outside', opening: { kind: 'document', file: outside }, known: null },
    );
    expect(session.phase).toBe('conflicted');
    const away: Happening = { type: 'found-outside', opening: { kind: 'missing' }, known: null };
    expect(reduce(session, away).phase).toBe('editing');
  });
});

describe('the link to the program', () => {
  it('loses nothing when it breaks', () => {
    const session = working(typed, { type: 'link', up: false });
    expect(session).toMatchObject({ phase: 'editing', linked: false });
    expect(session.timeline.draft.edits).toEqual([edit]);
  });
});
