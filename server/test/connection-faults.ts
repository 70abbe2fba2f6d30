import { expect } from 'vitest';
import { selfSigned } from '../../e2e/certificates.ts';
import {
  apiServer,
  closedPort,
  failing,
  goodKeys,
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
import { api, at, type Fault, own } from './fault.ts';
import { securityFaults } from './security-faults.ts';

/** Too long for a name, so that no system asks the network for it, which may take its time. */
const noName = `${'x'.repeat(64)}.invalid`;

/** Each cause that a connection test can find, with the fault that really brings it about. */
export const faults: Readonly<Record<string, () => Promise<Fault>>> = {
  ...securityFaults,
  'an address without its scheme': async () => ({
    query: { api: 'localhost:8008' },
    told: { cause: 'not-an-address', fix: { setting: 'api.api_server', value: 'http://localhost:8008' } },
  }),
  'an address with a query': async () => ({
    query: { api: 'http://localhost:8008?token=made-up' },
    told: { cause: 'address-with-query', fix: { setting: 'api.api_server', value: 'http://localhost:8008' } },
  }),
  'an address with # in a password': async () => ({
    query: { api: 'http://me:12#made-up@localhost:8008' },
    told: { cause: 'not-an-address' },
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
    query: { api: `http://${noName}:8008` },
    told: { cause: 'name-not-found', host: noName },
    names: [noName],
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
    return { query: { api: rude.address }, told: { cause: 'hung-up', ...at(rude) } };
  },
  'a gateway whose server is gone': async () => {
    const gateway = await own(serve((_request, response) => response.writeHead(502).end('<html>Bad Gateway</html>')));
    const told = { cause: 'server-error', status: 502, ...at(gateway) };
    return { query: { api: gateway.address }, told, names: ['502', 'behind it'] };
  },
  'a gateway that wants to know who asks': async () => {
    const gateway = await own(serve((_request, response) => response.writeHead(401).end('<html>Who?</html>')));
    const told = { cause: 'not-clearml', status: 401, ...at(gateway) };
    return { query: { api: gateway.address }, told, names: ['401', 'sign-in of its own'] };
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
