import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { records } from './records.ts';
import { schemaAt } from './schema.ts';
import type { Fragment, Json } from './setting.ts';

const rows = [...records].map(([path, record]) => ({ path, record }));
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });

/** `enum` of an open set names the usual values only. */
function withoutOpenEnum(path: string) {
  const { enum: choices, ...schema } = schemaAt(path) ?? {};
  return choices && schema['x-enum'] !== 'open' ? { ...schema, enum: choices } : schema;
}

function complaints(path: string, value: Json): string {
  return ajv.validate(withoutOpenEnum(path), value) ? '' : `${JSON.stringify(value)}: ${ajv.errorsText()}`;
}

function examplesOf(record: Fragment): readonly Json[] {
  return [...(record.examples ?? []), ...(record.default === undefined ? [] : [record.default])];
}

function knows(path: string): boolean {
  return records.has(path);
}

describe('every record', () => {
  it.each(rows)('$path has a title and a help text of whole sentences', ({ record }) => {
    expect(record.title).toMatch(/^[\p{L}\d.].{1,47}$/u);
    expect(record.title).not.toMatch(/\.$/);
    expect(record.description).toMatch(/^[\p{Lu}\d].{18,}[.]$/u);
    expect(record.description.length).toBeLessThanOrEqual(300);
    expect(record['x-note'] ?? 'A note.').toMatch(/\.$/);
  });

  it.each(rows.filter(({ record }) => examplesOf(record).length > 0))(
    '$path allows its own default and examples',
    ({ path, record }) => {
      expect(
        examplesOf(record)
          .map((value) => complaints(path, value))
          .filter(Boolean),
      ).toEqual([]);
    },
  );

  it('points only to settings that exist', () => {
    const targets = rows.flatMap(({ record }) => [
      ...(record['x-requires'] ?? []).map((need) => need.path),
      ...(record['x-conflicts'] ?? []),
      ...(record['x-moved-to'] === undefined ? [] : [record['x-moved-to']]),
    ]);
    expect(targets.filter((path) => !knows(path))).toEqual([]);
  });

  it.each(['minio', 'proxy', 'hang', 'retry', 'self-signed', 'token', 'disk', 'docker', 'private', 'noise', 'gpu'])(
    'can be found by the word %s',
    (word) => {
      const found = rows.filter(({ record }) => record['x-keywords']?.some((known) => known.includes(word)));
      expect(found.length).toBeGreaterThan(1);
    },
  );

  it('has a title of its own among its neighbours', () => {
    const places = rows.map(({ path, record }) => `${path.slice(0, path.lastIndexOf('.'))}: ${record.title}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });
});
