import type { Change, ConfigValue, Path, Problem, Range } from './document.ts';
import type { Intent, ItemIntent, MembersIntent } from './edit/intent.ts';
import { each, Refused, type Stop } from './edit/refusal.ts';
import type { Resolution } from './resolve.ts';
import type { Resolved } from './resolved.ts';
import { isList, isObject, sameValue } from './value.ts';

/**
 * The second lock. Whatever an edit has done to the text: the edited paths must read as the edits say and every other
 * path as before, except values computed from them, and no error may be new. Null if all is well.
 */
export function locked(before: Resolution, intent: Intent, after: Resolution, changes: readonly Change[]): Stop {
  if (touchesError(before.problems, changes)) return new Refused('unreadable-place', []);
  if (hasNewError(before.problems, after.problems)) return new Refused('would-change-others', []);
  return compare(before.root, intent, after.root, []);
}

const keep: Intent = { kind: 'keep' };
const absent: Intent = { kind: 'absent', secret: false };

/** An edit next to what cannot be read may mean something else than it seems. */
function touchesError(problems: readonly Problem[], changes: readonly Change[]): boolean {
  const errors = problems.filter((problem) => problem.severity === 'error' && problem.code !== 'byte-order-mark');
  return errors.some((problem) => changes.some((change) => overlaps(change, problem) && !covers(change, problem)));
}

function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

/** What is replaced as a whole is mended. */
function covers(a: Range, b: Range): boolean {
  return a.from <= b.from && b.to <= a.to;
}

function hasNewError(before: readonly Problem[], after: readonly Problem[]): boolean {
  const known = new Map<string, number>();
  for (const { code, severity } of before) if (severity === 'error') known.set(code, (known.get(code) ?? 0) + 1);
  return after.some(({ code, severity }) => {
    if (severity !== 'error') return false;
    const left = (known.get(code) ?? 0) - 1;
    known.set(code, left);
    return left < 0;
  });
}

function compare(before: Resolved | undefined, intent: Intent, after: Resolved | undefined, path: Path): Stop {
  switch (intent.kind) {
    case 'keep':
      return sameReading(before, after) ? null : new Refused('would-change-others', path);
    case 'absent':
      return after === undefined ? null : new Refused('would-not-read-back', path);
    case 'value':
      return after !== undefined && readsAs(intent.value, after) ? null : new Refused('would-not-read-back', path);
    case 'members':
      return compareMembers(before, intent, after, path);
    case 'items':
      return compareItems(before, intent.items, after, path);
  }
}

/** A value computed from others may follow them. */
function sameReading(before: Resolved | undefined, after: Resolved | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (before.computed && after.computed) return true;
  if (before.members && after.members) return sameMembers(before.members, after.members);
  if (before.items && after.items) {
    const { items } = after;
    return before.items.length === items.length && before.items.every((item, place) => sameReading(item, items[place]));
  }
  return sameValue(before.value, after.value);
}

function sameMembers(before: ReadonlyMap<string, Resolved>, after: ReadonlyMap<string, Resolved>): boolean {
  if (before.size !== after.size) return false;
  for (const [name, member] of before) if (!sameReading(member, after.get(name))) return false;
  return true;
}

/** An object that no longer has members may be gone altogether, unless it was set as such. */
function compareMembers(
  before: Resolved | undefined,
  { members: intents, formerly, whole }: MembersIntent,
  after: Resolved | undefined,
  path: Path,
): Stop {
  const isGone = after === undefined && whole === null;
  if (after?.members === undefined && !isGone) return new Refused('would-not-read-back', path);
  const renamed = new Set(formerly.values());
  const names = new Set([...(before?.members?.keys() ?? []), ...(after?.members?.keys() ?? []), ...intents.keys()]);
  return each(names, (name) => {
    const intent = intents.get(name) ?? (renamed.has(name) ? absent : keep);
    return compare(before?.members?.get(formerly.get(name) ?? name), intent, after?.members?.get(name), [
      ...path,
      name,
    ]);
  });
}

function compareItems(
  before: Resolved | undefined,
  items: readonly ItemIntent[],
  after: Resolved | undefined,
  path: Path,
): Stop {
  if (after?.items?.length !== items.length) return new Refused('would-not-read-back', path);
  return each(items.entries(), ([index, { place, intent }]) => {
    const old = place === null ? undefined : before?.items?.[place];
    return compare(old, intent, after.items?.[index], [...path, index]);
  });
}

/** Objects merge with what an include or a substitution brings, so those may hold more. */
function readsAs(value: ConfigValue, after: Resolved): boolean {
  if (isObject(value)) {
    const { members } = after;
    if (members === undefined) return false;
    const all = [...value].every(([name, member]) => {
      const found = members.get(name);
      return found !== undefined && readsAs(member, found);
    });
    return all && (after.computed || members.size === value.size);
  }
  if (isList(value)) return isList(after.value) && sameValue(value, after.value);
  return sameValue(value, after.value);
}
