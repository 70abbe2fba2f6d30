import { readFile } from 'node:fs/promises';
import { connectionTestAddress, sessionHeader } from '@clearml-conf/shared';
import { describe, expect, test } from 'vitest';
import { codeOf, sendRaw } from '../../test/raw-request.ts';
import { lawfulRead, lawfulWrite, type ServedFile, serveFile, sessionKey } from '../../test/served-file.ts';
import { having, original, revision, unlawful, write as writeTo } from '../../test/unlawful.ts';
import { allRules, type Door, gate, type Knock } from './gate.ts';

const key = sessionKey;

function write({ port }: ServedFile) {
  return writeTo({ port, key });
}

describe('the gate', () => {
  test.each(Object.entries(unlawful))('refuses %s', async (_name, [status, make]) => {
    const served = await serveFile(original);
    const answer = await sendRaw(served.port, make({ port: served.port, key }));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.length).toBeLessThan(200);
    expect(answer.body.toString()).not.toContain('8080');
    expect(await readFile(served.path, 'utf8')).toBe(original);
  });

  // Methods and packed bodies are turned away a second time behind it.
  const byGateAlone = Object.entries(unlawful).filter(
    ([name, [status]]) => status !== 405 && name !== 'a packed write',
  );

  test.each(byGateAlone)('is needed: without it the program answers %s', async (_name, [, make]) => {
    const served = await serveFile(original, new Map(), { keeper: () => null });
    const { status } = await sendRaw(served.port, make({ port: served.port, key }));
    expect([200, 204]).toContain(status);
  });

  test('lets in the write that all of them are made from', async () => {
    const served = await serveFile(original);
    const answer = await sendRaw(served.port, write(served));
    expect(answer.status).toBe(204);
    expect(await readFile(served.path, 'utf8')).toBe('api {}\n');
  });

  test.each(['localhost', '127.0.0.1', '[::1]'])('knows this machine as %s, with any port', async (name) => {
    const served = await serveFile(original);
    const forwarded = having(lawfulRead(served.port, '/api/document'), 'Host', `${name}:5000`);
    expect((await sendRaw(served.port, forwarded)).status).toBe(200);
    const written = having(having(write(served), 'Host', `${name}:5000`), 'Origin', `http://${name}:5000`);
    expect((await sendRaw(served.port, written)).status).toBe(204);
  });

  test('lets a link from another site open the page, which holds no data', async () => {
    const served = await serveFile(original);
    const clicked = lawfulRead(served.port, '/', [
      ['Sec-Fetch-Mode', 'navigate'],
      ['Sec-Fetch-Dest', 'document'],
    ]);
    const answer = await sendRaw(served.port, having(clicked, 'Sec-Fetch-Site', 'cross-site'));
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).not.toContain('8080');
  });

  test('lets no read change anything, and gives nobody a socket', async () => {
    const served = await serveFile(original);
    const asPut = [
      ['X-HTTP-Method-Override', 'PUT'],
      [sessionHeader, key],
      ['If-Match', `"${revision}"`],
    ] as const;
    const asked = await sendRaw(served.port, lawfulRead(served.port, '/api/document?_method=PUT', asPut));
    expect([asked.status, asked.body.toString()]).toEqual([200, original]);
    const wish = [
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ] as const;
    const { headers, ...request } = lawfulRead(served.port, '/api/document', wish);
    const plain = headers.filter(([name, value]) => name !== 'Connection' || value === 'Upgrade');
    const upgraded = await sendRaw(served.port, { ...request, headers: plain, end: true });
    expect(upgraded.status).not.toBe(101);
    expect(await readFile(served.path, 'utf8')).toBe(original);
  });

  test('refuses a body above the limit without keeping it', async () => {
    const served = await serveFile(original);
    const large = lawfulWrite(served.port, 'a'.repeat(1024 * 1024 + 1), [['If-Match', `"${revision}"`]]);
    const answer = await sendRaw(served.port, large);
    expect([answer.status, codeOf(answer)]).toEqual([413, 'body-too-large']);
    expect(await readFile(served.path, 'utf8')).toBe(original);
  });
});

