import { connectionTestAddress, sessionHeader } from '@clearml-conf/shared';
import { revisionOf } from '../src/store/reading.ts';
import type { RawRequest } from './raw-request.ts';
import { lawfulRead, lawfulWrite } from './served-file.ts';

/** The file that all these requests are about. */
export const original = 'api { web_server: "http://localhost:8080" }\n';
export const revision = revisionOf(Buffer.from(original));

/** Where a program listens, and the key that its page was given. */
export interface Listener {
  readonly port: number;
  readonly key: string;
}

type Header = readonly [string, string];

export function having(request: RawRequest, name: string, ...values: readonly string[]): RawRequest {
  const others = request.headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...values.map((value): Header => [name, value]), ...others] };
}

/** A lawful write, from which all unlawful ones are made. */
export function write({ port, key }: Listener): RawRequest {
  return lawfulWrite(port, 'api {}\n', [['If-Match', `"${revision}"`]], undefined, key);
}

/** Another text of the same length, whatever the first letter of a random one is. */
function otherThan(key: string): string {
  return `${key.startsWith('x') ? 'y' : 'x'}${key.slice(1)}`;
}

/** A connection test of nothing, lawful but for its type. */
function connectionTest({ port, key }: Listener, type: string): RawRequest {
  const query = { api: '', web: null, files: null, accessKey: null, secretKey: null, verify: null };
  const request = lawfulWrite(port, JSON.stringify(query), [], connectionTestAddress, key);
  return having({ ...request, method: 'POST' }, 'Content-Type', type);
}

/** Each is a lawful request with one thing wrong. */
export const unlawful: Readonly<Record<string, readonly [status: number, make: (listener: Listener) => RawRequest]>> = {
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
  'a read under another name that says it was forwarded': [
    421,
    ({ port }) => {
      const ours = `localhost:${port}`;
      const forwarded: readonly Header[] = [
        ['X-Forwarded-Host', ours],
        ['Forwarded', `host="${ours}"`],
      ];
      return having(lawfulRead(port, '/api/document', forwarded), 'Host', 'evil.example');
    },
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
  'a read at an address that is read in two ways': [400, ({ port }) => lawfulRead(port, '/api\\document#')],
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
  'a write that says it is a read': [
    401,
    (served) => having(having(write(served), sessionHeader), 'X-HTTP-Method-Override', 'GET'),
  ],
  'a write without key': [401, (served) => having(write(served), sessionHeader)],
  'a write with another key': [401, (served) => having(write(served), sessionHeader, otherThan(served.key))],
  'a write with a key too long': [401, (served) => having(write(served), sessionHeader, `${served.key}1`)],
  'a write with an empty key': [401, (served) => having(write(served), sessionHeader, '')],
  'a write with the key in a cookie': [
    401,
    (served) => having(having(write(served), sessionHeader), 'Cookie', `${sessionHeader}=${served.key}`),
  ],
  'a write with the key twice': [401, (served) => having(write(served), sessionHeader, served.key, served.key)],
  'a write with two types': [
    415,
    (served) => having(write(served), 'Content-Type', 'application/octet-stream', 'text/plain'),
  ],
  'a read with two origins': [
    403,
    ({ port }) =>
      lawfulRead(port, '/api/document', [
        ['Origin', `http://localhost:${port}`],
        ['Origin', 'http://evil.example'],
      ]),
  ],
  'a read that two sites send': [
    403,
    ({ port }) => having(lawfulRead(port, '/api/document'), 'Sec-Fetch-Site', 'same-origin', 'cross-site'),
  ],
  'a read from another port behind more headers than Node counts': [
    403,
    ({ port }) => {
      const many = Array.from({ length: 2000 }, (): Header => ['a', '']);
      return lawfulRead(port, '/api/document', [...many, ['Origin', 'http://localhost:1']]);
    },
  ],
  'a write as a form sends it': [415, (served) => having(write(served), 'Content-Type', 'text/plain')],
  'a write with more in its type': [
    415,
    (served) => having(write(served), 'Content-Type', 'application/octet-stream; a=b'),
  ],
  'a write without type': [415, (served) => having(write(served), 'Content-Type')],
  'a document in JSON': [415, (served) => having(write(served), 'Content-Type', 'application/json')],
  'a connection test as bytes': [415, (served) => connectionTest(served, 'application/octet-stream')],
  'a connection test as a form sends it': [415, (served) => connectionTest(served, 'text/plain')],
  'a connection test with more in its type': [
    415,
    (served) => connectionTest(served, 'application/json; charset=utf-8'),
  ],
  'a packed write': [415, (served) => having(write(served), 'Content-Encoding', 'gzip')],
  'a write to the page': [405, (served) => ({ ...write(served), target: '/' })],
  'a write to what can only be read': [405, (served) => ({ ...write(served), target: '/api/context' })],
};
