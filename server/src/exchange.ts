import type { ApiProblem, ApiProblemCode } from '@clearml-conf/shared';
import { problemType } from '@clearml-conf/shared';

/** What a handler sees of a request: nothing of Express, nothing of sockets. */
export interface Exchange {
  /** Null when the request does not have the header. */
  readonly header: (name: string) => string | null;
  readonly hasQuery: (name: string) => boolean;
  /** What stands in the place of `:name` in the address of the route; empty where there is none. */
  readonly name: string;
  readonly body: Uint8Array;
  /** The port of ours through which the request came in. */
  readonly port: number | null;
}

/**
 * Gives a body piece by piece, each sent at once. The signal says that nobody listens any more: the request was closed or
 * the program ends.
 */
export type Telling = (tell: (piece: string) => void, signal: AbortSignal) => Promise<void>;

/** What a handler gives back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string | Telling | null;
}

export type Handler = (exchange: Exchange) => Promise<Answer>;

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  507: 'Insufficient Storage',
};

/** An answer that says with a code what is wrong; `more` adds what the code alone does not tell. */
export function problemAnswer(
  status: number,
  code: ApiProblemCode,
  more: Pick<ApiProblem, 'problems' | 'detail'> = {},
): Answer {
  const problem: ApiProblem = { type: 'about:blank', title: titles[status] ?? 'Error', status, code, ...more };
  return { status, headers: { 'content-type': problemType }, body: JSON.stringify(problem) };
}

/** A success with one value. */
export function jsonAnswer(value: object): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
