import { randomBytes } from 'node:crypto';
import { startLinkMark } from '@clearml-conf/shared';
import { sameSecret } from './gate.ts';

/** The secrets of start links that were handed out and not used yet. */
export interface StartLinks {
  /** Makes the secret of one more link. */
  readonly next: () => string;
  /** True once for each secret. */
  readonly use: (secret: string) => boolean;
}

/** More than one person ever opens at once; older links are forgotten. */
const mostOpen = 8;

/** Starts without any link: each is made when somebody is to be let in. */
export function createStartLinks(): StartLinks {
  let open: readonly string[] = [];
  return {
    next: () => {
      const secret = randomBytes(32).toString('base64url');
      open = [...open, secret].slice(-mostOpen);
      return secret;
    },
    use: (given) => {
      const found = open.filter((secret) => sameSecret(given, secret));
      open = open.filter((secret) => !found.includes(secret));
      return found.length > 0;
    },
  };
}

/** The secret stands in the fragment, which no browser sends and no log holds. */
export function startLink(address: string, secret: string): string {
  return `${address}/${startLinkMark}${secret}`;
}
