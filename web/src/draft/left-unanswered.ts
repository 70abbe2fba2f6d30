import { newlyUnanswered, type Problem } from '@clearml-conf/shared';
import type { Derived } from './derived.ts';

/** The substitutions of the file that the draft takes the answer from, as they are told. */
export function leftUnanswered({ file, now }: Pick<Derived, 'file' | 'now'>): readonly Problem[] {
  const places = new Set(newlyUnanswered(file.document, now.document).map(({ from }) => from));
  return now.problems.filter(({ code, from }) => code === 'unresolved-substitution' && places.has(from));
}
