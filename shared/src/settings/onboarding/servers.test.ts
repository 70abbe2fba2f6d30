import { describe, expect, test } from 'vitest';
import { fc } from '../../../test/random.ts';
import { proposeServers, roleOf, type Servers, withScheme } from './index.ts';

const none: Servers = { web: null, api: null, files: null };

function proposed(known: Partial<Servers>): readonly string[] {
  const all = proposeServers({ ...none, ...known });
  return all.map(({ rule, servers: { web, api, files } }) => `${rule}: ${web} ${api} ${files}`);
}

describe('the other servers, from one', () => {
  test.each<[string, Partial<Servers>, string]>([
    [
      'hosted',
      { web: 'https://app.clear.ml' },
      'names: https://app.clear.ml https://api.clear.ml https://files.clear.ml',
    ],
    [
      'the old demo',
      { api: 'https://demoapi.x.ml' },
      'names: https://demoapp.x.ml https://demoapi.x.ml https://demofiles.x.ml',
    ],
    ['the web port', { web: 'http://h:8080' }, 'ports: http://h:8080 http://h:8008 http://h:8081'],
    [
      'the API port',
      { api: 'http://10.0.0.5:8008' },
      'ports: http://10.0.0.5:8080 http://10.0.0.5:8008 http://10.0.0.5:8081',
    ],
    ['the files port', { files: 'http://h:8081' }, 'ports: http://h:8080 http://h:8008 http://h:8081'],
    ['no port', { web: 'http://h.lab' }, 'ports: http://h.lab http://h.lab:8008 http://h.lab:8081'],
    [
      'own names',
      { api: 'https://api.ml.example.org' },
      'names: https://app.ml.example.org https://api.ml.example.org https://files.ml.example.org',
    ],
    ['a path, kept', { web: 'http://h:8080/ml' }, 'ports: http://h:8080/ml http://h:8008/ml http://h:8081/ml'],
    ['no scheme, a port', { web: 'h:8080' }, 'ports: h:8080 http://h:8008 http://h:8081'],
    ['no scheme, no port', { web: 'app.clear.ml' }, 'names: app.clear.ml https://api.clear.ml https://files.clear.ml'],
    ['IPv6', { web: 'http://[::1]:8080' }, 'ports: http://[::1]:8080 http://[::1]:8008 http://[::1]:8081'],
    [
      'paths behind a proxy',
      { api: 'https://ml.example.org/api' },
      'paths: https://ml.example.org https://ml.example.org/api https://ml.example.org/files',
    ],
  ])('%s', (_, known, first) => {
    expect(proposed(known)).toContain(first);
  });

  test('behind a proxy there are several ways, ClearML’s own first', () => {
    expect(proposed({ web: 'https://ml.example.org/' })).toEqual([
      'ports: https://ml.example.org/ https://ml.example.org:8008 https://ml.example.org:8081',
      'paths: https://ml.example.org/ https://ml.example.org/api https://ml.example.org/files',
      'names: https://ml.example.org/ https://api.ml.example.org https://files.ml.example.org',
    ]);
  });

  test('another port tells nothing but paths', () => {
    expect(proposed({ web: 'http://h:30080' })).toEqual([
      'paths: http://h:30080 http://h:30080/api http://h:30080/files',
    ]);
  });

  test('a bucket for files tells nothing of the others', () => {
    expect(proposed({ files: 's3://bucket' })).toEqual([]);
  });
});

test('what is known stays as it is, and page and API stand apart', () => {
  const address = fc.constantFrom(
    null,
    'https://app.clear.ml/',
    'http://h:8080',
    'http://h:8008/',
    'h',
    's3://b',
    'https://h/api',
    'http://user@h',
    '://',
  );
  fc.assert(
    fc.property(fc.record({ web: address, api: address, files: address }), (known) =>
      proposeServers(known).every(({ servers }) => {
        const isKept = (['web', 'api', 'files'] as const).every(
          (role) => !known[role] || known[role] === servers[role],
        );
        return isKept && servers.web !== servers.api;
      }),
    ),
  );
});

test('what a server is, by its address', () => {
  expect(
    ['https://app.clear.ml', 'http://h:8008', 'https://files.x.org', 'https://h/api', 'http://h'].map(roleOf),
  ).toEqual(['web', 'api', 'files', 'api', 'web']);
});

test('the scheme ClearML’s own set-up would put before an address', () => {
  expect(['h:8008', 'api.clear.ml', 'https://x', 's3://b'].map(withScheme)).toEqual([
    'http://h:8008',
    'https://api.clear.ml',
    'https://x',
    's3://b',
  ]);
});
