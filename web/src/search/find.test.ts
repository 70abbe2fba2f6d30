import { parse, readSettings } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import type { Ground } from './filtered.ts';
import { find } from './find.ts';
import { addressPart, isEmpty, queryOf, textOfAddress, toggled, within } from './query.ts';

function groundOf(text: string, rest: Partial<Ground> = {}): Ground {
  const none = new Set<string>();
  return { readings: readSettings(parse(text)), changed: none, overridden: none, advised: none, ...rest };
}

const empty = groundOf('');
const all = (text: string, ground = empty) => find(queryOf(text), ground).hits.map(({ setting }) => setting.path);
const first = (text: string) => all(text)[0];

describe('a filter that there is not', () => {
  it.each([
    ['@bogus', ['@bogus']],
    ['@bogus token @set @in:sdk', ['@bogus']],
    ['@ @s @change @in @in: @in:api @set a@b', []],
  ])('is told from what is being typed: %s', (text, unknown) => {
    expect(queryOf(text).unknown).toEqual(unknown);
  });

  it('is something to be told, and hides nothing', () => {
    expect(isEmpty(queryOf('@bogus'))).toBe(false);
    expect(all('@bogus token')).toEqual(all('token'));
    expect(textOfAddress('#/?bogus')).toBe('');
  });
});

describe('the search', () => {
  it.each([
    ['api_server', 'api.api_server'],
    ['sdk.aws.s3.region', 'sdk.aws.s3.region'],
    ['minio', 'sdk.aws.s3.credentials'],
    ['CLEARML_API_HOST', 'api.api_server'],
    ['self-signed', 'api.verify_certificate'],
    ['verify', 'api.verify_certificate'],
    ['certificate', 'api.verify_certificate'],
    ['git pass', 'agent.git_pass'],
    ['git token', 'agent.git_pass'],
    ['output uri', 'sdk.development.default_output_uri'],
    ['poetry', 'agent.package_manager.poetry_version'],
    ['docker image', 'agent.default_docker.image'],
  ])('finds by %s the setting %s first', (query, path) => {
    expect(first(query)).toBe(path);
  });

  it.each([
    ['retry', 'api.http.retries.total'],
    ['hang', 'sdk.network.metrics.file_upload_starvation_warning_sec'],
    ['proxy', 'api.http.default_method'],
    ['registered_prefix', 'sdk.storage.path_substitution'],
    ['bucket', 'sdk.aws.s3.credentials'],
  ])('finds by %s the setting %s among others', (query, path) => {
    expect(all(query)).toContain(path);
  });

  it('finds other forms of a word after the word itself', () => {
    expect(first('verification')).toBe('api.verify_certificate');
    expect(all('certificates')).toContain('api.verify_certificate');
  });

  it('shows what has most of the words where nothing has all, and says so', () => {
    const { hits, isPartly } = find(queryOf('region bicycle'), empty);
    expect(isPartly).toBe(true);
    expect(hits[0]?.setting.path).toBe('sdk.aws.s3.region');
    expect(find(queryOf('region'), empty).isPartly).toBe(false);
  });

  it('asks for a word that says nothing where there is no other', () => {
    expect(all('set')).not.toEqual([]);
    expect(first('where do I set the region')).toBe('sdk.aws.s3.region');
  });

  it('marks what was asked, and no word that says nothing', () => {
    expect(find(queryOf('where is the region?'), empty).marks).toEqual(['region']);
  });

  it('says where each word was found', () => {
    expect(find(queryOf('minio'), empty).hits[0]?.matches).toMatchObject([{ where: 'keyword', found: 'minio' }]);
  });

  it('offers words that are much like those typed', () => {
    expect(find(queryOf('certifcate'), empty)).toMatchObject({ hits: [], near: 'certificate' });
    expect(find(queryOf('certifcate bicycle'), empty)).toMatchObject({ hits: [], near: 'certificate' });
    expect(find(queryOf('xqzw'), empty).near).toBeNull();
  });
});

describe('values', () => {
  const ground = groundOf(
    [
      'sdk.aws.s3.region: "eu-north-1"',
      'api.credentials.secret_key: "CANARY1"',
      'sdk.aws.s3.credentials: [{ bucket: lab-results, secret: "CANARY2" }]',
      'api.api_server: "https://me:CANARY3@host.example"',
    ].join('\n'),
  );

  it('are found', () => {
    expect(all('north', ground)).toEqual(['sdk.aws.s3.region']);
    expect(all('lab-results', ground)).toEqual(['sdk.aws.s3.credentials']);
    expect(all('host.example', ground)).toEqual(['api.api_server']);
  });

  it('of secrets are not', () => {
    expect(all('canary', ground)).toEqual([]);
  });
});

describe('filters', () => {
  const ground = groundOf('api.api_server: "http://a"\nsdk.aws.s3.region: us', {
    changed: new Set(['api.api_server']),
    overridden: new Set(['sdk.aws.s3.region']),
    advised: new Set(['api.api_server']),
  });

  it.each([
    ['@set', ['api.api_server', 'sdk.aws.s3.region']],
    ['@changed', ['api.api_server']],
    ['@problem', ['api.api_server']],
    ['@env', ['sdk.aws.s3.region']],
    ['@set region', ['sdk.aws.s3.region']],
    ['@set @in:api', ['api.api_server']],
    ['@set @changed @env', []],
  ])('%s', (query, paths) => {
    expect(all(query, ground)).toEqual(paths);
  });

  it('have their counts, and so do sections', () => {
    const found = find(queryOf('@in:api @set'), ground);
    expect(found.byFilter).toMatchObject({ set: 2, changed: 1, env: 1, problem: 1, basic: 11 });
    expect(Object.fromEntries(found.bySection)).toEqual({ api: 1, sdk: 1, 'sdk.aws': 1, 'sdk.aws.s3': 1 });
  });
});

describe('the text of a search', () => {
  it('takes filters and sections in and out', () => {
    expect(toggled('minio', 'set')).toBe('@set minio ');
    expect(toggled('@set minio', 'set')).toBe('minio');
    expect(within('@set minio', 'sdk.aws')).toBe('@in:sdk.aws @set minio');
    expect(within('@in:api minio', null)).toBe('minio');
  });

  it('goes into the address without its words', () => {
    const part = addressPart(queryOf('@set @in:sdk.aws my-secret @nonsense'));
    expect(part).toBe('?set&in:sdk.aws');
    expect(textOfAddress(`#/api${part}`)).toBe('@set @in:sdk.aws ');
    expect(textOfAddress('#/api?<script>&set')).toBe('@set ');
  });
});
