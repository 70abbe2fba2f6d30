import type { Edit } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { joinAsAnswered, joinQuietly, joinTheirs } from '../draft/join.ts';
import type { LoadedFile } from '../draft/loaded-file.ts';
import { outcomeOf } from '../draft/outcome.ts';
import type { Happening } from './happening.ts';
import { reduce } from './reducer.ts';
import { edit, file, outside, reduceWorking, typed, working } from './stage.ts';

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

  const joinable: Happening = { ...found, join: joinQuietly };
  const seen: LoadedFile = { text: `# seen\n${file.text}`, revision: 'r2' };
  const quiet: Happening = { ...joinable, opening: { kind: 'document', file: seen } };
  const clashing: Happening = { type: 'edited', edits: [{ op: 'set', path: ['api', 'x'], value: 2 }], visit: null };

  it('stands beside the edits where nothing overlaps, to be reviewed again', () => {
    for (const session of [working(typed, quiet), working(typed, { type: 'reviewed' }, quiet)]) {
      expect(session).toMatchObject({ phase: 'editing', file: seen, notice: { kind: 'merged' } });
    }
  });

  it('stays where somebody types on before it is on their screen', () => {
    const first = `${file.text}x`;
    const on = (over: string, text: string): Happening => ({ type: 'typed', over, text, step: 'text 1' });
    const session = working(on(file.text, first), quiet, on(first, `${first}y`));
    expect(outcomeOf(session.timeline.draft).text).toBe(`${seen.text}xy`);
    const gone = on(file.text.replace('api', 'sdk'), 'else');
    expect(reduce(session, gone)).toBe(session);
  });

  it('is put together as it was answered, and undo leads to the own side', () => {
    const asked = working(clashing, joinable);
    expect(asked.phase).toBe('conflicted');
    const apart = { file: asked.file, timeline: asked.timeline, outside };
    const joined: Happening = {
      type: 'joined',
      apart,
      timeline: joinAsAnswered(apart, ['disk'], []),
      notice: 'joined',
    };
    const session = reduceWorking(asked, joined);
    expect(session).toMatchObject({ phase: 'editing', file: outside, notice: { kind: 'joined' } });
    expect(outcomeOf(session.timeline.draft).text).toBe(outside.text);
    expect(outcomeOf(reduceWorking(session, { type: 'undone' }).timeline.draft).text).toContain('x: 2');
  });

  it('is not put together from what is no longer there', () => {
    const asked = working(clashing, joinable);
    const apart = { file: asked.file, timeline: asked.timeline, outside };
    const joined: Happening = { type: 'joined', apart, timeline: joinTheirs(apart), notice: 'reloaded' };
    const later = reduceWorking(asked, typed);
    expect(reduce(later, joined)).toBe(later);
  });

  it('leaves no draft on the old text, which would undo it under the new revision', () => {
    const other: Edit = { op: 'set', path: ['agent', 'worker_name'], value: 'w' };
    const kept = working(typed, { type: 'edited', edits: [other], visit: null }, { type: 'undone' }, quiet);
    const drafts = [kept.timeline.draft, ...kept.timeline.past, ...kept.timeline.future];
    expect(drafts).toHaveLength(3);
    expect(drafts.map(({ base }) => base)).toEqual(drafts.map(() => seen.text));
    expect(reduceWorking(kept, { type: 'undone' }).timeline.draft.edits).toEqual([]);
    expect(reduceWorking(kept, { type: 'redone' }).timeline.draft.edits).toEqual([edit, other]);
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
      { type: 'found-outside', opening: { kind: 'document', file: later }, known: 'r3', join: joinQuietly },
    );
    expect(outcomeOf(session.timeline.draft).text).toBe(`# seen\n${file.text}`);
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

  it('may be that the file cannot be read any more: what was typed waits until it can', () => {
    const unreadable: Happening = {
      type: 'found-outside',
      opening: { kind: 'blocked', reason: { code: 'folder' } },
      known: 'r1',
    };
    const waiting = working(typed, { type: 'reviewed' }, unreadable);
    expect(waiting).toMatchObject({ phase: 'conflicted', outside: { kind: 'unreadable', reason: { code: 'folder' } } });
    expect(waiting.timeline.draft.edits).toEqual([edit]);
    expect(reduce(waiting, { type: 'kept-mine' })).toBe(waiting);
    expect(reduce(waiting, { type: 'took-theirs' })).toBe(waiting);
    expect(reduce(waiting, unreadable)).toBe(waiting);
    const back: Happening = { type: 'found-outside', opening: { kind: 'document', file }, known: 'r1' };
    expect(reduce(waiting, back)).toMatchObject({ phase: 'editing', timeline: waiting.timeline });
    expect(reduce(waiting, found).phase).toBe('conflicted');
    expect(working(unreadable).phase).toBe('conflicted');
  });

  it('may be that it cannot be read for another reason than before, which is what is said then', () => {
    const because = (line: number): Happening => ({
      type: 'found-outside',
      opening: { kind: 'blocked', reason: { code: 'not-utf-8', line, utf16: false } },
      known: 'r1',
    });
    const waiting = working(typed, because(1));
    expect(reduce(waiting, because(1))).toBe(waiting);
    expect(reduce(waiting, because(5))).toMatchObject({ outside: { reason: { line: 5 } } });
  });

  it('is not what an answer says that tells nothing of the file', () => {
    const refused: Happening = {
      type: 'found-outside',
      opening: { kind: 'blocked', reason: { code: 'other', detail: 'server-fault' } },
      known: 'r1',
    };
    expect(working(typed, refused).phase).toBe('editing');
  });

  it('is not looked at while saving', () => {
    expect(working(typed, { type: 'reviewed' }, { type: 'saving' }, found).phase).toBe('saving');
  });
});
