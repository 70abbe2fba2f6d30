import { applyChanges } from '../changes.ts';
import type { Change, Document, Problem } from '../document.ts';
import { parse } from '../parser.ts';
import { resolve } from '../resolve.ts';

/** Tries a fix by reading the text it makes, so that none is offered that would make things worse. */
export class Trial {
  readonly document: Document;
  private readonly errors: number;

  constructor(document: Document, problems: readonly Problem[]) {
    this.document = document;
    this.errors = problems.filter(isError).length;
  }

  /** True if the changed text has fewer errors, and this one no more. */
  mends(problem: Problem, changes: readonly Change[]): boolean {
    if (changes.length === 0) return false;
    const after = this.errorsAfter(changes);
    const stays = after.some(
      ({ code, line, from }) => code === problem.code && line === problem.line && from <= problem.from,
    );
    return !stays && after.length < this.errors;
  }

  /** The warning, without its fix if that would bring a new error. */
  keepSafe(warning: Problem): Problem {
    if (!warning.fix || this.errorsAfter(warning.fix).length <= this.errors) return warning;
    const { fix, ...rest } = warning;
    return rest;
  }

  private errorsAfter(changes: readonly Change[]): readonly Problem[] {
    return resolve(parse(applyChanges(this.document.text, changes))).problems.filter(isError);
  }
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
