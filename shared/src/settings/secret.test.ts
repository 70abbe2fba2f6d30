import { describe, expect, it } from 'vitest';
import { isSecret } from './secret.ts';
import { isSecretName } from './secret-name.ts';

describe('a path', () => {
  it.each([
    [['api', 'credentials', 'secret_key']],
    [['sdk', 'aws', 's3', 'credentials', 2, 'secret']],
    [['environment', 'ANYTHING']],
    [['environment', 'A', 'nested']],
    [['agent', 'package_manager', 'extra_index_url', 0]],
    [['somewhere', 'password']],
    [['sdk', 'aws', 's3', 'extra_args', 'SSECustomerKey']],
  ])('%j names a secret', (path) => {
    expect(isSecret(path)).toBe(true);
  });

  it.each([[['api', 'credentials']], [['sdk', 'aws', 's3', 'credentials']], [['environment']]])(
    '%j holds secrets',
    (path) => {
      expect(isSecret(path)).toBe(true);
    },
  );

  it.each([
    [['api', 'api_server']],
    [['api', 'auth']],
    [['api', 'auth', 'token_expiration_threshold_sec']],
    [['agent', 'sanitize_config_printout', 'hide_secrets']],
    [['sdk', 'aws', 's3', 'credentials', 0, 'host']],
    [['agent', 'extra_docker_arguments', 1]],
    [['sdk', 'log']],
  ])('%j is none', (path) => {
    expect(isSecret(path)).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    'AWS_ACCESS_KEY_ID',
    'HF_TOKEN',
    'authToken',
    'PGPASSWORD',
    'client-secret',
    'GITHUB_PAT',
    'private_key',
    'BASIC_AUTH',
    'mypass',
    'dbPwd',
    'rootpasswd',
  ])('%s sounds like a secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each([
    'pool_connections',
    'SSH_AUTH_SOCK',
    'TOKENIZERS_PARALLELISM',
    'password_file',
    'keyboard',
    'compass',
    'bypass',
    'encompass',
    'passthrough',
    'GIT_ASKPASS',
    'monkey',
    '',
  ])('%s does not', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});
