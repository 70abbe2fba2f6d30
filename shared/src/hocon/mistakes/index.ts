import { applyChanges } from '../changes.ts';
import type { Change, Document, Problem } from '../document.ts';
import { parse } from '../parser.ts';
import { LineIndex } from '../position.ts';
import { resolve } from '../resolve.ts';
import { unclosedByLayout } from './braces.ts';
import { layoutMistakes } from './layout.ts';
import { literalMistakes } from './literals.ts';
import type { Source } from './mistake.ts';
import { type Broken, mends } from './syntax.ts';
import { valuesOf } from './walk.ts';

/** A fix is tried by reading the mended text; in a text with more errors than this the later ones go without. */
const TRIED = 20;

/**
 * Everything wrong with a text, in its order: what makes ClearML refuse it, and what ClearML reads without a word but
 * hardly as meant. Where a mend is known, `fix` holds the changes; each has been tried and takes the problem away.
 */
export function findProblems(document: Document): readonly Problem[] {
  const { text, tokens } = document;
  const source: Source = { text, lines: new LineIndex(text) };
  const values = valuesOf(document);
  const errors = resolve(document).problems.map((problem, index) =>
    index < TRIED ? withFix({ ...source, tokens, values }, document, problem) : problem,
  );
  const warnings = values.flatMap((place) => [...literalMistakes(source, place), ...layoutMistakes(source, place)]);
  return [...errors, ...warnings].sort((a, b) => a.from - b.from);
}

function withFix(broken: Broken, document: Document, problem: Problem): Problem {
  if (problem.code === 'unclosed-brace' || problem.code === 'unclosed-bracket')
    return atBlock(broken, document, problem);
  const fix = mends(broken, problem).find((changes) => mendsIt(document, problem, changes));
  return fix ? { ...problem, fix } : problem;
}

/** An end that is missing is noticed late: the problem is named where the block begins that lacks it. */
function atBlock(broken: Broken, document: Document, problem: Problem): Problem {
  const unclosed = unclosedByLayout(document);
  if (!unclosed) return problem;
  const { from, to } = unclosed.open;
  const place = { ...problem, from, to, ...broken.lines.positionAt(from), subject: document.text.slice(from, to) };
  return mendsIt(document, problem, unclosed.fix) ? { ...place, fix: unclosed.fix } : place;
}

/** True if the changed text has fewer errors, and none at the same place. */
function mendsIt(document: Document, problem: Problem, changes: readonly Change[]): boolean {
  if (changes.length === 0) return false;
  const after = parse(applyChanges(document.text, changes)).problems;
  const isGone = !after.some(
    ({ code, line, from }) => code === problem.code && line === problem.line && from <= problem.from,
  );
  return isGone && after.length < document.problems.length;
}
