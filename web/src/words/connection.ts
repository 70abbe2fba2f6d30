import type {
  ConnectionCause,
  ConnectionFault,
  ConnectionFix,
  ConnectionRoute,
  ConnectionStepName,
  SkipReason,
} from '@clearml-conf/shared';

/** The words of the connection test. */
export const connection = {
  start: 'Test the connection',
  again: 'Test again',
  running: 'Testing …',
  why: 'Your keys go to the API server only.',
  noServer: 'Fill in the API server first.',
  good: 'Everything answers, and your keys are accepted.',
  goodWithoutKeys: 'The servers answer. There are no keys to try.',
  bad: (count: number) => (count === 1 ? 'One step failed.' : `${count} steps failed.`),
  unreachable: 'clearml-conf does not answer. If you stopped it, start it again, then test again.',
  steps: { web: 'Web page', api: 'API server', files: 'File server', login: 'Sign-in' } as const satisfies Readonly<
    Record<ConnectionStepName, string>
  >,
  states: { running: 'running', passed: 'passed', failed: 'failed', skipped: 'not tried', waiting: 'waiting' },
  through: (proxy: string, variable: string) => `through the proxy ${proxy} (${variable})`,
  bundled: (bundle: string, variable: string | null) =>
    variable === null ? `certificate checked with ${bundle}` : `certificate checked with ${bundle} (${variable})`,
  unchecked: 'certificate not checked',
  nameBundle: 'Name the file here',
  moved: (address: string) => `The page moves on to ${address}, which browsers follow.`,
} as const;

const skipped: Readonly<Record<SkipReason, string>> = {
  'no-address': 'No address is given.',
  'storage-address': 'Files go to storage, not to a server.',
  'no-keys': 'One of the keys is missing.',
  'after-failure': 'The API server has to answer first.',
};

export function skipInWords(reason: SkipReason): string {
  return skipped[reason];
}

