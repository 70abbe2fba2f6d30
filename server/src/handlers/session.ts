import type { StartLinks } from '../door/start-link.ts';
import type { Answer, Handler } from '../exchange.ts';
import { problemAnswer } from '../exchange.ts';

const longestSecret = 128;

/** `POST /api/session`: the secret of a start link for the session key. Null where the page itself carries the key. */
export function postSession(links: StartLinks | null, sessionKey: string): Handler {
  return async ({ body }) => {
    const secret = body.length > longestSecret ? '' : Buffer.from(body).toString('latin1');
    return links?.use(secret) ? plain(sessionKey) : problemAnswer(401, 'start-link-used');
  };
}

/** `POST /api/start-link`: one more start link, for a second start of the program on the same file. */
export function postStartLink(links: StartLinks | null): Handler {
  return async () => (links ? plain(links.next()) : problemAnswer(404, 'no-such-address'));
}

function plain(text: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}
