import type { ProblemCode } from './document.ts';
import type { Answer } from './joined-text.ts';
import { expressionPath } from './key.ts';
import {
  before,
  type Deferred,
  deferredIn,
  type Entry,
  isNull,
  type Raw,
  type RawTree,
  type Reference,
  under,
} from './raw.ts';
import { type Environment, variableValue } from './resolved.ts';

/**
 * What stands for a substitution that leads into the very value of the root it stands in, where the file has no answer.
 * ClearML settles these before all others: with the variable of the root's name, else with nothing. Where the value is
 * written again it may stumble over them instead, and names no place then.
 */
export type SelfAnswer = { readonly answer: Answer } | { readonly fails: ProblemCode };

export type SelfAnswers = ReadonlyMap<Reference, SelfAnswer>;

export function selfAnswers(root: RawTree, environment: Environment | null): SelfAnswers {
  const search = new Search(root, environment);
  for (const [name, entry] of root.entries) search.settle(name, entry);
  return search.answers;
}

/**
 * The file as ClearML goes on with it. Of a name of the root it first works out the definitions that refer to what they
 * stood on, and puts what comes of each in the place of the name, whatever is written there further down.
 */
export function withSelvesLast(root: RawTree): RawTree {
  const entries = [...root.entries].map(([name, entry]) => [name, lastSelf(root, name, entry) ?? entry] as const);
  return { kind: 'tree', entries: new Map(entries) };
}

function lastSelf(root: RawTree, name: string, last: Entry): Entry | undefined {
  // What stood there before in a file that is included is settled in that file: to this one its value is the first.
  for (let at: Entry | undefined = last; at?.again === true; at = before(at)) {
    if (at.raw.kind === 'deferred' && selvesIn(root, name, at.raw).length > 0) return at;
  }
  return undefined;
}

function selvesIn(root: RawTree, name: string, { terms }: Deferred): readonly Reference[] {
  return terms.filter((term) => term.kind === 'reference').filter((reference) => leadsBack(root, name, reference));
}

const noneGone: ReadonlySet<Raw> = new Set();

/**
 * Whether it leads into the very value of the root it stands in, and the file has no other answer to it: a value under
 * its path, of which something is left.
 */
export function leadsBack(root: RawTree, name: string, { expression }: Reference, gone = noneGone): boolean {
  const path = expressionPath(expression);
  const found = path.length > 1 ? under(root, path) : null;
  return path[0] === name && (found === null || found === 'blocked' || isNull(found) || gone.has(found));
}

class Search {
  readonly answers = new Map<Reference, SelfAnswer>();
  private readonly root: RawTree;
  private readonly environment: Environment | null;
  /** Values of which nothing is left: they answer nobody. */
  private readonly gone = new Set<Raw>();

  constructor(root: RawTree, environment: Environment | null) {
    this.root = root;
    this.environment = environment;
  }

  settle(name: string, { raw, again }: Entry): void {
    if (again === true && raw.kind === 'deferred') this.follow(name, raw);
    else for (const deferred of deferredIn(raw)) this.settleOne(name, deferred, again === true);
  }

  private settleOne(name: string, deferred: Deferred, isAgain: boolean): void {
    const references = deferred.terms.filter((term) => term.kind === 'reference');
    for (const reference of references) {
      if (!leadsBack(this.root, name, reference, this.gone)) continue;
      const answer = isAgain ? this.missingPart(reference) : this.answer(name, reference, deferred);
      if (answer !== null) this.answers.set(reference, answer);
    }
    const isGone = deferred.terms.every((term) => term.kind === 'reference' && this.isNothing(term));
    if (isGone) this.gone.add(deferred);
  }

  private isNothing(reference: Reference): boolean {
    const own = this.answers.get(reference);
    return own !== undefined && 'answer' in own && own.answer === 'nothing-before';
  }

  /** For a value that is written once. */
  private answer(name: string, { optional }: Reference, { appends }: Deferred): SelfAnswer | null {
    const text = this.environment?.get(name);
    if (text !== undefined) return { answer: variableValue(name, text) };
    if (!optional) return null;
    if (this.environment) return { answer: 'nothing-before' };
    return { answer: appends ? 'absent' : 'unknown' };
  }

  /** In a section that is written again, ClearML looks for the missing part in what was there before. */
  private missingPart({ expression }: Reference): SelfAnswer | null {
    const path = expressionPath(expression);
    return path.length > 1 && under(this.root, path) === null ? { fails: 'unresolved-substitution' } : null;
  }

  /**
   * Definitions that replace each other: one that refers to what it stood on has that, unless it stands on what waits
   * for a substitution itself.
   */
  private follow(name: string, last: Deferred): void {
    const chain = chainOf(last);
    let waits = chain[0]?.kind === 'deferred';
    for (const raw of chain.slice(1)) {
      const own = raw.kind === 'deferred' ? raw.terms.filter((term) => term.kind === 'reference') : [];
      const selves = own.filter((reference) => leadsBack(this.root, name, reference, this.gone));
      if (waits) for (const reference of selves) this.answers.set(reference, { fails: 'substitution-cycle' });
      waits = own.length > selves.length;
    }
  }
}

/** The definitions of one name that replace each other, from the first. */
function chainOf(last: Deferred): readonly Raw[] {
  const chain: Raw[] = [last];
  for (let at = last.previous; at !== null; at = at.raw.kind === 'deferred' ? at.raw.previous : null) {
    chain.push(at.raw);
  }
  return chain.reverse();
}
