import {
  type ConfigValue,
  changedSettings,
  type Edit,
  formatPath,
  lookup,
  type Path,
  parse,
  resolutionOf,
  resolve,
  sameValue,
  startsWith,
  valueAt,
} from '@clearml-conf/shared';
import type { Draft } from './draft.ts';
import { outcomeOf } from './outcome.ts';

/** A draft on another text, and what did not go along: lists whose entries were edited, and text that is no setting. */
export interface Rebased {
  readonly draft: Draft;
  readonly left: readonly Path[];
  readonly isTextLeft: boolean;
}

/**
 * Takes drafts along when the file changed from outside. What a draft means for single settings goes along; what it
 * means for the entries of a list, only if the list still has the same entries at the same places.
 */
export function rebaseOn(loaded: string, text: string): (draft: Draft) => Rebased {
  const before = resolve(parse(loaded)).value;
  const after = resolve(parse(text)).value;
  return (draft) => {
    const own = draft.base === loaded ? loaded : outcomeOf(draft).text;
    const edits = draft.base === loaded ? draft.edits : editsBetween(loaded, own);
    const left = listsByPlace(edits).filter((list) => !isSame(valueAt(before, list), valueAt(after, list)));
    const kept = edits.filter((_, at) => !isLeft(edits, at, left));
    return { draft: { base: text, edits: kept }, left, isTextLeft: own !== loaded && edits.length === 0 };
  };
}

/** What one text says otherwise than another, as edits of settings. What is worked out from others follows these. */
function editsBetween(before: string, after: string): readonly Edit[] {
  const document = parse(after);
  const { root } = resolutionOf(document);
  return changedSettings(parse(before), document).flatMap(({ path, after: value, secret }): readonly Edit[] => {
    const mark = secret ? { secret } : {};
    if (value === undefined) return [{ op: 'unset', path, ...mark }];
    return lookup(root, path)?.computed ? [] : [{ op: 'set', path, value, ...mark }];
  });
}

/** The lists with entries that are named by their place in the file. */
function listsByPlace(edits: readonly Edit[]): readonly Path[] {
  const lists = edits.flatMap(({ path }, at) => {
    const place = path.findIndex((part) => typeof part === 'number');
    const list = path.slice(0, place);
    return place < 0 || isGiven(edits, at, list) ? [] : [[formatPath(list), list] as const];
  });
  return [...new Map(lists).values()];
}

/** Whether the list was set as a whole before, so that later places are those of the draft's own list. */
function isGiven(edits: readonly Edit[], at: number, list: Path): boolean {
  return edits.slice(0, at).some(({ op, path }) => (op === 'set' || op === 'unset') && startsWith(list, path));
}

function isLeft(edits: readonly Edit[], at: number, left: readonly Path[]): boolean {
  const edit = edits[at];
  const list = edit && left.find((one) => startsWith(edit.path, one));
  if (!list || isGiven(edits, at, list)) return false;
  return edit.path.length > list.length || edit.op === 'append';
}

function isSame(one: ConfigValue | undefined, other: ConfigValue | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sameValue(one, other);
}
