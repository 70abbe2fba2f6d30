import type { Reading, Setting } from '@clearml-conf/shared';
import { isInValue } from './in-value.ts';
import type { IndexEntry } from './search-index.ts';

/** Where a word was found. Title and path show it themselves. */
type Where = 'name' | 'path' | 'title' | 'keyword' | 'part' | 'variable' | 'value' | 'help';

export interface Match {
  readonly score: number;
  readonly where: Where;
  /** The keyword, part or variable that holds the word. */
  readonly found?: string;
  /** True where not the word stands there, but another form of it. */
  readonly isForm?: true;
}

/** How well a word fits a setting: the best place it is found in, and a little for each further one. */
export function matchOf(entry: IndexEntry, word: string, reading: Reading | undefined): Match | null {
  const isValue = isInValue(word, reading);
  if (!isValue && !entry.all.includes(word)) return null;
  const best = bestMatch(entry, word, isValue);
  if (!best) return null;
  const also = [entry.path, entry.title, entry.help].filter((text) => text.includes(word)).length;
  const more = [entry.keywords, entry.variables, entry.parts].filter((texts) => holding(texts, word)).length;
  return { ...best, score: best.score + 4 * (also + more) };
}

function bestMatch(entry: IndexEntry, word: string, isValue: boolean): Match | null {
  return bestOf([
    plainMatch(entry, word),
    listed(entry.keywords, word, 'keyword', 32, 15),
    listed(entry.parts, word, 'part', 28, 14),
    listed(entry.variables, word, 'variable', 16, 16),
    isValue ? { score: 13, where: 'value' } : undefined,
    entry.help.includes(word) ? { score: begins(entry.help, word) ? 10 : 3, where: 'help' } : undefined,
  ]);
}

function bestOf(matches: readonly (Match | undefined)[]): Match | null {
  const found = matches.filter((match) => match !== undefined);
  return found.length === 0 ? null : found.reduce((one, other) => (other.score > one.score ? other : one));
}

function plainMatch({ name, path, title }: IndexEntry, word: string): Match | undefined {
  if (path === word) return { score: 100, where: 'path' };
  if (name === word) return { score: 66, where: 'name' };
  if (name.startsWith(word)) return { score: 60, where: 'name' };
  if (begins(title, word)) return { score: 50, where: 'title' };
  if (name.includes(`_${word}`)) return { score: 45, where: 'name' };
  if (path.includes(word)) return { score: 40, where: 'path' };
  return title.includes(word) ? { score: 20, where: 'title' } : undefined;
}

function listed(texts: readonly string[], word: string, where: Where, start: number, inside: number) {
  const first = texts.find((text) => begins(text, word));
  if (first !== undefined) return { score: start, where, found: first };
  const found = holding(texts, word);
  return found === undefined ? undefined : { score: inside, where, found };
}

function holding(texts: readonly string[], word: string): string | undefined {
  return texts.find((text) => text.includes(word));
}

/** Whether a word of the text begins so. */
function begins(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`);
}

/** How well another form of the word fits a setting: its root, at the beginning of words only. */
export function formMatchOf(entry: IndexEntry, root: string): Match | null {
  if (!entry.all.includes(root)) return null;
  const keyword = entry.keywords.find((text) => hasForm(text, root));
  const part = entry.parts.find((text) => hasForm(text, root));
  const variable = entry.variables.find((text) => hasForm(text, root));
  const inPath = hasForm(entry.path, root);
  const inName = inPath && hasForm(entry.name, root);
  const inTitle = hasForm(entry.title, root);
  const inHelp = hasForm(entry.help, root);
  const match = bestOf([
    inName ? { score: 44, where: 'name' } : undefined,
    inTitle ? { score: 44, where: 'title' } : undefined,
    keyword === undefined ? undefined : { score: 32, where: 'keyword', found: keyword },
    inPath ? { score: 30, where: 'path' } : undefined,
    part === undefined ? undefined : { score: 20, where: 'part', found: part },
    variable === undefined ? undefined : { score: 14, where: 'variable', found: variable },
    inHelp ? { score: 10, where: 'help' } : undefined,
  ]);
  const places = [inPath, inTitle, inHelp, keyword !== undefined].filter((isThere) => isThere).length;
  return match && { ...match, score: match.score + 4 * places, isForm: true };
}

/** Whether a word of the text, or a part of a name with points and underscores, begins with the root. */
function hasForm(text: string, root: string): boolean {
  for (let at = text.indexOf(root); at >= 0; at = text.indexOf(root, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

/** What nearly everybody sets comes before what hardly anybody does. */
export function levelScore({ 'x-level': level, deprecated, 'x-read-by': reader }: Setting): number {
  const old = deprecated || reader === 'none' || reader === 'enterprise' ? -15 : 0;
  return old + (level === 'basic' ? 9 : level === 'common' ? 8 : 0);
}
