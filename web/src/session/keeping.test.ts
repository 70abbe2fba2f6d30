import { describe, expect, it } from 'vitest';
import { joinAsAnswered, joinQuietly } from '../draft/join.ts';
import { outcomeOf } from '../draft/outcome.ts';
import { reduce } from './reducer.ts';
import { after, context, edit, file, outside, typed, working } from './stage.ts';

describe('a former text', () => {
  it('becomes a draft that is reviewed, and Undo brings back what gave way to it', () => {
    const session = working(typed, { type: 'restored', text: 'api { old: 1 }\n' });
    expect(session).toMatchObject({ phase: 'reviewing', timeline: { draft: { base: 'api { old: 1 }\n', edits: [] } } });
    expect(reduce(session, { type: 'undone' })).toMatchObject({ timeline: { draft: { edits: [edit] } } });
  });

  it('is nothing new when it is the text of the file', () => {
    const session = working();
    expect(reduce(session, { type: 'restored', text: file.text })).toBe(session);
  });
});

describe('an unsaved text that was left behind', () => {
  const text = 'api { mine: 1 }\n';

  it('becomes the draft beside the file it was for', () => {
    const session = working({ type: 'taken-up', draft: { text, file: file.text, revision: file.revision } });
    expect(session).toMatchObject({ phase: 'editing', file, timeline: { draft: { base: text } } });
  });

  it('brings back what could not be written, beside its text', () => {
    const unfinished = { refused: [{ op: 'set', path: ['api', 'mine', 'x'], value: 'y' }], held: [] } as const;
    const draft = { text, file: file.text, revision: file.revision, unfinished };
    const session = working({ type: 'taken-up', draft });
    expect(outcomeOf(session.timeline.draft)).toMatchObject({ text, refusals: [{ code: 'through-scalar' }] });
    const missing = { type: 'opened', context, opening: { kind: 'missing' } } as const;
    expect(after(missing, { type: 'taken-up', draft })).toMatchObject({
      timeline: { draft: { edits: [{ path: ['api', 'mine', 'x'] }] } },
    });
  });

  it('is a conflict when the file changed since, and keeps both', () => {
    const session = working({ type: 'taken-up', draft: { text, file: outside.text, revision: 'r0' } });
    expect(session).toMatchObject({ phase: 'conflicted', outside: { kind: 'changed', file } });
    expect(outcomeOf(session.timeline.draft).text).toBe(text);
    const apart = { file: session.file, timeline: session.timeline, outside: file };
    const timeline = joinAsAnswered(apart, ['yours'], []);
    expect(reduce(session, { type: 'joined', apart, timeline, notice: 'joined' })).toMatchObject({
      phase: 'editing',
      file,
      timeline: { draft: { base: text } },
    });
  });

  it('stands beside what changed since, where nothing overlaps', () => {
    const draft = { text: `${outside.text}# mine\n`, file: outside.text, revision: 'r0' };
    const session = working({ type: 'taken-up', draft, join: joinQuietly });
    expect(session).toMatchObject({ phase: 'editing', file, notice: { kind: 'merged' } });
    expect(outcomeOf(session.timeline.draft).text).toBe(`${file.text}# mine\n`);
  });

  it('is the text of a file that is not there yet', () => {
    const missing = { type: 'opened', context, opening: { kind: 'missing' } } as const;
    const session = after(missing, { type: 'taken-up', draft: { text, file: '', revision: null } });
    expect(session).toMatchObject({ phase: 'editing', timeline: { draft: { base: text } } });
  });
});

describe('a program that was told to end', () => {
  it('that refuses to end is still there, and so is what was typed', () => {
    expect(working(typed, { type: 'not-ended' })).toMatchObject({
      phase: 'editing',
      notice: { kind: 'not-ended' },
      timeline: { draft: { edits: [edit] } },
    });
  });

  it('is not missed, and goes on with the file when it is started again', () => {
    const ended = reduce(working(typed), { type: 'ended', isKept: true });
    expect(reduce(ended, { type: 'unreachable' })).toBe(ended);
    const again = reduce(ended, { type: 'opened', context, opening: { kind: 'document', file } });
    expect(again).toMatchObject({ phase: 'editing', file });
  });
});
