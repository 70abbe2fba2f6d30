import type { Document, Problem } from '../document.ts';
import { lineIndexOf } from '../position.ts';
import { resolutionOf } from '../resolve.ts';
import { appendMistakes } from './appends.ts';
import { unclosedByLayout } from './braces.ts';
import { layoutMistakes } from './layout.ts';
import { literalMistakes } from './literals.ts';
import type { Source } from './mistake.ts';
import { mendSubstitution, substitutionMistakes } from './substitutions.ts';
import { type Broken, mends } from './syntax.ts';
import { Trial } from './trial.ts';
import { type ValuePlace, valuesOf } from './walk.ts';

/** A fix is tried by reading the mended text, so only the first errors and the first warnings have one. */
const TRIED = 20;

/**
 * Everything wrong with a text, in its order: what makes ClearML refuse it, and what ClearML reads without a word but
 * hardly as meant. Where a mend is known, `fix` holds the changes; each has been tried and takes the problem away.
 */
export function findProblems(document: Document): readonly Problem[] {
  const { text, tokens } = document;
  const source: Source = { text, lines: lineIndexOf(document) };
  const values = valuesOf(document);
  const errors = resolutionOf(document).problems;
  const warnings = [
    ...values.flatMap((place) => [
      ...literalMistakes(source, place),
      ...layoutMistakes(source, place),
      ...substitutionMistakes(source, place),
    ]),
    ...appendMistakes(source, document, values),
  ];
  const trial = new Trial(document, errors);
  const unclosed = errors.find(isUnclosed);
  const mended = errors.map((problem, index) => {
    if (problem.code === 'unresolved-substitution') return renamed(source, values, trial, problem);
    if (problem === unclosed) return atBlock({ ...source, root: document.root, tokens, values }, trial, problem);
    return index < TRIED && !isUnclosed(problem)
      ? withFix({ ...source, root: document.root, tokens, values }, trial, problem)
      : problem;
  });
  return [
    ...mended,
    ...warnings.map((problem, index) => (index < TRIED ? trial.keepSafe(problem) : withoutFix(problem))),
  ].sort((a, b) => a.from - b.from);
}

function withFix(broken: Broken, trial: Trial, problem: Problem): Problem {
  const fix = mends(broken, problem).find((changes) => trial.mends(problem, changes));
  return fix ? { ...problem, fix } : problem;
}

/** What only the environment could answer is no error of the text, so the fix takes none away. */
function renamed(source: Source, values: readonly ValuePlace[], trial: Trial, problem: Problem): Problem {
  const fix = mendSubstitution(source, values, problem);
  return fix.length > 0 ? trial.keepSafe({ ...problem, fix }) : problem;
}

function isUnclosed({ code }: Problem): boolean {
  return code === 'unclosed-brace' || code === 'unclosed-bracket';
}

/** An end that is missing is noticed late: the first is named where the block begins that lacks it. */
function atBlock(broken: Broken, trial: Trial, problem: Problem): Problem {
  const unclosed = unclosedByLayout(trial.document);
  if (!unclosed) return problem;
  const { from, to } = unclosed.open;
  const place = { ...problem, from, to, ...broken.lines.positionAt(from), subject: broken.text.slice(from, to) };
  return trial.mends(problem, unclosed.fix) ? { ...place, fix: unclosed.fix } : place;
}

function withoutFix({ fix, ...problem }: Problem): Problem {
  return problem;
}
