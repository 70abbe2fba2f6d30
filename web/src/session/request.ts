import { type ApiProblemCode, documentType, type ProblemPlace, sessionHeader } from '@clearml-conf/shared';
import { openKeyring } from './session-key.ts';

/** A program that says nothing for so long is asleep or gone. */
const patience = 5000;
/** A save may wait for a slow disk. */
const longPatience = 30_000;

export const keyring = openKeyring();

/** Asks the program. Null when nothing came back. */
export async function ask(address: string, request: RequestInit = {}, limit = patience): Promise<Response | null> {
  try {
    return await fetch(address, {
      ...request,
      cache: 'no-store',
      signal: request.signal
        ? AbortSignal.any([request.signal, AbortSignal.timeout(limit)])
        : AbortSignal.timeout(limit),
      headers: { ...request.headers, [sessionHeader]: await keyring.key() },
    });
  } catch {
    return null;
  }
}

interface Told extends Pick<RequestInit, 'body' | 'signal'> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Tells the program something. One that was started again has another key: the page asks for it once and tries again. */
export async function tell(
  address: string,
  method: 'PUT' | 'POST' | 'DELETE',
  { body, signal, headers = {} }: Told = {},
): Promise<Response | null> {
  const request = {
    method,
    headers: { 'content-type': documentType, ...headers },
    ...(body && { body }),
    ...(signal && { signal }),
  };
  const response = await ask(address, request, longPatience);
  if (response?.status !== 401) return response;
  await keyring.renew(servedPage);
  return ask(address, request, longPatience);
}

async function servedPage(): Promise<string | null> {
  const page = await ask('/');
  return page?.ok ? page.text() : null;
}

export interface Trouble {
  readonly code: ApiProblemCode;
  readonly problems?: readonly ProblemPlace[];
}

/** What an answer that is no success says. */
export async function troubleOf(response: Response): Promise<Trouble> {
  try {
    return (await response.json()) as Trouble;
  } catch {
    return { code: 'server-fault' };
  }
}
