import { isPart, sectionAt, settings } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import facts from '../../../shared/test/facts/options.json' with { type: 'json' };
import { find } from '../search/find.ts';
import { queryOf } from '../search/query.ts';
import { blockOf, blockOfRow, blocks, keyIn, pathOfKey, rowPathOf, rows } from './blocks.ts';

/** Every path that ClearML reads, as a place in a file: `files.*.mode` as `files.any.mode`, `a[].b` as its first entry. */
const places = facts.rows.map(({ path }) => ({
  path,
  place: path
    .replaceAll('[]', '.0')
    .split('.')
    .map((step) => (step === '0' ? 0 : step.replace('*', 'any'))),
}));
const options = places.filter(({ path }) => !sectionAt(path));
const none = new Set<string>();
const ground = { readings: new Map(), changed: none, overridden: none, advised: none };

describe('the form', () => {
  it.each(options)('has a row for $path', ({ place }) => {
    expect(blockOfRow(rowPathOf(place))).toBeDefined();
  });

  it.each(options)('finds $path when it is searched for', ({ path, place }) => {
    expect(find(queryOf(path), ground).hits.map(({ setting }) => setting.path)).toContain(rowPathOf(place));
  });

  it.each(places.filter(({ path }) => sectionAt(path)))('leads from the section $path to its rows', ({ path }) => {
    expect(blocks.some(({ section }) => `${section.path}.`.startsWith(`${path}.`))).toBe(true);
  });

  it('shows each setting once, and nothing else', () => {
    const shown = rows.map(({ path }) => path);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.toSorted()).toEqual(
      [...settings.filter(({ path }) => !isPart(path)).map(({ path }) => path), 'sdk.aws.boto3.s3.*'].toSorted(),
    );
  });

  it.each(rows.map(({ path }) => path))('keeps the path of %s through its key', (path) => {
    const section = blockOfRow(path)?.section.path ?? '';
    const names = path.split('.');
    expect(pathOfKey(section, keyIn(section, path))).toEqual(path.endsWith('.*') ? names.slice(0, -1) : names);
  });

  it.each(['environment', 'files'])('has a page for the map %s, which stands in no section', (path) => {
    expect(blockOf(path)?.section.title).toBeTruthy();
    expect(blockOf(path)?.settings.map((setting) => setting.path)).toEqual([path]);
  });
});
