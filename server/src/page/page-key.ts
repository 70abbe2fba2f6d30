import { randomBytes } from 'node:crypto';
import { sessionMeta } from '@clearml-conf/shared';

/** A new key for each start of the program. */
export function newSessionKey(): string {
  return randomBytes(32).toString('base64url');
}

/** The page with the key in it, for our own script to read and to send; without it where a start link brings it. */
export function withSessionKey(html: string, key: string | null): string {
  if (key === null) return html;
  return html.replace('</head>', () => `<meta name="${sessionMeta}" content="${key}" /></head>`);
}
