import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, createServer as createRawServer, type Server, type Socket } from 'node:net';
import type { Identity } from './certificates.ts';

/** What a real server on loopback was asked. */
export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly authorization: string | null;
}

export interface Listening {
  /** Such as `http://localhost:40123`. */
  readonly address: string;
  readonly host: string;
  readonly port: number;
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}

export interface Place {
  /** With a certificate it speaks https. */
  readonly identity?: Identity;
  /** The address to listen on, a loopback one. */
  readonly host?: string;
  readonly port?: number;
}

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

export const goodKeys: Keys = { accessKey: 'ACCESSKEYOFTHETEST', secretKey: 'secret+key/of=the#test' };
/** ClearML's own words when keys are wrong. */
export const unauthorized = 'Unauthorized (invalid credentials) (failed to locate provided credentials)';

/** ClearML's three servers, as they answer when all is well. */
export interface ClearmlServers {
  readonly api: Listening;
  readonly web: Listening;
  readonly files: Listening;
  readonly close: () => Promise<void>;
}

export async function startClearml(keys: Keys = goodKeys, place: Place = {}): Promise<ClearmlServers> {
  const [api, web, files] = await Promise.all([
    serve(apiServer(keys), place),
    serve(webServer, place),
    serve(fileServer, place),
  ]);
  const close = async () => {
    await Promise.all([api.close(), web.close(), files.close()]);
  };
  return { api, web, files, close };
}

/** Speaks as ClearML's API server does; `path` is what stands before the names of the calls. */
export function apiServer({ accessKey, secretKey }: Keys = goodKeys, path = ''): RequestListener {
  const right = `Basic ${Buffer.from(`${accessKey}:${secretKey}`).toString('base64')}`;
  return ({ url = '', headers }, response) => {
    const called = url.split('?', 1)[0];
    if (called === `${path}/debug.ping`) envelope(response, 200, 'OK', { msg: 'ClearML server' });
    else if (called !== `${path}/auth.login`) envelope(response, 400, `Invalid request path ${called}`);
    else if (headers.authorization === right) envelope(response, 200, 'OK', { token: signature });
    else envelope(response, 401, unauthorized);
  };
}

/** No signature of anybody: three parts as JWTs have them. */
const signature = ['{"alg":"HS256"}', '{"api_version":"2.31","server_version":"2.2.0"}', 'x']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

export const webServer: RequestListener = (_request, response) => page(response, 200, 'ClearML');

const fileServer: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('OK');
};

/** The API server while it is updated. */
export const underMaintenance: RequestListener = (_request, response) =>
  envelope(response, 503, 'Server is under maintenance');

export const failing: RequestListener = (_request, response) => envelope(response, 500, 'General data error');

/** Sends everybody to the same path of another address. */
export function movedTo(address: string): RequestListener {
  return ({ url = '' }, response) => {
    response.writeHead(301, { location: `${address}${url}` }).end();
  };
}

/** Both on one address: the page, and the API below `/api`, as ClearML's web server passes it on. */
export const pageWithApi: RequestListener = (request, response) => {
  if (request.url?.startsWith('/api/')) apiServer(goodKeys, '/api')(request, response);
  else webServer(request, response);
};

/** A proxy that lets everything through. */
export const openProxy: RequestListener = (request, response) => {
  const url = new URL(request.url ?? '');
  const passed = connect(Number(url.port || 80), url.hostname, () => {
    passed.write(`${request.method} ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n`);
    const authorization = request.headers.authorization;
    passed.end(`${authorization ? `Authorization: ${authorization}\r\n` : ''}Connection: close\r\n\r\n`);
  });
  passed.on('error', () => response.socket?.destroy());
  if (response.socket) passed.pipe(response.socket);
};

/** Whom the asking proxy knows. */
export const proxyUser = 'me:pass-of-the-proxy';
const isKnown = ({ headers }: IncomingMessage) =>
  headers['proxy-authorization'] === `Basic ${Buffer.from(proxyUser).toString('base64')}`;

