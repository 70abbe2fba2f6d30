import { isSecret, maskedSource, type Reading, type Setting } from '@clearml-conf/shared';
import { blockOfRow, partsInRow, rows } from '../form/blocks.ts';
import { nearWord } from './near.ts';
import { type Filter, filters, type Query } from './query.ts';
import { levelScore, type Match, matchOf } from './score.ts';
import { type IndexEntry, indexOf } from './search-index.ts';

/** A setting that fits, and how each word was found. */
export interface Hit {
  readonly setting: Setting;
  readonly matches: readonly Match[];
}

/** What the search is asked about, besides the catalog. */
export interface Ground {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly changed: Pick<ReadonlySet<string>, 'has'>;
  /** Rows of which a variable that is set has a say. */
  readonly overridden: Pick<ReadonlySet<string>, 'has'>;
  /** Rows that hold something worth a look. */
  readonly advised: Pick<ReadonlySet<string>, 'has'>;
}

/** What was found: the best first. */
export interface Found {
  readonly hits: readonly Hit[];
  /** How many there are in each section that holds settings, whatever section it is narrowed to. */
  readonly bySection: ReadonlyMap<string, number>;
  /** How many there would be under each filter, with the words as they are. */
  readonly byFilter: Readonly<Record<Filter, number>>;
  /** Words that are much like those typed, where nothing fits these. */
  readonly near: string | null;
}

const index = indexOf(rows, partsInRow);
/** Rows with a secret in them. */
const secrets: ReadonlySet<string> = new Set(rows.map(({ path }) => path).filter((path) => isSecret(path.split('.'))));

/** Finds the settings that fit all words and all filters. */
export function find(query: Query, ground: Ground): Found {
  const fitting = hitsFor(query.words, ground);
  const filtered = fitting.filter(({ setting }) => query.filters.every((filter) => passes(setting, filter, ground)));
  const hits = filtered.filter(({ setting }) => isWithin(setting, query.section));
  return {
    hits,
    bySection: counted(filtered),
    byFilter: countedFilters(fitting, ground),
    near: fitting.length === 0 ? nearWords(query.words, ground) : null,
  };
}

interface Scored extends Hit {
  readonly score: number;
}

function hitsFor(words: readonly string[], ground: Ground): readonly Hit[] {
  if (words.length === 0) return index.map(({ setting }) => ({ setting, matches: [] }));
  const found = index.flatMap((entry) => scored(entry, words, ground) ?? []);
  return found.toSorted((one, other) => other.score - one.score);
}

function scored(entry: IndexEntry, words: readonly string[], { readings }: Ground): Scored | null {
  const value = valueOfReading(readings.get(entry.setting.path));
  const matches: Match[] = [];
  let score = levelScore(entry.setting);
  for (const word of words) {
    const match = matchOf(entry, word, value);
    if (!match) return null;
    matches.push(match);
    score += match.score;
  }
  return { setting: entry.setting, matches, score };
}

const values = new WeakMap<Reading, string>();

/** What the file says, in small letters and without anything secret. */
function valueOfReading(reading: Reading | undefined): string {
  if (reading?.source === undefined) return '';
  const known = values.get(reading);
  if (known !== undefined) return known;
  const { path, type } = reading.setting;
  const isHidden = type !== 'array' && secrets.has(path);
  const text = isHidden ? '' : maskedSource(path.split('.'), reading.source, '').toLowerCase();
  values.set(reading, text);
  return text;
}

function passes(setting: Setting, filter: Filter, { readings, changed, overridden, advised }: Ground): boolean {
  const { path } = setting;
  switch (filter) {
    case 'changed':
      return changed.has(path);
    case 'set':
      return (readings.get(path)?.state ?? 'unset') !== 'unset';
    case 'env':
      return overridden.has(path);
    case 'problem':
      return advised.has(path);
    case 'basic':
      return setting['x-level'] === 'basic';
    case 'secret':
      return secrets.has(path);
  }
}

function isWithin({ path }: Setting, section: string | null): boolean {
  if (section === null) return true;
  const own = blockOfRow(path)?.section.path ?? '';
  return own === section || own.startsWith(`${section}.`);
}

function counted(hits: readonly Hit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { setting } of hits) {
    const section = blockOfRow(setting.path)?.section.path ?? '';
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}

function countedFilters(hits: readonly Hit[], ground: Ground): Readonly<Record<Filter, number>> {
  const count = (filter: Filter) => hits.filter(({ setting }) => passes(setting, filter, ground)).length;
  const [changed, set, env, problem, basic, secret] = filters.map(count);
  return {
    changed: changed ?? 0,
    set: set ?? 0,
    env: env ?? 0,
    problem: problem ?? 0,
    basic: basic ?? 0,
    secret: secret ?? 0,
  };
}

/**
 * Each word that nothing fits replaced by a known one that is much like it. Where these find nothing together either,
 * the longest of them, which says most; null if that finds nothing, or nobody typed more.
 */
function nearWords(words: readonly string[], ground: Ground): string | null {
  const known = words.map((word) => (hitsFor([word], ground).length > 0 ? word : nearWord(word, index)));
  const near = known.filter((word) => word !== null);
  const longest = near.toSorted((one, other) => other.length - one.length)[0] ?? null;
  const offers = near.length === words.length ? [near, [longest]] : [[longest]];
  const found = offers.find((offer) => findsMore(offer, words, ground));
  return found?.join(' ') ?? null;
}

function findsMore(offer: readonly (string | null)[], words: readonly string[], ground: Ground): boolean {
  const asked = offer.filter((word) => word !== null);
  return asked.length > 0 && asked.join() !== words.join() && hitsFor(asked, ground).length > 0;
}
