import type { Edit } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../draft/outcome.ts';
import { reduce } from './reducer.ts';
import { after, context, edit, file, reduceWorking, typed, working } from './stage.ts';

describe('what is done to an open file', () => {
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

  it('takes a typed text as the new base, letters of one step as one undo', () => {
    const before = working(typed);
    const text = outcomeOf(before.timeline.draft).text;
    const session = working(
      typed,
      { type: 'typed', over: text, text: `${text}#`, step: 'text 1' },
      { type: 'typed', over: `${text}#`, text: `${text}# x`, step: 'text 1' },
    );
    expect(session.timeline.draft).toEqual({ base: `${text}# x`, edits: [] });
    expect(reduceWorking(session, { type: 'undone' }).timeline.draft).toEqual(before.timeline.draft);
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
