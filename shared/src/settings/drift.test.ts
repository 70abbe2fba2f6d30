import { describe, expect, test } from 'vitest';
import { settings } from '../catalog/index.ts';
import { parse, toJson } from '../hocon/index.ts';
import { type DriftSource, driftIn } from './drift.ts';

function source(text: string, more: Partial<DriftSource> = {}): DriftSource {
  return { name: 'a.conf', document: parse(text), section: '', program: null, ...more };
}

function changes(...sources: readonly DriftSource[]) {
  return driftIn(sources, null).changed.map(({ path, line, known, found }) => [
    path,
    line,
    known === undefined ? '-' : toJson(known),
    toJson(found),
  ]);
}

describe('drift', () => {
  test('is none in an empty file', () => {
    expect(driftIn([source('')], null)).toEqual({ unknown: [], changed: [], vanished: [] });
  });

  test('lists keys that the catalog does not know, commented out or not', () => {
    const text = 'new_section { a: 1 }\nagent {\n  new_key: 1\n  # newer_key: ""\n  # worker_name: ""\n}\n';
    expect(driftIn([source(text)], null).unknown).toEqual([
      { path: 'new_section', file: 'a.conf', line: 1, commentedOut: false },
      { path: 'agent.new_key', file: 'a.conf', line: 3, commentedOut: false },
      { path: 'agent.newer_key', file: 'a.conf', line: 4, commentedOut: true },
    ]);
  });

  test('reads a file of a package as the section it is named after', () => {
    const packaged = source('{ new_key: 1\nworker_name: "w"\n# newer: 2\n}', { section: 'agent', program: 'agent' });
    expect(driftIn([packaged], null).unknown.map(({ path }) => path)).toEqual(['agent.new_key', 'agent.newer']);
    expect(changes(packaged)).toEqual([['agent.worker_name', 2, '', 'w']]);
  });

  test('lists defaults that are others, each package by its own', () => {
    const text = '{ auth.token_expiration_threshold_sec: 360 }';
    expect(changes(source(text, { program: 'sdk', section: 'api' }))).toEqual([]);
    expect(changes(source(text, { program: 'agent', section: 'api' }))).toEqual([
      ['api.auth.token_expiration_threshold_sec', 1, 43200, 360],
    ]);
  });

  test('leaves alone what a package only carries for the other, and what cannot be told', () => {
    const carried = source('{ metrics.images.quality: 1 }', { program: 'agent', section: 'sdk' });
    expect(changes(carried)).toEqual([]);
    expect(changes(source('agent.worker_name: ${?W}\nsdk.aws.s3.profile: ""'))).toEqual([]);
  });

  test('takes what stands in the examples of a package for no default', () => {
    expect(changes(source('api.web_server: "http://localhost:8080"', { program: 'sdk' }))).toEqual([]);
    expect(changes(source('api.web_server: "http://localhost:8080"'))).toHaveLength(1);
  });

  test('takes a commented-out name that stands elsewhere for an example of that', () => {
    const text = 'agent {\n  # extra_keys: ["MY_PASSWORD"]\n  # brand_new: 1\n}\n';
    expect(driftIn([source(text)], null).unknown.map(({ path }) => path)).toEqual(['agent.brand_new']);
  });

  test('calls nothing vanished that the packages hold, hand on or put together', () => {
    const both = [
      source('{ task_ping_interval_sec: 60 }', { program: 'agent', section: 'agent' }),
      source('', { program: 'sdk' }),
    ];
    const missing = (words: readonly string[]) => driftIn(both, new Set(words)).vanished.map(({ path }) => path);
    expect(missing([])).not.toContain('agent.task_ping_interval_sec');
    expect(missing([])).not.toContain('logging.disable_existing_loggers');
    expect(missing([])).not.toContain('sdk.aws.boto3.s3.addressing_style');
    expect(missing(['_user', 'hg'])).toContain('agent.hg_user');
    expect(missing(['}_user', 'hg'])).not.toContain('agent.hg_user');
  });

  test('lists settings of the packages at hand that nothing in them names', () => {
    const names = settings.flatMap(({ path }) => path.split(/[.[\]]+/));
    const words = new Set(names.filter((name) => name !== 'worker_name' && name !== 'max_req_size'));
    const agent = source('', { program: 'agent' });
    expect(driftIn([agent], words).vanished.map(({ path }) => path)).toEqual(['agent.worker_name']);
    const both = driftIn([agent, source('', { program: 'sdk' })], words);
    expect(both.vanished.map(({ path }) => path)).toEqual(['api.http.max_req_size', 'agent.worker_name']);
  });
});
