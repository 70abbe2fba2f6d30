import type { ConnectionFault, ConnectionStepName } from '@clearml-conf/shared';
import { addressText, readAddress, type ServerAddress } from './address.ts';
import { type Envelope, envelopeIn, isPage, lineOf } from './answer.ts';
import type { Answer, Outcome } from './ask.ts';
import type { CertificateFacts } from './certificate.ts';
import { proxyText } from './proxy.ts';
import type { Route } from './route.ts';

/** What was asked, and what came of it. */
export interface Attempt {
  readonly step: ConnectionStepName;
  readonly route: Route;
  /** What came behind the address. */
  readonly call: string;
  readonly outcome: Outcome;
  /** This computer's time. */
  readonly now: Date;
  /** Texts that must not come back. */
  readonly secrets: readonly string[];
}

export type Verdict =
  | { readonly kind: 'passed'; readonly redirectTo?: string }
  | { readonly kind: 'failed'; readonly fault: ConnectionFault; readonly movedTo?: ServerAddress };

/** The one cause why an attempt did not succeed, or that it did. */
export function diagnose(attempt: Attempt): Verdict {
  const { outcome } = attempt;
  if (outcome.kind === 'answer') return judge(attempt, outcome);
  return { kind: 'failed', fault: faultOf(attempt, outcome) };
}

function faultOf(attempt: Attempt, outcome: Exclude<Outcome, Answer>): ConnectionFault {
  const { route } = attempt;
  const at = placeOf(route);
  switch (outcome.kind) {
    case 'not-allowed':
      return outcome.why === 'own' ? { cause: 'own-address', ...at } : { cause: 'link-local-address', host: at.host };
    case 'no-bundle':
      return { cause: 'no-ca-bundle', bundle: route.bundle ?? '', variable: route.bundleVariable };
    case 'no-proxy':
      return { cause: 'proxy-unsupported', variable: route.proxy.kind === 'unsupported' ? route.proxy.variable : '' };
    case 'no-way':
      return withoutTunnel(route, outcome.status);
    case 'no-connection':
      return withoutConnection(route, outcome.at, outcome.code);
    case 'no-security':
      return withoutSecurity(attempt, outcome.code, outcome.certificate);
    case 'no-http':
      return isPassedOn(route) ? { cause: 'proxy-unreachable', ...proxyOf(route) } : withoutHttp(route, outcome.code);
    case 'late':
      return tooLate(route, outcome.waitsFor);
  }
}

const lost = { foundAddress: null } as const;

function placeOf({ address: { host, port } }: Route) {
  return { host, port } as const;
}

function proxyOf({ proxy }: Route) {
  if (proxy.kind !== 'proxy') return { proxy: null, variable: null } as const;
  return { proxy: proxyText(proxy.proxy), variable: proxy.proxy.variable } as const;
}

/** A proxy sees plain requests and answers them in the server's place. */
function isPassedOn({ address, proxy }: Route): boolean {
  return proxy.kind === 'proxy' && address.scheme === 'http';
}

function withoutTunnel(route: Route, status: number | null): ConnectionFault {
  if (status === null) return { cause: 'proxy-unreachable', ...proxyOf(route) };
  if (status === 407) return { cause: 'proxy-asks-password', ...proxyOf(route) };
  const showsPage = (status >= 300 && status < 400) || status === 511;
  return { cause: showsPage ? 'proxy-page' : 'proxy-refuses', ...proxyOf(route), status };
}

const noWayThere: ReadonlySet<string> = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ENETDOWN',
  'EACCES',
  'EPERM',
  'EINVAL',
]);

function withoutConnection(route: Route, where: 'name' | 'connection', code: string): ConnectionFault {
  const at = placeOf(route);
  if (where === 'name') return { cause: 'name-not-found', host: at.host };
  if (code === 'ETIMEDOUT') return { cause: 'timed-out', waitedFor: 'connection', ...at, ...lost };
  if (noWayThere.has(code)) return { cause: 'unreachable', ...at };
  return code === 'ECONNREFUSED' ? { cause: 'refused', ...at, ...lost } : withoutHttp(route, code);
}

const hangingUp: ReadonlySet<string> = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE']);

/** A server that misses a certificate of ours says so only once the connection is there. */
function withoutHttp(route: Route, code: string): ConnectionFault {
  const at = placeOf(route);
  if (code.startsWith('ERR_SSL')) return { cause: 'tls-failed', code: nameOf(code), ...at };
  return { cause: hangingUp.has(code) ? 'hung-up' : 'no-http', ...at, ...lost };
}

function nameOf(code: string): string {
  return /^[\w/]{1,60}$/.test(code) ? code : '';
}

function tooLate(route: Route, waitedFor: 'name' | 'connection' | 'answer'): ConnectionFault {
  const isAtProxy = route.proxy.kind === 'proxy' && waitedFor !== 'answer';
  if (isAtProxy) return { cause: 'proxy-unreachable', ...proxyOf(route) };
  return { cause: 'timed-out', waitedFor, ...placeOf(route), ...lost };
}

const unknownAuthority: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

