import type { Range } from '../hocon/index.ts';

const wordEnd = /[\s"'`]/g;
const port = /^\d+$/;
/** A user name of this length in an address is a token. */
const TOKEN_LENGTH = 20;

/** Passwords in addresses: `//user:password@host`, and tokens that stand in a user's place. */
export function addressSecrets(text: string): readonly Range[] {
  const found: Range[] = [];
  let word: Word = { text, to: 0, lastAt: -1 };
  for (let at = text.indexOf('//'); at >= 0; ) {
    if (at >= word.to) word = wordFrom(text, at);
    const secret = secretOf(word, at + 2);
    if (secret) found.push(secret);
    at = text.indexOf('//', secret?.to ?? at + 2);
  }
  return found;
}

/** A run of signs without blanks or quotes, in which addresses stand. */
interface Word {
  readonly text: string;
  readonly to: number;
  readonly lastAt: number;
}

function wordFrom(text: string, from: number): Word {
  wordEnd.lastIndex = from;
  const to = wordEnd.exec(text)?.index ?? text.length;
  const lastAt = text.slice(from, to).lastIndexOf('@');
  return { text, to, lastAt: lastAt < 0 ? -1 : from + lastAt };
}

function secretOf({ text, to, lastAt }: Word, from: number): Range | null {
  const slash = within(text.indexOf('/', from), to);
  const user = text.slice(from, slash);
  const host = user.lastIndexOf('@');
  const colon = user.indexOf(':');
  if (host >= 0 && colon >= 0 && colon < host) return { from: from + colon + 1, to: from + host };
  if (host >= 0) return host >= TOKEN_LENGTH ? { from, to: from + host } : null;
  const hasSlash = colon >= 0 && lastAt > slash && !port.test(user.slice(colon + 1));
  return hasSlash ? { from: from + colon + 1, to: lastAt } : null;
}

function within(at: number, to: number): number {
  return at < 0 || at > to ? to : at;
}
