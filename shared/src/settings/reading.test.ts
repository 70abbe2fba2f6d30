import { describe, expect, it } from 'vitest';
import { parse, toJson } from '../hocon/index.ts';
import { readSettings } from './reading.ts';

function reading(text: string, path: string) {
  const found = readSettings(parse(text)).get(path);
  if (!found) throw new Error(`no reading of ${path}`);
  return found;
}

describe('a reading', () => {
  it('is there for every setting, and unset in an empty file', () => {
    const readings = [...readSettings(parse('')).values()];
    expect(readings.length).toBeGreaterThan(300);
    expect(readings.every(({ state }) => state === 'unset')).toBe(true);
  });

  it('says value, spelling and line of the definition that wins', () => {
    const text = 'api { api_server: "http://a" }\n\napi.api_server = http://b  # mine\n';
    expect(reading(text, 'api.api_server')).toMatchObject({
      state: 'set',
      value: 'http://b',
      source: 'http://b',
      line: 3,
    });
  });

  it('keeps the spelling of a number', () => {
    const path = 'sdk.development.task_reuse_time_window_in_hours';
    expect(reading(`${path}: 72.0\n`, path)).toMatchObject({ state: 'set', value: 72, source: '72.0' });
  });

  it.each([
    ['${my.token}', true],
    ['"a "${?my.token}', true],
    ['${by_way}', true],
    ['${said}', true],
    ['${name}', false],
    ['${HOST}', false],
    ['${MY_TOKEN}', false],
    ['said', false],
  ])('of %s is drawn from a secret: %s', (value, drawn) => {
    const around = 'my.token: t\nby_way: ${my.token}\nsaid: s\nname: n\nagent.git_pass: ${said}\n';
    const found = reading(`${around}agent.worker_name: ${value}\n`, 'agent.worker_name');
    expect(found.drawn ?? false).toBe(drawn);
  });

  it.each([
    ['a section', 'my.worker_name: S\nenvironment.X: ${my.worker_name}\nagent: ${my}', 'agent.worker_name'],
    ['a list', 'l: [S]\nenvironment.X: ${l}\nagent: {extra_docker_arguments: ${l}}', 'agent.extra_docker_arguments'],
  ])('of what %s brings with it is drawn, and not as it is written there', (_, text, path) => {
    const found = reading(text, path);
    expect(found).toMatchObject({ state: 'computed', drawn: true });
    expect(found.source ?? '').not.toContain('S');
  });

  it('of what comes at the end of a very long row is drawn', () => {
    const row = Array.from({ length: 5000 }, (_, at) => `k${at + 1}: \${k${at}}\n`).join('');
    const text = `k0: S\nmy.token: \${k0}\n${row}agent.worker_name: \${k5000}\n`;
    expect(reading(text, 'agent.worker_name').drawn).toBe(true);
  });

  it('of a list that is secret by its place is not drawn', () => {
    const text = 'environment.X: s\nsdk.aws.s3.credentials: [{bucket: b, key: k, secret: ${environment.X}}]';
    expect(reading(text, 'sdk.aws.s3.credentials').drawn ?? false).toBe(false);
  });

  it('takes a list of objects as one, and a map as one', () => {
    const list = reading('sdk.aws.s3.credentials: [{ host: "minio:9000" }]', 'sdk.aws.s3.credentials');
    expect(list.state).toBe('set');
    expect(toJson(list.value ?? null)).toEqual([{ host: 'minio:9000' }]);
    const map = reading('environment { A: 1 }\nenvironment.B: x', 'environment');
    expect(map.state).toBe('set');
    expect(toJson(map.value ?? null)).toEqual({ A: 1, B: 'x' });
  });

  it.each([
    ['agent.reload_config', 'agent.reload_config: "true"'],
    ['agent.reload_config', 'agent.reload_config: yes'],
    ['agent.worker_id', 'agent.worker_id: 5'],
    ['api.http.retries.total', 'api.http.retries.total: 2.5'],
    ['sdk.aws.s3.credentials', 'sdk.aws.s3.credentials { key: "x" }'],
    ['sdk.storage.direct_access', 'sdk.storage.direct_access: ["file://*"]'],
    ['agent.package_manager.conda_channels', 'agent.package_manager.conda_channels: [1, "x"]'],
    ['agent.git_user', 'agent.git_user: null'],
    ['environment', 'environment: "A=1"'],
  ])('of %s does not fit in %s', (path, text) => {
    expect(reading(text, path).state).toBe('misfit');
  });

  it.each([
    ['api.verify_certificate', 'api.verify_certificate: /etc/ssl/ca.pem'],
    ['api.verify_certificate', 'api.verify_certificate: FALSE'],
    ['agent.package_manager.pip_version', 'agent.package_manager.pip_version: ["<20", ">=23"]'],
    ['api.http.retries.total', 'api.http.retries.total: null'],
    ['agent.cuda_version', 'agent.cuda_version: 11.8'],
    ['agent.worker_name', 'agent.worker_name: my own machine'],
    ['agent.worker_name', 'agent.worker_name: "d"\nagent.worker_name: ${?NAME}'],
  ])('of %s fits in %s', (path, text) => {
    expect(reading(text, path).state).toBe('set');
  });

  it.each([
    ['agent.git_pass', 'agent.git_pass: ${PASS}', '${PASS}'],
    ['agent.worker_name', 'x: "a"\nagent.worker_name: ${x}"-b"', '${x}"-b"'],
    ['agent.worker_name', 'agent.worker_name: "a" b', '"a" b'],
    ['agent.package_manager.conda_channels', 'agent.package_manager.conda_channels: [a, ${B}]', '[a, ${B}]'],
    [
      'agent.package_manager.conda_channels',
      'agent.package_manager.conda_channels: [a]\nagent.package_manager.conda_channels += [b]',
      '[b]',
    ],
    ['sdk.aws.s3.credentials', 'sdk.aws.s3.credentials: [{ key: ${K}, secret: "s" }]', '[{ key: ${K}, secret: "s" }]'],
  ])('of %s is computed in %s', (path, text, source) => {
    expect(reading(text, path)).toMatchObject({ state: 'computed', source });
  });

  it('names the line of the commented-out twin', () => {
    const text =
      'agent {\n    # worker_name: ""\n    # unique name, for example: the machine\n    git_user: ""\n}\n# agent.worker_id = "x"  # or so\n';
    expect(reading(text, 'agent.worker_name')).toMatchObject({ state: 'unset', twinLine: 2 });
    expect(reading(text, 'agent.worker_id').twinLine).toBe(6);
    expect(reading(text, 'agent.git_user').twinLine).toBeUndefined();
  });

  it('finds no twin inside a commented-out block', () => {
    const text = 'agent {\n  # vcs_cache: {\n  #   enabled: true\n  # }\n  # reload_config: true\n}\n';
    expect(reading(text, 'agent.vcs_cache.enabled').twinLine).toBeUndefined();
    expect(reading(text, 'agent.reload_config').twinLine).toBe(5);
  });

  it('reads what it can of a broken file', () => {
    const text = 'api { api_server: "http://a"\n web_server: http://w?x\n agent.git_user: "ann"\n';
    expect(reading(text, 'api.api_server')).toMatchObject({ state: 'set', line: 1 });
  });
});
