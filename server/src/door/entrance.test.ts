import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import { codeOf, sendRaw } from '../../test/raw-request.ts';
import { lawfulRead, lawfulWrite, serveFile, sessionKey } from '../../test/served-file.ts';
import { writeRedirectFile } from '../page/redirect-file.ts';
import { entranceFor, type Machine } from './entrance.ts';
import { createStartLinks, startLink } from './start-link.ts';

const plain = { link: false, origin: null };

function machine(given: Partial<Machine>): Machine {
  return { platform: 'linux', user: 1000, relayed: false, ownersAreTold: async () => true, ...given };
}

describe('who may come in is told', () => {
  test.each([
    ['by the owner of the connection on Linux', plain, machine({}), 'connection'],
    ['by it for root as well', plain, machine({ user: 0 }), 'connection'],
    ['by a start link where Linux does not tell', plain, machine({ ownersAreTold: async () => false }), 'start-link'],
    ['by a start link where Windows relays', plain, machine({ relayed: true }), 'start-link'],
    ['by a start link when it is asked for', { ...plain, link: true }, machine({}), 'start-link'],
    ['by nothing on macOS', plain, machine({ platform: 'darwin' }), 'open'],
    ['by nothing on Windows', plain, machine({ platform: 'win32', user: null }), 'open'],
    ['by a start link there when asked for', { ...plain, link: true }, machine({ platform: 'darwin' }), 'start-link'],
  ] as const)('%s', async (_name, asked, where, accounts) => {
    const entrance = await entranceFor(asked, where);
    expect(entrance.door.accounts).toBe(accounts);
    expect(entrance.links !== null).toBe(accounts === 'start-link');
    expect(entrance.door.sessionKey).toMatch(/^[\w-]{43}$/);
  });
});

describe('with a start link', () => {
  async function serveLinked() {
    const links = createStartLinks();
    const served = await serveFile('api { secret: "canary" }', new Map(), { accounts: 'start-link', links });
    const exchange = (secret: string, target = '/api/session') => {
      const { headers, ...request } = lawfulWrite(served.port, secret, [], target);
      const withoutKey = headers.filter(([name]) => name !== 'x-clearml-conf-session');
      return sendRaw(served.port, { ...request, method: 'POST', headers: withoutKey });
    };
    return { served, links, exchange };
  }

  test('the page does not hold the key', async () => {
    const { served } = await serveLinked();
    const page = await served.read('/');
    expect([page.status, page.body.includes(sessionKey)]).toEqual([200, false]);
  });

  test.each(['/api/document', '/api/context', '/api/nothing', '/API/document', '/api', '/api/document?a=/'])(
    '%s is not read without the key',
    async (target) => {
      const { served } = await serveLinked();
      const without = await served.read(target);
      expect([without.status, codeOf(without)]).toEqual([401, 'needs-start-link']);
      const request = lawfulRead(served.port, target, [['x-clearml-conf-session', sessionKey]]);
      expect((await sendRaw(served.port, request)).status).not.toBe(401);
    },
  );

  test.each([
    '/%61pi/document',
    '/api%2Fdocument',
    '//api/document',
    '/./api/document',
    '/x/../api/document',
    '/API/Document',
    '/api/document/',
    '/api/document?x',
    '/api;x/document',
    '/api\\document',
    '/api\\document#',
    '/API\\document#/',
    '/api\\history#x',
    '/api\\document?#',
    '/x#/../api/document',
  ])('no spelling of an address gets round the key: %s', async (target) => {
    const { served } = await serveLinked();
    const answer = await served.read(target);
    expect([400, 401, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('canary');
  });

  test('the secret gives the key once', async () => {
    const { links, exchange } = await serveLinked();
    const secret = links.next();
    const first = await exchange(secret);
    expect([first.status, first.body.toString()]).toEqual([200, sessionKey]);
    const second = await exchange(secret);
    expect([second.status, codeOf(second)]).toEqual([401, 'start-link-used']);
    expect(second.body.includes(sessionKey)).toBe(false);
  });

  test.each([
    ['nothing', ''],
    ['a letter', 'a'],
    ['as many letters', 'a'.repeat(43)],
    ['a long text', 'a'.repeat(5000)],
    ['the key itself', sessionKey],
  ])('%s is no secret', async (_name, guess) => {
    const { links, exchange } = await serveLinked();
    links.next();
    expect((await exchange(guess)).status).toBe(401);
  });

  test('another link is made only for whoever has the key', async () => {
    const { served, exchange } = await serveLinked();
    expect((await exchange('', '/api/start-link')).status).toBe(401);
    const asked = await sendRaw(served.port, {
      ...lawfulWrite(served.port, '', [], '/api/start-link'),
      method: 'POST',
    });
    expect((await exchange(asked.body.toString())).body.toString()).toBe(sessionKey);
  });

  test('where none is needed there is none to guess', async () => {
    const served = await serveFile('');
    const answer = await sendRaw(served.port, {
      ...lawfulWrite(served.port, '', [], '/api/session'),
      method: 'POST',
    });
    expect([answer.status, answer.body.includes(sessionKey)]).toEqual([401, false]);
  });

  test('a file leads the browser to it that nobody else may read', async () => {
    const folder = await temporaryFolder();
    const link = startLink('http://localhost:4000', createStartLinks().next());
    const file = writeRedirectFile(link, folder);
    expect(readFileSync(file.path, 'utf8')).toContain(link);
    if (process.platform !== 'win32') {
      expect(statSync(file.path).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(file.path)).mode & 0o777).toBe(0o700);
    }
    file.remove();
    expect(existsSync(file.path)).toBe(false);
  });
});

describe('with --origin', () => {
  const origin = 'https://conf.example.com';
  const there = (port: number, headers: readonly (readonly [string, string])[]) => ({
    ...lawfulRead(port, '/api/document'),
    headers: [['Connection', 'close'] as const, ...headers],
  });

  test('its name is one of ours, and only it', async () => {
    const { port } = await serveFile('api {}', new Map(), { origin });
    const statusFor = async (...headers: readonly (readonly [string, string])[]) =>
      (await sendRaw(port, there(port, headers))).status;
    expect(await statusFor(['Host', 'conf.example.com'], ['Origin', origin])).toBe(200);
    expect(await statusFor(['Host', 'CONF.example.com'])).toBe(200);
    expect(await statusFor(['Host', 'localhost:4000'], ['Origin', origin])).toBe(200);
    expect(await statusFor(['Host', 'conf.example.com:8443'])).toBe(421);
    expect(await statusFor(['Host', 'conf.example.com'], ['Origin', 'http://conf.example.com'])).toBe(403);
    expect(await statusFor(['Host', 'conf.example.com'], ['Origin', 'https://evil.example'])).toBe(403);
    expect(await statusFor(['Host', 'localhost:4000'], ['Origin', 'http://localhost:4001'])).toBe(403);
  });

  test('a refusal of another name says what to do, and not which name', async () => {
    const { port } = await serveFile('api {}');
    const answer = await sendRaw(port, there(port, [['Host', 'conf.example.com']]));
    expect([answer.status, answer.body.includes('--origin')]).toEqual([421, true]);
    expect(answer.body.includes('conf.example.com')).toBe(false);
  });
});
