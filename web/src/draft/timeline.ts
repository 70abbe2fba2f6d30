import type { Draft } from './draft.ts';

/** The draft of now, the ones before it, and the ones that were undone. */
export interface Timeline {
  readonly past: readonly Draft[];
  readonly draft: Draft;
  readonly future: readonly Draft[];
  /** The field the person is in: all that is typed there is one step. */
  readonly visit: string | null;
}

const longest = 500;

/** A timeline with nothing to undo. */
export function timelineOf(draft: Draft): Timeline {
  return { past: [], draft, future: [], visit: null };
}

/** Goes on to another draft; within one visit of a field the step stays the same. */
export function advance(timeline: Timeline, draft: Draft, visit: string | null): Timeline {
  if (visit !== null && visit === timeline.visit) return { ...timeline, draft, future: [] };
  return { past: [...timeline.past.slice(-longest + 1), timeline.draft], draft, future: [], visit };
}

/** Ends the visit: what is typed next is a step of its own. */
export function leave(timeline: Timeline): Timeline {
  return timeline.visit === null ? timeline : { ...timeline, visit: null };
}

/** One step back, if there is one. */
export function undo(timeline: Timeline): Timeline {
  const draft = timeline.past.at(-1);
  if (!draft) return timeline;
  return { past: timeline.past.slice(0, -1), draft, future: [timeline.draft, ...timeline.future], visit: null };
}

/** One undone step forward again, if there is one. */
export function redo(timeline: Timeline): Timeline {
  const [draft, ...future] = timeline.future;
  if (!draft) return timeline;
  return { past: [...timeline.past, timeline.draft], draft, future, visit: null };
}