describe('an odd request', () => {
  const targets = [
    '/api/document?anyway=%E0%A4%A&__proto__[x]=1&constructor',
    '/%E0%A4%A',
    '/api/%00',
    `/${'a/'.repeat(2000)}`,
    '/api/document/../document',
    '//localhost/api/document',
    '/api/document;x=1',
    '/?',
  ];

  test.each(targets)('to %s is answered, and not with a fault of ours', async (target) => {
    const served = await serveFile(original);
    for (const request of [lawfulRead(served.port, target), { ...write(served), target }]) {
      const { status } = await sendRaw(served.port, request);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    }
  });

  test.each([
    ['a body shorter than it says', [['Content-Length', '500']]],
    [
      'two lengths',
      [
        ['Content-Length', '7'],
        ['Content-Length', '8'],
      ],
    ],
    [
      'a length and chunks',
      [
        ['Content-Length', '7'],
        ['Transfer-Encoding', 'chunked'],
      ],
    ],
    ['chunks that are none', [['Transfer-Encoding', 'chunked']]],
  ] as const)('with %s writes nothing', async (_name, lengths) => {
    const served = await serveFile(original);
    const others = write(served).headers.filter(([name]) => name !== 'Content-Length');
    const answer = sendRaw(served.port, { ...write(served), headers: [...others, ...lengths], end: true });
    expect((await answer).status).not.toBe(204);
    expect(await readFile(served.path, 'utf8')).toBe(original);
  });
});

describe('a body in JSON that is none of ours', () => {
  const query = { api: '', web: null, files: null, accessKey: null, secretKey: null, verify: null };
  const json = JSON.stringify(query);

  test.each([
    ['nothing', ''],
    ['no UTF-8', Buffer.concat([Buffer.from('{"api":"'), Buffer.of(0xff), Buffer.from('"}')])],
    ['a byte order mark', `\ufeff${json}`],
    ['a name twice', json.replace('{', '{"api":"",')],
    ['too deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['cut short', json.slice(0, -1)],
    ['no object', '[]'],
    ['null', 'null'],
    ['more than is asked', json.replace('{', '{"__proto__":{},')],
    ['another kind', json.replace('""', '{}')],
  ] as const)('is a mistake of whoever sent it: %s', async (_name, body) => {
    const served = await serveFile(original);
    const asked = { ...lawfulWrite(served.port, body, [], connectionTestAddress), method: 'POST' };
    const answer = await sendRaw(served.port, having(asked, 'Content-Type', 'application/json'));
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-request']);
  });

  test('is refused by its type before it is read', async () => {
    const served = await serveFile(original);
    const asked = { ...lawfulWrite(served.port, '{', [], connectionTestAddress), method: 'POST' };
    for (const type of [
      'application/json; charset=utf-8',
      'application/JSON',
      'text/plain',
      'application/octet-stream',
    ]) {
      expect((await sendRaw(served.port, having(asked, 'Content-Type', type))).status, type).toBe(415);
    }
  });
});

describe('every answer', () => {
  test.each(['/', '/api/document', '/api/context', '/api/nothing', '/nothing'])(
    'of %s is kept to our page',
    async (target) => {
      const served = await serveFile(original);
      const { headers } = await served.read(target);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.has('x-powered-by')).toBe(false);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );
});

/** Requests as they knock, each of which only one of the rules keeps out. */
const knocks: Readonly<Record<string, Knock>> = {
  namesThisMachine: knock({ Host: 'evil.example:4000', Origin: 'https://conf.example.com' }),
  hasPlainAddress: { ...knock({ [sessionHeader]: 'another' }), method: 'GET', target: '/api\\document#' },
  comesFromOurAccount: { ...knock({}), caller: 'other' },
  comesFromOurOrigin: knock({ Origin: 'http://localhost:1' }),
  isNotSentByAnotherSite: knock({ 'Sec-Fetch-Site': 'cross-site' }),
  hasKnownMethod: { ...knock({}), method: 'PATCH' },
  writesWithOurKey: knock({ [sessionHeader]: 'another' }),
  readsWithOurKey: { ...knock({ [sessionHeader]: 'another' }), method: 'GET' },
  writesItsType: knock({ 'Content-Type': 'text/plain' }),
};

function knock(wrong: Readonly<Record<string, string>>): Knock {
  const lawful = {
    Host: 'localhost:4000',
    Origin: 'http://localhost:4000',
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/octet-stream',
    [sessionHeader]: 'key',
  };
  const rawHeaders = Object.entries({ ...lawful, ...wrong }).flat();
  return { caller: 'ours', method: 'PUT', target: '/api/document', rawHeaders };
}

describe('each rule of the gate', () => {
  const doorFor = (name: string): Door => ({
    sessionKey: 'key',
    origin: 'https://conf.example.com',
    accounts: ['hasPlainAddress', 'readsWithOurKey'].includes(name) ? 'start-link' : 'connection',
  });

  test('has a request here that only it keeps out', () => {
    expect(Object.keys(knocks)).toEqual(allRules.map(({ name }) => name));
    expect(gate(knock({}), doorFor(''))).toBeNull();
  });

  test.each(Object.entries(knocks))('is needed: without %s that request gets in', (name, hostile) => {
    expect(gate(hostile, doorFor(name))).not.toBeNull();
    const others = allRules.filter((rule) => rule.name !== name);
    expect(gate(hostile, doorFor(name), others)).toBeNull();
  });
});
