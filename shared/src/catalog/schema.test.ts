import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { nestedSchema } from './schema.ts';

const ajv = new Ajv({ strict: false, validateFormats: false });
const isClearmlConf = ajv.compile(nestedSchema());
const draft7 = 'http://json-schema.org/draft-07/schema#';

describe('clearml.schema.json', () => {
  it('is what the catalog says (renew it with: npm --prefix shared run schema)', async () => {
    await expect(`${JSON.stringify(nestedSchema(), null, 2)}\n`).toMatchFileSnapshot('../../clearml.schema.json');
  });

  it('is a correct draft-07 schema', () => {
    expect(nestedSchema().$schema).toBe(draft7);
    expect(ajv.validateSchema(nestedSchema())).toBe(true);
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
