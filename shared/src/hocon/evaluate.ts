import type { ConfigValue, Position, Problem, ProblemCode, Range } from './document.ts';
import { expressionPath } from './key.ts';
import { type Expansion, expandTabs, LineIndex } from './position.ts';
import { pythonText } from './python-text.ts';
import type { Deferred, Entry, Origin, Raw, RawList, RawTree, Reference, Term } from './raw.ts';
import { listOf, lookup, mergeResolved, objectOf, type Resolved } from './resolved.ts';

export type Environment = ReadonlyMap<string, string>;

/** What a substitution stands for; `unknown` because the environment is not given. */
type Answer = Resolved | 'absent' | 'null' | 'unknown';

/** What stands under a path; `nothing-before`: only the asking value itself does, and it stands on nothing. */
type Found = Resolved | null | 'cycle' | 'nothing-before';

interface Piece {
  readonly term: Term;
  readonly answer: Answer;
}

const NO_ORIGIN: Origin = { field: null, node: null };

/** Works out substitutions, each once. Follows ClearML's order: the file first, then the environment. */
export class Evaluation {
  readonly problems: Problem[] = [];
  private readonly root: RawTree;
  private readonly text: string;
  private readonly lines: LineIndex;
  private readonly expansion: Expansion;
  private readonly environment: Environment | null;
  private readonly done = new Map<Deferred, Resolved | null>();
  private readonly active = new Set<Raw>();
  /** The substitutions being followed: where they turn out to go round, the first one is to blame. */
  private readonly followed: Reference[] = [];

  constructor(root: RawTree, text: string, environment: Environment | null) {
    this.root = root;
    this.text = text;
    this.lines = new LineIndex(text);
    this.expansion = expandTabs(text);
    this.environment = environment;
  }

  tree(raw: RawTree, origin: Origin | null, plain: boolean): Resolved {
    const members = new Map<string, Resolved>();
    this.active.add(raw);
    for (const [key, entry] of raw.entries) {
      const resolved = this.entry(entry);
      if (resolved) members.set(key, resolved);
    }
    this.active.delete(raw);
    return objectOf(members, origin, !plain);
  }

  list(raw: RawList, origin: Origin | null, plain: boolean, depth: number): Resolved {
    this.active.add(raw);
    const items = raw.items.map((item) => (item.raw.kind === 'deferred' ? null : this.item(item, depth)));
    raw.items.forEach((item, index) => {
      if (item.raw.kind === 'deferred') this.placeItem(items, index, item);
    });
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
    const resolved = this.workOut(raw, origin);
    this.active.delete(raw);
    this.done.set(raw, resolved);
    return resolved;
  }

  private workOut(raw: Deferred, origin: Origin): Resolved | null {
    const pieces = raw.terms.map((term): Piece => ({ term, answer: this.answer(term, raw, origin) }));
    if (pieces.some((piece) => piece.answer === 'unknown')) return this.unknown(raw, origin);
    const parts = pieces.map((piece) => piece.answer).filter((answer) => typeof answer !== 'string');
    if (parts.length === 0) return this.nothingLeft(raw, pieces);
    const [only] = parts;
    if (parts.length === 1 && only) return { ...only, origin, computed: true };
    if (parts.every((part) => part.members)) return this.mergeAll(raw, parts, origin);
    if (parts.every((part) => part.items))
      return listOf(
        parts.flatMap((part) => part.items ?? []),
        origin,
        true,
      );
    if (parts.some((part) => part.members ?? part.items)) return this.mixed(raw, origin);
    return { value: joinText(pieces), origin, computed: true };
  }

  private answer(term: Term, raw: Deferred, origin: Origin): Answer {
    if (term.kind === 'reference') return this.reference(term, raw);
    return this.entry({ raw: term, origin, plain: true }) ?? 'absent';
  }

  /** An optional substitution that nothing answers leaves what the place held before; a null deletes it. */
  private nothingLeft(raw: Deferred, pieces: readonly Piece[]): Resolved | null {
    if (pieces.at(-1)?.answer !== 'absent' || !raw.previous) return null;
    const previous = this.entry(raw.previous);
    return previous && withOverrides(previous, raw);
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
    this.followed.push(reference);
    const found = this.find(expressionPath(reference.expression), from);
    if (found === 'cycle') this.fail('substitution-cycle', this.followed[0] ?? reference);
    this.followed.pop();
    if (found === 'cycle') return 'absent';
    if (found === 'nothing-before') return this.appendedToNothing(reference, from);
    if (found === 'wrong-type') return this.fail('mixed-types', reference);
    if (found) return found.value === null ? 'null' : found;
    return from.appends ? 'absent' : this.fromEnvironment(reference);
  }

