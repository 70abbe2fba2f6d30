import { timingSafeEqual } from 'node:crypto';
import type { GateCode } from '@clearml-conf/shared';
import { connectionTestAddress, documentType, jsonType, sessionAddress, sessionHeader } from '@clearml-conf/shared';

/** A request as it knocks: who connected, its first line and headers in the order and number in which they were sent. */
export interface Knock {
  /** Whose connection it is; `untold` where the system does not say. */
  readonly caller: Caller;
  readonly method: string;
  readonly target: string;
  /** Name, value, name, value … as Node gives them. */
  readonly rawHeaders: readonly string[];
}

export type Caller = 'ours' | 'other' | 'untold';

/** What the door asks for. */
export interface Door {
  readonly sessionKey: string;
  /** An address of our own besides this machine's names, such as `https://conf.example.com`. */
  readonly origin: string | null;
  /** By what another account on this machine is kept out: the connection's owner, a start link, or nothing at all. */
  readonly accounts: 'connection' | 'start-link' | 'open';
}

export interface TurnedAway {
  readonly status: 400 | 401 | 403 | 405 | 415 | 421;
  readonly code: GateCode;
}

export type Rule = (knock: Knock, door: Door) => TurnedAway | null;

/**
 * The one door in front of everything: page, API, files, upgrades, development server. Each rule closes a way in that
 * the others leave open; a request must satisfy all of them.
 */
export function gate(knock: Knock, door: Door, rules: readonly Rule[] = allRules): TurnedAway | null {
  for (const rule of rules) {
    const refusal = rule(knock, door);
    if (refusal) return refusal;
  }
  return null;
}

export const allRules: readonly Rule[] = [
  namesThisMachine,
  hasPlainAddress,
  comesFromOurAccount,
  comesFromOurOrigin,
  isNotSentByAnotherSite,
  hasKnownMethod,
  writesWithOurKey,
  readsWithOurKey,
  writesItsType,
];

const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?$/i;
/** No `#` and no `\\`: the router behind the gate makes another address of them. Browsers send neither. */
const plainAddress = /^\/(?:(?![\\#])[!-~])*$/;
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'POST', 'DELETE']);

/** A name of our own in `Host`, exactly once, with any port (`ssh -L` chooses its own): stops DNS rebinding. */
function namesThisMachine(knock: Knock, door: Door): TurnedAway | null {
  const [host = '', ...more] = sent(knock, 'host');
  const own = ownHost.test(host) || (door.origin !== null && host.toLowerCase() === hostOf(door.origin));
  const named = own && more.length === 0 && knock.target.startsWith('/');
  return named ? null : { status: 421, code: 'wrong-host' };
}

/** An address that everybody behind the gate reads as the gate does. */
function hasPlainAddress(knock: Knock): TurnedAway | null {
  return plainAddress.test(knock.target) ? null : { status: 400, code: 'bad-request' };
}

/** On a machine that several people share, only our own account may speak to us. */
function comesFromOurAccount(knock: Knock, door: Door): TurnedAway | null {
  const told = door.accounts !== 'connection' || knock.caller === 'ours';
  return told ? null : { status: 403, code: 'other-account' };
}

/** `Origin`, when sent, is this very host and port; a write always sends it. Another port is foreign, `null` is foreign. */
function comesFromOurOrigin(knock: Knock, door: Door): TurnedAway | null {
  const origins = sent(knock, 'origin');
  const host = sent(knock, 'host')[0]?.toLowerCase() ?? '';
  const own = ownHost.test(host) ? `http://${host}` : door.origin;
  const missing = origins.length === 0 && isWrite(knock);
  const foreign = origins.some((origin) => origin !== own && origin !== door.origin);
  return missing || foreign ? { status: 403, code: 'foreign-origin' } : null;
}

/** The browser itself says who asks. Only the page, which holds no data, may be opened by a link from elsewhere. */
function isNotSentByAnotherSite(knock: Knock): TurnedAway | null {
  const sites = sent(knock, 'sec-fetch-site');
  const ours = sites.every((site) => site === 'same-origin');
  return ours || opensThePage(knock) ? null : { status: 403, code: 'foreign-origin' };
}

function hasKnownMethod(knock: Knock): TurnedAway | null {
  return methods.has(knock.method) ? null : { status: 405, code: 'method-not-allowed' };
}

/** A write carries the key that only our page was given. Cookies are never looked at. */
function writesWithOurKey(knock: Knock, door: Door): TurnedAway | null {
  const asksForKey = door.accounts === 'start-link' && pathOf(knock) === sessionAddress && knock.method === 'POST';
  if (!isWrite(knock) || asksForKey || hasOurKey(knock, door)) return null;
  return { status: 401, code: door.accounts === 'start-link' ? 'needs-start-link' : 'no-session' };
}

/** Where only the start link tells who somebody is, data needs the key too; page and scripts hold none. */
function readsWithOurKey(knock: Knock, door: Door): TurnedAway | null {
  const free = door.accounts !== 'start-link' || isWrite(knock) || !/^\/api(?:\/|$)/i.test(pathOf(knock));
  return free || hasOurKey(knock, door) ? null : { status: 401, code: 'needs-start-link' };
}

/** A write has the one type of its address, one that no form can send, and is not packed. */
function writesItsType(knock: Knock): TurnedAway | null {
  const types = sent(knock, 'content-type');
  const plain = sent(knock, 'content-encoding').length === 0;
  const own = pathOf(knock) === connectionTestAddress ? jsonType : documentType;
  const right = types.length === 1 && types[0] === own && plain;
  return !isWrite(knock) || right ? null : { status: 415, code: 'wrong-content-type' };
}

function isWrite(knock: Knock): boolean {
  return knock.method !== 'GET' && knock.method !== 'HEAD';
}

function opensThePage(knock: Knock): boolean {
  const navigates = sent(knock, 'sec-fetch-mode').join() === 'navigate';
  const topLevel = ['', 'document'].includes(sent(knock, 'sec-fetch-dest').join());
  return knock.method === 'GET' && pathOf(knock) === '/' && navigates && topLevel;
}

function pathOf(knock: Knock): string {
  return knock.target.split('?', 1)[0] ?? '';
}

function hostOf(origin: string): string {
  return origin.slice(origin.indexOf('//') + 2);
}

function hasOurKey(knock: Knock, door: Door): boolean {
  const keys = sent(knock, sessionHeader);
  return keys.length === 1 && sameSecret(keys[0] ?? '', door.sessionKey);
}

function sent(knock: Knock, name: string): readonly string[] {
  return knock.rawHeaders.filter((_, at) => at % 2 === 1 && knock.rawHeaders[at - 1]?.toLowerCase() === name);
}

/** Compares without telling by its duration how much was right. */
export function sameSecret(given: string, secret: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(secret);
  return left.length === right.length && timingSafeEqual(left, right);
}
