import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { ConnectionQuery, ConnectionStepName } from '@clearml-conf/shared';
import { expect, onTestFinished } from 'vitest';
import { type Identity, newAuthority, selfSigned, type Wanted } from '../../e2e/certificates.ts';
import {
  apiServer,
  askingProxy,
  closedPort,
  closedProxy,
  failing,
  goodKeys,
  type Listening,
  loginProxy,
  movedTo,
  ownLoopback,
  pageWithApi,
  serve,
  serveRaw,
  silence,
  unauthorized,
  underMaintenance,
  webServer,
} from '../../e2e/clearml-server.ts';
import { temporaryFolder } from './folder.ts';

/** One real fault: what is asked, in which environment, and what must be told of it. */
export interface Fault {
  readonly query: Partial<ConnectionQuery>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The step that fails; the API server's unless said. */
  readonly step?: ConnectionStepName;
  readonly told: object;
  /** What the sentence in the terminal must name. */
  readonly names?: readonly string[];
}

/** A server for one test, closed after it. */
async function own(starting: Promise<Listening>): Promise<Listening> {
  const listening = await starting;
  onTestFinished(listening.close);
  return listening;
}
const api = (identity?: Identity) => own(serve(apiServer(), identity ? { identity } : {}));
const nobody = newAuthority('Nobody Knows Us Ltd');
const at = ({ host, port }: Listening) => ({ host, port });
const day = 86_400_000;

