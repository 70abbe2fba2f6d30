import type { Reading, Setting } from '@clearml-conf/shared';
import { partsInRow, rows } from '../form/blocks.ts';
import { rootOf } from './root.ts';
import { formMatchOf, levelScore, type Match, matchOf } from './score.ts';
import { type IndexEntry, indexOf } from './search-index.ts';
import { tellingWords } from './telling.ts';

/** A setting that fits, and how each word was found. */
export interface Hit {
  readonly setting: Setting;
  readonly matches: readonly Match[];
}

/** The settings that fit, the best first. */
export interface Hits {
  readonly hits: readonly Hit[];
  /** True where no setting has all words: these have most of them. */
  readonly isPartly: boolean;
  /** What to mark in them: the words that say something, or what their forms share. */
  readonly marks: readonly string[];
}

export const index = indexOf(rows, partsInRow);

type Readings = ReadonlyMap<string, Reading>;

/**
 * The settings that have all words that say something: as they were typed, and after these in other forms. Where there
 * is none, those with most of the words.
 */
export function hitsFor(words: readonly string[], readings: Readings): Hits {
  if (words.length === 0)
    return { hits: index.map(({ setting }) => ({ setting, matches: [] })), isPartly: false, marks: [] };
  const asked = tellingWords(words);
  const found = asked.map((word) => matchesOf(word, readings));
  const roots = asked.map(rootOf);
  const whole = index.flatMap((entry) => withAll(entry, found) ?? []);
  if (whole.length === 0) return { hits: bestFirst(closest(found)), isPartly: true, marks: roots };
  return { hits: bestFirst(whole), isPartly: false, marks: whole.some(isAsTyped) ? asked : roots };
}

/** Where one word was found. */
type Matches = ReadonlyMap<IndexEntry, Match>;

function matchesOf(word: string, readings: Readings): Matches {
  const root = rootOf(word);
  const matches = new Map<IndexEntry, Match>();
  for (const entry of index) {
    const match = matchOf(entry, word, readings.get(entry.setting.path)) ?? formMatchOf(entry, root);
    if (match) matches.set(entry, match);
  }
  return matches;
}

interface Scored extends Hit {
  readonly score: number;
}

/** What it counts that all words stand there as they were typed. */
const asTyped = 40;

function withAll(entry: IndexEntry, found: readonly Matches[]): Scored | null {
  const matches: Match[] = [];
  let score = levelScore(entry.setting);
  for (const matched of found) {
    const match = matched.get(entry);
    if (!match) return null;
    matches.push(match);
    score += match.score;
  }
  const hit = { setting: entry.setting, matches };
  return { ...hit, score: isAsTyped(hit) ? score + asTyped : score };
}

function isAsTyped({ matches }: Hit): boolean {
  return !matches.some(({ isForm }) => isForm);
}

/** How much of what the best setting has of the words another must have to be shown beside it. */
const enough = 0.6;

interface Nearing extends Scored {
  /** How much the words say that it has. */
  readonly weight: number;
}

function closest(found: readonly Matches[]): readonly Scored[] {
  // A word that few settings have says more than one that is everywhere.
  const weights = found.map(({ size }) => (size === 0 ? 0 : Math.log((index.length + 1) / size)));
  const nearing = index.flatMap((entry) => nearingOf(entry, found, weights) ?? []);
  const most = Math.max(0, ...nearing.map(({ weight }) => weight));
  return nearing.filter(({ weight }) => weight >= enough * most);
}

function nearingOf(entry: IndexEntry, found: readonly Matches[], weights: readonly number[]): Nearing | null {
  const matches: Match[] = [];
  let weight = 0;
  let score = levelScore(entry.setting);
  for (const [at, matched] of found.entries()) {
    const match = matched.get(entry);
    if (!match) continue;
    matches.push(match);
    weight += weights[at] ?? 0;
    score += (weights[at] ?? 0) * (20 + match.score);
  }
  return matches.length === 0 ? null : { setting: entry.setting, matches, weight, score };
}

function bestFirst(hits: readonly Scored[]): readonly Hit[] {
  return hits.toSorted((one, other) => other.score - one.score);
}
