import type { Setting } from '@clearml-conf/shared';

/** A setting with the words it can be found by. Values are never among them: they may be secret. */
export interface Entry {
  readonly setting: Setting;
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly keywords: string;
  readonly variables: string;
  readonly help: string;
}

/** The search index of settings with rows; the parts of a list are found in the row of the list. */
export function indexOf(rows: readonly Setting[], partsOf: (path: string) => readonly Setting[]): readonly Entry[] {
  return rows.map((setting) => entryOf(setting, partsOf(setting.path)));
}

function entryOf(setting: Setting, parts: readonly Setting[]): Entry {
  const all = [setting, ...parts];
  const joined = (pick: (one: Setting) => readonly string[]) => all.flatMap(pick).join(' ').toLowerCase();
  return {
    setting,
    name: setting.path.slice(setting.path.lastIndexOf('.') + 1).toLowerCase(),
    path: all
      .map((one) => one.path)
      .join(' ')
      .toLowerCase(),
    title: joined((one) => [one.title]),
    keywords: joined((one) => one['x-keywords'] ?? []),
    variables: joined((one) => one['x-env'] ?? []),
    help: joined((one) => [one.description, one['x-note'] ?? '', String(one['x-moved-from'] ?? '')]),
  };
}

/** The settings that fit all words of the query, the best first. */
export function search(index: readonly Entry[], query: string): readonly Setting[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return index
    .map((entry) => ({ setting: entry.setting, score: total(entry, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ setting }) => setting);
}

/** The sum over all words, or 0 when one of them is nowhere. */
function total(entry: Entry, words: readonly string[]): number {
  const scores = words.map((word) => scoreOf(entry, word));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, level(entry.setting));
}

function scoreOf(entry: Entry, word: string): number {
  const best = bestPlace(entry, word);
  if (best === 0) return 0;
  const fields = [entry.path, entry.title, entry.keywords, entry.variables, entry.help];
  return best + 4 * fields.filter((field) => field.includes(word)).length;
}

function bestPlace(entry: Entry, word: string): number {
  if (entry.name === word || entry.setting.path === word) return 100;
  if (entry.name.startsWith(word)) return 60;
  if (begins(entry.title, word)) return 50;
  if (entry.name.includes(`_${word}`)) return 45;
  if (entry.path.includes(word)) return 40;
  if (begins(entry.keywords, word)) return 30;
  if (entry.title.includes(word)) return 20;
  if (entry.variables.includes(word) || entry.keywords.includes(word)) return 15;
  return begins(entry.help, word) ? 10 : entry.help.includes(word) ? 3 : 0;
}

/** Whether a word of the text begins so. */
function begins(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at === 0 || (at > 0 && text.includes(` ${word}`));
}

function level(setting: Setting): number {
  return setting['x-level'] === 'basic' ? 3 : setting['x-level'] === 'common' ? 2 : 0;
}