/** A proxy that wants to know who asks. */
export const askingProxy: RequestListener = (request, response) => {
  if (isKnown(request)) openProxy(request, response);
  else response.writeHead(407, { 'proxy-authenticate': 'Basic realm="office"' }).end();
};

/** A proxy that shows its own page first. */
export const loginProxy: RequestListener = (_request, response) => page(response, 200, 'Sign in to the network');

/** A proxy that lets nobody through. */
export const closedProxy: RequestListener = (_request, response) => page(response, 403, 'Blocked');

/** A real server of one behaviour on a free port of this machine. */
export function serve(listener: RequestListener, { identity, host = '127.0.0.1', port = 0 }: Place = {}) {
  const asked: Asked[] = [];
  const note = ({ method = '', url = '', headers }: IncomingMessage) =>
    asked.push({ method, target: url, authorization: headers.authorization ?? null });
  const onRequest: RequestListener = (request, response) => {
    note(request);
    listener(request, response);
  };
  const server = identity ? createSecureServer({ ...identity }, onRequest) : createServer(onRequest);
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    note(request);
    if (listener === openProxy || (listener === askingProxy && isKnown(request))) tunnel(request, socket);
    else refuseTunnel(listener, request, socket);
  });
  return listenOn(server, identity ? 'https' : 'http', host, port, asked);
}

/** What is no HTTP server at all: it does with each connection what `onConnection` does. */
export function serveRaw(onConnection: (socket: Socket) => void, host = '127.0.0.1'): Promise<Listening> {
  return listenOn(createRawServer(onConnection), 'http', host, 0, []);
}

/** Listens, and never says a word. */
export const silence = (socket: Socket): void => {
  socket.resume();
};

/**
 * A port on which nobody listens, and nobody will as long as this process lasts: it is the near end of a connection, so
 * the system gives it to no other test.
 */
export async function closedPort(host = '127.0.0.1'): Promise<number> {
  const server = createRawServer((socket) => void socket.unref()).unref();
  const { port } = await listenOn(server, 'http', host, 0, []);
  const near = connect({ port, host, localAddress: host });
  await once(near, 'connect');
  near.unref();
  return near.localPort ?? 0;
}

/** An address of this machine on which well-known ports are free for one test, where the system has more than one. */
export function ownLoopback(): string {
  const part = () => 1 + Math.floor(Math.random() * 253);
  return process.platform === 'linux' ? `127.${part()}.${part()}.${part()}` : '127.0.0.1';
}

function envelope(response: ServerResponse, code: number, message: string, data: object = {}): void {
  const meta = { result_code: code, result_subcode: code === 200 ? 0 : 20, result_msg: message, error_stack: null };
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify({ meta, data }));
}

function page(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(`<!doctype html><html><head><title>${title}</title></head><body></body></html>`);
}

function tunnel(request: IncomingMessage, socket: Socket): void {
  const { hostname, port } = new URL(`http://${request.url}`);
  const other = connect(Number(port || 80), hostname.replace(/^\[|\]$/g, ''), () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    other.pipe(socket);
    socket.pipe(other);
  });
  other.on('error', () => socket.destroy());
  socket.on('error', () => other.destroy());
}

function refuseTunnel(listener: RequestListener, request: IncomingMessage, socket: Socket): void {
  socket.on('error', () => undefined);
  const status = listener === askingProxy ? 407 : listener === loginProxy ? 302 : 403;
  const line = `HTTP/1.1 ${status} No\r\nContent-Length: 0\r\nConnection: close\r\n`;
  socket.end(`${line}${status === 302 ? `Location: http://login.test/?for=${request.url}\r\n` : ''}\r\n`);
}

function listenOn(server: Server, scheme: string, host: string, port: number, asked: Asked[]): Promise<Listening> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const bound = server.address();
      const at = bound !== null && typeof bound === 'object' ? bound.port : 0;
      const name = host === '127.0.0.1' ? 'localhost' : host;
      resolve({ address: `${scheme}://${name}:${at}`, host: name, port: at, asked, close });
    });
  });
}