/** Each cause that a connection test can find, with the fault that really brings it about. */
export const faults: Readonly<Record<string, () => Promise<Fault>>> = {
  'an address without its scheme': async () => ({
    query: { api: 'localhost:8008' },
    told: { cause: 'not-an-address', fix: { setting: 'api.api_server', value: 'http://localhost:8008' } },
  }),
  'a network card': async () => ({
    query: { api: 'http://169.254.169.254/latest' },
    told: { cause: 'link-local-address', host: '169.254.169.254' },
  }),
  'a network card in another spelling': async () => ({
    query: { api: 'http://[::ffff:169.254.169.254]:80' },
    told: { cause: 'link-local-address' },
  }),
  'a network card behind a proxy': async () => ({
    query: { api: 'http://2852039166' },
    environment: { http_proxy: `http://127.0.0.1:${await closedPort()}` },
    told: { cause: 'link-local-address', host: '169.254.169.254' },
  }),
  'a name that nobody has': async () => ({
    query: { api: 'http://clearml.invalid:8008' },
    told: { cause: 'name-not-found', host: 'clearml.invalid' },
    names: ['clearml.invalid'],
  }),
  'a closed port': async () => {
    const port = await closedPort();
    return {
      query: { api: `http://127.0.0.1:${port}` },
      told: { cause: 'refused', host: '127.0.0.1', port },
      names: [String(port)],
    };
  },
  'a server that never answers': async () => {
    const mute = await own(serveRaw(silence));
    return { query: { api: mute.address }, told: { cause: 'timed-out', waitedFor: 'answer', ...at(mute) } };
  },
  'a server that never gets to a secure connection': async () => {
    const mute = await own(serveRaw(silence));
    const api = mute.address.replace('http', 'https');
    return { query: { api }, told: { cause: 'timed-out', waitedFor: 'connection', ...at(mute) } };
  },
  'a server that refuses a secure connection': async () => {
    const alert = Buffer.from('15030300020228', 'hex');
    const strict = await own(serveRaw((socket) => socket.once('data', () => socket.end(alert))));
    const api = strict.address.replace('http', 'https');
    // Versions of OpenSSL put different words before these.
    const name = 'ALERT_HANDSHAKE_FAILURE';
    const told = { cause: 'tls-failed', code: expect.stringContaining(name), ...at(strict) };
    return { query: { api }, told, names: [name] };
  },
  'an address that no network leads to': async () => ({
    query: { api: 'http://255.255.255.255:8008' },
    told: { cause: 'unreachable', host: '255.255.255.255', port: 8008 },
    names: ['255.255.255.255:8008'],
  }),
  'the web page in place of the file server': async () => {
    const web = await own(serve(webServer));
    const server = await api();
    return {
      query: { api: server.address, files: web.address },
      step: 'files',
      told: { cause: 'web-page', ...at(web), foundAddress: null },
    };
  },
  'nothing of ClearML in place of the web page': async () => {
    const server = await api();
    const other = await own(serve((_request, response) => response.writeHead(404).end('<html>not here</html>')));
    return {
      query: { api: server.address, web: other.address },
      step: 'web',
      told: { cause: 'not-clearml', status: 404, ...at(other) },
      names: ['404'],
    };
  },
  'an API that signs nobody in': async () => {
    const odd = await own(
      serve((_request, response) => response.end(JSON.stringify({ meta: { result_code: 200 }, data: {} }))),
    );
    return { query: { api: odd.address }, step: 'login', told: { cause: 'server-error', status: 200 } };
  },
  'a server that never gets to the end of its headers': async () => {
    const slow = await own(
      serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const drip = setInterval(() => socket.write('x'), 100);
        socket.on('close', () => clearInterval(drip));
      }),
    );
    return { query: { api: slow.address }, told: { cause: 'timed-out', waitedFor: 'answer' } };
  },
  'a body without end': async () => {
    const endless = await own(
      serve((_request, response) => {
        const pour = () => {
          while (response.write('<html>'.padEnd(4096, 'x')));
        };
        response.on('drain', pour);
        pour();
      }),
    );
    return { query: { api: endless.address }, told: { cause: 'web-page', ...at(endless) } };
  },
  'headers without end': async () => {
    const endless = await own(
      serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const pour = () => {
          while (!socket.destroyed && socket.write(`x: ${'y'.repeat(4000)}\r\n`));
        };
        socket.on('drain', pour);
        pour();
      }),
    );
    return { query: { api: endless.address }, told: { cause: 'no-http', ...at(endless) } };
  },
  'something that is no web server': async () => {
    const other = await own(serveRaw((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n')));
    return { query: { api: other.address }, told: { cause: 'no-http', ...at(other) } };
  },
  'a server that hangs up': async () => {
    const rude = await own(serveRaw((socket) => socket.once('data', () => socket.destroy())));
    return { query: { api: rude.address }, told: { cause: 'no-http', ...at(rude) } };
  },
  'the web page in place of the API': async () => {
    const web = await own(serve(webServer));
    return { query: { api: web.address }, told: { cause: 'web-page', ...at(web), foundAddress: null } };
  },
  'the web page, which passes the API on': async () => {
    const both = await own(serve(pageWithApi));
    const value = `${both.address}/api`;
    return {
      query: { api: both.address },
      told: { cause: 'web-page', ...at(both), foundAddress: value, fix: { setting: 'api.api_server', value } },
      names: [value],
    };
  },
  'the API on the usual port, not on this one': async () => {
    const host = ownLoopback();
    await own(serve(apiServer(), { host, port: 8008 }));
    const port = await closedPort(host);
    const value = `http://${host === '127.0.0.1' ? 'localhost' : host}:8008`;
    return {
      query: { api: value.replace('8008', String(port)) },
      told: { cause: 'refused', port, foundAddress: value, fix: { setting: 'api.api_server', value } },
      names: [value],
    };
  },
  'the file server in place of the API': async () => {
    const files = await own(serve((_request, response) => response.writeHead(404).end('not here')));
    return { query: { api: files.address }, told: { cause: 'not-clearml', status: 404, ...at(files) } };
  },
  'the API in place of the file server': async () => {
    const server = await api();
    return {
      query: { api: server.address, files: server.address },
      step: 'files',
      told: { cause: 'api-instead', ...at(server) },
    };
  },
  'the API in place of the web page': async () => {
    const server = await api();
    return {
      query: { api: server.address, web: server.address },
      step: 'web',
      told: { cause: 'api-instead', ...at(server) },
    };
  },
  'http spoken to https': async () => {
    const secure = await api(selfSigned());
    const plain = secure.address.replace('https', 'http');
    const fix = { setting: 'api.api_server', value: secure.address };
    return { query: { api: plain }, told: { cause: 'http-to-https', ...at(secure), fix } };
  },
  'https spoken to http': async () => {
    const plain = await api();
    const secure = plain.address.replace('http', 'https');
    const fix = { setting: 'api.api_server', value: plain.address };
    return { query: { api: secure }, told: { cause: 'https-to-http', ...at(plain), fix } };
  },
  'a certificate signed by itself': async () => {
    const server = await api(selfSigned());
    return { query: { api: server.address }, told: { cause: 'certificate-self-signed', ...at(server) } };
  },
  'a certificate of an authority that nobody knows': async () => {
    const server = await api(nobody.issue());
    const told = { cause: 'certificate-unknown-authority', issuer: 'Nobody Knows Us Ltd', ...at(server) };
    return { query: { api: server.address }, told, names: ['Nobody Knows Us Ltd'] };
  },
  'a certificate for another name': async () =>
    withCertificate({ names: ['other.test', '10.1.2.3'] }, 'certificate-other-name', {
      names: ['other.test', '10.1.2.3'],
    }),
  'a certificate that names only its subject': async () =>
    withCertificate({ names: [] }, 'certificate-other-name', { names: [] }),
  'a certificate of yesterday': async () => {
    const validTo = new Date(Math.floor(Date.now() / 1000) * 1000 - day);
    return withCertificate(
      { validFrom: new Date(Date.now() - 2 * day), validTo },
      'certificate-expired',
      { validTo: validTo.toISOString() },
      [validTo.toISOString().slice(0, 10)],
    );
  },
  'a certificate of tomorrow': async () => {
    const validFrom = new Date(Math.floor(Date.now() / 1000) * 1000 + day);
    return withCertificate(
      { validFrom, validTo: new Date(Date.now() + 2 * day) },
      'certificate-not-yet-valid',
      { validFrom: validFrom.toISOString() },
      [validFrom.toISOString().slice(0, 10)],
    );
  },
  'no file where the certificates should be': async () => ({
    query: { api: 'https://127.0.0.1:1', verify: '/no/such/bundle.crt' },
    told: { cause: 'no-ca-bundle', bundle: '/no/such/bundle.crt', variable: null },
    names: ['/no/such/bundle.crt'],
  }),
  'a file of certificates that a variable names and that has none': async () => ({
    query: { api: 'https://127.0.0.1:1', verify: false },
    environment: { REQUESTS_CA_BUNDLE: import.meta.filename },
    told: { cause: 'no-ca-bundle', variable: 'REQUESTS_CA_BUNDLE' },
    names: ['REQUESTS_CA_BUNDLE'],
  }),
  'a proxy that asks for a password': async () => behindProxy(askingProxy, 'http', 'proxy-asks-password'),
  'a proxy that asks for a password before a tunnel': async () =>
    behindProxy(askingProxy, 'https', 'proxy-asks-password'),
  'a proxy that shows its login page': async () => behindProxy(loginProxy, 'http', 'proxy-page'),
  'a proxy that shows its login page before a tunnel': async () => behindProxy(loginProxy, 'https', 'proxy-page'),
  'a proxy that makes no tunnel': async () => behindProxy(closedProxy, 'https', 'proxy-refuses', { status: 403 }),
  'a proxy that is not there': async () => {
    const proxy = `http://127.0.0.1:${await closedPort()}`;
    const environment = { HTTPS_PROXY: proxy.replace('//', '//me:pass-of-the-proxy@') };
    const told = { cause: 'proxy-unreachable', proxy, variable: 'HTTPS_PROXY' };
    return { query: { api: 'https://clearml.test' }, environment, told, names: [proxy, 'HTTPS_PROXY'] };
  },
  'a SOCKS proxy': async () => ({
    query: { api: 'http://clearml.test:8008' },
    environment: { ALL_PROXY: 'socks5://127.0.0.1:1080' },
    told: { cause: 'proxy-unsupported', variable: 'ALL_PROXY' },
    names: ['ALL_PROXY'],
  }),
  'a proxy without its scheme, which the library misreads': async () => ({
    query: { api: 'https://clearml.test' },
    environment: { HTTPS_PROXY: 'localhost:3128' },
    told: { cause: 'proxy-unsupported', variable: 'HTTPS_PROXY' },
    names: ['HTTPS_PROXY', 'http://'],
  }),
  'a server that is gone behind its proxy': async () => {
    const gone = `http://localhost:${await closedPort()}`;
    const refusing = createServer((_request, response) => response.writeHead(502).end());
    refusing.listen(0);
    onTestFinished(() => void refusing.close());
    const bound = refusing.address();
    const proxy = `http://localhost:${bound !== null && typeof bound === 'object' ? bound.port : 0}`;
    return {
      query: { api: gone },
      environment: { http_proxy: proxy },
      told: { cause: 'proxy-refuses', status: 502, proxy },
    };
  },
  'a server that has moved': async () => {
    const right = await api();
    const left = await own(serve(movedTo(right.address)));
    const redirectTo = `${right.address}/debug.ping`;
    const fix = { setting: 'api.api_server', value: right.address };
    return {
      query: { api: left.address },
      told: { cause: 'redirect', status: 301, redirectTo, fix },
      names: [right.address],
    };
  },
  'keys that are not accepted': async () => {
    const server = await api();
    const { host } = server;
    return {
      query: { api: server.address, secretKey: 'wrong-secret-of-this-test' },
      step: 'login',
      told: { cause: 'keys-not-accepted', host, clearmlMessage: unauthorized },
      names: [unauthorized],
    };
  },
  'a server that says the keys again': async () => {
    const { accessKey, secretKey } = goodKeys;
    const echo = await own(
      serve((request, response) => {
        const isLogin = request.url === '/auth.login';
        const said = `no user ${accessKey} with ${secretKey}, ${request.headers.authorization}`;
        const meta = { result_code: isLogin ? 401 : 200, result_msg: said };
        response.writeHead(meta.result_code).end(JSON.stringify({ meta, data: {} }));
      }),
    );
    const clearmlMessage = 'no user … with …, Basic …';
    return { query: { api: echo.address }, step: 'login', told: { cause: 'keys-not-accepted', clearmlMessage } };
  },
  'a server that moves only those who sign in': async () => {
    const { secretKey } = goodKeys;
    const sly = await own(
      serve((request, response) => {
        const location = `http://evil.test/${encodeURIComponent(secretKey)}/auth.login?k=${encodeURIComponent(secretKey)}`;
        if (request.url === '/auth.login') response.writeHead(307, { location }).end();
        else apiServer()(request, response);
      }),
    );
    const told = { cause: 'redirect', redirectTo: 'http://evil.test/…/auth.login' };
    return { query: { api: sly.address }, step: 'login', told };
  },
  maintenance: async () => {
    const server = await own(serve(underMaintenance));
    const told = { cause: 'maintenance', clearmlMessage: 'Server is under maintenance', ...at(server) };
    return { query: { api: server.address }, told, names: ['Server is under maintenance'] };
  },
  'an error of the API': async () => {
    const server = await own(serve(failing));
    const told = { cause: 'server-error', status: 500, clearmlMessage: 'General data error' };
    return { query: { api: server.address }, told, names: ['500', 'General data error'] };
  },
};

/** The authority's own certificate, in a file of the test. */
async function bundle(): Promise<string> {
  const path = join(await temporaryFolder(), 'bundle.crt');
  await writeFile(path, nobody.cert);
  return path;
}

/** A certificate of an authority that the person has named, so that only the fault in it is left. */
async function withCertificate(
  wanted: Wanted,
  cause: string,
  facts: object,
  names: readonly string[] = [],
): Promise<Fault> {
  const server = await api(nobody.issue(wanted));
  const told = { cause, ...facts, ...at(server) };
  return { query: { api: server.address, verify: await bundle() }, told, names };
}

async function behindProxy(
  listener: Parameters<typeof serve>[0],
  scheme: 'http' | 'https',
  cause: string,
  facts: object = {},
): Promise<Fault> {
  const { address } = await own(serve(listener));
  const variable = scheme === 'http' ? 'http_proxy' : 'HTTPS_PROXY';
  const environment = { [variable]: address };
  const query = { api: `${scheme}://clearml.test:8008` };
  return { query, environment, told: { cause, proxy: address, variable, ...facts }, names: [address, variable] };
}
