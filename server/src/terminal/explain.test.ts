import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settingNamed } from '@clearml-conf/shared';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { listDrift } from './drift.ts';
import { explain } from './explain.ts';

interface Given {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

async function surroundingsWith({ files = {}, env = {} }: Given): Promise<Surroundings> {
  const home = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(home, name, '..'), { recursive: true });
    await writeFile(join(home, name), text);
  }
  const exists = (path: string): boolean => Object.keys(files).some((name) => join(home, name) === path);
  const versions = { program: '1', node: '20' };
  return { environment: new Map(Object.entries(env)), home, folder: home, exists, versions };
}

/** What the command says, without the folder of the test. */
async function explained(path: string, given: Given, file: string | null = null) {
  const surroundings = await surroundingsWith(given);
  const { exitCode, output, sentence } = await explain(path, file, surroundings);
  const lines = (output ?? sentence ?? '').replaceAll(join(surroundings.home, '/'), '').trimEnd().split('\n');
  return { exitCode, lines };
}

test('an option that is set nowhere has its default', async () => {
  expect(await explained('sdk.metrics.images.quality', {})).toEqual({
    exitCode: 0,
    lines: [
      `sdk.metrics.images.quality (${settingNamed('sdk.metrics.images.quality')?.title})`,
      'The file: clearml.conf is not there',
      'The default: 87 (clearml)',
      'ClearML uses 87, the default: nothing sets it (the SDK reads it)',
    ],
  });
});

test('files, variables and both packages are told apart', async () => {
  const files = {
    'clearml.conf': '# mine\napi.api_server: "http://a:8008"\n',
    'trains.conf': 'api.api_server: "http://old:8008"\n',
  };
  const env = { CLEARML_AGENT__API__API_SERVER: '"http://g:8008"', TRAINS_API_HOST: 'http://t:8008' };
  const { lines } = await explained('api.api_server', { files, env });
  expect(lines.slice(1)).toEqual([
    'The file: "http://a:8008" in line 2 of clearml.conf',
    'The file: "http://old:8008" in line 1 of trains.conf',
    'The default: "" (clearml and clearml-agent)',
    'The environment: CLEARML_AGENT__API__API_SERVER="\\"http://g:8008\\"": for the SDK it is not looked at; for the agent it does not count, as another variable overrules it',
    'The environment: TRAINS_API_HOST="http://t:8008" counts, whatever the file says',
    'ClearML uses "http://t:8008": TRAINS_API_HOST is set and wins over line 2 of clearml.conf',
  ]);
});

test('what an empty text comes to is said', async () => {
  const files = { 'clearml.conf': 'agent.venvs_cache.path: ""\n' };
  expect((await explained('agent.venvs_cache.path', { files })).lines.at(-1)).toBe(
    'ClearML uses "": it stands in line 1 of clearml.conf; empty means: no environment is kept (the agent reads it)',
  );
});

test('both packages may use different values', async () => {
  const given = { files: { 'a.conf': 'sdk.aws.s3.region: us' }, env: { AWS_DEFAULT_REGION: 'eu' } };
  expect((await explained('sdk.aws.s3.region', given, 'a.conf')).lines.slice(-3)).toEqual([
    'The environment: AWS_DEFAULT_REGION="eu": for the SDK it does not count, as the option has a value; for the agent it counts, whatever the file says',
    'The SDK uses "us": it stands in line 1 of a.conf; AWS_DEFAULT_REGION does not count, as the option has a value',
    'The agent uses "eu": AWS_DEFAULT_REGION is set and wins over line 1 of a.conf',
  ]);
});

test('secrets are never printed, wherever they come from', async () => {
  const files = {
    'clearml.conf': [
      'api.credentials { access_key: "HUSH1", secret_key: HUSH2 }',
      'sdk.aws.s3.credentials: [{ bucket: b, key: "HUSH3", secret: "HUSH4" }]',
      'environment { MY_TOKEN: "HUSH5" }',
      'agent.package_manager.extra_index_url: ["https://ann:HUSH6@pip.example/simple"]',
      'agent.extra_docker_arguments: ["-e", "API_TOKEN=HUSH7"]',
      'agent.git_pass: ${HUSH_PASS}',
    ].join('\n'),
  };
  const env = {
    CLEARML_API_SECRET_KEY: 'HUSH8',
    HUSH_PASS: 'HUSH9',
    CLEARML_AGENT_GIT_PASS: 'HUSH10',
    AZURE_STORAGE_KEY: 'HUSH11',
  };
  const paths = [
    'api.credentials.access_key',
    'api.credentials.secret_key',
    'sdk.aws.s3.credentials',
    'sdk.aws.s3.credentials[0].secret',
    'sdk.azure.storage.containers',
    'environment',
    'agent.package_manager.extra_index_url',
    'agent.extra_docker_arguments',
    'agent.git_pass',
  ];
  for (const path of paths) {
    const { exitCode, lines } = await explained(path, { files, env });
    expect({ exitCode, path }).toEqual({ exitCode: 0, path });
    expect(lines.join('\n')).not.toMatch(/HUSH\d/);
    expect(lines.join('\n')).toContain('(not shown)');
  }
});

test('what refers to a secret is no more printed than the secret', async () => {
  const text = [
    'mine: "HUSH1"',
    'api.credentials.secret_key: ${mine}',
    'agent.worker_name: "at "${mine}',
    'agent.package_manager.conda_channels: [a, ${mine}]',
  ].join('\n');
  for (const path of ['agent.worker_name', 'agent.package_manager.conda_channels']) {
    const { lines } = await explained(path, { files: { 'clearml.conf': text } });
    expect(lines.join('\n')).not.toContain('HUSH');
    expect(lines.join('\n')).toContain('(not shown)');
  }
});

