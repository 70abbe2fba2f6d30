import type { Change, Path } from '../document.ts';
import type { UnwritableCode } from '../literal.ts';

/** Why an edit is not carried out. Nothing is changed then, by any of the edits given with it. */
export type RefusalCode =
  | UnwritableCode
  /** The path names no member and no place. */
  | 'empty-path'
  /** The file is a list. */
  | 'not-settings'
  /** There is nothing at the path. */
  | 'not-found'
  | 'not-a-list'
  | 'out-of-range'
  /** A text, a number, a boolean or a list stands where the path needs a section. */
  | 'through-scalar'
  /** The value comes from a substitution or an included file, so there is nothing here to edit. */
  | 'computed'
  /** It is set already. */
  | 'already-set'
  /** More than one commented-out setting could be meant. */
  | 'ambiguous'
  /** A problem of the text lies where the edit would have to go. */
  | 'unreadable-place'
  /** The result would not read as the edit says. */
  | 'would-not-read-back'
  /** Another setting would read differently. */
  | 'would-change-others';

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** Which of the edits. */
  readonly index: number;
  readonly path: Path;
  /** Another path that is concerned: the one in the way, or the one that would read differently. */
  readonly detail?: string;
}

export interface Edited {
  readonly ok: true;
  readonly text: string;
  /** In order, without overlaps, named by ranges of the text before. */
  readonly changes: readonly Change[];
}

export type EditOutcome = Edited | Refusal;

/** A refusal on its way out, while the number of the edit is not known yet. */
export class Refused {
  readonly code: RefusalCode;
  readonly path: Path;

  constructor(code: RefusalCode, path: Path) {
    this.code = code;
    this.path = path;
  }
}

/** What a step of the work answers with: null if it could be done. */
export type Stop = Refused | null;

/** Does one after the other, up to the first that cannot be done. */
export function each<T>(all: Iterable<T>, run: (one: T) => Stop): Stop {
  for (const one of all) {
    const stop = run(one);
    if (stop !== null) return stop;
  }
  return null;
}
