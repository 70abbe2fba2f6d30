import type { Spot } from '../hocon/definitions.ts';
import type { LiteralNode, Part, Path } from '../hocon/index.ts';
import { expressionPath } from '../hocon/key.ts';
import { type Atom, everyAtom } from './secret-values.ts';

/** Paths that come of following a reference through others. Those that lead round would grow for ever. */
const DETOUR_LIMIT = 2000;

/** Follows references through a document, each once, and gathers what they lead to. */
export class References {
  /** Every path that something refers to, be it in the document or not. */
  readonly names: (readonly string[])[] = [];
  /** Where something is said that is no reference itself. */
  readonly places: Path[] = [];
  readonly literals: LiteralNode[] = [];
  private readonly root: Spot;
  private readonly passesBy: (path: Path) => boolean;
  private readonly waiting: (readonly string[])[] = [];
  private readonly asked = new Set<string>();
  private readonly seen = new Set<Spot>();
  private detours = 0;

  /** `root`: what the document says. `passesBy`: what stands there is not looked at. */
  constructor(root: Spot, passesBy: (path: Path) => boolean) {
    this.root = root;
    this.passesBy = passesBy;
  }

  /** Follows what is written between the braces of a substitution. */
  follow(expression: string): void {
    this.waiting.push(expressionPath(expression));
    this.takeAll();
  }

  private takeAll(): void {
    for (let path = this.waiting.pop(); path; path = this.waiting.pop()) {
      const name = JSON.stringify(path);
      if (path.length === 0 || this.asked.has(name)) continue;
      this.asked.add(name);
      this.names.push(path);
      this.lookAt(path);
    }
  }

  /** On the way to its end a reference may lead through others: `${a.b}` where `a: ${c}`. */
  private lookAt(path: readonly string[]): void {
    let spot: Spot | undefined = this.root;
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
    if (this.seen.has(spot) || this.passesBy(spot.path)) return;
    this.seen.add(spot);
    const atoms: Atom[] = [];
    for (const { field } of spot.definitions) everyAtom(field.value.parts.filter(isNoObject), atoms);
    for (const atom of atoms) {
      if (atom.kind === 'substitution') this.waiting.push(expressionPath(atom.expression));
      else this.literals.push(atom);
    }
    if (atoms.some(({ kind }) => kind === 'literal')) this.places.push(spot.path);
    for (const member of spot.members.values()) this.collect(member);
  }
}

/** The members of an object are places of their own. */
function isNoObject({ kind }: Part): boolean {
  return kind !== 'object';
}