  private fromEnvironment(reference: Reference): Answer {
    if (!this.environment) {
      if (!reference.optional) this.add('unresolved-substitution', 'warning', reference.part);
      return 'unknown';
    }
    const text = this.environment.get(reference.expression);
    if (text !== undefined) return { value: text, origin: NO_ORIGIN, computed: true, text };
    return reference.optional ? 'absent' : this.fail('unresolved-substitution', reference);
  }

  /** `+=` under a name of one part begins a value; under a dotted one ClearML stumbles over the missing one. */
  private appendedToNothing(reference: Reference, from: Deferred): 'absent' {
    if (from.appends && expressionPath(reference.expression).length > 1) this.fail('append-to-text', reference);
    return 'absent';
  }

  /** The value under a path from the root of the file; null if there is none. */
  private find(path: readonly string[], from: Deferred): Found | 'wrong-type' {
    let tree = this.root;
    for (const [index, part] of path.entries()) {
      const entry = tree.entries.get(part);
      if (!entry) return null;
      const target = index === path.length - 1 || entry.raw.kind === 'deferred' ? this.target(entry, from) : null;
      if (index === path.length - 1 || typeof target === 'string') return target;
      if (entry.raw.kind === 'deferred') return target ? (lookup(target, path.slice(index + 1)) ?? null) : null;
      if (entry.raw.kind !== 'tree') return 'wrong-type';
      tree = entry.raw;
    }
    return null;
  }

  /** A value that refers to itself, or to the definition that replaces it, means what it stood on. */
  private target(entry: Entry, from: Deferred): Found {
    if (!this.active.has(entry.raw)) return this.entry(entry);
    if (!standsOn(entry.raw, from)) return 'cycle';
    if (from.previous) return this.entry(from.previous);
    const isOptional = from.terms.every((term) => term.kind !== 'reference' || term.optional);
    return isOptional ? 'nothing-before' : 'cycle';
  }

  private fail(code: ProblemCode, reference: Reference): 'absent' {
    const { part } = reference;
    const clearml = part && code !== 'mixed-types' ? this.expansion.positionAt(part.from) : null;
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

/** True if a value replaces another directly or through values in between. */
function standsOn(raw: Raw, other: Deferred): boolean {
  let at: Raw | undefined = raw;
  while (at?.kind === 'deferred' && at !== other) at = at.previous?.raw;
  return at === other;
}

/** Python holds true for 1 and false for 0. */
function countsAs(value: ConfigValue, count: number): boolean {
  return (typeof value === 'number' || typeof value === 'boolean') && Number(value) === count;
}

function withOverrides(previous: Resolved, raw: Deferred): Resolved {
  const names = raw.terms.flatMap((term) => (term.kind === 'reference' ? [term.expression] : []));
  return { ...previous, overrides: [...(previous.overrides ?? []), ...names] };
}

/** Texts, numbers and keywords in a row. Blanks behind a quoted text or a substitution go if nothing comes after. */
function joinText(pieces: readonly Piece[]): ConfigValue {
  if (pieces.some(({ term }) => term.kind === 'scalar' && term.isNullLiteral)) {
    return { kind: 'opaque', reason: 'garbage', source: 'null' };
  }
  const last = pieces.findLastIndex(({ answer }) => typeof answer !== 'string');
  return pieces.map((piece, index) => pieceText(piece, index === last, index === pieces.length - 1)).join('');
}

function pieceText({ term, answer }: Piece, isLastFound: boolean, isLast: boolean): string {
  if (term.kind === 'scalar') return term.text + (isLastFound ? '' : term.blanks);
  if (typeof answer === 'string') return '';
  const text = answer.text ?? scalarText(answer.value);
  return term.kind === 'reference' && !isLast ? text + term.blanks : text;
}

function scalarText(value: ConfigValue): string {
  if (value instanceof Map || Array.isArray(value) || typeof value !== 'object' || value === null) {
    return typeof value === 'object' && value !== null ? '' : pythonText(value, '');
  }
  return '';
}
