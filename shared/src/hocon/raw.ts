import type { FieldNode, Part, Scalar, ValueNode } from './document.ts';

/** Where a value comes from: the definition that wins. No field for items of a list, none for an included file. */
export interface Origin {
  readonly field: FieldNode | null;
  readonly node: ValueNode | null;
}

/** A file's content after merging, before substitution. Later definitions change it in place while it is built. */
export type Raw = RawScalar | RawList | RawTree | Deferred;

export interface RawScalar {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** As Python prints it inside a longer text. */
  readonly text: string;
  /** Blanks behind a quoted text: part of a longer one only if more follows. */
  readonly blanks: string;
  /** A `null` of the file: ClearML's parser keeps an internal object for it until it is asked for. */
  readonly isNullLiteral: boolean;
}

export interface RawList {
  readonly kind: 'list';
  readonly items: readonly Entry[];
}

export interface RawTree {
  readonly kind: 'tree';
  readonly entries: Map<string, Entry>;
}

/** A value with a substitution in it: worked out when everything else is known. */
export interface Deferred {
  readonly kind: 'deferred';
  readonly terms: Term[];
  /** What the place held before. */
  previous: Entry | null;
  /** Made for `+=`: a missing earlier value is nothing, whatever the environment holds. */
  readonly appends: boolean;
}

export type Term = Raw | Reference;

export interface Reference {
  readonly kind: 'reference';
  readonly expression: string;
  readonly optional: boolean;
  /** Blanks behind it, kept before further text. */
  readonly blanks: string;
  readonly part: Part | null;
}

export interface Entry {
  readonly raw: Raw;
  readonly origin: Origin;
  /** False if it was included or made by a `+=`. */
  readonly plain: boolean;
  /** The name had a value before; a dotted one inside it does not count. */
  readonly again?: boolean;
  /** What the name held before, where a substitution stood there and none stands here. */
  readonly replaced?: Entry;
}

export function newTree(): RawTree {
  return { kind: 'tree', entries: new Map() };
}

/** `section-after-value`: an object cannot be merged into a text, a number or a boolean. */
export type PutOutcome = 'put' | 'section-after-value';

/**
 * Puts a value under a path, as ClearML merges: objects merge, everything else replaces; what stands in the way of a
 * longer path is replaced by an object.
 */
export function put(tree: RawTree, path: readonly string[], entry: Entry): PutOutcome {
  let at = tree;
  const last = path.length - 1;
  for (let place = 0; place < last; place++) at = subtree(at, path[place] ?? '', entry.origin);
  return putHere(at, path[last] ?? '', entry);
}

function subtree(tree: RawTree, key: string, origin: Origin): RawTree {
  const existing = tree.entries.get(key);
  if (existing?.raw.kind === 'tree') return existing.raw;
  const raw = newTree();
  tree.entries.set(key, over(existing, { raw, origin, plain: true }));
  return raw;
}

function putHere(tree: RawTree, key: string, entry: Entry): PutOutcome {
  const existing = tree.entries.get(key);
  const { raw } = entry;
  if (raw.kind === 'tree') return putTree(tree, key, entry, raw, existing);
  if (raw.kind === 'deferred' && existing) {
    raw.previous = existing;
    if (existing.raw.kind === 'tree' && !raw.appends) raw.terms.unshift(existing.raw);
  }
  tree.entries.set(key, over(existing, entry));
  return 'put';
}

function putTree(tree: RawTree, key: string, entry: Entry, raw: RawTree, existing: Entry | undefined): PutOutcome {
  if (existing?.raw.kind === 'tree') {
    merge(existing.raw, raw);
    const plain = existing.plain && entry.plain;
    tree.entries.set(key, over(existing, { ...entry, raw: existing.raw, plain }));
    return 'put';
  }
  if (existing?.raw.kind === 'deferred') {
    existing.raw.terms.push(raw);
    return 'put';
  }
  tree.entries.set(key, over(existing, entry));
  return existing?.raw.kind === 'scalar' && existing.raw.value !== null ? 'section-after-value' : 'put';
}

function over(existing: Entry | undefined, entry: Entry): Entry {
  if (existing === undefined) return entry;
  const isDeferred = existing.raw.kind === 'deferred';
  const replaced = isDeferred ? existing : existing.replaced;
  return replaced === undefined || entry.raw.kind === 'deferred'
    ? { ...entry, again: true }
    : { ...entry, again: true, replaced };
}

/** What stood at the name before, as far as it still has a say. */
export function before({ raw, replaced }: Entry): Entry | undefined {
  return raw.kind === 'deferred' ? (raw.previous ?? undefined) : replaced;
}

/** Merges a later object into an earlier one. */
function merge(target: RawTree, source: RawTree): void {
  for (const [key, entry] of source.entries) {
    const existing = target.entries.get(key);
    if (existing?.raw.kind === 'tree' && entry.raw.kind === 'tree') {
      merge(existing.raw, entry.raw);
      target.entries.set(key, { ...entry, raw: existing.raw });
      continue;
    }
    if (entry.raw.kind === 'deferred' && existing) entry.raw.previous = existing;
    target.entries.set(key, entry);
  }
}

export function entryAt(tree: RawTree, path: readonly string[]): Entry | undefined {
  const [name, ...rest] = path;
  const entry = name === undefined ? undefined : tree.entries.get(name);
  return rest.length > 0 && entry?.raw.kind === 'tree' ? entryAt(entry.raw, rest) : entry;
}

/** True if a value replaces another directly or through values in between. */
export function standsOn(raw: Raw, other: Deferred): boolean {
  let at: Raw | undefined = raw;
  while (at?.kind === 'deferred' && at !== other) at = at.previous?.raw;
  return at === other;
}

/** True for a `null` of the file. */
export function isNull(raw: Raw): boolean {
  return raw.kind === 'scalar' && raw.isNullLiteral;
}

/** What stands under a path; null if nothing does, `blocked` if something that is no object is in the way. */
export function under(root: RawTree, path: readonly string[]): Raw | 'blocked' | null {
  let at: Raw = root;
  for (const part of path) {
    if (at.kind !== 'tree') return 'blocked';
    const entry: Entry | undefined = at.entries.get(part);
    if (!entry) return null;
    at = entry.raw;
  }
  return at;
}

/** Those in a value, but not those in the parts of one: ClearML does not look there. */
export function deferredIn(raw: Raw, found: Deferred[] = []): readonly Deferred[] {
  if (raw.kind === 'deferred') found.push(raw);
  else if (raw.kind === 'tree') for (const entry of raw.entries.values()) deferredIn(entry.raw, found);
  else if (raw.kind === 'list') for (const item of raw.items) deferredIn(item.raw, found);
  return found;
}
