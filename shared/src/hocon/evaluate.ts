import type { ConfigValue, Position, Problem, ProblemCode, Range } from './document.ts';
import { type Answer, joinText, type Piece } from './joined-text.ts';
import { expressionPath } from './key.ts';
import { PathSearch } from './path-search.ts';
import { type Expansion, expandTabs, LineIndex } from './position.ts';
import {
  type Deferred,
  type Entry,
  isNull,
  type Origin,
  type Raw,
  type RawList,
  type RawTree,
  type Reference,
  type Term,
} from './raw.ts';
import { type Environment, listOf, mergeResolved, objectOf, type Resolved, variableValue } from './resolved.ts';
import { type SelfAnswers, selfAnswers } from './self-reference.ts';
import { untimely } from './turns.ts';
import { isTagged } from './value.ts';
import { WEIGHT_LIMIT, Weights } from './weights.ts';

/**
 * How deep values are followed, a substitution counting for several sections: 410 in a row, or what is left of that
 * inside sections. A longer row is named instead of running out of stack, a quarter of which stays free for whoever asks:
 * before it has been optimised, code takes more of it.
 */
const DEPTH_BUDGET = 3300;
const BLOCK_COST = 3;
const SUBSTITUTION_COST = 8;

/** Works out substitutions, each once. Follows ClearML's order: the file first, then the environment. */
export class Evaluation {
  readonly problems: Problem[] = [];
  private readonly root: RawTree;
  private readonly search: PathSearch;
  private readonly text: string;
  private readonly lines: LineIndex;
  private readonly expansion: Expansion;
  private readonly environment: Environment | null;
  private readonly done = new Map<Deferred, Resolved | null>();
  /** Those without an answer of their own. */
  private readonly wentBack = new Set<Deferred>();
  private readonly active = new Set<Raw>();
  private readonly weights = new Weights();
  private depth = 0;
  /** Looked for when the first substitution is met: most files have none. */
  private selves: SelfAnswers | null = null;
  private untimely: ReadonlySet<Reference> | null = null;
  /** The substitutions being followed: where they turn out to go round, the first one is to blame. */
  private readonly followed: Reference[] = [];

  constructor(root: RawTree, text: string, environment: Environment | null) {
    this.root = root;
    this.search = new PathSearch(root, {
      isActive: (raw) => this.active.has(raw),
      entry: (entry) => this.entry(entry),
      tree: (raw, origin) => this.tree(raw, origin, true),
    });
    this.text = text;
    this.lines = new LineIndex(text);
    this.expansion = expandTabs(text);
    this.environment = environment;
  }

  tree(raw: RawTree, origin: Origin | null, plain: boolean): Resolved {
    const members = new Map<string, Resolved>();
    this.active.add(raw);
    this.depth += BLOCK_COST;
    for (const [key, entry] of raw.entries) {
      const resolved = this.entry(entry);
      if (resolved) members.set(key, resolved);
    }
    this.depth -= BLOCK_COST;
    this.active.delete(raw);
    return objectOf(members, origin, !plain);
  }

  list(raw: RawList, origin: Origin | null, plain: boolean, depth: number): Resolved {
    this.active.add(raw);
    this.depth += BLOCK_COST;
    const items = raw.items.map((item) => (item.raw.kind === 'deferred' ? null : this.item(item, depth)));
    raw.items.forEach((item, index) => {
      if (item.raw.kind === 'deferred') this.placeItem(items, index, item);
    });
    this.depth -= BLOCK_COST;
    this.active.delete(raw);
    const found = items.filter((item) => item !== null);
    return listOf(found, origin, !plain);
  }

  /**
   * An item without a value becomes null, unless its own number is one of the list's values: ClearML takes that for
   * the item's presence and deletes what now stands in its place.
   */
  private placeItem(items: (Resolved | null)[], index: number, item: Entry): void {
    const resolved = this.entry(item);
    if (resolved && resolved.value !== null) {
      items[index] = resolved;
      return;
    }
    if (index >= items.length) return;
    if (items.some((other) => other !== null && countsAs(other.value, index))) items.splice(index, 1);
    else items[index] = { value: null, origin: item.origin, computed: true };
  }

