import {
  changedSettings,
  type Document,
  documentOf,
  type Edit,
  formatPath,
  isSecret,
  lookup,
  type Path,
  resolutionOf,
  type SettingChange,
  samePath,
  sameValue,
  startsWith,
} from '@clearml-conf/shared';
import { type Draft, withEdits } from './draft.ts';
import { outcomeOf } from './outcome.ts';

/** One change taken back alone: where (the change itself, or the whole list it lies in), and what is left. */
export interface Drop {
  readonly path: Path;
  readonly draft: Draft;
}

/**
 * The draft without one of its changes, every other change being as it was; null where that cannot be. An entry of a
 * list whose places have shifted cannot be taken back alone: its list goes back as a whole.
 */
export function dropOf(loaded: string, draft: Draft, path: Path): Drop | null {
  const before = documentOf(loaded);
  const now = documentOf(outcomeOf(draft).text);
  const names = namesOf(draft.edits, path);
  if (names.length > 0) {
    const candidate = without(draft, names);
    return isOnly(before, now, candidate, names) ? { path, draft: candidate } : null;
  }
  const scope = isPlain(draft.edits, path) ? path : wholeOf(path);
  if (!isTouched(before, now, draft, scope)) return null;
  for (const candidate of [without(draft, [scope]), withFormer(before, draft, scope)]) {
    if (candidate && isOnly(before, now, candidate, [scope])) return { path: scope, draft: candidate };
  }
  return null;
}

/** Where {@link dropOf} would take a change back; null where it could not. Does no more work than it takes to tell. */
export function dropPath(loaded: string, draft: Draft, path: Path): Path | null {
  if (draft.base === loaded && isPlain(draft.edits, path)) return path;
  const known = knownOf(loaded, draft);
  const scope = formatPath(isPlain(draft.edits, path) ? path : wholeOf(path));
  const found = known.has(scope) ? known.get(scope) : (dropOf(loaded, draft, path)?.path ?? null);
  known.set(scope, found ?? null);
  return found ?? null;
}

interface Known {
  readonly loaded: string;
  readonly drops: Map<string, Path | null>;
}

/** A list with many changes is asked about once for each of them. */
const remembered = new WeakMap<Draft, Known>();

function knownOf(loaded: string, draft: Draft): Known['drops'] {
  const known = remembered.get(draft);
  if (known?.loaded === loaded) return known.drops;
  const drops: Known['drops'] = new Map();
  remembered.set(draft, { loaded, drops });
  return drops;
}

function isTouched(before: Document, now: Document, { edits }: Draft, scope: Path): boolean {
  return [...edits, ...changedSettings(before, now)].some(({ path }) => startsWith(path, scope));
}

/** Whether the edits of a path stand for themselves: some are there, and none around it gives it another meaning. */
function isPlain(edits: readonly Edit[], path: Path): boolean {
  const around = edits.filter((edit) => !startsWith(edit.path, path) && startsWith(path, reachOf(edit)));
  return around.length === 0 && edits.some((edit) => startsWith(edit.path, path));
}

/** Everything below it may read differently after the edit, or lie at another place. */
function reachOf({ op, path }: Edit): Path {
  return op === 'insert' || op === 'remove' || op === 'move' || op === 'rename' ? path.slice(0, -1) : path;
}

/** All names that what a path leads to or through has had, if it got another: none goes back without the others. */
function namesOf(edits: readonly Edit[], path: Path): readonly Path[] {
  const renames = edits.flatMap((edit) =>
    edit.op === 'rename' ? [[edit.path, [...edit.path.slice(0, -1), edit.to]]] : [],
  );
  let names = renames.flat().filter((name) => startsWith(path, name));
  for (let count = 0; count < names.length; ) {
    count = names.length;
    const known = names;
    const chained = renames.filter((pair) => pair.some((one) => isIn(known, one))).flat();
    names = [...new Map(chained.map((name) => [formatPath(name), name])).values()];
  }
  return names;
}

function isIn(scopes: readonly Path[], path: Path): boolean {
  return scopes.some((scope) => startsWith(path, scope));
}

/** The path up to the first list that it goes through. */
function wholeOf(path: Path): Path {
  const place = path.findIndex((part) => typeof part === 'number');
  return place < 0 ? path : path.slice(0, place);
}

function without({ base, edits }: Draft, scopes: readonly Path[]): Draft {
  return { base, edits: edits.filter((edit) => !isIn(scopes, edit.path)) };
}

/** The draft with the value that the file has, where it is a value of its own and not worked out from others. */
function withFormer(before: Document, draft: Draft, scope: Path): Draft | null {
  const former = lookup(resolutionOf(before).root, scope);
  if (former?.computed) return null;
  const secret = isSecret(scope) ? { secret: true } : {};
  const edit: Edit = former
    ? { op: 'set', path: scope, value: former.value, ...secret }
    : { op: 'unset', path: scope, ...secret };
  return withEdits(draft, [edit]);
}

/** Whether nothing but the scopes goes back, and what is worked out from them. */
function isOnly(before: Document, now: Document, candidate: Draft, scopes: readonly Path[]): boolean {
  const after = documentOf(outcomeOf(candidate).text);
  const [{ root: nowRoot }, { root: afterRoot }] = [resolutionOf(now), resolutionOf(after)];
  const own = ({ path }: SettingChange) => !lookup(nowRoot, path)?.computed && !lookup(afterRoot, path)?.computed;
  const expected = changedSettings(before, now).filter((change) => own(change) && !isIn(scopes, change.path));
  const all = changedSettings(before, after);
  if (all.some(({ path }) => isIn(scopes, path))) return false;
  const left = all.filter(own);
  return left.length === expected.length && left.every((change) => expected.some((other) => sameChange(change, other)));
}

function sameChange(one: SettingChange, other: SettingChange): boolean {
  if (!samePath(one.path, other.path)) return false;
  if (one.after === undefined || other.after === undefined) return one.after === other.after;
  return sameValue(one.after, other.after);
}
