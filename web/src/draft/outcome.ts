import { applyEdits, type Edit, type Path, type RefusalCode } from '@clearml-conf/shared';
import type { Draft } from './draft.ts';

/** An edit that could not be made, and why. */
export interface Refusal {
  readonly path: Path;
  readonly code: RefusalCode;
}

/** What comes of a draft: its text, and the edits that are not in it. */
export interface Outcome {
  readonly text: string;
  readonly refusals: readonly Refusal[];
}

/** Works a draft out. An edit that is refused is left aside, so that one bad value never holds up the others. */
export function outcomeOf(draft: Draft): Outcome {
  let edits: readonly Edit[] = draft.edits;
  const refusals: Refusal[] = [];
  while (edits.length > 0) {
    const applied = applyEdits(draft.base, edits);
    if (applied.ok) return { text: applied.text, refusals };
    const { code, path, index } = applied;
    refusals.push({ code, path });
    edits = edits.filter((_, at) => at !== index);
  }
  return { text: draft.base, refusals };
}
