import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import committed from '../../clearml.schema.json' with { type: 'json' };
import facts from '../../test/facts/options.json' with { type: 'json' };
import { nestedSchema, type Schema } from './schema.ts';
import { stepsOf } from './tree.ts';

const ajv = new Ajv({ strict: false, validateFormats: false });
const isClearmlConf = ajv.compile(nestedSchema());
const draft7 = 'http://json-schema.org/draft-07/schema#';

function schemaUnder(schema: unknown, steps: readonly string[]): Schema | undefined {
  return steps.reduce<Schema | undefined>(stepInto, isSchema(schema) ? schema : undefined);
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

function stepInto(schema: Schema | undefined, step: string): Schema | undefined {
  if (step === '[]') return schema?.items;
  if (step !== '*') return schema?.properties?.[step];
  return typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

describe('clearml.schema.json', () => {
  it('is what the catalog says (renew it with: npm --prefix shared run schema)', async () => {
    await expect(`${JSON.stringify(nestedSchema(), null, 2)}\n`).toMatchFileSnapshot('../../clearml.schema.json');
  });

  it('holds every option and section of the reference page', () => {
    const named = facts.rows.filter((row) => 'inReferencePage' in row).map((row) => row.path);
    expect(named).toHaveLength(97 + 27);
    expect(named.filter((path) => schemaUnder(committed, stepsOf(path))?.title === undefined)).toEqual([]);
  });

  it('is a correct draft-07 schema', () => {
    expect(nestedSchema().$schema).toBe(draft7);
    expect(ajv.validateSchema(nestedSchema())).toBe(true);
  });

  it('names no format that a validator knows, which would refuse empty texts and hosts without a dot', () => {
    const known = ['binary', 'byte', 'date', 'date-time', 'double', 'duration', 'email', 'float', 'hostname', 'int32']
      .concat(['int64', 'ipv4', 'ipv6', 'iri', 'json-pointer', 'password', 'regex', 'time', 'uri', 'uri-reference'])
      .concat(['uri-template', 'url', 'uuid']);
    const formats = [...JSON.stringify(nestedSchema()).matchAll(/"format":"([^"]+)"/g)].map(([, name]) => name);
    expect(formats.length).toBeGreaterThan(50);
    expect(formats.filter((name) => name !== undefined && known.includes(name))).toEqual([]);
  });

  it.each([
    [
      'a MinIO entry',
      { sdk: { aws: { s3: { credentials: [{ host: 'minio:9000', key: 'k', secret: 's', secure: false }] } } } },
    ],
    ['a certificate file', { api: { verify_certificate: '/etc/ssl/company.pem' } }],
    ['capitals where they do not matter', { api: { http: { default_method: 'POST' } } }],
    ['an unusual image format', { sdk: { metrics: { images: { format: 'ICO' } } } }],
    ['free names of variables', { environment: { CUDA_HOME: '/usr/local/cuda', WORKERS: 4 } }],
    ['a section nobody knows', { mine: { colour: 'blue' } }],
  ])('allows %s', (_name, settings) => {
    expect(isClearmlConf(settings)).toBe(true);
  });

  it.each([
    ['a text for a switch', { agent: { reload_config: 'yes' } }],
    ['an unknown key in an S3 entry', { sdk: { aws: { s3: { credentials: [{ endpoint: 'minio:9000' }] } } } }],
    ['an Azure entry without its key', { sdk: { azure: { storage: { containers: [{ account_name: 'me' }] } } } }],
    ['a value where a section belongs', { sdk: { development: true } }],
    ['a list written as a section', { sdk: { storage: { direct_access: { url: 'file://*' } } } }],
    ['an unknown package manager', { agent: { package_manager: { type: 'poetry;' } } }],
  ])('refuses %s', (_name, settings) => {
    expect(isClearmlConf(settings)).toBe(false);
  });
});
