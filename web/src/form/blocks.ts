import { type Path, type Section, type Setting, sections, settings, settingsIn } from '@clearml-conf/shared';

/** A piece of the page: a section with all of its settings, or with those that are asked for. */
export interface Block {
  readonly section: Section;
  readonly settings: readonly Setting[];
}

/** The sections that hold settings of their own, in the order they are shown. */
export const blocks: readonly Block[] = sections
  .toSorted((one, other) => one.order - other.order)
  .map((section) => ({ section, settings: settingsIn(section.path) }))
  .filter((block) => block.settings.length > 0);

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

/** The path of the row in which a place of the file is shown: `a.list[0].key` stands in the row of `a.list`. */
export function rowPathOf(path: Path): string {
  const names: string[] = [];
  for (const part of path) {
    if (typeof part === 'number') break;
    names.push(part);
    if (blockByRow.has(names.join('.'))) break;
  }
  return names.join('.');
}

/** The key a setting has in the form of its section. */
export function keyIn(section: string, setting: string): string {
  return setting.slice(section.length + 1);
}

/** The path in the file of a key in the form of a section. */
export function pathOfKey(section: string, key: string): Path {
  return `${section}.${key}`.split('.');
}

/** Settings that nearly everybody sets, in the order of the catalog. */
export const basics: readonly Setting[] = settings.filter(
  (setting) => setting['x-level'] === 'basic' && blockByRow.has(setting.path),
);
