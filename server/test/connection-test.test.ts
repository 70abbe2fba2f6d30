import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import type { ConnectionQuery, ConnectionStep } from '@clearml-conf/shared';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newAuthority, selfSigned } from '../../e2e/certificates.ts';
import {
  apiServer,
  askingProxy,
  closedPort,
  goodKeys,
  type Listening,
  movedTo,
  openProxy,
  ownLoopback,
  type Place,
  proxyUser,
  serve,
  serveRaw,
  silence,
  startClearml,
  webServer,
} from '../../e2e/clearml-server.ts';
import { askForSteps, type Told } from './connection-steps.ts';
import { temporaryFolder } from './folder.ts';
import { ownClock } from './own-clock.ts';
import { serveFile } from './served-file.ts';

/** Less than one question may take, of the clock of the program: whatever is sooner was not left to its end. */
const patience = 2500;
const nothing: ConnectionQuery = { api: '', web: null, files: null, ...goodKeys, verify: null };
const nobody = newAuthority('Nobody Knows Us Ltd');
const basic = `Basic ${Buffer.from(`${goodKeys.accessKey}:${goodKeys.secretKey}`).toString('base64')}`;

async function own(starting: Promise<Listening>): Promise<Listening> {
  const listening = await starting;
  onTestFinished(listening.close);
  return listening;
}

/** All three servers, and a query that is right about them. */
async function clearml(place: Place = {}) {
  const servers = await startClearml(goodKeys, place);
  onTestFinished(servers.close);
  const { api, web, files } = servers;
  const query = { ...nothing, api: api.address, web: web.address, files: files.address };
  return { ...servers, query };
}

async function told(query: ConnectionQuery, environment: Readonly<Record<string, string>> = {}): Promise<Told> {
  const { port } = await serveFile('', new Map(Object.entries(environment)));
  return askForSteps(port, query);
}

const brief = (steps: readonly ConnectionStep[]) => steps.map(({ step, state }) => `${step} ${state}`);
const failures = (steps: readonly ConnectionStep[]) => steps.flatMap((one) => (one.state === 'failed' ? [one] : []));
const routeOf = (steps: readonly ConnectionStep[], name: string) =>
  steps.find((one) => one.step === name && one.state === 'running');

