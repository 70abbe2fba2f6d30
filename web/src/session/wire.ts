import {
  type ApiProblemCode,
  anywayQuery,
  contextAddress,
  type DocumentContext,
  decode,
  documentAddress,
  encode,
  overtookHeader,
  type ProblemPlace,
} from '@clearml-conf/shared';
import type { LoadedFile } from '../draft/loaded-file.ts';
import { ask, keyring, tell, troubleOf } from './request.ts';
import type { BlockedReason, LockReason, Opening } from './session.ts';

/** How a save ended. `unreachable`: nothing came back, so nobody can tell whether it was written. */
export type Saving =
  /** `overtook`: another program wrote at the very same moment; its text is in the history. */
  | { readonly kind: 'saved'; readonly file: LoadedFile; readonly overtook: boolean }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemPlace[] }
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly code: ApiProblemCode }
  | { readonly kind: 'unreachable' };

/** A look at the file: `same` when it still has the revision that is known. `locked`: a start link is asked for. */
export type Look =
  | { readonly kind: 'same' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'locked'; readonly reason: LockReason }
  | Opening;

/** The page's side of the wire. Everything the page asks of the program goes through here. */
export interface Wire {
  readonly context: () => Promise<DocumentContext | null>;
  readonly look: (known: string | null) => Promise<Look>;
  /** `signal`: nobody waits for the answer any more. What was sent may be written all the same. */
  readonly save: (text: string, known: string | null, anyway: boolean, signal: AbortSignal) => Promise<Saving>;
}

/** The wire to the program that served this page. */
export const wire: Wire = {
  context: async () => {
    const response = await ask(contextAddress);
    return response?.ok ? ((await response.json().catch(() => null)) as DocumentContext | null) : null;
  },
  look: async (known) => {
    const headers: HeadersInit = known === null ? {} : { 'if-none-match': `"${known}"` };
    const response = await ask(documentAddress, { headers });
    if (!response) return { kind: 'unreachable' };
    // The program may go away in the middle of its answer.
    return response.status === 304 ? { kind: 'same' } : openingOf(response).catch(() => ({ kind: 'unreachable' }));
  },
  save: async (text, known, anyway, signal) => {
    const body = encode(text);
    const condition: Record<string, string> = known === null ? { 'if-none-match': '*' } : { 'if-match': `"${known}"` };
    const address = `${documentAddress}${anyway ? `?${anywayQuery}` : ''}`;
    const response = await tell(address, 'PUT', { headers: condition, body, signal });
    return response ? savingOf(response, text) : { kind: 'unreachable' };
  },
};

async function openingOf(response: Response): Promise<Look> {
  if (response.ok) return documentOf(response);
  if (response.status === 401) return { kind: 'locked', reason: keyring.isSpent() ? 'link-used' : 'no-link' };
  const { code } = await troubleOf(response);
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
  if (response.ok) {
    const file = { text, revision: revisionOf(response) };
    return { kind: 'saved', file, overtook: response.headers.has(overtookHeader) };
  }
  const problem = await troubleOf(response);
  if (problem.code === 'changed-on-disk' || problem.code === 'exists-already') return { kind: 'changed' };
  if (problem.code === 'clearml-cannot-read') return { kind: 'refused', problems: problem.problems ?? [] };
  return { kind: 'failed', code: problem.code };
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
