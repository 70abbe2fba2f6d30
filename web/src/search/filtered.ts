import type { Reading, Setting } from '@clearml-conf/shared';
import { secretRows } from './in-value.ts';
import { type Filter, filters } from './query.ts';

/** What the search is asked about, besides the catalog. */
export interface Ground {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly changed: Pick<ReadonlySet<string>, 'has'>;
  /** Rows of which a variable that is set has a say. */
  readonly overridden: Pick<ReadonlySet<string>, 'has'>;
  /** Rows that hold something worth a look. */
  readonly advised: Pick<ReadonlySet<string>, 'has'>;
}

export function passes(setting: Setting, filter: Filter, { readings, changed, overridden, advised }: Ground): boolean {
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

/** How many of the settings each filter would leave. */
export function countsByFilter(settings: readonly Setting[], ground: Ground): Readonly<Record<Filter, number>> {
  const counts = { changed: 0, set: 0, env: 0, problem: 0, basic: 0, secret: 0 };
  for (const filter of filters) counts[filter] = settings.filter((setting) => passes(setting, filter, ground)).length;
  return counts;
}
