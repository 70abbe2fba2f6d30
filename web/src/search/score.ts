import type { Setting } from '@clearml-conf/shared';
import type { IndexEntry } from './search-index.ts';

/** Where a word was found. Title and path show it themselves. */
type Where = 'name' | 'path' | 'title' | 'keyword' | 'part' | 'variable' | 'value' | 'help';

export interface Match {
  readonly score: number;
  readonly where: Where;
  /** The keyword, part or variable that holds the word. */
  readonly found?: string;
}

/** How well a word fits a setting: the best place it is found in, and a little for each further one. */
export function matchOf(entry: IndexEntry, word: string, value: string): Match | null {
  const best = bestMatch(entry, word, value);
  if (!best) return null;
  const also = [entry.path, entry.title, entry.help].filter((text) => text.includes(word)).length;
  const more = [entry.keywords, entry.variables, entry.parts].filter((texts) => holding(texts, word)).length;
  return { ...best, score: best.score + 4 * (also + more) };
}

function bestMatch(entry: IndexEntry, word: string, value: string): Match | null {
  const inPlain = plainMatch(entry, word);
  const others: readonly (Match | undefined)[] = [
    inPlain,
    listed(entry.keywords, word, 'keyword', 32, 15),
    listed(entry.parts, word, 'part', 28, 14),
    listed(entry.variables, word, 'variable', 16, 16),
    value.includes(word) ? { score: 13, where: 'value' } : undefined,
    entry.help.includes(word) ? { score: begins(entry.help, word) ? 10 : 3, where: 'help' } : undefined,
  ];
  const found = others.filter((match) => match !== undefined);
  return found.length === 0 ? null : found.reduce((best, match) => (match.score > best.score ? match : best));
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

/** What nearly everybody sets comes before what hardly anybody does. */
export function levelScore({ 'x-level': level, deprecated, 'x-read-by': reader }: Setting): number {
  const old = deprecated || reader === 'none' || reader === 'enterprise' ? -15 : 0;
  return old + (level === 'basic' ? 9 : level === 'common' ? 8 : 0);
}
