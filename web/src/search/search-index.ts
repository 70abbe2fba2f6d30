import keywords from 'virtual:keywords';
import notes from 'virtual:notes';
import type { Setting } from '@clearml-conf/shared';

/** A setting with the words it can be found by, in small letters. Values are not among them: they change. */
export interface IndexEntry {
  readonly setting: Setting;
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly variables: readonly string[];
  readonly help: string;
  /** The names, titles and paths of the parts of its entries. */
  readonly parts: readonly string[];
  /** All of these, to see at a glance that a word is in none. */
  readonly all: string;
}

/** The search index of settings with rows; the parts of a list are found in the row of the list. */
export function indexOf(
  rows: readonly Setting[],
  partsOf: (path: string) => readonly Setting[],
): readonly IndexEntry[] {
  return rows.map((setting) => entryOf(setting, partsOf(setting.path)));
}

function entryOf(setting: Setting, parts: readonly Setting[]): IndexEntry {
  const all = [setting, ...parts];
  const small = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());
  const texts = {
    path: setting.path.toLowerCase(),
    title: setting.title.toLowerCase(),
    keywords: small(all.flatMap((one) => keywords[one.path] ?? [])),
    variables: small(all.flatMap((one) => one['x-env'] ?? [])),
    help: [setting.description, notes[setting.path] ?? '', setting['x-moved-from'] ?? ''].join(' ').toLowerCase(),
    parts: small(parts.flatMap((part) => [lastOf(part.path), part.title, part.path])),
  };
  return { setting, name: lastOf(texts.path), ...texts, all: Object.values(texts).flat().join('\n') };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
