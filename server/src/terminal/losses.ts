import type { ConfigValue, Edit, Path } from '@clearml-conf/shared';
import { formatPath, isList, isObject, lookup, type Resolved, sameValue } from '@clearml-conf/shared';
import { editing } from './sentences.ts';

/** Why an edit is not made unasked: more than the one option that it names would go with it. Null where none does. */
export function lossSentence(root: Resolved, edit: Edit): string | null {
  const { path } = edit;
  const found = lookup(root, path);
  if (!found) return null;
  const option = formatPath(path);
  if (edit.op === 'set') return overwriting(option, found, edit.value);
  const takesOut = edit.op === 'unset' || (edit.op === 'remove' && typeof path.at(-1) === 'string');
  return takesOut && isFullSection(found) ? editing.section(option) : null;
}

function overwriting(option: string, found: Resolved, value: ConfigValue): string | null {
  if (holdsComputed(found)) return editing.computed(option);
  const [first, ...more] = leftOut(found, value);
  if (first === undefined) return null;
  if (isFullSection(found)) {
    return isObject(value) ? editing.sectionLeavesOut(option, formatPath(first), more.length) : editing.section(option);
  }
  return isList(value) ? editing.listLeavesOut(option) : editing.list(option);
}

/** What stands in a section or list and not in the value that would take its place: paths below it, or it itself. */
function leftOut(found: Resolved, value: ConfigValue): readonly Path[] {
  if (isFullSection(found)) {
    if (!isObject(value)) return [[]];
    return [...(found.members ?? [])].flatMap(([name, member]): readonly Path[] => {
      const next = value.get(name);
      return next === undefined ? [[name]] : leftOut(member, next).map((path) => [name, ...path]);
    });
  }
  const items = found.items ?? [];
  return items.length === 0 || (isList(value) && holdsAll(value, items)) ? [] : [[]];
}

function holdsAll(list: readonly ConfigValue[], items: readonly Resolved[]): boolean {
  return list.length >= items.length && items.every((item) => list.some((one) => sameValue(one, item.value)));
}

/** Whether more than one option would go, with the comments between them. */
function isFullSection(found: Resolved): boolean {
  return (found.members?.size ?? 0) > 0;
}

function holdsComputed({ computed, members, items }: Resolved): boolean {
  return computed || [...(members?.values() ?? []), ...(items ?? [])].some(holdsComputed);
}
