import type { Document, Problem } from './document.ts';
import { resolutionOf } from './resolve.ts';

/**
 * The substitutions that had an answer in one text and have none in the next: what they referred to is gone or has another
 * name. ClearML refuses the file then, unless a variable of that name is set.
 */
export function newlyUnanswered(before: Document, after: Document): readonly Problem[] {
  if (before === after) return [];
  const known = new Set(unansweredIn(before).map(({ subject }) => subject));
  return unansweredIn(after).filter(({ subject }) => !known.has(subject));
}

function unansweredIn(document: Document): readonly Problem[] {
  return resolutionOf(document).problems.filter(({ code }) => code === 'unresolved-substitution');
}
