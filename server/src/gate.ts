import { timingSafeEqual } from 'node:crypto';
import type { GateCode } from '@clearml-conf/shared';
import { documentType, sessionHeader } from '@clearml-conf/shared';

/** A request as it knocks: nothing but its first line and headers, in the order and number in which they were sent. */
export interface Knock {
  readonly method: string;
  readonly target: string;
  /** Name, value, name, value … as Node gives them. */
  readonly rawHeaders: readonly string[];
}

export interface Refusal {
  readonly status: 401 | 403 | 405 | 415 | 421;
  readonly code: GateCode;
}

type Rule = (knock: Knock, sessionKey: string) => Refusal | null;

/**
 * The one door in front of everything: page, API, files, upgrades, development server. Each rule closes a way in that
 * the others leave open; a request must satisfy all of them.
 */
export function gate(knock: Knock, sessionKey: string): Refusal | null {
  for (const rule of rules) {
    const refusal = rule(knock, sessionKey);
    if (refusal) return refusal;
  }
  return null;
}

const rules: readonly Rule[] = [
  namesThisMachine,
  comesFromOurOrigin,
  isNotSentByAnotherSite,
  hasKnownMethod,
  writesWithOurKey,
  writesBytes,
];

const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?$/i;
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT']);

/** A name of our own in `Host`, exactly once, with any port (`ssh -L` chooses its own): stops DNS rebinding. */
function namesThisMachine(knock: Knock): Refusal | null {
  const hosts = sent(knock, 'host');
  const named = hosts.length === 1 && ownHost.test(hosts[0] ?? '') && knock.target.startsWith('/');
  return named ? null : { status: 421, code: 'wrong-host' };
}

/** `Origin`, when sent, is this very host and port; a write always sends it. Another port is foreign, `null` is foreign. */
function comesFromOurOrigin(knock: Knock): Refusal | null {
  const origins = sent(knock, 'origin');
  const own = `http://${sent(knock, 'host')[0]?.toLowerCase()}`;
  const missing = origins.length === 0 && isWrite(knock);
  const foreign = origins.some((origin) => origin !== own);
  return missing || foreign ? { status: 403, code: 'foreign-origin' } : null;
}

/** The browser itself says who asks. Only the page, which holds no data, may be opened by a link from elsewhere. */
function isNotSentByAnotherSite(knock: Knock): Refusal | null {
  const sites = sent(knock, 'sec-fetch-site');
  const ours = sites.every((site) => site === 'same-origin');
  return ours || opensThePage(knock) ? null : { status: 403, code: 'foreign-origin' };
}

function hasKnownMethod(knock: Knock): Refusal | null {
  return methods.has(knock.method) ? null : { status: 405, code: 'method-not-allowed' };
}

/** A write carries the key that only our page was given. Cookies are never looked at. */
function writesWithOurKey(knock: Knock, sessionKey: string): Refusal | null {
  const keys = sent(knock, sessionHeader);
  const known = keys.length === 1 && sameKey(keys[0] ?? '', sessionKey);
  return !isWrite(knock) || known ? null : { status: 401, code: 'no-session' };
}

/** A write has the one type that no form can send, and is not packed. */
function writesBytes(knock: Knock): Refusal | null {
  const types = sent(knock, 'content-type');
  const plain = sent(knock, 'content-encoding').length === 0;
  const right = types.length === 1 && types[0] === documentType && plain;
  return !isWrite(knock) || right ? null : { status: 415, code: 'wrong-content-type' };
}

function isWrite(knock: Knock): boolean {
  return knock.method !== 'GET' && knock.method !== 'HEAD';
}

function opensThePage(knock: Knock): boolean {
  const path = knock.target.split('?', 1)[0];
  const navigates = sent(knock, 'sec-fetch-mode').join() === 'navigate';
  const topLevel = ['', 'document'].includes(sent(knock, 'sec-fetch-dest').join());
  return knock.method === 'GET' && path === '/' && navigates && topLevel;
}

function sent(knock: Knock, name: string): readonly string[] {
  return knock.rawHeaders.filter((_, at) => at % 2 === 1 && knock.rawHeaders[at - 1]?.toLowerCase() === name);
}

function sameKey(given: string, key: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(key);
  return left.length === right.length && timingSafeEqual(left, right);
}
