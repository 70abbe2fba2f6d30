import type { Setting } from '@clearml-conf/shared';
import { blockOfRow } from '../form/blocks.ts';
import { countsByFilter, type Ground, passes } from './filtered.ts';
import { type Hits, hitsFor } from './hits.ts';
import { nearWords } from './near.ts';
import type { Filter, Query } from './query.ts';

/** What was found: the best first. */
export interface Found extends Hits {
  /** How many there are in each section and those inside it, whatever section it is narrowed to. */
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
    byFilter: countsByFilter(
      fitting.map(({ setting }) => setting),
      ground,
    ),
    near: fitting.length === 0 ? nearWords(query.words, ground.readings) : null,
  };
}

function isWithin({ path }: Setting, section: string | null): boolean {
  if (section === null) return true;
  const own = blockOfRow(path)?.section.path ?? '';
  return own === section || own.startsWith(`${section}.`);
}

function counted(hits: Hits['hits']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { setting } of hits) {
    for (const section of around(blockOfRow(setting.path)?.section.path ?? '')) {
      counts.set(section, (counts.get(section) ?? 0) + 1);
    }
  }
  return counts;
}

/** A section and all that it is in. */
function around(section: string): readonly string[] {
  const names = section.split('.');
  return names.map((_, at) => names.slice(0, at + 1).join('.'));
}