  private item(entry: Entry, depth: number): Resolved {
    const { raw, origin, plain } = entry;
    if (raw.kind === 'list') return this.list(raw, origin, plain, depth + 1);
    if (raw.kind === 'scalar' && raw.isNullLiteral && depth > 0) {
      return { value: { kind: 'opaque', reason: 'leaked-null', source: 'null' }, origin, computed: false };
    }
    return this.entry(entry) ?? { value: null, origin, computed: true };
  }

  /** Null if the entry is not there in the end: an optional substitution that nothing answers. */
  private entry({ raw, origin, plain }: Entry): Resolved | null {
    switch (raw.kind) {
      case 'scalar':
        return { value: raw.value, origin, computed: !plain, text: raw.text };
      case 'tree':
        return this.tree(raw, origin, plain);
      case 'list':
        return this.list(raw, origin, plain, 0);
      case 'deferred':
        return this.deferred(raw, origin);
    }
  }

  private deferred(raw: Deferred, origin: Origin): Resolved | null {
    const known = this.done.get(raw);
    if (known !== undefined) return known;
    this.active.add(raw);
    this.depth += SUBSTITUTION_COST;
    const resolved =
      this.depth > DEPTH_BUDGET ? this.tooDeep(origin) : this.ofFairSize(this.workOut(raw, origin), origin);
    this.depth -= SUBSTITUTION_COST;
    this.active.delete(raw);
    this.done.set(raw, resolved);
    return resolved;
  }

  private tooDeep(origin: Origin): Resolved {
    this.add('too-deep', 'error', origin.field ?? origin.node);
    return { value: '', origin, computed: true };
  }

  private ofFairSize(resolved: Resolved | null, origin: Origin): Resolved | null {
    return resolved && this.weights.of(resolved) > WEIGHT_LIMIT ? this.tooDeep(origin) : resolved;
  }

  private workOut(raw: Deferred, origin: Origin): Resolved | null {
    const pieces = raw.terms.map((term): Piece => ({ term, answer: this.answer(term, raw, origin) }));
    if (pieces.some((piece) => piece.answer === 'unknown')) return this.unknown(raw, origin);
    const parts = pieces.map((piece) => piece.answer).filter((answer) => typeof answer !== 'string');
    if (parts.length === 0) return this.nothingLeft(raw, pieces, origin);
    const [only] = parts;
    if (parts.length === 1 && only) return { ...only, origin, computed: true, parts };
    if (parts.every((part) => part.members)) return this.mergeAll(raw, parts, origin);
    if (parts.every((part) => part.items))
      return listOf(
        parts.flatMap((part) => part.items ?? []),
        origin,
        true,
      );
    if (parts.some((part) => part.members ?? part.items)) return this.mixed(raw, origin);
    return { value: joinText(pieces), origin, computed: true, parts };
  }

  private answer(term: Term, raw: Deferred, origin: Origin): Answer {
    if (term.kind === 'reference') return this.reference(term, raw);
    return this.entry({ raw: term, origin, plain: true }) ?? 'absent';
  }

  /**
   * An optional substitution that nothing answers leaves what the place held before; a null deletes it, and so does one
   * that was held. One of the place itself, where nothing stood before, is null, and so is one over another that nothing
   * answers: ClearML goes back by one definition only.
   */
  private nothingLeft(raw: Deferred, pieces: readonly Piece[], origin: Origin): Resolved | null {
    const nothing = { value: null, origin, computed: true };
    if (pieces.some(({ answer }) => answer === 'nothing-before')) return nothing;
    this.wentBack.add(raw);
    const { previous } = raw;
    if (pieces.at(-1)?.answer !== 'absent' || previous === null || isNull(previous.raw)) return null;
    const resolved = this.entry(previous);
    if (previous.raw.kind === 'deferred' && this.wentBack.has(previous.raw)) return nothing;
    return resolved && withOverrides(resolved, raw);
  }

  /** A sole optional substitution leaves what the place held before; all else cannot be told from the file. */
  private unknown(raw: Deferred, origin: Origin): Resolved {
    const [only] = raw.terms;
    const isSole = raw.terms.length === 1 && only?.kind === 'reference' && only.optional;
    const previous = isSole && raw.previous ? this.entry(raw.previous) : null;
    if (previous) return withOverrides(previous, raw);
    const source = origin.node ? this.text.slice(origin.node.from, origin.node.to) : '';
    return { value: { kind: 'opaque', reason: 'unresolved', source }, origin, computed: true };
  }

