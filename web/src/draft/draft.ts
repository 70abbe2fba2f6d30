import { type Edit, type Path, samePath, startsWith } from '@clearml-conf/shared';

/** A text and what is meant to change in it. Its own text is worked out by {@link import('./outcome.ts').outcomeOf}. */
export interface Draft {
  readonly base: string;
  /** In the order they were made; later paths count places of a list as earlier edits left them. */
  readonly edits: readonly Edit[];
}

/** A draft that changes nothing. */
export function draftOf(base: string): Draft {
  return { base, edits: [] };
}

type Rename = Extract<Edit, { readonly op: 'rename' }>;

/** The draft with the edits added, so that one setting typed letter by letter stays one edit. */
export function withEdits(draft: Draft, edits: readonly Edit[]): Draft {
  return { base: draft.base, edits: edits.reduce(withEdit, draft.edits) };
}

function withEdit(edits: readonly Edit[], added: Edit): readonly Edit[] {
  if (added.op === 'rename') return withName(edits, added);
  if (added.op !== 'set' && added.op !== 'unset') return [...edits, added];
  const reach = lastBarrier(edits, added.path) + 1;
  const place = edits.findIndex((edit, at) => at >= reach && samePath(edit.path, added.path));
  const kept = (edit: Edit, at: number) => at < reach || !startsWith(edit.path, added.path);
  if (place < 0) return [...edits.filter(kept), added];
  return edits.flatMap((edit, at) => (at === place ? [added] : kept(edit, at) ? [edit] : []));
}

/** A name typed letter by letter is one new name, or none where it is the old one again. */
function withName(edits: readonly Edit[], added: Rename): readonly Edit[] {
  const last = edits.at(-1);
  if (last?.op !== 'rename' || !samePath([...last.path.slice(0, -1), last.to], added.path)) return [...edits, added];
  const others = edits.slice(0, -1);
  return last.path.at(-1) === added.to ? others : [...others, { ...last, to: added.to }];
}

/** The last edit that gives the path another meaning: a list that shifted, or something around it that was replaced. */
function lastBarrier(edits: readonly Edit[], path: Path): number {
  return edits.findLastIndex((edit) => {
    if (edit.op === 'set' || edit.op === 'unset') return edit.path.length < path.length && startsWith(path, edit.path);
    return startsWith(path, listOf(edit)) || startsWith(edit.path, path);
  });
}

function listOf(edit: Edit): Path {
  return edit.op === 'append' || edit.op === 'uncomment' ? edit.path : edit.path.slice(0, -1);
}

/** Whether the edit gives entries of the list another place. */
export function shiftsList(edit: Edit, list: Path): boolean {
  const isShift = edit.op === 'insert' || edit.op === 'remove' || edit.op === 'move';
  return isShift && samePath(edit.path.slice(0, -1), list);
}
