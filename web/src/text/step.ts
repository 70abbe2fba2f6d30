import type { Transaction } from '@codemirror/state';

/** A run of typing that is undone together. */
export interface TypedStep {
  readonly name: string;
  readonly count: number;
  readonly time: number;
  /** Where the last change of it ended. */
  readonly end: number;
}

/** A pause this long, in milliseconds, ends a step. */
const pause = 800;

/** The step that new typing belongs to: the one before if it goes on there at once, within one line. */
export function pastOf(past: TypedStep | null, typed: readonly Transaction[], time: number): TypedStep {
  const { start, end, breaks } = extentOf(typed);
  const goesOn = past !== null && time - past.time < pause && !breaks && Math.abs(start - past.end) <= 1;
  const count = goesOn ? past.count : (past?.count ?? 0) + 1;
  return { name: `text ${count}`, count, time, end };
}

function extentOf(typed: readonly Transaction[]): { start: number; end: number; breaks: boolean } {
  let [start, end, breaks] = [0, 0, false];
  for (const { changes } of typed) {
    changes.iterChanges((_from, to, fromB, toB, inserted) => {
      [start, end, breaks] = [inserted.length === 0 ? to : fromB, toB, breaks || inserted.lines > 1];
    });
  }
  return { start, end, breaks };
}
