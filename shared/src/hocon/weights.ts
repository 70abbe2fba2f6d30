import type { Resolved } from './resolved.ts';

/** More than any file means to say. Values that double from line to line would fill the memory, and never end. */
export const WEIGHT_LIMIT = 1_000_000;

/** What values amount to in signs and entries. A part that stands in many places is looked at once and counts in each. */
export class Weights {
  private readonly known = new WeakMap<Resolved, number>();

  of(resolved: Resolved): number {
    const known = this.known.get(resolved);
    if (known !== undefined) return known;
    const weight = this.weigh(resolved);
    this.known.set(resolved, weight);
    return weight;
  }

  private weigh({ value, members, items }: Resolved): number {
    if (typeof value === 'string') return value.length + 1;
    let weight = 1;
    for (const part of members?.values() ?? items ?? []) weight += this.of(part);
    return weight;
  }
}