test.each([
  ['a variable that is one by its name', 'agent.worker_name: "w-"${?MY_TOKEN}', '', { MY_TOKEN: 'HUSH' }],
  ['a variable that a secret takes', 'agent.worker_name: ${FOO}\nagent.git_pass: ${FOO}', '', { FOO: 'HUSH' }],
  ['such a file', 'include "b.conf"', 'my.token: HUSH\nagent.worker_name: ${my.token}', {}],
  ['what such a file says', 'agent.worker_name: ${?my.token}\ninclude "b.conf"', 'my.token: HUSH', {}],
  ['what a secret takes of it', 'environment.X: ${m.n}\nagent.worker_name: ${m.n}\ninclude "b.conf"', 'm.n: HUSH', {}],
])('a secret that comes from %s is not printed elsewhere', async (_, text, included, env) => {
  const { lines } = await explained('agent.worker_name', { files: { 'clearml.conf': text, 'b.conf': included }, env });
  expect(lines.join('\n')).not.toContain('HUSH');
  expect(lines.join('\n')).toContain('(not shown)');
});

test('a variable for a whole section shows nothing of the secrets in it', async () => {
  const env = { CLEARML_AGENT__AGENT: '{ worker_name: w, git_pass: HUSH }' };
  expect((await explained('agent.worker_name', { env })).lines.slice(-2)).toEqual([
    'The environment: CLEARML_AGENT__AGENT=(not shown) counts, whatever the file says',
    'ClearML uses "w": CLEARML_AGENT__AGENT is set (the agent reads it)',
  ]);
});

test('of a list of entries all but the secrets is shown', async () => {
  const files = { 'clearml.conf': 'sdk.aws.s3.credentials: [{ bucket: b, key: "HUSH1", secret: "HUSH2" }]' };
  const { lines } = await explained('sdk.aws.s3.credentials', { files });
  expect(lines[1]).toBe(
    'The file: [{"bucket":"b","key":"(not shown)","secret":"(not shown)"}] in line 1 of clearml.conf',
  );
  expect(lines[2]).toBe('The default: [] (clearml)');
});

test('what is wrong with the option is said too', async () => {
  const files = { 'clearml.conf': 'sdk.development: true\napi.web_server: "http://w/"\nagent.reload_config: yes\n' };
  expect((await explained('sdk.development.default_output_uri', { files })).lines).toContain(
    'The file: line 1 of clearml.conf has a plain value where the section of this option belongs',
  );
  expect((await explained('api.web_server', { files })).lines.at(-1)).toBe(
    'Mind: The slash at the end makes links with two slashes; leave it out.',
  );
  expect((await explained('agent.reload_config', { files })).lines[1]).toBe(
    'The file: "yes" in line 3 of clearml.conf, which is of another kind than the option takes',
  );
});

test('sections, unknown options and broken files have an answer', async () => {
  const section = await explained('sdk.metrics.images', {});
  expect(section).toMatchObject({
    exitCode: 0,
    lines: [
      'sdk.metrics.images is a section; these are its options:',
      '  sdk.metrics.images.format',
      '  sdk.metrics.images.quality',
      '  sdk.metrics.images.subsampling',
    ],
  });
  expect(await explained('api.api_sever', {})).toEqual({
    exitCode: 1,
    lines: ['ClearML has no option api.api_sever; did you mean api.api_server?'],
  });
  expect((await explained('a..b', {})).exitCode).toBe(2);
  const broken = await explained('api.host', { files: { 'clearml.conf': 'api {\n' } });
  expect(broken.exitCode).toBe(1);
  expect(broken.lines[0]).toMatch(/^clearml\.conf:\d+:\d+: /);
});

test('drift lists what packages have that is not known here, and what they have no more', async () => {
  const files = {
    'clearml/config/default/sdk.conf': '{ brand_new: 1, metrics.images.quality: 50\n # newer: "x"\n}\n',
    'clearml/task.py': 'config.get("metrics.images.quality")\n',
    'docs/mine.conf': 'api.credentials.secret_key: "HUSH1"\n',
    'docs/prose.txt': 'not: read\n',
  };
  const surroundings = await surroundingsWith({ files });
  const { exitCode, output = '' } = await listDrift(['clearml', 'docs/mine.conf'], surroundings);
  const lines = output.replaceAll(join(surroundings.home, '/'), '').split('\n');
  expect(exitCode).toBe(1);
  expect(lines.slice(0, 4)).toEqual([
    'clearml/config/default/sdk.conf:1: sdk.brand_new is not in the catalog',
    'clearml/config/default/sdk.conf:2: sdk.newer is not in the catalog (commented out here)',
    'clearml/config/default/sdk.conf:1: sdk.metrics.images.quality is 50 here, 87 in the catalog',
    'docs/mine.conf:1: api.credentials.secret_key is (not shown) here, "" in the catalog',
  ]);
  expect(lines).toContain('sdk.metrics.images.subsampling: nothing in these packages names it any more');
  expect(lines.some((line) => line.startsWith('sdk.metrics.images.quality: '))).toBe(false);
});

test('drift has an answer for nothing and for no file', async () => {
  const surroundings = await surroundingsWith({ files: { 'a.conf': 'sdk.metrics.images.quality: 87' } });
  expect(await listDrift(['a.conf'], surroundings)).toEqual({
    exitCode: 0,
    output: 'Nothing differs from the catalog.\n',
  });
  expect(await listDrift(['none.conf'], surroundings)).toMatchObject({ exitCode: 1 });
});
