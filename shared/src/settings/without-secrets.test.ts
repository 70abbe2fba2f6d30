import { expect, test } from 'vitest';
import { parse } from '../hocon/index.ts';
import { withoutSecrets } from './without-secrets.ts';

test('every secret is a word that says nothing, and everything else stays as it is', () => {
  const text = [
    'api.credentials { access_key: "CANARY1", secret_key: CANARY2 } # mine',
    'agent.package_manager.extra_index_url: ["https://ann:CANARY3@pip.example/simple"]',
    'environment { A: """CANARY',
    '4""" }',
    '# secret_key: "CANARY5"',
    'agent.git_pass: ""',
    'api.api_server: "http://a"',
  ].join('\n');
  const told = withoutSecrets(parse(text));
  expect(told).not.toContain('CANARY');
  expect(told.split('\n')).toHaveLength(7);
  expect(told.split('\n').slice(5)).toEqual(['agent.git_pass: ""', 'api.api_server: "http://a"']);
  expect(told.split('\n')[0]).toBe('api.credentials { access_key: "hidden", secret_key: hidden } # mine');
});
