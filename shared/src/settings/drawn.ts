import type { Document, LiteralNode, Path, Resolved } from '../hocon/index.ts';
import { expressionPath } from '../hocon/key.ts';
import { rememberingFew } from '../hocon/remembering.ts';
import { isSecretStep } from './secret.ts';
import { isSecretKey } from './secret-name.ts';
import { hasReferences, isNamedIn, referredSecrets } from './secret-references.ts';
import { secretLiterals } from './secret-values.ts';

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
    const known = this.known.get(found) ?? this.findOut(found);
    this.known.set(found, known);
    return known;
  }

  private findOut({ origin, parts = [], variable }: Resolved): boolean {
    if (variable !== undefined && this.isSecretVariable(variable)) return true;
    const written = origin?.node?.parts ?? [];
    if (written.some((part) => part.kind === 'literal' && this.secrets.has(part))) return true;
    return parts.some((part) => this.isFromSecret(part));
  }

  private isSecretVariable(name: string): boolean {
    return isSecretKey(name) || this.isNamed(expressionPath(name));
  }
}
