import {
  type Path,
  pages,
  restOf,
  type Section,
  type Setting,
  settingAt,
  settingNamed,
  settings,
  settingsIn,
} from '@clearml-conf/shared';

/** A piece of the page: a section with all of its settings, or with those that are asked for. */
export interface Block {
  readonly section: Section;
  readonly settings: readonly Setting[];
}

/** The sections that hold settings of their own, in the order they are shown. */
export const blocks: readonly Block[] = pages
  .toSorted((one, other) => one.order - other.order)
  .map((section) => ({ section, settings: settingsOf(section.path) }))
  .filter((block) => block.settings.length > 0);

/** What a page shows: its settings and all other keys it may have, or the one map that it is. */
function settingsOf(page: string): readonly Setting[] {
  const map = settingNamed(page);
  return map ? [map] : [...settingsIn(page), ...[restOf(page) ?? []].flat()];
}

const blockByPath = new Map(blocks.map((block) => [block.section.path, block]));
const blockByRow = new Map(blocks.flatMap((block) => block.settings.map((setting) => [setting.path, block] as const)));

/** The settings that have a row of their own, in the order they are shown. */
export const rows: readonly Setting[] = blocks.flatMap((block) => block.settings);

/** The block of a section. */
export function blockOf(section: string): Block | undefined {
  return blockByPath.get(section);
}

/** The block in which a setting has its row. */
export function blockOfRow(setting: string): Block | undefined {
  return blockByRow.get(setting);
}

/** What stands in one block of all that was asked for. */
export interface Gathered<Member> {
  readonly block: Block;
  readonly members: readonly Member[];
}

/** What belongs to settings, such as hits of a search, block by block in the order of the first of each. */
export function byBlock<Member>(
  all: readonly Member[],
  settingOf: (member: Member) => string,
): readonly Gathered<Member>[] {
  const gathered = new Map<Block, Member[]>();
  for (const member of all) {
    const block = blockOfRow(settingOf(member));
    if (!block) continue;
    const members = gathered.get(block);
    if (members) members.push(member);
    else gathered.set(block, [member]);
  }
  return [...gathered].map(([block, members]) => ({ block, members }));
}

/** The path of the row in which a place of the file is shown: `a.list[0].key` stands in the row of `a.list`. */
export function rowPathOf(path: Path): string {
  const names: string[] = [];
  for (const part of path) {
    if (typeof part === 'number') break;
    names.push(part);
    if (blockByRow.has(names.join('.'))) return names.join('.');
  }
  const rest = settingAt(path)?.path;
  return rest !== undefined && blockByRow.has(rest) ? rest : names.join('.');
}

const partsByRow = new Map<string, Setting[]>();
for (const setting of settings) {
  const end = setting.path.search(/\[\]|\.\*/);
  const row = setting.path.slice(0, Math.max(end, 0));
  if (end >= 0) partsByRow.set(row, [...(partsByRow.get(row) ?? []), setting]);
}

/** All parts of the lists and maps of a row, however deep. */
export function partsInRow(row: string): readonly Setting[] {
  return partsByRow.get(row) ?? [];
}

/** What stands before the key of each setting of a section. A map that stands in none has nothing before it. */
export function prefixOf(section: string): string {
  return settingNamed(section) ? '' : section;
}

/** The key a setting has in the form of its section. */
export function keyIn(section: string, setting: string): string {
  const prefix = prefixOf(section);
  return prefix === '' ? setting : setting.slice(prefix.length + 1);
}

/** The path in the file of a key in the form of a section. All other keys of a section stand in the section itself. */
export function pathOfKey(section: string, key: string): Path {
  const names = [...prefixOf(section).split('.'), ...key.split('.')].filter((name) => name !== '');
  return key === restKey ? names.slice(0, -1) : names;
}

/** The key of all other keys of a section. */
export const restKey = '*';

/** The setting of a field of a form, by the id that the form library makes of prefix and key. */
export function settingOfField(id: string): Setting | undefined {
  return settingNamed(id.replace(/^\./, ''));
}

/** Settings that nearly everybody sets, in the order of the catalog. */
export const basics: readonly Setting[] = settings.filter(
  (setting) => setting['x-level'] === 'basic' && blockByRow.has(setting.path),
);
