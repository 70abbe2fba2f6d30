import { records } from './records.ts';
import type { Fragment } from './setting.ts';

/** A place in the catalog: `[]` is the child that stands for every entry of a list, `*` for every key of a map. */
export interface Place {
  readonly path: string;
  readonly record: Fragment | undefined;
  readonly children: ReadonlyMap<string, Place>;
}

interface GrowingPlace extends Place {
  record: Fragment | undefined;
  readonly children: Map<string, GrowingPlace>;
}

const emptyPlace = (path: string): GrowingPlace => ({ path, record: undefined, children: new Map() });

/** The steps of a dotted path: `a.b[].c` is a, b, [], c. */
export function stepsOf(path: string): readonly string[] {
  return path === '' ? [] : path.replaceAll('[]', '.[]').split('.');
}

function joined(path: string, step: string): string {
  return path === '' || step === '[]' ? path + step : `${path}.${step}`;
}

function childOf(place: GrowingPlace, step: string): GrowingPlace {
  const known = place.children.get(step);
  if (known) return known;
  const child = emptyPlace(joined(place.path, step));
  place.children.set(step, child);
  return child;
}

function grow(): Place {
  const root = emptyPlace('');
  for (const [path, record] of records) {
    let place = root;
    for (const step of stepsOf(path)) place = childOf(place, step);
    place.record = record;
  }
  return root;
}

/** The catalog as a tree. */
export const catalogRoot: Place = grow();

/** The place at a dotted path of the catalog. */
export function placeAt(path: string): Place | undefined {
  let place: Place | undefined = catalogRoot;
  for (const step of stepsOf(path)) place = place?.children.get(step);
  return place;
}

/** True for a place inside a list of objects or a map. */
export function isPart(path: string): boolean {
  return stepsOf(path).some((step) => step === '[]' || step === '*');
}

/** True for an object with named members that are settings of their own; maps and free objects are settings. */
export function isSection(place: Place): boolean {
  const named = [...place.children.keys()].some((step) => step !== '*' && step !== '[]');
  return place.record?.type === 'object' && named && !isPart(place.path);
}
