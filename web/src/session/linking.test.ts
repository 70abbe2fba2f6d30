import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../draft/outcome.ts';
import type { Happening } from './happening.ts';
import { reduce } from './reducer.ts';
import { after, edit, file, typed, working } from './stage.ts';

const { text: sent } = outcomeOf({ base: file.text, edits: [edit] });
const unanswered: readonly Happening[] = [typed, { type: 'reviewed' }, { type: 'saving' }, { type: 'unanswered' }];
const found = (text: string): Happening => ({
  type: 'found-outside',
  opening: { kind: 'document', file: { text, revision: 'r2' } },
  known: 'r1',
});

describe('the link to the program', () => {
  it.each([
    ['breaks', { type: 'unreachable' }, 'down'],
    ['asks for a start link', { type: 'locked', reason: 'no-link' }, 'locked'],
  ] as const)('loses nothing when it %s', (_, happening, link) => {
    const session = working(typed, happening);
    expect(session).toMatchObject({ phase: 'editing', link });
    expect(session.timeline.draft.edits).toEqual([edit]);
    expect(reduce(session, { type: 'linked', isSame: true })).toMatchObject({ link: 'up', notice: null });
  });

  it('says why, where nothing is open yet', () => {
    expect(after({ type: 'unreachable' })).toEqual({ phase: 'unreachable' });
    expect(after({ type: 'locked', reason: 'link-used' })).toEqual({ phase: 'locked', reason: 'link-used' });
  });
});

describe('a save that nobody heard of', () => {
  it('was not written when the file is as it was', () => {
    const session = working(...unanswered, { type: 'linked', isSame: true });
    expect(session).toMatchObject({ phase: 'reviewing', sent: null, notice: { kind: 'not-written' } });
  });

  it('is no longer said not to be written once it is tried again', () => {
    const session = working(...unanswered, { type: 'linked', isSame: true }, { type: 'saving' });
    expect(session).toMatchObject({ phase: 'saving', notice: null });
  });

  it('was written when the file is what was sent', () => {
    const session = working(...unanswered, { type: 'linked', isSame: false }, found(sent));
    expect(session).toMatchObject({ phase: 'editing', sent: null, notice: { kind: 'written' } });
    expect(session.timeline.draft).toEqual({ base: sent, edits: [] });
  });

  it('is no conflict with what was typed after it', () => {
    const later = { ...edit, value: 'http://later' };
    const session = working(...unanswered, { type: 'edited', edits: [later], visit: null }, found(sent));
    expect(session).toMatchObject({ file: { text: sent, revision: 'r2' }, notice: { kind: 'written' } });
    expect(outcomeOf(session.timeline.draft).text).toContain('http://later');
  });

  it('is a conflict when the file is something else', () => {
    expect(working(...unanswered, found('api { x: 1 }\n'))).toMatchObject({ phase: 'conflicted', sent: null });
  });
});
