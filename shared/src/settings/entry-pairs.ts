import { type ConfigValue, type Path, sameValue } from '../hocon/index.ts';
import { entryLabel } from './entry-label.ts';

/** One entry of a list before and after: null where it is not there. Places count from 0. */
export interface EntryPair {
  readonly before: number | null;
  readonly after: number | null;
  /** It stands elsewhere among the entries that stayed. */
  readonly moved: boolean;
}

type List = readonly ConfigValue[];

/**
 * Which entry of a list became which: the very same one, else one that calls itself the same, else the one in its
 * place. In the order of the list after, then what is gone.
 */
export function entryPairs(path: Path, before: List, after: List): readonly EntryPair[] {
  const partners = new Map<number, number>();
  const left = new Set(before.keys());
  const pair = (isPartner: (one: number, other: number) => boolean) => {
    for (const at of after.keys()) {
      if (partners.has(at)) continue;
      const found = left.has(at) && isPartner(at, at) ? at : [...left].find((place) => isPartner(place, at));
      if (found === undefined) continue;
      partners.set(at, found);
      left.delete(found);
    }
  };
  const label = (entry: ConfigValue | undefined) => (entry === undefined ? '' : entryLabel(path, entry, ''));
  const [olds, news] = [before.map(label), after.map(label)];
  pair((one, other) => isSame(before[one], after[other]));
  pair((one, other) => olds[one] !== '' && olds[one] === news[other]);
  pair((one, other) => one === other);
  const stayed = longestRise([...after.keys()].flatMap((at) => partners.get(at) ?? []));
  const kept = [...after.keys()].map((at) => pairOf(partners.get(at) ?? null, at, stayed));
  return [...kept, ...[...left].map((place) => ({ before: place, after: null, moved: false }))];
}

function pairOf(before: number | null, after: number, stayed: ReadonlySet<number>): EntryPair {
  return { before, after, moved: before !== null && !stayed.has(before) };
}

function isSame(one: ConfigValue | undefined, other: ConfigValue | undefined): boolean {
  return one !== undefined && other !== undefined && sameValue(one, other);
}

/** The most numbers that rise in the order they are in: what is not among them has moved. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  // Of all rises of one length the one that ends lowest, by the index of its last number.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, place] of places.entries()) {
    const shorter = countBelow(ends, places, place);
    previous.push(shorter === 0 ? -1 : (ends[shorter - 1] ?? -1));
    ends[shorter] = at;
  }
  const found = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) found.add(places[at] ?? 0);
  return found;
}

/** How many rises end below the number, by halving. */
function countBelow(ends: readonly number[], places: readonly number[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
