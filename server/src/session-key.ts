import { randomBytes } from 'node:crypto';
import { sessionMeta } from '@clearml-conf/shared';

/** A new key for each start of the program. */
export function newSessionKey(): string {
  return randomBytes(32).toString('base64url');
}

/** The page with the key in it, for our own script to read and to send with every write. */
export function withSessionKey(html: string, key: string): string {
  return html.replace('</head>', () => `<meta name="${sessionMeta}" content="${key}" /></head>`);
}
