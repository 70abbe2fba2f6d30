import { readFile } from 'node:fs/promises';
import { sessionHeader } from '@clearml-conf/shared';
import { describe, expect, test } from 'vitest';
import { codeOf, type RawRequest, sendRaw } from '../test/raw-request.ts';
import { lawfulRead, lawfulWrite, type ServedFile, serveFile } from '../test/served-file.ts';
import { allRules, type Door, gate, type Knock } from './gate.ts';
import { revisionOf } from './store/reading.ts';

const original = 'api { web_server: "http://localhost:8080" }\n';
const revision = revisionOf(Buffer.from(original));

type Header = readonly [string, string];

function having(request: RawRequest, name: string, ...values: readonly string[]): RawRequest {
  const others = request.headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...values.map((value): Header => [name, value]), ...others] };
}

function write({ port }: ServedFile): RawRequest {
  return lawfulWrite(port, 'api {}\n', [['If-Match', `"${revision}"`]]);
}

/** Each is a lawful request with one thing wrong. */
const unlawful: Readonly<Record<string, readonly [status: number, make: (served: ServedFile) => RawRequest]>> = {
  'a read under another name': [
    421,
    ({ port }) => having(lawfulRead(port, '/api/document'), 'Host', `evil.example:${port}`),
  ],
  'a read under a name that ends like ours': [421, ({ port }) => having(lawfulRead(port, '/'), 'Host', 'x.localhost')],
  'a read under a name that begins like ours': [
    421,
    ({ port }) => having(lawfulRead(port, '/'), 'Host', 'localhost.evil.example'),
  ],
  'a read under another address of this machine': [
    421,
    ({ port }) => having(lawfulRead(port, '/'), 'Host', `127.0.0.2:${port}`),
  ],
  'a read under the address that means any': [
    421,
    ({ port }) => having(lawfulRead(port, '/'), 'Host', `0.0.0.0:${port}`),
  ],
  'a read with a name and a user': [421, ({ port }) => having(lawfulRead(port, '/'), 'Host', 'evil@localhost')],
  'a read with two names': [
    421,
    ({ port }) => having(lawfulRead(port, '/'), 'Host', `localhost:${port}`, 'evil.example'),
  ],
  'a read that names a host in its first line': [
    421,
    ({ port }) => lawfulRead(port, 'http://evil.example/api/document'),
  ],
  'a read from another port of localhost': [
    403,
    ({ port }) => lawfulRead(port, '/api/document', [['Origin', 'http://localhost:1']]),
  ],
  'a read from https': [
    403,
    ({ port }) => lawfulRead(port, '/api/document', [['Origin', `https://localhost:${port}`]]),
  ],
  'a read from nowhere': [403, ({ port }) => lawfulRead(port, '/api/document', [['Origin', 'null']])],
  'a read that another site sends': [
    403,
    ({ port }) => having(lawfulRead(port, '/api/document'), 'Sec-Fetch-Site', 'cross-site'),
  ],
  'a read that another port sends': [
    403,
    ({ port }) => having(lawfulRead(port, '/api/document'), 'Sec-Fetch-Site', 'same-site'),
  ],
  'the API typed into the address bar': [
    403,
    ({ port }) => having(lawfulRead(port, '/api/document', [['Sec-Fetch-Mode', 'navigate']]), 'Sec-Fetch-Site', 'none'),
  ],
  'the page in a frame of another site': [
    403,
    ({ port }) =>
      having(
        lawfulRead(port, '/', [
          ['Sec-Fetch-Mode', 'navigate'],
          ['Sec-Fetch-Dest', 'iframe'],
        ]),
        'Sec-Fetch-Site',
        'cross-site',
      ),
  ],
  'a script of ours taken by another site': [
    403,
    ({ port }) =>
      having(
        lawfulRead(port, '/assets/index-1a2b.js', [['Sec-Fetch-Mode', 'no-cors']]),
        'Sec-Fetch-Site',
        'cross-site',
      ),
  ],
  'a method that nobody needs': [405, (served) => ({ ...write(served), method: 'PATCH' })],
  'a method that this address does not know': [405, (served) => ({ ...write(served), method: 'DELETE' })],
  'the page by a method that it does not know': [
    405,
    (served) => ({ ...write(served), method: 'DELETE', target: '/' }),
  ],
  'a question for permission': [405, (served) => ({ ...write(served), method: 'OPTIONS' })],
  'a write under another name': [421, (served) => having(write(served), 'Host', 'evil.example')],
  'a write from nowhere said': [403, (served) => having(write(served), 'Origin')],
  'a write from another port': [403, (served) => having(write(served), 'Origin', 'http://localhost:1')],
  'a write from our other name': [403, (served) => having(write(served), 'Origin', `http://127.0.0.1:${served.port}`)],
  'a write that another site sends': [403, (served) => having(write(served), 'Sec-Fetch-Site', 'cross-site')],
  'a write without key': [401, (served) => having(write(served), sessionHeader)],
  'a write with another key': [401, (served) => having(write(served), sessionHeader, 'the-key-of-that-test')],
  'a write with a key too long': [401, (served) => having(write(served), sessionHeader, 'the-key-of-this-test1')],
  'a write with an empty key': [401, (served) => having(write(served), sessionHeader, '')],
  'a write with the key in a cookie': [
    401,
    (served) => having(having(write(served), sessionHeader), 'Cookie', `${sessionHeader}=the-key-of-this-test`),
  ],
  'a write as a form sends it': [415, (served) => having(write(served), 'Content-Type', 'text/plain')],
  'a write with more in its type': [
    415,
    (served) => having(write(served), 'Content-Type', 'application/octet-stream; a=b'),
  ],
  'a write without type': [415, (served) => having(write(served), 'Content-Type')],
  'a packed write': [415, (served) => having(write(served), 'Content-Encoding', 'gzip')],
  'a write to the page': [405, (served) => ({ ...write(served), target: '/' })],
  'a write to what can only be read': [405, (served) => ({ ...write(served), target: '/api/context' })],
};

describe('the gate', () => {
  test.each(Object.entries(unlawful))('refuses %s', async (_name, [status, make]) => {
    const served = await serveFile(original);
    const answer = await sendRaw(served.port, make(served));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.length).toBeLessThan(200);
    expect(answer.body.toString()).not.toContain('8080');
    expect(await readFile(served.path, 'utf8')).toBe(original);
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
      expect(headers.has('x-powered-by')).toBe(false);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );
});

/** Requests as they knock, each of which only one of the rules keeps out. */
const knocks: Readonly<Record<string, Knock>> = {
  namesThisMachine: knock({ Host: 'evil.example:4000', Origin: 'https://conf.example.com' }),
  comesFromOurAccount: { ...knock({}), caller: 'other' },
  comesFromOurOrigin: knock({ Origin: 'http://localhost:1' }),
  isNotSentByAnotherSite: knock({ 'Sec-Fetch-Site': 'cross-site' }),
  hasKnownMethod: { ...knock({}), method: 'PATCH' },
  writesWithOurKey: knock({ [sessionHeader]: 'another' }),
  readsWithOurKey: { ...knock({ [sessionHeader]: 'another' }), method: 'GET' },
  writesBytes: knock({ 'Content-Type': 'text/plain' }),
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
    accounts: name === 'readsWithOurKey' ? 'start-link' : 'connection',
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
