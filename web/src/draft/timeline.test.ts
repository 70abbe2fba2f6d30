import { describe, expect, it } from 'vitest';
import { draftOf } from './draft.ts';
import { advance, leave, redo, timelineOf, undo } from './timeline.ts';

const [empty, first, second] = [draftOf(''), draftOf('1'), draftOf('2')];

describe('undo', () => {
  it('takes back a whole visit of a field in one step', () => {
    const typed = advance(advance(timelineOf(empty), first, 'api.api_server'), second, 'api.api_server');
    expect(undo(typed).draft).toBe(empty);
  });

  it('takes back two visits of one field in two steps', () => {
    const typed = advance(leave(advance(timelineOf(empty), first, 'api.api_server')), second, 'api.api_server');
    expect(undo(typed).draft).toBe(first);
    expect(undo(undo(typed)).draft).toBe(empty);
  });

  it('makes a step of everything that is not typed into a field', () => {
    const changed = advance(advance(timelineOf(empty), first, null), second, null);
    expect(undo(changed).draft).toBe(first);
  });

  it('gives back what it took, until something new is done', () => {
    const undone = undo(advance(timelineOf(empty), first, null));
    expect(redo(undone).draft).toBe(first);
    expect(redo(advance(undone, second, null)).draft).toBe(second);
  });

  it('does nothing where there is nothing to take back or to give back', () => {
    expect(undo(timelineOf(empty)).draft).toBe(empty);
    expect(redo(timelineOf(empty)).draft).toBe(empty);
  });
});
