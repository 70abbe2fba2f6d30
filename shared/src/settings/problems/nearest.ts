import { type Section, type Setting, sections, settings } from '../../catalog/index.ts';

const plain = (path: string): string => path.toLowerCase().replace(/[._-]/g, '');
const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const parent = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('.'), 0));

const whole = settings.filter(({ path }) => !/\[\]|\*/.test(path));
const byPlain = new Map(whole.map((setting) => [plain(setting.path), setting]));

/** The setting that was most likely meant by an unknown path: with other dots, in another place, or misspelt. */
export function nearestSetting(path: string): Setting | undefined {
  return byPlain.get(plain(path)) ?? misspelt(path) ?? elsewhere(path);
}

/** The part of a list entry or of a map that was most likely meant. */
export function nearestPart(path: string): Setting | undefined {
  const parts = settings.filter((setting) => parent(setting.path) === parent(path) && !setting.path.endsWith('*'));
  return closest(path, parts);
}

/** The section, of the same name, into which the keys fit that stand in this one. */
export function nearestSection(path: string, keys: readonly string[]): Section | undefined {
  const sameName = sections.filter((section) => section.path !== path && lastName(section.path) === lastName(path));
  const fitting = sameName.filter((section) => keys.some((key) => names.has(`${section.path}.${key}`)));
  return fitting.sort((a, b) => a.path.length - b.path.length)[0];
}

/** Every dotted path that is a setting or section, without the marks of lists. */
const names = new Set([...settings, ...sections].map((one) => one.path));

function misspelt(path: string): Setting | undefined {
  const siblings = whole.filter((setting) => parent(setting.path) === parent(path));
  return closest(path, siblings);
}

/** A name that only one setting has, or that one of the same topmost section has. */
function elsewhere(path: string): Setting | undefined {
  const name = lastName(path);
  const [top] = path.split('.');
  const same = whole.filter((setting) => lastName(setting.path) === name);
  const near = same.filter((setting) => setting.path.startsWith(`${top}.`));
  if (same.length === 1) return same[0];
  return near.length === 1 && name.includes('_') ? near[0] : undefined;
}

function closest(path: string, among: readonly Setting[]): Setting | undefined {
  const name = lastName(path);
  const allowed = name.length < 4 ? 0 : name.length < 8 ? 1 : 2;
  const ranked = among
    .map((setting) => ({ setting, far: distance(name, lastName(setting.path), allowed) }))
    .filter(({ far }) => far <= allowed)
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.setting;
}

/** How many signs must be changed, put in, left out or swapped; more than `limit` is not counted exactly. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(cost(a, b, i, j, { before, row, next }));
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

interface Rows {
  readonly before: readonly number[];
  readonly row: readonly number[];
  readonly next: readonly number[];
}

function cost(a: string, b: string, i: number, j: number, { before, row, next }: Rows): number {
  const far = Number.POSITIVE_INFINITY;
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return Math.min(
    (row[j - 1] ?? far) + same,
    (row[j] ?? far) + 1,
    (next[j - 1] ?? far) + 1,
    isSwap ? (before[j - 2] ?? far) + 1 : far,
  );
}
