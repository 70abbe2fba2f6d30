import { isIPv4 } from 'node:net';
import type { ServerAddress } from './address.ts';
import { usualPorts } from './address.ts';

/** The proxy that the environment names for an address, as Python's requests, and so ClearML, finds it. */
export interface ChosenProxy {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  /** The header that says who asks; null where the variable holds no user. Secret. */
  readonly authorization: string | null;
  readonly variable: string;
}

export type ProxyChoice =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: ChosenProxy }
  | { readonly kind: 'unsupported'; readonly variable: string };

type Environment = ReadonlyMap<string, string>;

interface Named {
  readonly variable: string;
  readonly text: string;
}

/** The way to an address: `NO_PROXY` counts, and an empty variable is none. */
export function proxyFor(address: ServerAddress, environment: Environment): ProxyChoice {
  const all = proxyVariables(environment);
  const named = all.get(address.scheme) ?? all.get('all');
  return !named || isExcepted(address, environment) ? { kind: 'direct' } : choiceOf(named);
}

/** Its address, without the user and password that it may have. */
export function proxyText({ scheme, host, port }: Pick<ChosenProxy, 'scheme' | 'host' | 'port'>): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What proxies are told of who asks: as it goes over the wire, and what it is made of. */
export function secretsOfProxies(environment: Environment): readonly string[] {
  return [...proxyVariables(environment).values()].flatMap((named) => {
    const choice = choiceOf(named);
    const told = choice.kind === 'proxy' ? (choice.proxy.authorization?.slice(basic.length) ?? '') : '';
    const user = Buffer.from(told, 'base64').toString();
    const colon = user.indexOf(':');
    return [told, user, user.slice(0, Math.max(colon, 0)), user.slice(colon + 1)];
  });
}

const suffix = '_proxy';

/** By scheme. A name in small letters wins, and if it is empty it takes the other one away. */
function proxyVariables(environment: Environment): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>();
  const schemeOf = (name: string) => name.toLowerCase().slice(0, -suffix.length);
  for (const [variable, text] of environment) {
    if (text !== '' && variable.toLowerCase().endsWith(suffix)) found.set(schemeOf(variable), { variable, text });
  }
  for (const [variable, text] of environment) {
    if (!variable.endsWith(suffix)) continue;
    if (text === '') found.delete(schemeOf(variable));
    else found.set(schemeOf(variable), { variable, text });
  }
  return found;
}

/** Without a scheme the library takes a host such as localhost, which has no dot, for one when a port follows. */
const misread = /^(?:[a-z][a-z0-9+-]*:(?!\/\/)|\/)/i;

function choiceOf({ variable, text }: Named): ProxyChoice {
  const whole = text.includes('://') ? text : `http://${text}`;
  const url = misread.test(text) || !URL.canParse(whole) ? null : new URL(whole);
  if (!url || url.hostname === '' || !/^https?:$/.test(url.protocol)) return { kind: 'unsupported', variable };
  const scheme = url.protocol === 'https:' ? 'https' : 'http';
  const port = url.port === '' ? usualPorts[scheme] : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { kind: 'proxy', proxy: { scheme, host, port, authorization: authorizationIn(url), variable } };
}

const basic = 'Basic ';

function authorizationIn({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  return `${basic}${Buffer.from(`${plain(username)}:${plain(password)}`).toString('base64')}`;
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether NO_PROXY names the host: itself, a domain it lies in, with its port, or a range of addresses. */
function isExcepted(address: ServerAddress, environment: Environment): boolean {
  const list = environment.get('no_proxy') || environment.get('NO_PROXY') || '';
  if (list === '*') return true;
  const host = address.host.toLowerCase();
  const names = address.hasPort && !isIPv4(host) ? [host, `${host}:${address.port}`] : [host];
  const entries = list.replaceAll(' ', '').split(',');
  return entries.some((entry) => entry !== '' && (covers(entry, names) || isInRange(host, entry)));
}

function covers(entry: string, names: readonly string[]): boolean {
  const domain = entry.toLowerCase().replace(/^\.+/, '');
  return names.some((name) => name === domain || name.endsWith(`.${domain}`));
}

const range = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/;

function isInRange(host: string, entry: string): boolean {
  const [, base = '', width = ''] = range.exec(entry) ?? [];
  const bits = Number(width);
  if (!isIPv4(host) || !isIPv4(base) || bits < 1 || bits > 32) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(numberOf(host) / size) === Math.floor(numberOf(base) / size);
}

function numberOf(ip: string): number {
  return ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
