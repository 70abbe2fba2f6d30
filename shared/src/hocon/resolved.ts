import type { ConfigValue, Path } from './document.ts';
import type { Origin } from './raw.ts';

/** The variables that ClearML may ask, by name. */
export type Environment = ReadonlyMap<string, string>;

/** A value as ClearML reads it, with the definition it comes from. */
export interface Resolved {
  readonly value: ConfigValue;
  readonly origin: Origin | null;
  /** True if a substitution, a `+=` or an include has a part in it. */
  readonly computed: boolean;
  /** As it is spelled when it becomes part of a longer text. */
  readonly text?: string;
  /** The optional substitutions that would win if they were set, as written between their braces. */
  readonly overrides?: readonly string[];
  /** What a substitution or several parts in a row made it from. */
  readonly parts?: readonly Resolved[];
  /** The variable that it is the value of. */
  readonly variable?: string;
  /** Of an object. */
  readonly members?: ReadonlyMap<string, Resolved>;
  /** Of a list. */
  readonly items?: readonly Resolved[];
}

export function objectOf(members: ReadonlyMap<string, Resolved>, origin: Origin | null, computed: boolean): Resolved {
  const value = new Map<string, ConfigValue>();
  for (const [key, member] of members) value.set(key, member.value);
  return { value, origin, computed, members };
}

export function listOf(items: readonly Resolved[], origin: Origin | null, computed: boolean): Resolved {
  return { value: items.map((item) => item.value), origin, computed, items };
}

/** Two objects as one; where both have a member that is no object, the right one's stands. */
export function mergeResolved(left: Resolved, right: Resolved): Resolved {
  const members = new Map(left.members);
  for (const [key, member] of right.members ?? []) {
    const existing = members.get(key);
    members.set(key, existing?.members && member.members ? mergeResolved(existing, member) : member);
  }
  return objectOf(members, right.origin, left.computed || right.computed);
}

/** The value at a path: names go into objects, numbers into lists. */
export function lookup(from: Resolved, path: Path): Resolved | undefined {
  let at: Resolved | undefined = from;
  for (const step of path) at = typeof step === 'number' ? at?.items?.[step] : at?.members?.get(step);
  return at;
}

/** What the environment gives: always a text, from no place of the file. */
export function variableValue(variable: string, text: string): Resolved {
  return { value: text, origin: { field: null, node: null }, computed: true, text, variable };
}
