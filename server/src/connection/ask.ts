import { type IncomingMessage, request as requestOver } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { constants, unzipSync } from 'node:zlib';
import { systemCode } from '../store/disk.ts';
import { authority, destination } from './address.ts';
import { type Authorities, authoritiesFor } from './bundle.ts';
import { type Dialled, type Dialling, type DialTrouble, dial, forbidden, secured } from './dial.ts';
import type { ChosenProxy } from './proxy.ts';
import type { Route } from './route.ts';

/** What a server answered. None of its text leaves the program but single lines that `diagnosis` picks. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly location: string;
  /** The start of the body. */
  readonly text: string;
}

/** How asking ended. `no-way`: the proxy is where it ended; `status` is its answer to the wish for a tunnel, if it gave one. */
export type Outcome =
  | Answer
  | DialTrouble
  | { readonly kind: 'no-way'; readonly status: number | null }
  | { readonly kind: 'no-proxy' }
  | { readonly kind: 'no-bundle' }
  | { readonly kind: 'no-http'; readonly code: string }
  | { readonly kind: 'late'; readonly waitsFor: Dialling['progress']['waitsFor'] };

interface Question {
  readonly route: Route;
  /** What comes behind the address, from the slash on. */
  readonly call: string;
  /** The header that shows the keys; only ever given for the API server itself. */
  readonly authorization?: string;
}

export interface Means {
  /** From where relative paths of bundles count. */
  readonly folder: string;
  readonly ownPort: number | null;
}

const largestBody = 64 * 1024;

/** Asks one question over a connection of its own and reads the start of the answer. Follows nothing, keeps nothing. */
export async function ask(question: Question, { folder, ownPort }: Means, signal: AbortSignal): Promise<Outcome> {
  const dialling: Dialling = { ownPort, signal, progress: { waitsFor: 'name' } };
  const late = (outcome: Outcome): Outcome =>
    signal.aborted && outcome.kind !== 'answer' ? { kind: 'late', waitsFor: dialling.progress.waitsFor } : outcome;
  const authorities = await authoritiesFor(question.route, folder);
  if (authorities === 'no-bundle') return { kind: 'no-bundle' };
  const way = await wayTo(question.route, authorities, dialling);
  if (way.kind !== 'connected') return late(way);
  dialling.progress.waitsFor = 'answer';
  return late(await answerOver(way.socket, question, signal));
}

type Way = Dialled | Extract<Outcome, { readonly kind: 'no-way' | 'no-proxy' }>;

async function wayTo(route: Route, authorities: Exclude<Authorities, 'no-bundle'>, dialling: Dialling): Promise<Way> {
  const { address, proxy, check } = route;
  const why = isIP(address.host) === 0 ? null : forbidden([address.host], address.port, dialling.ownPort);
  if (why) return { kind: 'not-allowed', why };
  if (proxy.kind === 'unsupported') return { kind: 'no-proxy' };
  const way =
    proxy.kind === 'direct' ? await dial(address, dialling) : await throughProxy(route, proxy.proxy, dialling);
  if (way.kind !== 'connected' || address.scheme === 'http') return way;
  const proof = { host: address.host, authorities, isChecked: check !== 'unchecked' };
  return secured(way.socket, proof, dialling.signal);
}

/** A proxy passes plain requests on by itself; for secure ones it is asked for a tunnel. */
async function throughProxy({ address }: Route, proxy: ChosenProxy, dialling: Dialling): Promise<Way> {
  const dialled = await dial(proxy, dialling);
  const way =
    dialled.kind === 'connected' && proxy.scheme === 'https'
      ? await safeProxy(dialled.socket, proxy, dialling)
      : dialled;
  if (way.kind !== 'connected') return { kind: 'no-way', status: null };
  if (address.scheme === 'http') return way;
  const through = await tunnel(way.socket, destination(address), proxy, dialling.signal);
  if (through.kind === 'connected') dialling.progress.waitsFor = 'answer';
  return through;
}

async function safeProxy(socket: Socket, { host }: ChosenProxy, { signal }: Dialling): Promise<Dialled> {
  const authorities = await authoritiesFor(ownAuthorities, '');
  return authorities === 'no-bundle'
    ? { kind: 'no-security', code: '', certificate: null }
    : secured(socket, { host, authorities, isChecked: true }, signal);
}

const ownAuthorities = { check: 'authorities', bundle: null } as const;

function tunnel(socket: Socket, to: string, { authorization }: ChosenProxy, signal: AbortSignal): Promise<Way> {
  const headers = { host: to, ...(authorization !== null && { 'proxy-authorization': authorization }) };
  const request = requestOver({ createConnection: () => socket, method: 'CONNECT', path: to, headers, signal });
  return new Promise((resolve) => {
    const fail = (status: number | null) => {
      request.destroy();
      resolve({ kind: 'no-way', status });
    };
    request.once('connect', ({ statusCode = 0 }: IncomingMessage, through: Socket, head: Buffer) => {
      if (statusCode !== 200) return fail(statusCode);
      if (head.length > 0) through.unshift(head);
      resolve({ kind: 'connected', socket: through });
    });
    request.once('response', ({ statusCode = 0 }: IncomingMessage) => fail(statusCode));
    request.on('error', () => fail(null));
    request.once('close', () => resolve({ kind: 'no-way', status: null }));
    request.end();
  });
}

function answerOver(socket: Socket, question: Question, signal: AbortSignal): Promise<Outcome> {
  const request = requestOver({ createConnection: () => socket, method: 'GET', signal, ...lineAndHeaders(question) });
  return new Promise((resolve) => {
    const finish = (outcome: Outcome) => {
      resolve(outcome);
      request.destroy();
      socket.destroy();
    };
    request.on('error', (error) => finish({ kind: 'no-http', code: systemCode(error) }));
    request.once('close', () => finish({ kind: 'no-http', code: 'ECONNRESET' }));
    request.once('response', (response) => readStart(response, signal, finish));
    request.end();
  });
}

function lineAndHeaders({ route: { address, proxy }, call, authorization }: Question) {
  const proxied = proxy.kind === 'proxy' && address.scheme === 'http' ? proxy.proxy : null;
  const path = `${address.path}${call}`;
  return {
    path: proxied ? `http://${authority(address)}${path}` : path,
    headers: {
      host: authority(address),
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': 'clearml-conf',
      connection: 'close',
      ...(authorization !== undefined && { authorization }),
      ...(proxied?.authorization && { 'proxy-authorization': proxied.authorization }),
    },
  };
}

/** A body that ends early or goes on for ever is as good as its start. */
function readStart(response: IncomingMessage, signal: AbortSignal, finish: (answer: Answer) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const done = () => {
    const { statusCode = 0, headers } = response;
    const body = unpacked(Buffer.concat(chunks), headers['content-encoding'] ?? '');
    const text = body.subarray(0, largestBody).toString('utf8');
    finish({ kind: 'answer', status: statusCode, location: headers.location ?? '', text });
  };
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= largestBody) done();
  });
  response.once('end', done);
  response.on('error', () => (signal.aborted ? undefined : done()));
}

/** Some servers pack what they say though they are asked not to. Of a body that is cut the start is enough. */
function unpacked(body: Buffer, encoding: string): Buffer {
  if (!/^(?:(?:x-)?gzip|deflate)$/i.test(encoding)) return body;
  try {
    return unzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16 * largestBody });
  } catch {
    return Buffer.alloc(0);
  }
}
