import type { CertificateCheck, ConnectionQuery, ConnectionRoute } from '@clearml-conf/shared';
import { valueOfText } from '@clearml-conf/shared';
import type { ServerAddress } from './address.ts';
import { addressText } from './address.ts';
import type { ProxyChoice } from './proxy.ts';
import { proxyFor, proxyText } from './proxy.ts';

/** The way to a server: where, through what, and how its certificate is judged. */
export interface Route {
  readonly address: ServerAddress;
  readonly proxy: ProxyChoice;
  readonly check: CertificateCheck;
  readonly bundle: string | null;
  readonly bundleVariable: string | null;
}

/** The way ClearML would take in this environment. */
export function routeTo(
  address: ServerAddress,
  verify: ConnectionQuery['verify'],
  environment: ReadonlyMap<string, string>,
): Route {
  return { address, proxy: proxyFor(address, environment), ...judgement(address, verify, environment) };
}

/** As it goes over the wire: nothing secret. */
export function routeShown({ address, proxy, check, bundle, bundleVariable }: Route): ConnectionRoute {
  const shown = proxy.kind === 'proxy' ? { address: proxyText(proxy.proxy), variable: proxy.proxy.variable } : null;
  return { address: addressText(address), proxy: shown, check, bundle, bundleVariable };
}

/** The requests library asks these first, whatever the setting says. */
const bundleVariables = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'];

function judgement(
  { scheme }: ServerAddress,
  verify: ConnectionQuery['verify'],
  environment: ReadonlyMap<string, string>,
): Pick<Route, 'check' | 'bundle' | 'bundleVariable'> {
  if (scheme === 'http') return { check: 'plain', bundle: null, bundleVariable: null };
  const variable = bundleVariables.find((name) => (environment.get(name) ?? '') !== '');
  if (variable !== undefined) {
    return { check: 'bundle', bundle: environment.get(variable) ?? '', bundleVariable: variable };
  }
  const value = typeof verify === 'string' ? wordOrPath(verify) : (verify ?? true);
  if (typeof value === 'string') return { check: 'bundle', bundle: value, bundleVariable: null };
  return { check: value ? 'authorities' : 'unchecked', bundle: null, bundleVariable: null };
}

/** A text is a yes or no in one of many words, or a path; empty it turns the check off. */
function wordOrPath(text: string): boolean | string {
  const value = text === '' ? false : valueOfText(text, 'boolean-or-path', 'sdk');
  return typeof value === 'boolean' || typeof value === 'string' ? value : text;
}
