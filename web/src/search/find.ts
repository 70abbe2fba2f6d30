import type { Reading, Setting } from '@clearml-conf/shared';
import { blockOfRow } from '../form/blocks.ts';
import { type Hits, hitsFor } from './hits.ts';
import { secretRows } from './in-value.ts';
import { nearWords } from './near.ts';
import { type Filter, filters, type Query } from './query.ts';

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
export interface Found extends Hits {
  /** How many there are in each section that holds settings, whatever section it is narrowed to. */
  readonly bySection: ReadonlyMap<string, number>;
  /** How many there would be under each filter, with the words as they are. */
  readonly byFilter: Readonly<Record<Filter, number>>;
  /** Words that are much like those typed, where nothing fits these. */
  readonly near: string | null;
}

/** Finds the settings that fit the words and all filters. */
export function find(query: Query, ground: Ground): Found {
  const { hits: fitting, isPartly, marks } = hitsFor(query.words, ground.readings);
  const filtered = fitting.filter(({ setting }) => query.filters.every((filter) => passes(setting, filter, ground)));
  const hits = filtered.filter(({ setting }) => isWithin(setting, query.section));
  return {
    hits,
    isPartly: isPartly && hits.length > 0,
    marks,
    bySection: counted(filtered),
    byFilter: countedFilters(fitting, ground),
    near: fitting.length === 0 ? nearWords(query.words, ground.readings) : null,
  };
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
      return secretRows.has(path);
  }
}

function isWithin({ path }: Setting, section: string | null): boolean {
  if (section === null) return true;
  const own = blockOfRow(path)?.section.path ?? '';
  return own === section || own.startsWith(`${section}.`);
}

function counted(hits: Hits['hits']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { setting } of hits) {
    const section = blockOfRow(setting.path)?.section.path ?? '';
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}

function countedFilters(hits: Hits['hits'], ground: Ground): Readonly<Record<Filter, number>> {
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
