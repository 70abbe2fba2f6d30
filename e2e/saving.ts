import type { Running } from './workplace.ts';

/** Saves as our page does: with the key it was given, and for the revision it has seen. */
export interface Saver {
  readonly etag: () => string;
  /** The status of the answer. */
  readonly save: (body: Uint8Array | string) => Promise<number>;
  /** Leaves an unsaved text under the name of a page. */
  readonly draft: (page: string, body: string) => Promise<number>;
  readonly quit: () => Promise<number>;
}

/** The key that the page of a program carries. */
export async function sessionKeyOf({ address }: Pick<Running, 'address'>): Promise<string> {
  const page = await (await fetch(address)).text();
  return /<meta name="session-key" content="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Has seen the file as it is now. */
export async function newSaver(program: Running): Promise<Saver> {
  const { address } = program;
  const key = await sessionKeyOf(program);
  let etag = (await fetch(`${address}/api/document`)).headers.get('etag');
  const save = async (body: Uint8Array | string) => {
    const answer = await fetch(`${address}/api/document?anyway`, {
      method: 'PUT',
      headers: {
        origin: address,
        'content-type': 'application/octet-stream',
        'x-clearml-conf-session': key,
        ...(etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }),
      },
      body: new Uint8Array(Buffer.from(body)),
    });
    etag = answer.headers.get('etag') ?? etag;
    return answer.status;
  };
  const headers = { origin: address, 'content-type': 'application/octet-stream', 'x-clearml-conf-session': key };
  const send = async (target: string, method: string, body: string) =>
    (await fetch(`${address}${target}`, { method, headers, body })).status;
  return {
    etag: () => etag ?? '',
    save,
    draft: (page, body) => send(`/api/draft/${page}`, 'PUT', body),
    quit: () => send('/api/quit', 'POST', ''),
  };
}
