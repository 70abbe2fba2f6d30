import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { newAuthority, selfSigned, type Wanted } from '../../e2e/certificates.ts';
import { askingProxy, closedPort, closedProxy, loginProxy, serve } from '../../e2e/clearml-server.ts';
import { api, at, type Fault, own } from './fault.ts';
import { temporaryFolder } from './folder.ts';

const nobody = newAuthority('Nobody Knows Us Ltd');
const day = 86_400_000;

/** What certificates and proxies bring about. */
export const securityFaults: Readonly<Record<string, () => Promise<Fault>>> = {
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
  'a server that wants a certificate of ours': async () => {
    const strict = createSecureServer({ ...nobody.issue(), requestCert: true, rejectUnauthorized: true });
    strict.listen(0);
    onTestFinished(() => void strict.close());
    const api = `https://localhost:${portOf(strict)}`;
    const told = { cause: 'tls-failed', code: expect.stringContaining('CERTIFICATE_REQUIRED') };
    return { query: { api, verify: await bundle() }, told, names: ['CERTIFICATE_REQUIRED'] };
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
  'a server that never answers, behind a tunnel': async () => {
    const proxy = createServer((_request, response) => response.writeHead(403).end());
    proxy.on('connect', ({ url }, socket) =>
      url === 'clearml.test:443'
        ? socket.write('HTTP/1.1 200 OK\r\n\r\n')
        : socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'),
    );
    proxy.listen(0);
    onTestFinished(() => void proxy.close());
    const address = `http://localhost:${portOf(proxy)}`;
    const environment = { HTTPS_PROXY: address, HTTP_PROXY: address };
    const told = { cause: 'timed-out', waitedFor: 'answer', host: 'clearml.test', port: 443 };
    return { query: { api: 'https://clearml.test' }, environment, told };
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
    const proxy = `http://localhost:${portOf(refusing)}`;
    return {
      query: { api: gone },
      environment: { http_proxy: proxy },
      told: { cause: 'proxy-refuses', status: 502, proxy },
    };
  },
};

function portOf(server: Server): number {
  const bound = server.address();
  return bound !== null && typeof bound === 'object' ? bound.port : 0;
}

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
