import type { Document, LiteralNode, Path, Resolved } from '../hocon/index.ts';
import { expressionPath } from '../hocon/key.ts';
import { rememberingFew } from '../hocon/remembering.ts';
import { isSecretStep } from './secret.ts';
import { isSecretKey } from './secret-name.ts';
import { hasReferences, isNamedIn, referredSecrets } from './secret-references.ts';
import { type Atom, everyAtom, secretLiterals } from './secret-values.ts';

/** Whether a value holds a secret at a place that is none by itself, as a reference has brought it there. */
export type IsDrawn = (path: Path, found: Resolved | undefined) => boolean;

/** The same for the values of one document. */
export const drawnIn: (document: Document) => IsDrawn = rememberingFew((document: Document) => drawnFrom([document]));

/** The literals that are secrets in a document: by their place, or by what refers to them. */
export const secretNodesIn: (document: Document) => ReadonlySet<LiteralNode> = rememberingFew(
  (document: Document) => new Set([...secretLiterals(document), ...referredSecrets(document)]),
);

/** The same where a document and those that it includes are read together. */
export function drawnFrom(documents: readonly [Document, ...Document[]]): IsDrawn {
  if (!documents.some(hasReferences)) return () => false;
  const origins = new Origins(documents);
  return (path, found) => !isCovered(path) && origins.isDrawn(path, found);
}

/** A secret by the name of its setting, or of what it stands in: it is hidden anyway. */
function isCovered(path: Path): boolean {
  return path.some((_, place) => isSecretStep(path.slice(0, place + 1)));
}

class Origins {
  private readonly secrets: ReadonlySet<LiteralNode>;
  private readonly isNamed: (path: Path) => boolean;
  private readonly known = new WeakMap<Resolved, boolean>();

  constructor([own, ...included]: readonly [Document, ...Document[]]) {
    this.isNamed = isNamedIn(own);
    this.secrets = new Set([
      ...[own, ...included].flatMap((document) => [...secretNodesIn(document)]),
      ...included.flatMap((document) => secretLiterals(document, [], this.isNamed)),
    ]);
  }

  isDrawn(path: Path, found: Resolved | undefined): boolean {
    if (!found) return false;
    const { members, items } = found;
    if (items) return items.some((item, place) => this.isDrawnStep([...path, place], item));
    if (members) return [...members].some(([name, member]) => this.isDrawnStep([...path, name], member));
    return this.isFromSecret(found);
  }

  private isDrawnStep(path: Path, found: Resolved): boolean {
    return !isSecretStep(path) && this.isDrawn(path, found);
  }

  private isFromSecret(found: Resolved): boolean {
    if (!this.known.has(found)) this.settle(found);
    return this.known.get(found) === true;
  }

  /** Step by step, not part in part: a row of references may be long. */
  private settle(found: Resolved): void {
    /** What was made from each. */
    const madeFrom = new Map<Resolved, Resolved[]>([[found, []]]);
    const telling: Resolved[] = [];
    for (const one of madeFrom.keys()) {
      const known = this.known.get(one);
      if (known ?? this.tells(one)) telling.push(one);
      this.known.set(one, false);
      for (const part of known === undefined ? (one.parts ?? []) : []) {
        const others = madeFrom.get(part);
        if (others) others.push(one);
        else madeFrom.set(part, [one]);
      }
    }
    for (let one = telling.pop(); one; one = telling.pop()) {
      if (this.known.get(one) === true) continue;
      this.known.set(one, true);
      telling.push(...(madeFrom.get(one) ?? []));
    }
  }

  /** Whether it says by itself that it is a secret: what it is made from is left aside. */
  private tells({ origin, variable }: Resolved): boolean {
    if (variable !== undefined && this.isSecretVariable(variable)) return true;
    const written: Atom[] = [];
    everyAtom(origin?.node?.parts ?? [], written);
    return written.some((atom) => atom.kind === 'literal' && this.secrets.has(atom));
  }

  private isSecretVariable(name: string): boolean {
    return isSecretKey(name) || this.isNamed(expressionPath(name));
  }
}
