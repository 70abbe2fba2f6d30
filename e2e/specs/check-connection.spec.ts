import { newAuthority } from '../certificates.ts';
import { closedPort, goodKeys, startClearml } from '../clearml-server.ts';
import { expect, test } from '../test.ts';

test('the terminal says whether the connection is good, and with its exit code', async ({ workplace }) => {
  const servers = await startClearml();
  const { api, web, files } = servers;
  const credentials = { access_key: goodKeys.accessKey, secret_key: goodKeys.secretKey };
  const settings = { web_server: web.address, api_server: api.address, files_server: files.address, credentials };
  const path = await workplace.file('clearml.conf', JSON.stringify({ api: settings }));

  const good = await workplace.terminal(['check-connection', '--file', path]);
  expect([good.exitCode, good.stderr]).toEqual([0, '']);
  expect(good.stdout.trimEnd().split('\n')).toHaveLength(5);
  expect(good.stdout).toContain(`Sign-in (${api.address}): the keys are accepted.`);

  const closed = `http://localhost:${await closedPort()}`;
  const bad = await workplace.terminal(['check-connection', '--file', path], {
    environment: { CLEARML_API_HOST: closed },
  });
  expect(bad.exitCode).toBe(1);
  expect(bad.stdout).toContain(`CLEARML_API_HOST is set in the environment`);
  expect(bad.stdout).toContain(`API server (${closed}): nothing listens`);
  for (const { stdout, stderr } of [good, bad])
    for (const secret of Object.values(goodKeys)) expect(stdout + stderr).not.toContain(secret);
  await servers.close();
});

test('the terminal trusts the authorities that a file names', async ({ workplace }) => {
  const authority = newAuthority('Nobody Knows Us Ltd');
  const servers = await startClearml(goodKeys, { identity: authority.issue() });
  await workplace.file('bundle.crt', authority.cert);
  const { accessKey, secretKey } = goodKeys;
  const api = { api_server: servers.api.address, credentials: { access_key: accessKey, secret_key: secretKey } };
  const path = await workplace.file(
    'clearml.conf',
    JSON.stringify({ api: { ...api, verify_certificate: 'bundle.crt' } }),
  );
  const trusting = await workplace.terminal(['check-connection', '--file', path]);
  expect([trusting.exitCode, trusting.stderr]).toEqual([0, '']);
  await workplace.file('clearml.conf', JSON.stringify({ api }));
  const wary = await workplace.terminal(['check-connection', '--file', path]);
  expect([wary.exitCode, wary.stdout]).toEqual([1, expect.stringContaining('signed by Nobody Knows Us Ltd')]);
  await servers.close();
});

test('the terminal explains the command, and refuses what it does not take', async ({ workplace }) => {
  const help = await workplace.terminal(['check-connection', '--help']);
  expect([help.exitCode, help.stdout]).toEqual([
    0,
    expect.stringContaining('clearml-conf check-connection [--file FILE]'),
  ]);
  const misuse = await workplace.terminal(['check-connection', 'clearml.conf']);
  expect([misuse.exitCode, misuse.stdout]).toEqual([2, '']);
});