describe('a connection that is good', () => {
  test('is told step by step, and the keys go to the API server alone', async () => {
    const { api, web, files, query } = await clearml();
    const { steps, type, text } = await told(query);
    expect(type).toBe('application/x-ndjson');
    expect(brief(steps).sort()).toEqual(
      ['web', 'api', 'files', 'login'].flatMap((step) => [`${step} passed`, `${step} running`]).sort(),
    );
    expect(brief(steps).indexOf('login running')).toBeGreaterThan(brief(steps).indexOf('api passed'));
    expect(api.asked).toEqual([
      { method: 'GET', target: '/debug.ping', authorization: null },
      { method: 'GET', target: '/auth.login', authorization: basic },
    ]);
    expect([...web.asked, ...files.asked].map(({ target, authorization }) => [target, authorization])).toEqual([
      ['/', null],
      ['/', null],
    ]);
    expect(text).not.toMatch(/html|OK|token|ClearML server/);
  });

  test('may have paths, slashes at the end and a user in its addresses', async () => {
    const server = await own(serve(apiServer(goodKeys, '/clearml/api')));
    const api = `http://me:pass-of-the-address@localhost:${server.port}/clearml/api/`;
    const { steps, text } = await told({ ...nothing, api });
    expect(brief(steps).at(-1)).toBe('login passed');
    expect(text).not.toContain('pass-of-the-address');
  });

  test('needs no web page that stays where it is, and no file server but storage', async () => {
    const { query, web } = await clearml();
    const moved = await own(serve(movedTo(`${web.address}/login`)));
    const { steps } = await told({ ...query, web: moved.address, files: 's3://bucket:443/path' });
    expect(failures(steps)).toEqual([]);
    expect(steps).toContainEqual(expect.objectContaining({ step: 'web', redirectTo: `${web.address}/login` }));
    expect(steps).toContainEqual({ step: 'files', state: 'skipped', reason: 'storage-address' });
  });

  test.each(['gzip', 'deflate'] as const)('may be packed, though nobody asked for it: %s', async (encoding) => {
    const data = { token: 'not.a.token' };
    const packed = { gzip: gzipSync, deflate: deflateSync }[encoding](
      JSON.stringify({ meta: { result_code: 200 }, data }),
    );
    const packing = await own(
      serve((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(packed)),
    );
    expect(failures((await told({ ...nothing, api: packing.address })).steps)).toEqual([]);
  });

  test('is told without a login where a key is missing', async () => {
    const { query } = await clearml();
    const { steps } = await told({ ...query, secretKey: null });
    expect(steps).toContainEqual({ step: 'login', state: 'skipped', reason: 'no-keys' });
  });
});

describe('certificates', () => {
  const bundle = async () => {
    const path = join(await temporaryFolder(), 'bundle.crt');
    await writeFile(path, nobody.cert);
    return path;
  };

  test.each([
    [false, 'unchecked'],
    ['', 'unchecked'],
    ['off', 'unchecked'],
    [true, 'authorities'],
    ['yes', 'authorities'],
    [null, 'authorities'],
  ] as const)('of the server itself with the setting %j', async (verify, check) => {
    const { query } = await clearml({ identity: selfSigned() });
    const { steps } = await told({ ...query, verify });
    const isGood = check === 'unchecked';
    expect(failures(steps).map(({ cause }) => cause)).toEqual(isGood ? [] : Array(3).fill('certificate-self-signed'));
    expect(routeOf(steps, 'api')).toMatchObject({ route: { check, bundle: null } });
  });

  test('of an authority that the setting names', async () => {
    const { query } = await clearml({ identity: nobody.issue() });
    const verify = await bundle();
    const { steps } = await told({ ...query, verify });
    expect(failures(steps)).toEqual([]);
    expect(routeOf(steps, 'api')).toMatchObject({ route: { check: 'bundle', bundle: verify, bundleVariable: null } });
  });

  test.skipIf(process.platform === 'win32')(
    'of an authority that is found through links, as systems keep them',
    async () => {
      const { query } = await clearml({ identity: nobody.issue() });
      const folder = await temporaryFolder();
      await symlink(await bundle(), join(folder, 'ca-bundle.crt'));
      await symlink('ca-bundle.crt', join(folder, '5ed36f99.0'));
      for (const verify of [join(folder, 'ca-bundle.crt'), folder]) {
        expect(failures((await told({ ...query, verify })).steps), verify).toEqual([]);
      }
    },
  );

  test('are judged by what a variable names, even where the setting says not at all', async () => {
    const { query } = await clearml({ identity: selfSigned() });
    const { steps } = await told({ ...query, verify: false }, { REQUESTS_CA_BUNDLE: await bundle() });
    expect(failures(steps).map(({ cause }) => cause)).toEqual(Array(3).fill('certificate-self-signed'));
    expect(routeOf(steps, 'api')).toMatchObject({ route: { check: 'bundle', bundleVariable: 'REQUESTS_CA_BUNDLE' } });
  });

  test('that are not trusted are shown no keys, and nothing else', async () => {
    const { api, query } = await clearml({ identity: selfSigned() });
    await told(query);
    expect(api.asked).toEqual([]);
  });
});

describe('a proxy', () => {
  test.each(['http', 'https'] as const)('that lets through is used and named: %s', async (scheme) => {
    const { query, api } = await clearml(scheme === 'https' ? { identity: nobody.issue() } : {});
    const proxy = await own(serve(askingProxy));
    const environment = { [`${scheme}_proxy`]: proxy.address.replace('//', `//${proxyUser}@`) };
    const { steps, text } = await told({ ...query, verify: false }, environment);
    expect(failures(steps)).toEqual([]);
    expect(routeOf(steps, 'api')).toMatchObject({
      route: { proxy: { address: proxy.address, variable: `${scheme}_proxy` } },
    });
    expect(proxy.asked.length).toBeGreaterThanOrEqual(4);
    expect(api.asked.at(-1)?.authorization).toBe(basic);
    expect(text).not.toContain('pass-of-the-proxy');
  });

  test('is left out for a host that NO_PROXY names', async () => {
    const { query } = await clearml();
    const environment = { http_proxy: `127.0.0.1:${await closedPort()}`, NO_PROXY: 'example.com, localhost' };
    const { steps } = await told(query, environment);
    expect(failures(steps)).toEqual([]);
    expect(routeOf(steps, 'api')).toMatchObject({ route: { proxy: null } });
  });

  test('that says again what it was told brings its password nowhere', async () => {
    const echo = await own(
      serve(({ headers }, response) => {
        const basic = headers['proxy-authorization'] ?? '';
        const told = `${basic} is ${Buffer.from(basic.slice('Basic '.length), 'base64')}`;
        response.writeHead(500).end(JSON.stringify({ meta: { result_code: 500, result_msg: told }, data: {} }));
      }),
    );
    const environment = { http_proxy: echo.address.replace('//', `//${proxyUser}@`) };
    const { steps, text } = await told({ ...nothing, api: 'http://clearml.test:8008' }, environment);
    expect(failures(steps)).toMatchObject([{ cause: 'server-error', clearmlMessage: expect.stringContaining('is') }]);
    for (const secret of ['pass-of-the-proxy', Buffer.from(proxyUser).toString('base64')]) {
      expect(text).not.toContain(secret);
    }
  });

  test('sees no keys on the way to a secure server', async () => {
    const { query } = await clearml({ identity: nobody.issue() });
    const proxy = await own(serve(openProxy));
    await told({ ...query, verify: false }, { HTTPS_PROXY: proxy.address });
    expect(proxy.asked.map(({ method, authorization }) => [method, authorization])).toEqual(
      Array(4).fill(['CONNECT', null]),
    );
  });
});

describe('the program itself', () => {
  test.each(['localhost', '127.0.0.1', '127.1', '[::1]', '0.0.0.0', '[::ffff:127.0.0.1]'])(
    'is not called under the name %s',
    async (host) => {
      const { port } = await serveFile('');
      const { steps } = await askForSteps(port, { ...nothing, api: `http://${host}:${port}` });
      expect(failures(steps)).toMatchObject([{ step: 'api', cause: 'own-address', port }]);
    },
  );

  test('stops calling when the page goes away', async () => {
    const open = new Set<object>();
    const mute = await own(
      serveRaw((socket) => {
        silence(socket);
        open.add(socket);
        socket.on('close', () => open.delete(socket));
      }),
    );
    const { port } = await serveFile('');
    const clock = ownClock();
    const leaving = new AbortController();
    const asked = askForSteps(port, { ...nothing, api: mute.address }, { signal: leaving.signal });
    await expect.poll(() => open.size).toBe(1);
    leaving.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => open.size).toBe(0);
    expect(clock.passed()).toBeLessThan(patience);
  });

  test('leaves nobody waiting once the right server is found', async () => {
    const host = ownLoopback();
    await own(serve(apiServer(), { host, port: 8008 }));
    const left = new Set<object>();
    const page = await own(
      serve(
        (request, response) => {
          if (!request.url?.startsWith('/api/')) return webServer(request, response);
          left.add(request);
          response.on('close', () => left.delete(request));
        },
        { host },
      ),
    );
    const { port } = await serveFile('');
    const clock = ownClock();
    const { steps } = await askForSteps(port, { ...nothing, api: page.address });
    expect(failures(steps)).toMatchObject([{ cause: 'web-page', foundAddress: `http://${page.host}:8008` }]);
    await expect.poll(() => left.size).toBe(0);
    expect(clock.passed()).toBeLessThan(patience);
  });

  test('shows no keys to the servers that it finds or tries elsewhere', async () => {
    const host = ownLoopback();
    const right = await own(serve(apiServer(), { host, port: 8008 }));
    const page = await own(serve(webServer, { host }));
    const { steps } = await told({ ...nothing, api: page.address });
    expect(failures(steps)).toMatchObject([{ cause: 'web-page', foundAddress: `http://${page.host}:8008` }]);
    const shown = [right, page].flatMap(({ asked }) => asked.map(({ authorization }) => authorization));
    expect([shown.length > 1, shown.filter((keys) => keys !== null)]).toEqual([true, []]);
  });

  test('makes a few tests at once, not many', async () => {
    const mute = await own(serveRaw(silence));
    const { port } = await serveFile('');
    const clock = ownClock();
    const leaving = new AbortController();
    const query = { ...nothing, api: mute.address };
    const running = [1, 2, 3].map(() => askForSteps(port, query, { signal: leaving.signal }).catch(() => null));
    await expect.poll(async () => (await askForSteps(port, nothing)).status).toBe(429);
    expect(clock.passed()).toBeLessThan(patience);
    leaving.abort();
    await Promise.all(running);
    await expect.poll(async () => (await askForSteps(port, nothing)).status).toBe(200);
  });

  test.each([
    ['no JSON', 'api: x'],
    ['a list', '[]'],
    ['null', 'null'],
    ['nothing', ''],
    ['a part', JSON.stringify({ api: 'http://localhost:1' })],
    ['too much', JSON.stringify({ ...nothing, method: 'POST' })],
    ['a value twice', JSON.stringify(nothing).replace('{', '{"api": "x",')],
    ['another kind of value', JSON.stringify({ ...nothing, verify: 1 })],
    ['no text for the address', JSON.stringify({ ...nothing, api: null })],
    ['a very long text', JSON.stringify({ ...nothing, api: `http://${'a'.repeat(5000)}` })],
  ])('refuses %s as a question', async (_name, body) => {
    const { port } = await serveFile('');
    const { status, text } = await askForSteps(port, nothing, { body });
    expect([status, text]).toEqual([400, expect.stringContaining('"bad-request"')]);
  });
});
