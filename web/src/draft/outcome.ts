import {
  applyEdits,
  concernedLine,
  type Edit,
  type Path,
  type RefusalCode,
  withSecretMarks,
} from '@clearml-conf/shared';
import { type Draft, shiftsList } from './draft.ts';

/** An edit that could not be made, and why. */
export interface Refusal {
  readonly edit: Edit;
  readonly path: Path;
  readonly code: RefusalCode;
  /** Another path that is concerned. */
  readonly detail?: string;
  /** Where in the file that stands which is in the way. */
  readonly line?: number;
}

/** What comes of a draft: its text, and the edits that are not in it. */
export interface Outcome {
  readonly text: string;
  readonly refusals: readonly Refusal[];
}

/** Works a draft out. An edit that is refused is left aside, so that one bad value never holds up the others. */
export function outcomeOf(draft: Draft): Outcome {
  let edits = withSecretMarks(draft.base, draft.edits);
  const refusals: Refusal[] = [];
  while (edits.length > 0) {
    const applied = applyEdits(draft.base, edits);
    if (applied.ok) return { text: applied.text, refusals };
    const { code, path, index, detail } = applied;
    const edit = edits[index];
    const line = concernedLine(draft.base, applied);
    const more = { ...(detail !== undefined && { detail }), ...(line !== null && { line }) };
    if (edit) refusals.push({ edit, code, path, ...more });
    edits = edits.filter((_, at) => at !== index);
  }
  return { text: draft.base, refusals };
}

/** What of a draft is still to be done once its text is saved: the edits that are not in it. */
export function unsavedOf(draft: Draft, saved: string): Draft {
  const { refusals } = outcomeOf(draft);
  return { base: saved, edits: refusals.map(({ edit }) => edit).filter((edit) => !hasShifted(edit.path, draft)) };
}

/** Whether the draft moved the entries of a list on the way: the place would be that of another entry after the save. */
function hasShifted(path: Path, { edits }: Draft): boolean {
  return path.some((part, at) => typeof part === 'number' && edits.some((edit) => shiftsList(edit, path.slice(0, at))));
}
