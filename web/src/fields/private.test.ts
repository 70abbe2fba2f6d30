import { describe, expect, it } from 'vitest';
import { holdsSecret } from './private.tsx';

describe('a text is masked', () => {
  it.each([
    ['api.credentials.secret_key', 'anything'],
    ['agent.git_pass', ''],
    ['agent.extra_docker_arguments', 'HF_TOKEN=abcdef'],
    ['api.api_server', 'https://me:pass-word@host'],
    ['environment.AWS_SECRET_ACCESS_KEY', 'x'],
  ])('%s: %s', (path, text) => {
    expect(holdsSecret(path.split('.'), text)).toBe(true);
  });
});

describe('a text is shown', () => {
  it.each([
    ['api.api_server', 'https://host:8008'],
    ['agent.extra_docker_arguments', '--ipc=host'],
    ['agent.extra_docker_arguments', ''],
    ['sdk.aws.s3.region', 'eu-west-1'],
  ])('%s: %s', (path, text) => {
    expect(holdsSecret(path.split('.'), text)).toBe(false);
  });
});
