import { expressionPath } from './key.ts';
import { type Deferred, deferredIn, type Raw, type RawTree, type Reference, standsOn } from './raw.ts';
import { leadsBack } from './self-reference.ts';

/**
 * The substitutions that ClearML stumbles over. It takes them in the order of the keys, and where one leads through a
 * value that still waits for a substitution itself, it finds no section there: `a: ${b.c}` before `b: ${o}`.
 */
export function untimely(root: RawTree): ReadonlySet<Reference> {
  const turns = new Turns(root);
  for (const [name, { raw }] of root.entries) for (const deferred of deferredIn(raw)) turns.expect(name, deferred);
  return turns.take();
}

class Turns {
  private readonly root: RawTree;
  /** In their order, with the value that each stands in. */
  private readonly waiting: { readonly reference: Reference; readonly deferred: Deferred }[] = [];
  /** How many substitutions each value waits for. */
  private readonly left = new Map<Raw, number>();

  constructor(root: RawTree) {
    this.root = root;
  }

  expect(name: string, deferred: Deferred): void {
    const references = deferred.terms.filter((term) => term.kind === 'reference');
    // Those that lead back into the value are settled before all others.
    const own = references.filter((reference) => !leadsBack(this.root, name, reference));
    this.left.set(deferred, own.length);
    for (const reference of own) this.waiting.push({ reference, deferred });
  }

  take(): ReadonlySet<Reference> {
    const failing = new Set<Reference>();
    for (const { reference, deferred } of this.waiting) {
      const found = this.follow(expressionPath(reference.expression), deferred);
      if (found === 'blocked') failing.add(reference);
      if (found === 'known') this.left.set(deferred, (this.left.get(deferred) ?? 0) - 1);
    }
    return failing;
  }

  private follow(path: readonly string[], asking: Deferred): 'known' | 'waits' | 'blocked' {
    let tree = this.root;
    for (const [place, name] of path.entries()) {
      const raw = tree.entries.get(name)?.raw;
      if (raw === undefined) return 'known';
      const isLast = place === path.length - 1;
      if (this.isWaiting(raw)) return !isLast ? 'blocked' : this.isWaiting(beneath(raw, asking)) ? 'waits' : 'known';
      if (raw.kind !== 'tree') return 'known';
      tree = raw;
    }
    return 'known';
  }

  private isWaiting(raw: Raw | undefined): boolean {
    return raw !== undefined && (this.left.get(raw) ?? 0) > 0;
  }
}

/** What a value that refers to itself stood on; any other is itself. */
function beneath(raw: Raw, asking: Deferred): Raw | undefined {
  return standsOn(raw, asking) && asking.previous !== null ? asking.previous.raw : raw;
}
