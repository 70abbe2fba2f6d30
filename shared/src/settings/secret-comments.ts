import { type Document, parse, type Range } from '../hocon/index.ts';
import { commentRuns } from './comment-runs.ts';
import { insideQuotes, secretLiterals } from './secret-values.ts';

/** Secrets in commented-out settings, found by the path they would have. */
export function commentedSecrets(document: Document): readonly Range[] {
  return commentRuns(document).flatMap((run) => {
    const { root } = parse(run.text);
    const literals = root.kind === 'object' ? secretLiterals(root, run.path) : [];
    return literals.map(insideQuotes).map(({ from, to }) => ({ from: run.from + from, to: run.from + to }));
  });
}
