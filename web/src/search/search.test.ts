import { describe, expect, it } from 'vitest';
import { partsInRow, rows } from '../form/blocks.ts';
import { indexOf, search } from './search.ts';

const index = indexOf(rows, partsInRow);
const first = (query: string) => search(index, query)[0]?.path;
const all = (query: string) => search(index, query).map(({ path }) => path);

describe('the search', () => {
  it.each([
    ['api_server', 'api.api_server'],
    ['sdk.aws.s3.region', 'sdk.aws.s3.region'],
    ['minio', 'sdk.aws.s3.credentials'],
    ['CLEARML_API_HOST', 'api.api_server'],
    ['self-signed', 'api.verify_certificate'],
    ['git pass', 'agent.git_pass'],
    ['output uri', 'sdk.development.default_output_uri'],
  ])('finds by %s the setting %s first', (query, path) => {
    expect(first(query)).toBe(path);
  });

  it('finds a list by the parts of its entries', () => {
    expect(all('registered_prefix')).toContain('sdk.storage.path_substitution');
  });

  it('asks that every word fits', () => {
    expect(all('region bicycle')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(all('  ')).toEqual([]);
  });
});
