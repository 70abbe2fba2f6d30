import { Builder, type IncludeSource } from './build.ts';
import type { ConfigObject, ConfigValue, Document, Problem } from './document.ts';
import { Evaluation } from './evaluate.ts';
import { newTree } from './raw.ts';
import { rememberingFew } from './remembering.ts';
import type { Environment, Resolved } from './resolved.ts';
import { withSelvesLast } from './self-reference.ts';

/** What a reading may draw on besides the file itself. */
export interface Sources {
  /**
   * The environment of ClearML. Without it, what only the environment could answer is an opaque value and a warning;
   * with it, a required substitution that nothing answers is an error, as ClearML has it.
   */
  readonly environment?: Environment;
  /** Opens included files. Without it includes are passed over. */
  readonly include?: IncludeSource;
}

/** A whole document as ClearML reads it. */
export interface Resolution {
  readonly value: ConfigObject | readonly ConfigValue[];
  readonly root: Resolved;
  /** Those of the document and those met on resolving. ClearML refuses the file if one of them is an error. */
  readonly problems: readonly Problem[];
}

/**
 * What ClearML reads from a document: merged, with substitutions worked out, every value with its origin. Where the
 * text has errors it is what would be read without the broken pieces.
 */
export function resolve(document: Document, sources: Sources = {}): Resolution {
  const builder = new Builder(document, sources.include ?? (() => ({ kind: 'unknown' })));
  const raw = builder.build();
  const tree = raw.kind === 'tree' ? withSelvesLast(raw) : newTree();
  const evaluation = new Evaluation(tree, document.text, sources.environment ?? null);
  const root = raw.kind === 'tree' ? evaluation.tree(tree, null, true) : evaluation.list(raw, null, true, 1);
  const problems = inOrderOfRefusal(builder.problems, evaluation.problems);
  const value = root.members ? objectValue(root) : (root.items ?? []).map((item) => item.value);
  return { value, root, problems };
}

/** What the file alone says, of a document that many look at: the readings of the last few are remembered. */
export const resolutionOf: (document: Document) => Resolution = rememberingFew((document: Document) =>
  resolve(document),
);

function objectValue(root: Resolved): ConfigObject {
  return new Map([...(root.members ?? [])].map(([key, member]) => [key, member.value]));
}

/**
 * ClearML stops at the first error it meets, and only that one has a place in its message. It joins the parts of a
 * value as soon as it has read them, so a mix of kinds can come before a mistake of syntax further down; it looks at
 * substitutions only when it has read everything.
 */
function inOrderOfRefusal(reading: readonly Problem[], substituting: readonly Problem[]): readonly Problem[] {
  const [first, ...others] = reading.filter((problem) => problem.clearml).sort(byPlaceInClearml);
  const rest = reading.filter((problem) => !problem.clearml);
  if (first) return [first, ...rest, ...[...others, ...substituting].map(withoutPlaceInClearml)];
  const [next, ...later] = substituting.filter((problem) => problem.severity === 'error').sort(byStage);
  const warnings = substituting.filter((problem) => problem.severity === 'warning');
  return [...rest, ...(next ? [next] : []), ...later.map(withoutPlaceInClearml), ...warnings];
}

function byPlaceInClearml({ clearml: a }: Problem, { clearml: b }: Problem): number {
  return a && b ? a.line - b.line || a.column - b.column : 0;
}

/** A cycle shows in ClearML only when nothing else is left to do, or at once, and then without a place. */
function byStage(a: Problem, b: Problem): number {
  return stage(a) - stage(b);
}

function stage({ code, clearml }: Problem): number {
  if (code !== 'substitution-cycle') return 1;
  return clearml ? 2 : 0;
}

function withoutPlaceInClearml({ clearml, ...problem }: Problem): Problem {
  return problem;
}
