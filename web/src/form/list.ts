import type { Edit, Path } from '@clearml-conf/shared';
import { configOf, type FieldValue, type ListValue, sameField } from './value.ts';

/** Works out what was done to one value in its place. */
export type ValueEdits = (path: Path, before: FieldValue, after: FieldValue) => readonly Edit[];

/**
 * The edits that lead from one list to another, so that items nobody touched keep their bytes: what is alike at both
 * ends stays, one item that only went elsewhere is moved, the rest is changed in place, taken out or put in.
 */
export function listEdits(path: Path, before: ListValue, after: ListValue, inside: ValueEdits): readonly Edit[] {
  const start = alike(before, after, (list, at) => list[at]);
  const rest = { before: before.slice(start), after: after.slice(start) };
  const end = alike(rest.before, rest.after, (list, at) => list[list.length - 1 - at]);
  const old = rest.before.slice(0, rest.before.length - end);
  const fresh = rest.after.slice(0, rest.after.length - end);
  return moved(path, start, old, fresh) ?? replaced(path, start, old, fresh, before.length, inside);
}

function alike(
  ones: ListValue,
  others: ListValue,
  item: (list: ListValue, at: number) => FieldValue | undefined,
): number {
  const most = Math.min(ones.length, others.length);
  let count = 0;
  while (count < most && sameField(item(ones, count), item(others, count))) count += 1;
  return count;
}

function moved(path: Path, start: number, old: ListValue, fresh: ListValue): readonly Edit[] | null {
  if (old.length < 2 || old.length !== fresh.length) return null;
  const last = old.length - 1;
  if (sameField([...old.slice(1), old[0] ?? null], fresh))
    return [{ op: 'move', path: [...path, start], to: start + last }];
  if (sameField([old[last] ?? null, ...old.slice(0, last)], fresh))
    return [{ op: 'move', path: [...path, start + last], to: start }];
  return null;
}

function replaced(
  path: Path,
  start: number,
  old: ListValue,
  fresh: ListValue,
  length: number,
  inside: ValueEdits,
): readonly Edit[] {
  const shared = Math.min(old.length, fresh.length);
  const changed = old.slice(0, shared).flatMap((item, at) => inside([...path, start + at], item, fresh[at] ?? null));
  const removed = old
    .slice(shared)
    .map((_, at): Edit => ({ op: 'remove', path: [...path, start + old.length - 1 - at] }));
  const added = fresh.slice(shared).flatMap((item, at) => inserted(path, start + shared + at, length + at, item));
  return [...changed, ...removed, ...added];
}

function inserted(path: Path, place: number, length: number, item: FieldValue): readonly Edit[] {
  const value = configOf(item);
  if (value === undefined) return [];
  return place >= length ? [{ op: 'append', path, value }] : [{ op: 'insert', path: [...path, place], value }];
}
