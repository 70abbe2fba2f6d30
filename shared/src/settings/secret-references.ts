import { settingAt } from '../catalog/index.ts';
import { definitionsOf, type Spot } from '../hocon/definitions.ts';
import { type Document, type LiteralNode, type Part, type Path, startsWith } from '../hocon/index.ts';
import { expressionPath } from '../hocon/key.ts';
import { rememberingFew } from '../hocon/remembering.ts';
import { isSecret } from './secret.ts';
import { type Atom, everyAtom, secretAtoms } from './secret-values.ts';

/** What secrets refer to: `secret_key: ${x}` makes a secret of what `x` says, and of what that refers to. */
interface Referred {
  readonly paths: readonly Path[];
  readonly literals: readonly LiteralNode[];
}

/** The literals that a secret of the document refers to. */
export function referredSecrets(document: Document): readonly LiteralNode[] {
  return referredIn(document).literals;
}

/** Whether the value at this path is a secret in a document, or has one inside: a secret may refer to it, too. */
export function isSecretIn(document: Document, path: Path): boolean {
  const isOf = (referred: Path) => startsWith(path, referred) || startsWith(referred, path);
  return isSecret(path) || referredIn(document).paths.some(isOf);
}

const nothing: Referred = { paths: [], literals: [] };

const referredIn = rememberingFew((document: Document): Referred => {
  // Most files refer to nothing, and this is asked with every key.
  if (!document.text.includes('${')) return nothing;
  const waiting: Atom[] = secretAtoms(document).filter((atom) => atom.kind === 'substitution');
  const spots = new Set<Spot>();
  const literals: LiteralNode[] = [];
  for (let atom = waiting.pop(); atom; atom = waiting.pop()) {
    const spot = atom.kind === 'literal' ? undefined : spotAt(document, atom.expression);
    if (atom.kind === 'literal') literals.push(atom);
    if (!spot || spots.has(spot) || isPlain(spot.path)) continue;
    spots.add(spot);
    collect(spot, waiting);
  }
  return { paths: [...spots].map(({ path }) => path), literals };
});

function spotAt(document: Document, expression: string): Spot | undefined {
  const root: Spot | undefined = definitionsOf(document);
  return expressionPath(expression).reduce<Spot | undefined>((spot, name) => spot?.members.get(name), root);
}

/** All that is written at and below a path, in definitions that no longer count too. */
function collect(spot: Spot, found: Atom[]): void {
  if (isPlain(spot.path)) return;
  for (const { field } of spot.definitions) everyAtom(field.value.parts.filter(isNoObject), found);
  for (const member of spot.members.values()) collect(member, found);
}

/** The members of an object are places of their own. */
function isNoObject({ kind }: Part): boolean {
  return kind !== 'object';
}

/** What the catalog knows is never guessed about: a variable may well be given the name of the worker. */
function isPlain(path: Path): boolean {
  const setting = settingAt(path);
  return setting !== undefined && !setting['x-secret'];
}
