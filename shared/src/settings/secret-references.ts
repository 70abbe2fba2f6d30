import { settingAt } from '../catalog/index.ts';
import { definitionsOf } from '../hocon/definitions.ts';
import type { Document, LiteralNode, Path } from '../hocon/index.ts';
import { rememberingFew } from '../hocon/remembering.ts';
import { References } from './references.ts';
import { secretAtoms } from './secret-values.ts';

/** The literals that a secret of the document refers to: `secret_key: ${x}` makes a secret of what `x` says. */
export function referredSecrets(document: Document): readonly LiteralNode[] {
  return ofSecrets(document).literals;
}

/** Tells of a path whether a secret of the document refers to it, whether the document says anything there or not. */
export function isNamedIn(document: Document): (path: Path) => boolean {
  const { names } = ofSecrets(document);
  return (path) => names.has(spelled(path));
}

/** Tells of a path whether what a secret of the document refers to is said there, above it or below. */
export function isReferredIn(document: Document): (path: Path) => boolean {
  const { places, above } = ofSecrets(document);
  if (places.size === 0) return () => false;
  return (path) => above.has(spelled(path)) || path.some((_, place) => places.has(spelled(path.slice(0, place + 1))));
}

/** Most files refer to nothing, and this is asked with every key. */
export function hasReferences({ text }: Document): boolean {
  return text.includes('${');
}

interface OfSecrets {
  readonly literals: readonly LiteralNode[];
  readonly names: ReadonlySet<string>;
  /** Where the literals stand. */
  readonly places: ReadonlySet<string>;
  /** The paths above these places, and these. */
  readonly above: ReadonlySet<string>;
}

const nothing: OfSecrets = { literals: [], names: new Set(), places: new Set(), above: new Set() };

const ofSecrets = rememberingFew((document: Document): OfSecrets => {
  if (!hasReferences(document)) return nothing;
  const found = new References(definitionsOf(document), isPlain);
  for (const atom of secretAtoms(document)) if (atom.kind === 'substitution') found.follow(atom.expression);
  for (const expression of broken(document)) found.follow(expression);
  const above = found.places.flatMap((path) => path.map((_, place) => spelled(path.slice(0, place + 1))));
  return {
    literals: found.literals,
    names: new Set(found.names.filter((name) => !isPlain(name)).map(spelled)),
    places: new Set(found.places.map(spelled)),
    above: new Set([spelled([]), ...above]),
  };
});

/** In what cannot be read, as while it is typed, every reference may be one of a secret. */
function broken({ text, tokens }: Document): readonly string[] {
  return tokens.of('error').flatMap(({ from, to }) => {
    const found = text.slice(from, to).matchAll(/\$\{\??([^}\s"]*)/g);
    return [...found].map(([, expression = '']) => expression);
  });
}

/** What the catalog knows is never guessed about: a variable may well be given the name of the worker. */
function isPlain(path: Path): boolean {
  const setting = settingAt(path);
  return setting !== undefined && !setting['x-secret'];
}

function spelled(path: Path): string {
  return JSON.stringify(path);
}