function withoutSecurity(
  { route, now, secrets }: Attempt,
  code: string,
  facts: CertificateFacts | null,
): ConnectionFault {
  const at = placeOf(route);
  const clock = now.toISOString();
  const { issuer = '', names = [], validFrom = '', validTo = '' } = facts ?? {};
  const line = (text: string) => lineOf(text, secrets);
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT') return { cause: 'certificate-self-signed', ...at };
  if (unknownAuthority.has(code)) return { cause: 'certificate-unknown-authority', issuer: line(issuer), ...at };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return { cause: 'certificate-other-name', names: names.map(line), ...at };
  // The date may also be that of an authority between; then the certificate's own would say nothing.
  if (code === 'CERT_HAS_EXPIRED' && validTo !== '' && validTo < clock) {
    return { cause: 'certificate-expired', validTo, clock, ...at };
  }
  if (code === 'CERT_NOT_YET_VALID' && validFrom > clock) {
    return { cause: 'certificate-not-yet-valid', validFrom, clock, ...at };
  }
  return { cause: 'tls-failed', code: nameOf(code), ...at };
}

function judge(attempt: Attempt, answer: Answer): Verdict {
  const { status } = answer;
  const { route, step } = attempt;
  const envelope = envelopeIn(answer);
  const elsewhere = status >= 300 && status < 400 && status !== 304;
  if (status === 407) return failed({ cause: 'proxy-asks-password', ...proxyOf(route) });
  if (status === 511 || (isPassedOn(route) && !envelope && looksLikeProxy(attempt, answer))) {
    return failed({ cause: 'proxy-page', status, ...proxyOf(route) });
  }
  if (elsewhere) return redirected(attempt, answer);
  if (status >= 500) return failing(attempt, status, envelope);
  switch (step) {
    case 'web':
      return judgePage(route, answer, envelope);
    case 'files':
      return judgeFiles(route, answer, envelope);
    case 'api':
      return envelope ? { kind: 'passed' } : failed(strange(route, answer));
    case 'login':
      return judgeLogin(attempt, answer, envelope);
  }
}

function failed(fault: ConnectionFault): Verdict {
  return { kind: 'failed', fault };
}

/** A page that has nothing of ClearML, or that sends to another computer, where a proxy could have put it. */
function looksLikeProxy(attempt: Attempt, answer: Answer): boolean {
  const to = destinationOf(attempt, answer);
  if (answer.status >= 300 && answer.status < 400) return to !== null && to.host !== attempt.route.address.host;
  return isPage(answer) && !/clearml/i.test(answer.text);
}

function redirected(attempt: Attempt, answer: Answer): Verdict {
  const to = destinationOf(attempt, answer);
  const redirectTo = to ? lineOf(addressText(to), attempt.secrets) : '';
  if (attempt.step === 'web') return { kind: 'passed', redirectTo };
  const fault = { cause: 'redirect', status: answer.status, redirectTo, ...placeOf(attempt.route) } as const;
  const isSameCall = to?.path.endsWith(attempt.call) === true;
  if (!to || !isSameCall) return failed(fault);
  return { kind: 'failed', fault, movedTo: { ...to, path: to.path.slice(0, -attempt.call.length) } };
}

function destinationOf({ route: { address }, call }: Attempt, { location }: Answer): ServerAddress | null {
  const base = `${addressText(address)}${call}`;
  if (location === '' || !URL.canParse(location, base)) return null;
  const { origin, pathname } = new URL(location, base);
  return readAddress(`${origin}${pathname}`);
}

function failing({ route, secrets }: Attempt, status: number, envelope: Envelope | null): Verdict {
  const clearmlMessage = lineOf(envelope?.message ?? '', secrets);
  if (isPassedOn(route) && !envelope) return failed({ cause: 'proxy-refuses', status, ...proxyOf(route) });
  if (status === 503) return failed({ cause: 'maintenance', clearmlMessage, ...placeOf(route) });
  return failed({ cause: 'server-error', status, clearmlMessage, ...placeOf(route) });
}

function judgePage(route: Route, answer: Answer, envelope: Envelope | null): Verdict {
  if (envelope) return failed({ cause: 'api-instead', ...placeOf(route) });
  const asksWhoItIs = answer.status === 401 || answer.status === 403;
  const isThere = asksWhoItIs || (answer.status < 300 && isPage(answer));
  return isThere
    ? { kind: 'passed' }
    : failed({ cause: 'not-clearml', status: answer.status, ...placeOf(route), ...lost });
}

/** Only what is surely another server is taken for one: a file server behind something else may answer anything. */
function judgeFiles(route: Route, answer: Answer, envelope: Envelope | null): Verdict {
  if (envelope) return failed({ cause: 'api-instead', ...placeOf(route) });
  const isOther = answer.status === 200 && isPage(answer);
  return isOther ? failed({ cause: 'web-page', ...placeOf(route), ...lost }) : { kind: 'passed' };
}

function strange(route: Route, answer: Answer): ConnectionFault {
  if (answer.status < 300 && isPage(answer)) return { cause: 'web-page', ...placeOf(route), ...lost };
  return { cause: 'not-clearml', status: answer.status, ...placeOf(route), ...lost };
}

function judgeLogin({ route, secrets }: Attempt, answer: Answer, envelope: Envelope | null): Verdict {
  const { status } = answer;
  const clearmlMessage = lineOf(envelope?.message ?? '', secrets);
  if (status === 401) return failed({ cause: 'keys-not-accepted', host: route.address.host, clearmlMessage });
  if (!envelope) return failed(strange(route, answer));
  if (status === 200 && envelope.hasToken) return { kind: 'passed' };
  return failed({ cause: 'server-error', status, clearmlMessage, ...placeOf(route) });
}
