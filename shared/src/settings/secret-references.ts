import { settingAt } from '../catalog/index.ts';
import { definitionsOf, type Spot } from '../hocon/definitions.ts';
import { type Document, type LiteralNode, type Part, type Path, startsWith } from '../hocon/index.ts';
import { expressionPath } from '../hocon/key.ts';
import { rememberingFew } from '../hocon/remembering.ts';
import { type Atom, everyAtom, secretAtoms } from './secret-values.ts';

/** What secrets refer to: `secret_key: ${x}` makes a secret of what `x` says, and of what that refers to. */
interface Referred {
  /** Where it is said; there, and below. */
  readonly paths: readonly Path[];
  readonly literals: readonly LiteralNode[];
}

/** The literals that a secret of the document refers to. */
export function referredSecrets(document: Document): readonly LiteralNode[] {
  return referredIn(document).literals;
}

/** Tells of a path whether a secret of the document refers to it, or to a part of what it holds. */
export function isReferredIn(document: Document): (path: Path) => boolean {
  const { paths } = referredIn(document);
  return (path) => paths.some((referred) => startsWith(path, referred) || startsWith(referred, path));
}

const nothing: Referred = { paths: [], literals: [] };

const referredIn = rememberingFew((document: Document): Referred => {
  // Most files refer to nothing, and this is asked with every key.
  return document.text.includes('${') ? new Following(document).all() : nothing;
});

/** Paths that come of following a reference through others. Those that lead round would grow for ever. */
const DETOUR_LIMIT = 2000;

/** Follows the references of secrets, each once. */
class Following {
  private readonly paths: Path[] = [];
  private readonly literals: LiteralNode[] = [];
  private readonly document: Document;
  private readonly waiting: (readonly string[])[] = [];
  private readonly asked = new Set<string>();
  private readonly seen = new Set<Spot>();
  private detours = 0;

  constructor(document: Document) {
    this.document = document;
  }

  all(): Referred {
    this.take(secretAtoms(this.document).filter((atom) => atom.kind === 'substitution'));
    this.takeBroken();
    for (let path = this.waiting.pop(); path; path = this.waiting.pop()) {
      const name = JSON.stringify(path);
      if (path.length === 0 || this.asked.has(name)) continue;
      this.asked.add(name);
      this.follow(path);
    }
    return { paths: this.paths, literals: this.literals };
  }

  private take(atoms: readonly Atom[], place: Path = []): void {
    for (const atom of atoms) {
      if (atom.kind === 'substitution') this.waiting.push(expressionPath(atom.expression));
      else this.literals.push(atom);
    }
    if (atoms.some(({ kind }) => kind === 'literal')) this.paths.push(place);
  }

  /** In what cannot be read, as while it is typed, every reference may be one of a secret. */
  private takeBroken(): void {
    const { text, tokens } = this.document;
    for (const { from, to } of tokens.of('error')) {
      for (const [, expression = ''] of text.slice(from, to).matchAll(/\$\{\??([^}\s"]*)/g)) {
        this.waiting.push(expressionPath(expression));
      }
    }
  }

  /** On the way to its end a reference may lead through others: `${a.b}` where `a: ${c}`. */
  private follow(path: readonly string[]): void {
    let spot: Spot | undefined = definitionsOf(this.document);
    for (const [place, name] of path.entries()) {
      spot = spot.members.get(name);
      if (!spot) return;
      if (place < path.length - 1) this.detour(spot, path.slice(place + 1));
    }
    this.collect(spot);
  }

  private detour({ definitions }: Spot, rest: readonly string[]): void {
    const parts = definitions.flatMap(({ field }) => field.value.parts);
    for (const part of parts) {
      if (part.kind !== 'substitution' || this.detours++ >= DETOUR_LIMIT) continue;
      this.waiting.push([...expressionPath(part.expression), ...rest]);
    }
  }

  /** All that is written at and below a path, in definitions that no longer count too. */
  private collect(spot: Spot): void {
    if (this.seen.has(spot) || isPlain(spot.path)) return;
    this.seen.add(spot);
    const atoms: Atom[] = [];
    for (const { field } of spot.definitions) everyAtom(field.value.parts.filter(isNoObject), atoms);
    this.take(atoms, spot.path);
    for (const member of spot.members.values()) this.collect(member);
  }
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
