import { type Path, parsePath, type Section, type Setting } from '@clearml-conf/shared';

/** A piece of the page: a section with all of its settings, or with those that are asked for. */
export interface Block {
  readonly section: Section;
  readonly settings: readonly Setting[];
}

/** The catalog arranged for the page. */
export interface Arrangement {
  readonly sections: readonly Section[];
  /** The settings that have a row of their own, by path, in the order they are shown. */
  readonly rows: ReadonlyMap<string, Setting>;
  /** The rows of each section, by its path. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** The section of each row. */
  readonly sectionOf: ReadonlyMap<string, Section>;
  /** The parts of list entries and map values, by the path of their list or map. */
  readonly parts: ReadonlyMap<string, readonly Setting[]>;
}

/** Arranges the catalog: every setting stands in the nearest section round it; parts of a list stand in its row. */
export function arrange(settings: readonly Setting[], sections: readonly Section[]): Arrangement {
  const ordered = sections.toSorted((one, other) => one.order - other.order);
  const rows = new Map(settings.filter((setting) => ownerOf(setting.path) === null).map((row) => [row.path, row]));
  const sectionOf = new Map<string, Section>();
  for (const path of rows.keys()) {
    const section = nearest(ordered, path);
    if (section) sectionOf.set(path, section);
  }
  return { sections: ordered, rows, sectionOf, blocks: blocksOf(ordered, rows, sectionOf), parts: partsOf(settings) };
}

/** The list or map whose entries the path is about, or null when it is a row of its own. */
export function ownerOf(path: string): string | null {
  const cut = path.search(/\[\]|\.\*/);
  return cut < 0 ? null : path.slice(0, cut);
}

/** The key a setting has in the form of its section. */
export function keyIn(section: Section, setting: Setting): string {
  return setting.path === section.path ? setting.path : setting.path.slice(section.path.length + 1);
}

/** The path of a catalog entry as a path in the file. */
export function pathOf(setting: Setting): Path {
  return parsePath(setting.path);
}

function nearest(sections: readonly Section[], path: string): Section | undefined {
  return sections
    .filter((section) => path === section.path || path.startsWith(`${section.path}.`))
    .toSorted((one, other) => other.path.length - one.path.length)[0];
}

function blocksOf(
  sections: readonly Section[],
  rows: ReadonlyMap<string, Setting>,
  sectionOf: ReadonlyMap<string, Section>,
): ReadonlyMap<string, Block> {
  const blocks = sections.map((section): [string, Block] => {
    const settings = [...rows.values()].filter((setting) => sectionOf.get(setting.path) === section);
    return [section.path, { section, settings }];
  });
  return new Map(blocks.filter(([, block]) => block.settings.length > 0));
}

function partsOf(settings: readonly Setting[]): ReadonlyMap<string, readonly Setting[]> {
  const parts = new Map<string, Setting[]>();
  for (const setting of settings) {
    const owner = ownerOf(setting.path);
    if (owner !== null) parts.set(owner, [...(parts.get(owner) ?? []), setting]);
  }
  return parts;
}
