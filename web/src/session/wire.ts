import {
  type ApiProblemCode,
  anywayQuery,
  contextAddress,
  type DocumentContext,
  decode,
  documentAddress,
  documentType,
  encode,
  type ProblemPlace,
  sessionHeader,
} from '@clearml-conf/shared';
import type { BlockedReason, LoadedFile, Opening } from './session.ts';
import { firstKey, keyIn } from './session-key.ts';

/** How a save ended. `unreachable`: nothing came back, so nobody can tell whether it was written. */
export type Saving =
  | { readonly kind: 'saved'; readonly file: LoadedFile }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemPlace[] }
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly code: ApiProblemCode }
  | { readonly kind: 'unreachable' };

/** A look at the file: `same` when it still has the revision that is known. */
export type Look = { readonly kind: 'same' } | { readonly kind: 'unreachable' } | Opening;

/** The page's side of the wire. Everything the page asks of the program goes through here. */
export interface Wire {
  readonly context: () => Promise<DocumentContext | null>;
  readonly look: (known: string | null) => Promise<Look>;
  readonly save: (text: string, known: string | null, anyway: boolean) => Promise<Saving>;
}

/** The wire to the program that served this page. */
export const wire: Wire = {
  context: async () => {
    const response = await answer(contextAddress, {});
    return response?.ok ? ((await response.json()) as DocumentContext) : null;
  },
  look: async (known) => {
    const headers: HeadersInit = known === null ? {} : { 'if-none-match': `"${known}"` };
    const response = await answer(documentAddress, { headers });
    if (!response) return { kind: 'unreachable' };
    return response.status === 304 ? { kind: 'same' } : openingOf(response);
  },
  save: async (text, known, anyway) => {
    const body = encode(text);
    const condition: Record<string, string> = known === null ? { 'if-none-match': '*' } : { 'if-match': `"${known}"` };
    const headers = { ...condition, 'content-type': documentType };
    const response = await written(`${documentAddress}${anyway ? `?${anywayQuery}` : ''}`, {
      method: 'PUT',
      headers,
      body,
    });
    return response ? savingOf(response, text) : { kind: 'unreachable' };
  },
};

let sessionKey = firstKey();

async function answer(address: string, request: RequestInit): Promise<Response | null> {
  try {
    return await fetch(address, {
      ...request,
      cache: 'no-store',
      headers: { ...request.headers, [sessionHeader]: await sessionKey },
    });
  } catch {
    return null;
  }
}

/** A program that was started again has another key: the page asks for it once and tries again. */
async function written(address: string, request: RequestInit): Promise<Response | null> {
  const response = await answer(address, request);
  if (response?.status !== 401) return response;
  const next = await nextKey();
  if (next !== null) sessionKey = Promise.resolve(next);
  return answer(address, request);
}

async function nextKey(): Promise<string | null> {
  const page = await answer('/', {});
  return page?.ok ? keyIn(await page.text()) : null;
}

async function openingOf(response: Response): Promise<Look> {
  if (response.ok) return documentOf(response);
  const code = await codeOf(response);
  return code === 'no-file'
    ? { kind: 'missing' }
    : { kind: 'blocked', reason: { code: blockedCode(code), detail: code } };
}

async function documentOf(response: Response): Promise<Opening> {
  const decoding = decode(new Uint8Array(await response.arrayBuffer()));
  if (decoding.ok) return { kind: 'document', file: { text: decoding.text, revision: revisionOf(response) } };
  return { kind: 'blocked', reason: { code: 'not-utf-8', line: decoding.line, utf16: decoding.utf16 } };
}

function revisionOf(response: Response): string {
  return (response.headers.get('etag') ?? '').replace(/^"|"$/g, '');
}

async function savingOf(response: Response, text: string): Promise<Saving> {
  if (response.ok) return { kind: 'saved', file: { text, revision: revisionOf(response) } };
  const problem = await problemOf(response);
  if (problem.code === 'changed-on-disk' || problem.code === 'exists-already') return { kind: 'changed' };
  if (problem.code === 'clearml-cannot-read') return { kind: 'refused', problems: problem.problems ?? [] };
  return { kind: 'failed', code: problem.code };
}

interface Trouble {
  readonly code: ApiProblemCode;
  readonly problems?: readonly ProblemPlace[];
}

async function problemOf(response: Response): Promise<Trouble> {
  try {
    return (await response.json()) as Trouble;
  } catch {
    return { code: 'server-fault' };
  }
}

async function codeOf(response: Response): Promise<ApiProblemCode> {
  return (await problemOf(response)).code;
}

function blockedCode(code: ApiProblemCode): Exclude<BlockedReason['code'], 'not-utf-8'> {
  switch (code) {
    case 'folder':
    case 'not-a-file':
    case 'link-loop':
    case 'no-permission':
    case 'too-large-to-open':
    case 'disk-error':
      return code;
    default:
      return 'other';
  }
}
