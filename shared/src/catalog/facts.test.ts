import { describe, expect, it } from 'vitest';
import facts from '../../test/facts/options.json' with { type: 'json' };
import { sectionAt } from './catalog.ts';
import { records } from './records.ts';
import type { Fragment, Json } from './setting.ts';

/** One row of what was read from ClearML's own code; see test/facts/README.md. */
interface Fact {
  readonly path: string;
  readonly type: string;
  readonly container?: boolean;
  readonly default?: Json;
  readonly defaultAgent?: Json;
  readonly enum?: readonly Json[];
  readonly enumItems?: readonly Json[];
  readonly env?: readonly string[];
  readonly secret?: boolean;
  readonly deprecated?: boolean;
  readonly replacedBy?: string;
  readonly required?: boolean;
  readonly level?: string;
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly readBy?: string;
  readonly enterpriseOnly?: boolean;
  readonly containerEnv?: string;
  readonly pathInReferencePage?: string;
  readonly typeInReferencePage?: string;
  readonly inReferencePage?: boolean;
}

const rows: readonly Fact[] = facts.rows;
const inPage = rows.filter((row) => row.inReferencePage);

/** The facts write `string|string[]` where JSON Schema has a type and the type of the items. */
function factType(record: Fragment): string {
  const names = typeof record.type === 'string' ? [record.type] : record.type;
  return names.join('|');
}

function schemaType(row: Fact): string {
  const names = row.type.split('|').map((name) => (name.endsWith('[]') ? 'array' : name));
  return [...new Set(names)].join('|');
}

function columns(record: Fragment) {
  const limits = record.items ?? record;
  return {
    type: factType(record),
    default: record.default,
    defaultAgent: record['x-agent-default'],
    enum: record.enum,
    enumItems: record.items?.enum,
    env: record['x-env'],
    secret: record['x-secret'],
    deprecated: record.deprecated,
    replacedBy: record['x-moved-to'],
    required: record['x-required'],
    level: record['x-level'],
    unit: record['x-unit'],
    minimum: limits.minimum,
    maximum: limits.maximum,
    readBy: record['x-read-by'],
    enterpriseOnly: record['x-enterprise'],
    containerEnv: record['x-container-env'],
    pathInReferencePage: record['x-moved-from'],
    typeInReferencePage: record['x-former-type'],
  };
}

function expected(row: Fact) {
  const { path: _path, container: _container, inReferencePage: _page, ...rest } = row;
  return { ...rest, type: schemaType(row) };
}

function itemTypes(row: Fact): readonly string[] {
  return row.type.split('|').flatMap((name) => (name.endsWith('[]') ? [name.slice(0, -2)] : []));
}

describe('the catalog and the facts', () => {
  it('know the same paths', () => {
    const known = rows.map((row) => row.path);
    expect([...records.keys()].sort()).toEqual(known.toSorted());
  });

  it.each(rows)('agree on $path', (row) => {
    const record = records.get(row.path);
    if (!record) throw new Error('no record');
    expect(columns(record)).toEqual(expected(row));
    const [itemType, ...more] = itemTypes(row);
    if (itemType && more.length === 0) expect(record.items?.type).toBe(itemType);
  });

  it('cover all 97 options and 27 sections of the reference page', () => {
    expect(inPage.filter((row) => !row.container)).toHaveLength(97);
    expect(inPage.filter((row) => row.container)).toHaveLength(27);
    expect(inPage.filter((row) => !records.has(row.path))).toEqual([]);
  });

  it('count 11 basic and 64 common options', () => {
    const levels = rows.filter((row) => !row.container).map((row) => records.get(row.path)?.['x-level']);
    expect(levels.filter((level) => level === 'basic')).toHaveLength(11);
    expect(levels.filter((level) => level === 'common')).toHaveLength(64);
    expect(levels.filter((level) => level === 'advanced')).toHaveLength(388 - 11 - 64);
  });

  it('call every object with members of its own a section, and maps and free objects settings', () => {
    const objects = rows.filter((row) => row.container && row.type === 'object' && !row.path.includes('[]'));
    const rest = objects.filter((row) => !sectionAt(row.path)).map((row) => row.path);
    expect(rest).toEqual([
      'agent.docker_container_name_format_fields',
      'agent.slurm.user_map',
      'logging.handlers',
      'logging.loggers',
      'logging.root',
    ]);
  });
});