/** The way to the server, where there is anything to say about it. */
export function routeInWords({ proxy, check, bundle, bundleVariable }: ConnectionRoute): string | null {
  const parts = [
    proxy && connection.through(proxy.address, proxy.variable),
    check === 'unchecked' ? connection.unchecked : null,
    check === 'bundle' && bundle !== null ? connection.bundled(bundle, bundleVariable) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

type Wording = {
  readonly [C in ConnectionCause]: (
    fault: Extract<ConnectionFault, { readonly cause: C }>,
    step: ConnectionStepName,
  ) => string;
};

const causes: Wording = {
  'not-an-address': (_fault, step) => `This is no address of a server. Write it like ${examples[step]}.`,
  'address-with-query': (_fault, step) => `An address must not go on with ? or #. Write it like ${examples[step]}.`,
  'link-local-address': ({ host }) =>
    `${host} is an address of this computer's network card only and is not called. Use the name or address of the server.`,
  'own-address': (fault) => `${at(fault)} is clearml-conf itself. Use the address of your ClearML server.`,
  'name-not-found': ({ host }) =>
    `No computer called ${host} is known here. Check the spelling, and that the VPN is on if it needs one.`,
  refused: (fault) =>
    `${at(fault)} is there, but nothing listens on that port.${elsewhere(fault, 'Check the port, and that the server is running.')}`,
  unreachable: (fault) => `The network here knows no way to ${at(fault)}. Check the address, and that the VPN is on.`,
  'timed-out': (fault) =>
    fault.waitedFor === 'name'
      ? `Nobody told in time where ${fault.host} is. Check the network of this computer.`
      : `${at(fault)} did not answer in time.${elsewhere(fault, fault.waitedFor === 'connection' ? 'A firewall may be in the way; check the port.' : 'The server may be busy; try again.')}`,
  'no-http': (fault) =>
    `Something listens on ${at(fault)}, but it is no web server.${elsewhere(fault, 'Check the port.')}`,
  'hung-up': (fault) =>
    `${at(fault)} closes the connection without an answer.${elsewhere(fault, 'Check the port, and ask whether a firewall is in the way.')}`,
  'web-page': (fault, step) =>
    `${at(fault)} shows a web page; this is not the ${step === 'files' ? 'file' : 'API'} server.${elsewhere(fault, usually(step))}`,
  'api-instead': (fault) => `${at(fault)} is the API server. Give the address of the other server here.`,
  'not-clearml': (fault) =>
    fault.status === 401 || fault.status === 403
      ? `${at(fault)} wants a sign-in of its own (${fault.status}), which ClearML cannot give.${elsewhere(fault, 'Ask whoever runs it for an address without one.')}`
      : `${at(fault)} answers (${fault.status}), but not as ClearML does.${elsewhere(fault, 'Check port and path.')}`,
  'http-to-https': (fault) => `${at(fault)} speaks https, and the address says http.`,
  'https-to-http': (fault) => `${at(fault)} speaks plain http, and the address says https.`,
  'certificate-self-signed': (fault) =>
    `The certificate of ${at(fault)} is signed by nobody but itself. Get its file from whoever runs the server, and name it under “Check the server's certificate”.`,
  'certificate-unknown-authority': (fault) =>
    `The certificate of ${at(fault)} is signed by ${fault.issuer === '' ? 'an authority' : fault.issuer}, unknown here. Name the file with your company's certificates under “Check the server's certificate”.`,
  'certificate-other-name': (fault) =>
    fault.names.length === 0
      ? `The certificate of ${at(fault)} is for another name.`
      : `The certificate of ${at(fault)} is for ${fault.names.join(', ')}. Use that name in the address.`,
  'certificate-expired': (fault) =>
    `The certificate of ${at(fault)} ran out on ${day(fault.validTo)}; this computer's clock says ${day(fault.clock)}. Whoever runs the server has to renew it, unless the clock is wrong.`,
  'certificate-not-yet-valid': (fault) =>
    `The certificate of ${at(fault)} begins on ${day(fault.validFrom)}, but this computer's clock says ${day(fault.clock)}. Set the clock.`,
  'tls-failed': (fault) =>
    `No secure connection to ${at(fault)} could be made (${fault.code}). Ask whoever runs the server.`,
  'no-ca-bundle': ({ bundle, variable }) =>
    `There are no certificates to be read in ${bundle}${variable === null ? '' : `, which ${variable} names`}. Check the path.`,
  'proxy-asks-password': (fault) =>
    `${proxyOf(fault)} wants a user and a password. Put them into ${variableOf(fault)} as http://user:password@host:port.`,
  'proxy-page': (fault) =>
    `${proxyOf(fault)} shows a page of its own (${fault.status}). Sign in to the network in your browser first, or add the server to NO_PROXY.`,
  'proxy-refuses': (fault) =>
    `${proxyOf(fault)} does not get through to the server (${fault.status}). Add the server to NO_PROXY if it can be reached without.`,
  'proxy-unreachable': (fault) =>
    `${proxyOf(fault)} cannot be reached, or does not answer. Check ${variableOf(fault)}.`,
  'proxy-unsupported': ({ variable }) => `${variable} names no http proxy. ClearML needs one that starts with http://.`,
  redirect: (fault) =>
    `${at(fault)} sends on to ${fault.redirectTo}, and ClearML does not follow. It needs the final address, with no sign-in page before it.`,
  'keys-not-accepted': ({ host, clearmlMessage }) =>
    `${host} does not accept the keys: they are wrong, revoked, or of another server.${quoted(clearmlMessage)} Make new ones in the web page.`,
  'server-error': (fault) =>
    fault.status === 502 || fault.status === 504
      ? `${at(fault)} is there, but the server behind it does not answer (${fault.status}). Start it, or ask whoever runs it.`
      : `${at(fault)} answers with an error (${fault.status}).${quoted(fault.clearmlMessage)} Ask whoever runs the server.`,
  maintenance: (fault) =>
    `The server at ${at(fault)} is starting or under maintenance.${quoted(fault.clearmlMessage)} Try again in a few minutes.`,
};

const examples: Readonly<Record<ConnectionStepName, string>> = {
  web: 'https://app.example.com or http://localhost:8080',
  api: 'https://api.example.com or http://localhost:8008',
  files: 'https://files.example.com or http://localhost:8081',
  login: 'https://api.example.com or http://localhost:8008',
};

/** What is wrong, and what to do about it. */
export function causeInWords(fault: ConnectionFault, step: ConnectionStepName): string {
  // Each wording takes the fault of its own cause, which a lookup cannot tell.
  const wording = causes[fault.cause] as (fault: ConnectionFault, step: ConnectionStepName) => string;
  return wording(fault, step);
}

const titles: Readonly<Record<string, string>> = {
  'api.web_server': 'web page',
  'api.api_server': 'API server',
  'api.files_server': 'file server',
};

/** The button that makes the change. */
export function fixInWords({ setting, value }: ConnectionFix): string {
  if (setting === 'api.verify_certificate')
    return value === false ? 'Do not check the certificate' : `Check with ${value}`;
  return `Use ${value}${titles[setting] === undefined ? '' : ` as ${titles[setting]}`}`;
}

/** Where a server mostly is. */
function usually(step: ConnectionStepName): string {
  return step === 'files'
    ? 'The file server mostly has port 8081 or a name that starts with files.'
    : 'The API server mostly has port 8008 or a name that starts with api.';
}

function at({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function elsewhere({ foundAddress }: { readonly foundAddress: string | null }, otherwise: string): string {
  return foundAddress === null ? ` ${otherwise}` : ` It answers at ${foundAddress}.`;
}

function quoted(message: string): string {
  return message === '' ? '' : ` ClearML says: “${message}”.`;
}

function day(time: string): string {
  return time.slice(0, 10);
}

interface AtProxy {
  readonly proxy: string | null;
  readonly variable: string | null;
}

function proxyOf({ proxy, variable }: AtProxy): string {
  if (proxy === null) return 'A proxy on the way';
  return variable === null ? `The proxy ${proxy}` : `The proxy ${proxy} (${variable})`;
}

function variableOf({ variable }: AtProxy): string {
  return variable ?? 'HTTPS_PROXY';
}
