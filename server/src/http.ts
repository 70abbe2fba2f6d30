import type { IncomingMessage, ServerResponse } from 'node:http';
import { maxSavedBytes } from '@clearml-conf/shared';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { CallerOf } from './door/caller.ts';
import type { Door, TurnedAway } from './door/gate.ts';
import { gate } from './door/gate.ts';
import type { Answer, Exchange, Handler, Telling } from './exchange.ts';
import { problemAnswer } from './exchange.ts';
import { refusalHints } from './terminal/sentences.ts';

/** What is answered at one address, by method. */
export interface Route {
  readonly get?: Handler;
  readonly put?: Handler;
  readonly post?: Handler;
  readonly delete?: Handler;
}

export interface Parts {
  readonly routes: ReadonlyMap<string, Route>;
  readonly keeper: Keeper;
  /** Sent with every answer. */
  readonly headers: Answer['headers'];
  /** Answers that were made ahead, such as the built page; null leaves what is no route to somebody else. */
  readonly page: ReadonlyMap<string, Answer> | null;
}

/** Stands at the door: why a request is turned away, null if it is let in. */
export type Keeper = (request: IncomingMessage & { readonly originalUrl?: string }) => TurnedAway | null;

/** A program as Node's server calls it, and as another chain may call it with what comes next. */
export type Chain = (request: IncomingMessage, response: ServerResponse, next?: (error?: unknown) => void) => void;

/** Gate, routes and page, in this order. */
export function createChain({ routes, keeper, headers, page }: Parts): Chain {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response, next) => {
    response.set(headers);
    const refusal = keeper(request);
    if (refusal) send(response, refusalAnswer(refusal, request));
    else next();
  });
  for (const [address, route] of routes) mount(app, address, route);
  app.use('/api', (_request, response) => send(response, problemAnswer(404, 'no-such-address')));
  if (page) app.use((request, response) => send(response, pageAnswer(page, request)));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    else send(response, faultAnswer(error));
  });
  return app;
}

/** Asks the gate. */
export function keeperAt(door: Door, callerOf: CallerOf): Keeper {
  return ({ method = '', originalUrl, url = '', rawHeaders, socket }) =>
    gate({ caller: callerOf(socket), method, target: originalUrl ?? url, rawHeaders }, door);
}

/** Short and fixed: nothing of the request comes back. A person who opens the address reads a sentence, not JSON. */
function refusalAnswer({ status, code }: TurnedAway, { headers }: Request): Answer {
  const detail = refusalHints[code];
  const isOpened = headers.accept?.includes('text/html') ?? false;
  if (isOpened && detail !== undefined) {
    return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${detail}\n` };
  }
  return problemAnswer(status, code, detail === undefined ? {} : { detail });
}

function pageAnswer(page: ReadonlyMap<string, Answer>, { method, path }: Request): Answer {
  if (method !== 'GET' && method !== 'HEAD') return problemAnswer(405, 'method-not-allowed');
  return page.get(path) ?? problemAnswer(404, 'no-such-address');
}

function mount(app: Express, address: string, route: Route): void {
  // The gate has compared the type already; packed bodies it has turned away.
  const bytes = express.raw({ type: () => true, limit: maxSavedBytes, inflate: false });
  const at = app.route(address);
  if (route.get) at.get(answerWith(route.get));
  if (route.put) at.put(bytes, answerWith(route.put));
  if (route.post) at.post(bytes, answerWith(route.post));
  if (route.delete) at.delete(bytes, answerWith(route.delete));
  at.all((_request, response) => send(response, problemAnswer(405, 'method-not-allowed')));
}

function answerWith(handler: Handler) {
  return async (request: Request, response: Response) => {
    const answer = await handler(exchangeOf(request));
    if (typeof answer.body === 'function') await tellPieces(response, answer, answer.body);
    else send(response, answer);
  };
}

function exchangeOf(request: Request): Exchange {
  const body: unknown = request.body;
  return {
    header: (name) => request.get(name) ?? null,
    name: String(request.params['name'] ?? ''),
    hasQuery: (name) => Object.hasOwn(request.query, name),
    // Express leaves the body undefined when it is empty; an empty document is a document.
    body: body instanceof Uint8Array ? body : new Uint8Array(),
    port: request.socket.localPort ?? null,
  };
}

function send(response: Response, { status, headers, body }: Answer): void {
  response.status(status).set(headers);
  if (body === null || typeof body === 'function') response.end();
  else response.end(body);
}

async function tellPieces(response: Response, { status, headers }: Answer, telling: Telling): Promise<void> {
  const listening = new AbortController();
  response.once('close', () => listening.abort());
  response.status(status).set(headers).flushHeaders();
  try {
    await telling((piece) => response.write(piece), listening.signal);
    response.end();
  } catch {
    // The status is long sent: a body that breaks off is all that can still be said.
    response.destroy();
  }
}

/** A fault of ours or of the request, without any detail of either. */
function faultAnswer(error: unknown): Answer {
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  if (status === 413) return problemAnswer(413, 'body-too-large');
  if (status === 415) return problemAnswer(415, 'wrong-content-type');
  return typeof status === 'number' && status < 500
    ? problemAnswer(400, 'bad-request')
    : problemAnswer(500, 'server-fault');
}
