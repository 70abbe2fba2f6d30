import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { selfSigned } from '../../../e2e/certificates.ts';
import { goodKeys, type Place, startClearml } from '../../../e2e/clearml-server.ts';
import { temporaryFolder } from '../../test/folder.ts';
import { checkConnection } from './check-connection.ts';

interface Given {
  /** The text of the file; null if there is none. */
  readonly file: string | null;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the command prints, without the folder of the test. */
async function checked({ file, env = {} }: Given) {
  const folder = await temporaryFolder();
  if (file !== null) await writeFile(join(folder, 'clearml.conf'), file);
  const environment = new Map(Object.entries(env));
  const surroundings = {
    environment,
    home: folder,
    folder,
    exists: () => false,
    versions: { program: '1', node: '20' },
  };
  let text = '';
  const { exitCode, sentence = '' } = await checkConnection({ file: null }, surroundings, (line) => {
    text += line;
  });
  const all = (text + sentence).replaceAll(join(folder, '/'), '').trimEnd();
  for (const secret of Object.values(goodKeys)) expect(all).not.toContain(secret);
  return { exitCode, lines: all.split('\n') };
}

async function clearml(place: Place = {}) {
  const servers = await startClearml(goodKeys, place);
  onTestFinished(servers.close);
  const { api, web, files } = servers;
  const credentials = `credentials { access_key: "${goodKeys.accessKey}", secret_key: "${goodKeys.secretKey}" }`;
  const addresses = `web_server: "${web.address}", api_server: "${api.address}", files_server: "${files.address}"`;
  return { api, web, files, file: `api { ${addresses}, ${credentials} }\n` };
}

test('a connection that is good is said so, server by server, and nothing else', async () => {
  const { api, web, files, file } = await clearml();
  expect(await checked({ file })).toEqual({
    exitCode: 0,
    lines: [
      'Checking clearml.conf',
      `Web page (${web.address}): good.`,
      `API server (${api.address}): good.`,
      `File server (${files.address}): good.`,
      `Sign-in (${api.address}): the keys are accepted.`,
    ],
  });
});

test('variables that ClearML takes in place of the file count, and are named without what is secret', async () => {
  const { api, file } = await clearml();
  const env = {
    CLEARML_API_HOST: api.address.replace('//', '//me:pass-of-the-address@'),
    CLEARML_API_ACCESS_KEY: goodKeys.accessKey,
    TRAINS_API_SECRET_KEY: goodKeys.secretKey,
    CLEARML_API_HOST_VERIFY_CERT: 'no',
  };
  const wrong = file
    .replace(goodKeys.secretKey, 'x')
    .replace(goodKeys.accessKey, 'y')
    .replace(api.address, 'http://localhost:1');
  const { exitCode, lines } = await checked({ file: wrong, env });
  expect(lines.slice(1, 5).sort()).toEqual([
    'CLEARML_API_ACCESS_KEY is set in the environment, so api.credentials.access_key in the file does not count',
    `CLEARML_API_HOST is set in the environment, so api.api_server in the file does not count: ${api.address}`,
    'CLEARML_API_HOST_VERIFY_CERT is set in the environment, so api.verify_certificate in the file does not count: false',
    'TRAINS_API_SECRET_KEY is set in the environment, so api.credentials.secret_key in the file does not count',
  ]);
  expect([exitCode, lines.at(-1)]).toEqual([0, `Sign-in (${api.address}): the keys are accepted.`]);
});

test('a token in the environment signs in in place of the keys', async () => {
  const { api, file } = await clearml();
  const { exitCode, lines } = await checked({ file, env: { CLEARML_AUTH_TOKEN: 'token-of-this-test' } });
  expect(lines).toContain('CLEARML_AUTH_TOKEN is set in the environment, so the keys in the file do not count');
  expect([exitCode, api.asked.at(-1)?.authorization]).toEqual([1, 'Bearer token-of-this-test']);
});

test('without a file everything may come from the environment', async () => {
  const { api, web, files } = await clearml();
  const env = {
    CLEARML_API_HOST: api.address,
    CLEARML_WEB_HOST: web.address,
    CLEARML_FILES_HOST: files.address,
    CLEARML_API_ACCESS_KEY: goodKeys.accessKey,
    CLEARML_API_SECRET_KEY: goodKeys.secretKey,
  };
  const { exitCode, lines } = await checked({ file: null, env });
  expect([exitCode, lines[0]]).toEqual([0, 'Checking without clearml.conf, which is not there']);
});

test('a check that the file switches off is said', async () => {
  const { api, file } = await clearml({ identity: selfSigned() });
  for (const off of ['false', 'null', '""', 'off']) {
    const { exitCode, lines } = await checked({ file: `${file}api.verify_certificate: ${off}\n` });
    expect([exitCode, lines[2]]).toEqual([0, `API server (${api.address}, its certificate not checked): good.`]);
  }
});

test('what is missing is named, and the rest is checked all the same', async () => {
  const { api } = await clearml();
  const { exitCode, lines } = await checked({ file: `api.host: "${api.address}"\n` });
  expect([exitCode, ...lines.slice(1)]).toEqual([
    1,
    'Web page: not tried: no address is set, and ClearML works none out from the others; set api.web_server.',
    `API server (${api.address}): good.`,
    'File server: not tried: no address is set, and ClearML works none out from the others; set api.files_server.',
    'Sign-in: not tried: a key is missing; make a pair on the web page under Settings, Workspace, and set api.credentials.',
  ]);
});

test('a file that ClearML would not load for want of a variable is not checked', async () => {
  const { api, file } = await clearml();
  const { exitCode, lines } = await checked({ file: `${file}api.credentials.secret_key: \${SECRET_OF_TEAM}\n` });
  expect([exitCode, api.asked]).toEqual([1, []]);
  expect(lines).toEqual([expect.stringMatching(/^clearml\.conf:2:\d+: .*SECRET_OF_TEAM/)]);
});

test('a file that ClearML cannot read is not checked', async () => {
  const { exitCode, lines } = await checked({ file: 'api {\n' });
  expect([exitCode, lines]).toEqual([1, [expect.stringMatching(/^clearml\.conf:1:5: .*brace/)]]);
});
