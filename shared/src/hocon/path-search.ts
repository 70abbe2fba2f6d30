import type { ConfigValue } from './document.ts';
import { expressionPath } from './key.ts';
import { type Deferred, type Entry, entryAt, type Origin, type Raw, type RawTree, standsOn } from './raw.ts';
import type { Resolved } from './resolved.ts';
import { isTagged } from './value.ts';

/** What stands under a path; `nothing-before`: only the asking value itself does, and it stands on nothing. */
export type Found = Resolved | null | 'cycle' | 'nothing-before';

/** The values of a file on their way to being worked out. */
export interface Values {
  /** Whether it is being worked out right now. */
  isActive(raw: Raw): boolean;
  entry(entry: Entry): Resolved | null;
  tree(raw: RawTree, origin: Origin): Resolved;
}

/** Finds what a substitution refers to, also inside values that have substitutions themselves. */
export class PathSearch {
  private readonly root: RawTree;
  private readonly values: Values;
  /** Values being worked out in whose parts a member is looked for. */
  private readonly searched = new Set<Deferred>();

  constructor(root: RawTree, values: Values) {
    this.root = root;
    this.values = values;
  }

  /** The value under a path from the root of the file; null if there is none. */
  find(path: readonly string[], asking: Deferred): Found | 'wrong-type' {
    return this.findFrom(this.root, path, asking);
  }

  private findFrom(from: RawTree, path: readonly string[], asking: Deferred): Found | 'wrong-type' {
    let tree = from;
    for (const [index, part] of path.entries()) {
      const entry = tree.entries.get(part);
      if (!entry) return null;
      const rest = path.slice(index + 1);
      if (rest.length === 0) return this.target(entry, asking, from === this.root && path.length === 1);
      if (entry.raw.kind === 'deferred') return this.findInDeferred(entry, rest, asking);
      if (entry.raw.kind !== 'tree') return 'wrong-type';
      tree = entry.raw;
    }
    return null;
  }

  /** A member of a value with substitutions in it. While that is being worked out, it is looked for in its parts. */
  private findInDeferred(entry: Entry, path: readonly string[], asking: Deferred): Found | 'wrong-type' {
    const { raw } = entry;
    if (raw.kind !== 'deferred' || !this.values.isActive(raw) || standsOn(raw, asking)) {
      const target = this.target(entry, asking, false);
      return typeof target === 'string' || target === null ? target : memberOf(target, path);
    }
    if (this.searched.has(raw)) return 'cycle';
    this.searched.add(raw);
    const found = this.findInTerms(raw, path, asking);
    this.searched.delete(raw);
    return found;
  }

  /** The last part that has the member gives it; one that is the asking value itself stands on those before. */
  private findInTerms(raw: Deferred, path: readonly string[], asking: Deferred): Found | 'wrong-type' {
    for (const term of raw.terms.toReversed()) {
      const isText = term.kind === 'scalar' || term.kind === 'list' || term.kind === 'deferred';
      if (isText || (term.kind === 'tree' && entryAt(term, path)?.raw === asking)) continue;
      const found =
        term.kind === 'tree'
          ? this.findFrom(term, path, asking)
          : this.findFrom(this.root, [...expressionPath(term.expression), ...path], asking);
      if (found !== null) return found;
    }
    return raw.previous?.raw.kind === 'tree' ? this.findFrom(raw.previous.raw, path, asking) : null;
  }

  /** A value that refers to itself, or to the definition that replaces it, means what it stood on. */
  private target(entry: Entry, asking: Deferred, isTop: boolean): Found {
    if (!this.values.isActive(entry.raw)) return this.values.entry(entry);
    const isOptional = asking.terms.every((term) => term.kind !== 'reference' || term.optional);
    const nothing = isOptional && (isTop || asking.appends) ? 'nothing-before' : 'cycle';
    if (entry.raw.kind === 'tree') return this.restOf(entry.raw, entry.origin) ?? nothing;
    if (!standsOn(entry.raw, asking)) return 'cycle';
    return asking.previous ? this.values.entry(asking.previous) : nothing;
  }

  /** What an object holds besides what is just being worked out; null if that is nothing. */
  private restOf(raw: RawTree, origin: Origin): Resolved | null {
    const entries = new Map([...raw.entries].filter(([, entry]) => !this.values.isActive(entry.raw)));
    return entries.size === 0 ? null : this.values.tree({ kind: 'tree', entries }, origin);
  }
}

/** A member of what has been worked out. What is no object has none, and what cannot be told may have it. */
function memberOf(found: Resolved, path: readonly string[]): Resolved | null | 'wrong-type' {
  let at = found;
  for (const name of path) {
    if (at.members === undefined) return isOpaque(at.value) ? null : 'wrong-type';
    const member = at.members.get(name);
    if (member === undefined) return null;
    at = member;
  }
  return at;
}

function isOpaque(value: ConfigValue): boolean {
  return isTagged(value) && value.kind === 'opaque';
}
