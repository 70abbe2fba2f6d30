import type { Edit, Path } from '../document.ts';
import { formatPath, samePath, startsWith } from '../path.ts';
import { renamedPath } from './rename.ts';

/** What edits say beyond the values they give; paths are formatted. */
export interface Marks {
  /** Their old value must not stay behind in a comment. Places in lists do not count: items move. */
  readonly secrets: ReadonlySet<string>;
  /** They were set as such, whatever lies below them. */
  readonly wholes: ReadonlySet<string>;
}

export const noMarks: Marks = { secrets: new Set(), wholes: new Set() };

export function marksOf(edits: readonly Edit[]): Marks {
  const renames = edits.flatMap((edit) => (edit.op === 'rename' ? bothWays(edit) : []));
  const secrets = edits.flatMap(secretPaths);
  const wholes = edits.filter((edit) => edit.op === 'set');
  const named = (paths: readonly Path[]) => paths.flatMap((path) => underAllNames(path, renames));
  return {
    secrets: new Set(named(secrets).map(anyPlace)),
    wholes: new Set(named(wholes.map(({ path }) => path)).map(formatPath)),
  };
}

function secretPaths(edit: Edit): readonly Path[] {
  const below = edit.op === 'set' ? (edit.secrets ?? []) : [];
  return 'secret' in edit && edit.secret === true ? [edit.path, ...below] : below;
}

/** What lies below a secret is one. */
export function isSecret(path: Path, { secrets }: Marks): boolean {
  return secrets.size > 0 && path.some((_, at) => secrets.has(anyPlace(path.slice(0, at + 1))));
}

export function isWhole(path: Path, { wholes }: Marks): boolean {
  return wholes.has(formatPath(path));
}

function anyPlace(path: Path): string {
  return formatPath(path.map((step) => (typeof step === 'number' ? 0 : step)));
}

/** From one path to another that stands for the same. */
type Way = readonly [from: Path, to: Path];

function bothWays({ path, to }: Edit & { op: 'rename' }): readonly Way[] {
  const renamed = renamedPath(path, to);
  return [
    [path, renamed],
    [renamed, path],
  ];
}

/** An edit calls a path by the names it has just then; it and what it lies in may have others before and after. */
function underAllNames(path: Path, ways: readonly Way[]): readonly Path[] {
  const found = [path];
  for (const one of found) {
    for (const [from, to] of ways) {
      const other = startsWith(one, from) ? [...to, ...one.slice(from.length)] : one;
      if (!found.some((known) => samePath(known, other))) found.push(other);
    }
  }
  return found;
}
