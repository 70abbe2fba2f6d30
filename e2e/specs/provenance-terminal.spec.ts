import { expect, test } from '../test.ts';

const file = [
  'api {',
  '  api_server: "http://file:8008"',
  '  credentials { access_key: "AK", secret_key: "CANARY1" }',
  '}',
  'sdk.aws.s3.region: "us-east-1"',
  'sdk.storage.block_pickled_artifacts: true',
  'agent.venvs_cache { path: "", max_entries: 5 }',
  '',
].join('\n');

test('explain says what ClearML uses and why, with the words of the page', async ({ workplace }) => {
  await workplace.file('home/clearml.conf', file);
  await workplace.file('home/trains.conf', '\nsdk.metrics.images.quality: 50\n');
  const environment = {
    CLEARML_API_HOST: 'http://variable:8008',
    AWS_DEFAULT_REGION: 'eu-west-1',
    CLEARML_BLOCK_PICKLED_ARTIFACTS: 'false',
    CLEARML_AGENT__AGENT__GIT_USER: 'ann',
  };
  const last = async (path: string, count = 1) => {
    const { exitCode, stdout } = await workplace.terminal(['explain', path], { environment });
    expect(exitCode).toBe(0);
    return stdout.replaceAll(`${workplace.home}/`, '').trimEnd().split('\n').slice(-count);
  };
  expect(await last('api.api_server')).toEqual([
    'ClearML uses "http://variable:8008": CLEARML_API_HOST is set and wins over line 2 of clearml.conf',
  ]);
  expect(await last('sdk.aws.s3.region', 2)).toEqual([
    'The SDK uses "us-east-1": it stands in line 5 of clearml.conf; AWS_DEFAULT_REGION does not count, as the option has a value',
    'The agent uses "eu-west-1": AWS_DEFAULT_REGION is set and wins over line 5 of clearml.conf',
  ]);
  expect(await last('sdk.storage.block_pickled_artifacts')).toEqual([
    'ClearML uses true: it stands in line 6 of clearml.conf; CLEARML_BLOCK_PICKLED_ARTIFACTS does not count: it can switch the option on, never off (the SDK reads it)',
  ]);
  expect(await last('sdk.metrics.images.quality')).toEqual([
    'ClearML uses 50: it stands in line 2 of trains.conf (the SDK reads it)',
  ]);
  expect(await last('agent.git_user')).toEqual([
    'ClearML uses "ann": CLEARML_AGENT__AGENT__GIT_USER is set (the agent reads it)',
  ]);
  expect(await last('agent.venvs_cache.max_entries')).toEqual([
    'Mind: It counts only together with agent.venvs_cache.path; set that too.',
  ]);
});

test('explain never prints a secret, nor changes the file', async ({ workplace }) => {
  const path = await workplace.file('clearml.conf', file);
  const environment = { CLEARML_API_SECRET_KEY: 'CANARY2', CLEARML_AUTH_TOKEN: 'CANARY3' };
  const { stdout } = await workplace.terminal(['explain', 'api.credentials.secret_key', '--file', path], {
    environment,
  });
  expect(stdout).not.toContain('CANARY');
  expect(stdout).toContain('CLEARML_AUTH_TOKEN is set and signs in in its place');
});

test('explain leads on from a typing mistake, a section and a path that is none', async ({ workplace }) => {
  const near = await workplace.terminal(['explain', 'api.api_sever']);
  expect(near.exitCode).toBe(1);
  expect(near.stderr).toContain('did you mean api.api_server?');
  const section = await workplace.terminal(['explain', 'sdk.metrics.images']);
  expect(section.stdout).toContain('  sdk.metrics.images.quality');
  expect((await workplace.terminal(['explain', 'a..b'])).exitCode).toBe(2);
});

test('drift lists unknown, changed and vanished options, and says when there are none', async ({ workplace }) => {
  const plain = await workplace.file('plain.conf', 'sdk.metrics.images.quality: 87\n');
  const same = await workplace.terminal(['drift', plain]);
  expect(same).toMatchObject({ exitCode: 0, stdout: 'Nothing differs from the catalog.\n' });
  const odd = await workplace.file(
    'odd.conf',
    'sdk.brand_new: 1\nsdk.metrics.images.quality: 50\napi.credentials.secret_key: "CANARY"\n',
  );
  const { exitCode, stdout } = await workplace.terminal(['drift', odd]);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('odd.conf:1: sdk.brand_new is not in the catalog');
  expect(stdout).toContain('odd.conf:2: sdk.metrics.images.quality is 50 here, 87 in the catalog');
  expect(stdout).not.toContain('CANARY');
  expect((await workplace.terminal(['drift', 'no-such.conf'])).exitCode).toBe(1);
});
