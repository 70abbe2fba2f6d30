import type { Filter } from '../search/query.ts';
import type { Match } from '../search/score.ts';
import { plural } from './page.ts';

/** The filters as chips, in the order they are shown. */
export const filterNames: Readonly<Record<Filter, string>> = {
  changed: 'Changed',
  set: 'Set in the file',
  env: 'From the environment',
  problem: 'Worth a look',
  basic: 'Basic',
  secret: 'Secret',
};

/** The words of the search. */
export const search = {
  filters: 'Show only',
  within: (section: string) => `Only in ${section}`,
  more: (count: number) => `Show ${plural(count, 'more setting')}`,
  nothing: 'Try a part of its name, of its path, or a word for what it does.',
  partly: 'No setting has all of these words. Those with most of them are shown, the closest first.',
  didYouMean: 'Did you mean',
  open: (title: string) => `Edit ${title}`,
  notInFile: 'not in the file',
  default: (value: string) => `default: ${value}`,
} as const;

/** Says that nothing was narrowed by what is no filter. */
export function noSuchFilter(unknown: readonly string[], filters: readonly Filter[]): string {
  const known = filters.map((filter) => `@${filter}`);
  return `There is no filter ${unknown.join(', ')}. It can be ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`;
}

/** How many were found for what, and how many keys that are no settings. */
export function foundInWords(count: number, words: string, stray = 0): string {
  if (stray > 0 && count === 0) return `${plural(stray, 'key')} worth a look`;
  if (stray > 0) return `${plural(count, 'setting')} and ${plural(stray, 'key')} worth a look`;
  if (words === '') return count === 0 ? 'No setting fits' : plural(count, 'setting');
  return count === 0 ? `No setting for “${words}”` : `${plural(count, 'setting')} for “${words}”`;
}

/** Why a setting was found, where its title and path do not show it. */
export function whyInWords(matches: readonly Match[]): string {
  return [...new Set(matches.flatMap((match) => matchInWords(match) ?? []))].join(', ');
}

function matchInWords({ where, found = '' }: Match): string | null {
  switch (where) {
    case 'keyword':
      return `also known as ${found}`;
    case 'part':
      return `each entry has ${found}`;
    case 'variable':
      return `environment variable ${found.toUpperCase()}`;
    case 'value':
      return 'in its value';
    default:
      return null;
  }
}