  private mergeAll(raw: Deferred, parts: readonly Resolved[], origin: Origin): Resolved {
    const earlier = raw.previous;
    const mayMerge = earlier !== null && earlier.raw.kind !== 'scalar' && !this.active.has(earlier.raw);
    const previous = mayMerge ? this.entry(earlier) : null;
    const merged = (previous?.members ? [previous, ...parts] : parts).reduce(mergeResolved);
    return { ...merged, origin, computed: true };
  }

  private mixed(raw: Deferred, origin: Origin): Resolved {
    const node = origin.node ?? { from: 0, to: 0, readTo: 0 };
    if (raw.appends) this.add('append-to-text', 'error', origin.field ?? node);
    else this.add('mixed-types', 'error', node, this.expansion.positionAt(node.readTo));
    return { value: '', origin, computed: true };
  }

  private reference(reference: Reference, from: Deferred): Answer {
    this.selves ??= selfAnswers(this.root, this.environment);
    this.untimely ??= untimely(this.root);
    const own = this.selves.get(reference);
    if (own) return 'fails' in own ? this.fail(own.fails, reference, false) : own.answer;
    if (this.untimely.has(reference)) return this.fail('mixed-types', reference);
    this.followed.push(reference);
    const found = this.search.find(expressionPath(reference.expression), from);
    if (found === 'cycle') this.fail('substitution-cycle', this.followed[0] ?? reference);
    this.followed.pop();
    if (found === 'cycle') return 'absent';
    if (found === 'nothing-before') return this.appendedToNothing(reference, from);
    if (found === 'wrong-type') return this.fail('mixed-types', reference);
    if (found === null) return this.fromEnvironment(reference, from);
    // With others beside it, nothing can be told of all of them either.
    if (from.terms.length > 1 && isUnresolved(found.value)) return 'unknown';
    return found.value === null ? 'null' : found;
  }

  /** What `+=` joins with is rarely a variable: without the environment it is taken for nothing. */
  private fromEnvironment(reference: Reference, { appends }: Deferred): Answer {
    if (!this.environment) {
      if (appends) return 'absent';
      if (!reference.optional) this.add('unresolved-substitution', 'warning', reference.part);
      return 'unknown';
    }
    const text = this.environment.get(reference.expression);
    if (text !== undefined) return variableValue(reference.expression, text);
    return reference.optional ? 'absent' : this.fail('unresolved-substitution', reference);
  }

  /** `+=` under a name of one part begins a value; under a dotted one ClearML stumbles over the missing one. */
  private appendedToNothing(reference: Reference, from: Deferred): 'absent' | 'nothing-before' {
    if (!from.appends) return 'nothing-before';
    return expressionPath(reference.expression).length > 1 ? this.fail('append-to-text', reference) : 'absent';
  }

  private fail(code: ProblemCode, reference: Reference, hasPlace = code !== 'mixed-types'): 'absent' {
    const { part } = reference;
    const clearml = part && hasPlace ? this.expansion.positionAt(part.from) : null;
    this.add(code, 'error', part, clearml);
    return 'absent';
  }

  private add(
    code: ProblemCode,
    severity: Problem['severity'],
    range: Range | null,
    clearml: Position | null = null,
  ): void {
    const { from, to } = range ?? { from: 0, to: 0 };
    const subject = this.text.slice(from, to).split(/[\n\r]/, 1)[0] ?? '';
    const place = clearml ? { clearml } : {};
    this.problems.push({ code, severity, from, to, ...this.lines.positionAt(from), subject, ...place });
  }
}

/** Python holds true for 1 and false for 0. */
function countsAs(value: ConfigValue, count: number): boolean {
  return (typeof value === 'number' || typeof value === 'boolean') && Number(value) === count;
}

function isUnresolved(value: ConfigValue): boolean {
  return isTagged(value) && value.kind === 'opaque' && value.reason === 'unresolved';
}

function withOverrides(previous: Resolved, raw: Deferred): Resolved {
  const names = raw.terms.flatMap((term) => (term.kind === 'reference' ? [term.expression] : []));
  return { ...previous, overrides: [...(previous.overrides ?? []), ...names] };
}
