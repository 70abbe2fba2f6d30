import { settingAt } from '../catalog/index.ts';
import { definitionsOf } from '../hocon/definitions.ts';
import { type Document, type LiteralNode, type Path, startsWith, type ValueNode } from '../hocon/index.ts';
import { rememberingFew } from '../hocon/remembering.ts';
import { References } from './references.ts';
import { isSecret } from './secret.ts';
import { secretAtoms } from './secret-values.ts';

/** The literals that a secret of the document refers to: `secret_key: ${x}` makes a secret of what `x` says. */
export function referredSecrets(document: Document): readonly LiteralNode[] {
  return ofSecrets(document).literals;
}

/** The paths that a secret of the document refers to, whether the document says anything there or not. */
export function referredNames(document: Document): readonly (readonly string[])[] {
  return ofSecrets(document).names.filter((name) => !isPlain(name));
}

/** Tells of a path whether a secret of the document refers to it, or to a part of what it holds. */
export function isReferredIn(document: Document): (path: Path) => boolean {
  const { places } = ofSecrets(document);
  return (path) => places.some((place) => startsWith(path, place) || startsWith(place, path));
}

/**
 * Tells of a value whether it refers to a secret, or to what a secret refers to as well: then it reads like one. In a
 * list it is told by what is written there, elsewhere by all that is said at its path.
 */
export function drawsOnSecretIn(document: Document): (path: Path, written?: ValueNode | null) => boolean {
  if (!hasReferences(document)) return () => false;
  const [root, isReferred] = [definitionsOf(document), isReferredIn(document)];
  return (path, written) => {
    const found = new References(root);
    const names = path.filter((step) => typeof step === 'string');
    if (names.length === path.length) found.followFrom(names);
    else if (written) found.followAll(written.parts);
    return found.places.some((place) => isSecret(place) || isReferred(place));
  };
}

/** Tells of a path whether a reference ties it to a secret, this way or that. An item goes with its list. */
export function isTiedIn(document: Document): (path: Path) => boolean {
  const [isReferred, drawsOnSecret] = [isReferredIn(document), drawsOnSecretIn(document)];
  return (path) => {
    const item = path.findIndex((step) => typeof step === 'number');
    return isReferred(path) || drawsOnSecret(item < 0 ? path : path.slice(0, item));
  };
}

/** Most files refer to nothing, and this is asked with every key. */
function hasReferences({ text }: Document): boolean {
  return text.includes('${');
}

type Found = Pick<References, 'names' | 'places' | 'literals'>;

const nothing: Found = { names: [], places: [], literals: [] };

const ofSecrets = rememberingFew((document: Document): Found => {
  if (!hasReferences(document)) return nothing;
  const found = new References(definitionsOf(document), isPlain);
  for (const atom of secretAtoms(document)) if (atom.kind === 'substitution') found.follow(atom.expression);
  for (const expression of broken(document)) found.follow(expression);
  return found;
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
