import { distanceOf } from './distance.ts';

interface Known {
  readonly path: string;
}

const most = 5;

/** The paths that are most like one that does not exist: of the same name, or with the fewest letters that differ. */
export function nearPaths<T extends Known>(path: string, known: readonly T[]): readonly T[] {
  const wanted = path.toLowerCase();
  return known
    .map((one) => ({ one, distance: distanceTo(wanted, one.path.toLowerCase()) }))
    .filter(({ distance }) => distance <= 0.4)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ one }) => one);
}

/** From 0, the same, to 1, nothing in common. The last name alone counts nearly as much as the whole. */
function distanceTo(wanted: string, path: string): number {
  return Math.min(share(wanted, path), 0.1 + share(lastOf(wanted), lastOf(path)));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function share(one: string, other: string): number {
  return distanceOf(one.slice(0, 80), other) / Math.max(one.length, other.length, 1);
}
