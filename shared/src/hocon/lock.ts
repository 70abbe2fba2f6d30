import type { Change, ConfigValue, Problem, Range } from './document.ts';
import type { Intent } from './edit/intent.ts';
import type { RefusalCode } from './edit/refusal.ts';
import type { Resolution } from './resolve.ts';
import type { Resolved } from './resolved.ts';
import { isList, isObject, sameValue } from './value.ts';

/**
 * The second lock. Whatever an edit has done to the text: the edited paths must read as the edits say and every other
 * path as before, except values computed from them, and no error may be new. Null if all is well.
 */
export function locked(
  before: Resolution,
  intent: Intent,
  after: Resolution,
  changes: readonly Change[],
): RefusalCode | null {
  const touched = touchesError(before.problems, changes);
  if (touched) return 'unreadable-place';
  if (hasNewError(before.problems, after.problems)) return 'would-change-others';
  return compare(before.root, intent, after.root);
}

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

function compare(before: Resolved | undefined, intent: Intent, after: Resolved | undefined): RefusalCode | null {
  switch (intent.kind) {
    case 'keep':
      return sameReading(before, after) ? null : 'would-change-others';
    case 'absent':
      return after === undefined ? null : 'would-not-read-back';
    case 'value':
      return after !== undefined && readsAs(intent.value, after) ? null : 'would-not-read-back';
    case 'members':
      if (after === undefined && intent.whole !== null) return 'would-not-read-back';
      return compareMembers(before, intent.members, after);
    case 'items':
      return compareItems(before, intent, after);
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

/** An object that no longer has members may be gone altogether, and one that has any may be new. */
function compareMembers(
  before: Resolved | undefined,
  intents: ReadonlyMap<string, Intent>,
  after: Resolved | undefined,
): RefusalCode | null {
  if (after !== undefined && after.members === undefined) return 'would-not-read-back';
  const names = new Set([...(before?.members?.keys() ?? []), ...(after?.members?.keys() ?? []), ...intents.keys()]);
  for (const name of names) {
    const intent = intents.get(name) ?? { kind: 'keep' };
    const code = compare(before?.members?.get(name), intent, after?.members?.get(name));
    if (code !== null) return code;
  }
  return null;
}

function compareItems(
  before: Resolved | undefined,
  { items }: Intent & { kind: 'items' },
  after: Resolved | undefined,
): RefusalCode | null {
  if (after?.items === undefined || after.items.length !== items.length) return 'would-not-read-back';
  for (const [index, { place, intent }] of items.entries()) {
    const old = place === null ? undefined : before?.items?.[place];
    const code = compare(old, intent, after.items[index]);
    if (code !== null) return code;
  }
  return null;
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
