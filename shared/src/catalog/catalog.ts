import type { Fragment, Section, Setting } from './setting.ts';
import { catalogRoot, isPart, isSection, type Place, placeAt } from './tree.ts';

function placesIn(place: Place): readonly Place[] {
  return [place, ...[...place.children.values()].flatMap(placesIn)];
}

function settingOf(place: Place): Setting | undefined {
  return place.record && !isSection(place) ? { path: place.path, ...place.record } : undefined;
}

function present<T>(value: T | undefined): value is T {
  return value !== undefined;
}

const places = placesIn(catalogRoot);
const settingByPath = new Map(
  places
    .map(settingOf)
    .filter(present)
    .map((setting) => [setting.path, setting]),
);

/** Every setting, in the order in which people meet them; parts of lists and maps (`credentials[].key`) follow theirs. */
export const settings: readonly Setting[] = [...settingByPath.values()];

function parentOf(path: string): string | null {
  const end = path.lastIndexOf('.');
  return end < 0 ? null : path.slice(0, end);
}

function sectionOf(path: string, schema: Fragment, order: number): Section {
  return { path, title: schema.title, help: schema.description, order, parent: parentOf(path), schema };
}

/** A map that stands in no section, as `environment`. */
function isFreeMap({ path, record }: Place): boolean {
  return record?.type === 'object' && !/[.[]/.test(path);
}

/** Every page of settings: the sections, and the maps that stand in none. A section comes before those in it. */
export const pages: readonly Section[] = places
  .filter((place) => isSection(place) || isFreeMap(place))
  .flatMap((place, order) => (place.record ? [sectionOf(place.path, place.record, order)] : []));

/** Every section; a section comes before those in it. */
export const sections: readonly Section[] = pages.filter(({ path }) => !settingByPath.has(path));

const sectionByPath = new Map(sections.map((section) => [section.path, section]));

/** The section with this dotted path. */
export function sectionAt(path: string): Section | undefined {
  return sectionByPath.get(path);
}

function settingsAmong(path: string): readonly Setting[] {
  const children = [...(placeAt(path)?.children.values() ?? [])];
  return children.map((place) => settingByPath.get(place.path)).filter(present);
}

/** The settings that stand directly in a section: values, and lists and maps as a whole. Free keys are left out. */
export function settingsIn(section: string): readonly Setting[] {
  return settingsAmong(section).filter((setting) => !isPart(setting.path));
}

/** The parts of one entry of a list of objects or of a map: `sdk.aws.s3.credentials` has bucket, host, key … */
export function partsOf(list: string): readonly Setting[] {
  return [...settingsAmong(`${list}[]`), ...settingsAmong(`${list}.*`)];
}

/** The settings inside a group that is itself a part of an entry: `…match_rules[].match` has project, tags … */
export function membersOf(group: string): readonly Setting[] {
  return settingsAmong(group).filter((setting) => !setting.path.endsWith('.*'));
}

function step(place: Place | undefined, key: string | number): Place | undefined {
  if (typeof key === 'number') return place?.children.get('[]');
  return key === '[]' || key === '*' ? undefined : (place?.children.get(key) ?? place?.children.get('*'));
}

/** All keys of a section that have no setting of their own, as one map: `sdk.aws.boto3.s3.*`. */
export function isRest({ path }: Setting): boolean {
  return path.endsWith('.*') && sectionByPath.has(path.slice(0, -2));
}

/** The map of all other keys of a section, where ClearML takes any. */
export function restOf(section: string): Setting | undefined {
  return sectionByPath.has(section) ? settingByPath.get(`${section}.*`) : undefined;
}

/** The setting that a path of a document names; numbers are places in lists, any key fits a map. */
export function settingAt(path: readonly (string | number)[]): Setting | undefined {
  let place: Place | undefined = catalogRoot;
  for (const key of path) place = step(place, key);
  return place && settingByPath.get(place.path);
}

/** The setting with this dotted path of the catalog, as in `settings`. */
export function settingNamed(path: string): Setting | undefined {
  return settingByPath.get(path);
}
