import type {
  ConnectionFault,
  ConnectionRoute,
  ConnectionStep,
  ConnectionStepName,
  SkipReason,
} from '@clearml-conf/shared';

/** Every word that the program says in a terminal about a connection. Nothing secret ever reaches these sentences. */

const servers: Readonly<Record<ConnectionStepName, string>> = {
  web: 'Web page',
  api: 'API server',
  files: 'File server',
  login: 'Sign-in',
};

const settings: Readonly<Record<ConnectionStepName, string>> = {
  web: 'api.web_server',
  api: 'api.api_server',
  files: 'api.files_server',
  login: 'api.credentials',
};

const skipped: Readonly<Record<SkipReason, string>> = {
  'no-address': 'not tried: no address is set, and ClearML works none out from the others; set ',
  'storage-address': 'not tried: files go to a storage service, not to a ClearML server.',
  'no-keys':
    'not tried: a key is missing; make a pair on the web page under Settings, Workspace, and set api.credentials.',
  'after-failure': 'not tried, as the API server did not answer.',
};

export const checking = {
  file: (path: string, exists: boolean) =>
    exists ? `Checking ${path}` : `Checking without ${path}, which is not there`,
  variable: (name: string, option: string, value: string | null) =>
    `${name} is set in the environment, so ${option} in the file does not count${value === null ? '' : `: ${value}`}`,
  token: (name: string) => `${name} is set in the environment, so the keys in the file do not count`,
  inferred: (option: string, value: string) => `${option} is not set; ClearML takes ${value}`,
  notTold: (option: string) =>
    `${option} depends on something that is not known here; write the value itself into the file.`,
};

/** How a step ended; null while it runs. */
export function stepSentence(step: ConnectionStep): string | null {
  const name = servers[step.step];
  switch (step.state) {
    case 'running':
      return null;
    case 'skipped':
      return `${name}: ${skippedSentence(step)}`;
    case 'passed':
      return `${name} (${wayOf(step.route)}): ${goodSentence(step)}`;
    case 'failed': {
      const fix = step.fix === undefined ? '' : ` Set ${step.fix.setting} to ${step.fix.value}.`;
      const way = step.route === null ? '' : ` (${wayOf(step.route)})`;
      return `${name}${way}: ${faultSentence(step, step.step)}${fix}`;
    }
  }
}

function skippedSentence({ step, reason }: Extract<ConnectionStep, { readonly state: 'skipped' }>): string {
  return reason === 'no-address' ? `${skipped[reason]}${settings[step]}.` : skipped[reason];
}

function goodSentence({ step, redirectTo }: Extract<ConnectionStep, { readonly state: 'passed' }>): string {
  if (step === 'login') return 'the keys are accepted.';
  return redirectTo === undefined ? 'good.' : `good; it sends browsers on to ${redirectTo || 'another address'}.`;
}

/** The address, and whatever is unusual on the way to it. */
function wayOf({ address, proxy, check, bundle, bundleVariable }: ConnectionRoute): string {
  const through = proxy === null ? [] : [`through the proxy ${proxy.address} that ${proxy.variable} names`];
  const by = bundleVariable === null ? '' : `, which ${bundleVariable} names`;
  const judged = check === 'bundle' ? [`its certificate judged by ${bundle}${by}`] : [];
  const unjudged = check === 'unchecked' ? ['its certificate not checked'] : [];
  return [address, ...through, ...judged, ...unjudged].join(', ');
}

function faultSentence(fault: ConnectionFault, step: ConnectionStepName): string {
  const option = settings[step];
  switch (fault.cause) {
    case 'not-an-address':
      return `${option} is no address; write it like ${examples[step]}.`;
    case 'address-with-query':
      return `${option} must not go on with ? or # behind the address; write it like ${examples[step]}.`;
    case 'link-local-address':
      return `${fault.host} leads only to this machine's own network, so it is not called; correct ${option}.`;
    case 'own-address':
      return `${option} is the address of clearml-conf itself; write that of your ClearML server.`;
    case 'name-not-found':
      return `no computer is called ${fault.host} here; check the spelling of ${option}, and the network or VPN.`;
    case 'refused':
      return `nothing listens at ${placeOf(fault)}${foundOr(fault, 'start the server, or correct the port')}`;
    case 'unreachable':
      return `this network knows no way to ${placeOf(fault)}; connect to the network or VPN that does.`;
    case 'timed-out':
      return `${waits[fault.waitedFor]} ${fault.waitedFor === 'name' ? fault.host : placeOf(fault)}${foundOr(fault, advice[fault.waitedFor])}`;
    case 'no-http':
      return `what listens at ${placeOf(fault)} is no web server${foundOr(fault, 'correct the port')}`;
    case 'hung-up':
      return `${placeOf(fault)} closes the connection without an answer${foundOr(fault, 'correct the port, or ask whether a firewall is in the way')}`;
    case 'web-page':
      return `${placeOf(fault)} shows a web page, not the ${servers[step]}${foundOr(fault, `correct ${option}, often the port`)}`;
    case 'api-instead':
      return `${placeOf(fault)} is the API server; give ${option} its own address.`;
    case 'not-clearml':
      return `${placeOf(fault)} ${strangeIn(fault)}`;
    default:
      return securitySentence(fault, option);
  }
}

const examples: Readonly<Record<ConnectionStepName, string>> = {
  web: 'https://app.example.com or http://localhost:8080',
  api: 'https://api.example.com or http://localhost:8008',
  files: 'https://files.example.com or http://localhost:8081',
  login: 'https://api.example.com or http://localhost:8008',
};

const waits = {
  name: 'nobody says in time where to find',
  connection: 'no connection in time to',
  answer: 'no answer in time from',
} as const;

const advice = {
  name: 'check the network and the VPN',
  connection: 'check the port, and firewall and VPN on the way',
  answer: 'it may be busy; try again',
} as const;

type LaterFault = Exclude<
  ConnectionFault,
  {
    readonly cause:
      | 'not-an-address'
      | 'address-with-query'
      | 'link-local-address'
      | 'own-address'
      | 'name-not-found'
      | 'refused'
      | 'unreachable'
      | 'timed-out'
      | 'no-http'
      | 'hung-up'
      | 'web-page'
      | 'api-instead'
      | 'not-clearml';
  }
>;

function securitySentence(fault: LaterFault, option: string): string {
  switch (fault.cause) {
    case 'http-to-https':
      return `${placeOf(fault)} speaks https, and ${option} says http.`;
    case 'https-to-http':
      return `${placeOf(fault)} speaks http, and ${option} says https.`;
    case 'certificate-self-signed':
      return `the certificate of ${placeOf(fault)} is signed by itself; save it as a file and name that in api.verify_certificate.`;
    case 'certificate-unknown-authority':
      return `the certificate of ${placeOf(fault)} is signed by ${fault.issuer || 'an authority'}, who is not known here; name a file with their certificate in api.verify_certificate.`;
    case 'certificate-other-name':
      return `the certificate of ${placeOf(fault)} is for ${fault.names.join(', ') || 'no name at all'}; call the server by a name that is in it, or have it renewed.`;
    case 'certificate-expired':
      return `the certificate of ${placeOf(fault)} ended on ${timeOf(fault.validTo)}, and it is ${timeOf(fault.clock)} here; have it renewed, or set the clock.`;
    case 'certificate-not-yet-valid':
      return `the certificate of ${placeOf(fault)} begins on ${timeOf(fault.validFrom)}, and it is ${timeOf(fault.clock)} here; set the clock.`;
    case 'tls-failed':
      return `no secure connection to ${placeOf(fault)} could be made (${fault.code || 'no reason told'}); ask who runs the server.`;
    case 'no-ca-bundle':
      return `there are no certificates in ${fault.bundle}; correct ${fault.variable ?? 'api.verify_certificate'}.`;
    default:
      return answerSentence(fault);
  }
}

type AnswerFault = Exclude<
  LaterFault,
  {
    readonly cause:
      | 'http-to-https'
      | 'https-to-http'
      | 'certificate-self-signed'
      | 'certificate-unknown-authority'
      | 'certificate-other-name'
      | 'certificate-expired'
      | 'certificate-not-yet-valid'
      | 'tls-failed'
      | 'no-ca-bundle';
  }
>;

function answerSentence(fault: AnswerFault): string {
  switch (fault.cause) {
    case 'proxy-asks-password':
      return `${proxyOf(fault)} asks for a user and password; write them as http://user:password@host:port into ${variableOf(fault)}.`;
    case 'proxy-page':
      return `${proxyOf(fault)} answers with a page of its own; sign in there with a browser, or put the server into NO_PROXY.`;
    case 'proxy-refuses':
      return `${proxyOf(fault)} does not get through to it (${fault.status}); put the server into NO_PROXY, or have it allowed.`;
    case 'proxy-unreachable':
      return `${proxyOf(fault)} cannot be reached, or does not answer; correct ${variableOf(fault)}, or put the server into NO_PROXY.`;
    case 'proxy-unsupported':
      return `${fault.variable} names no http proxy that can be used; write it like http://host:port, or put the server into NO_PROXY.`;
    case 'redirect':
      return `${placeOf(fault)} sends on to ${fault.redirectTo || 'another address'} (${fault.status}), where ClearML does not follow; the final address is needed, with no sign-in page before it.`;
    case 'keys-not-accepted':
      return `${fault.host} does not accept the keys: ${fault.clearmlMessage || 'it gives no reason'}. Make a new pair on its web page under Settings, Workspace.`;
    case 'server-error':
      return isGateway(fault)
        ? `${placeOf(fault)} is there, but the server behind it does not answer (${fault.status}); start it, or ask who runs it.`
        : `${placeOf(fault)} answers with an error (${fault.status}${said(fault.clearmlMessage)}); try again later, or ask who runs it.`;
    case 'maintenance':
      return `${placeOf(fault)} is starting or under maintenance (503${said(fault.clearmlMessage)}); try again in some minutes.`;
  }
}

function strangeIn(fault: Extract<ConnectionFault, { readonly cause: 'not-clearml' }>): string {
  const { status } = fault;
  return status === 401 || status === 403
    ? `wants a sign-in of its own (${status}), which ClearML cannot give${foundOr(fault, 'ask who runs it for an address without one')}`
    : `answers (${status}), but not as ClearML does${foundOr(fault, 'correct port and path')}`;
}

/** Whether it answers for a server behind it, which does not. */
function isGateway({ status }: { readonly status: number }): boolean {
  return status === 502 || status === 504;
}

function placeOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** To the minute. */
function timeOf(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}

function foundOr({ foundAddress }: { readonly foundAddress: string | null }, advice: string): string {
  return foundAddress === null ? `; ${advice}.` : `, but it answers at ${foundAddress}.`;
}

function proxyOf({ proxy }: { readonly proxy: string | null }): string {
  return proxy === null ? 'a proxy on the way' : `the proxy ${proxy}`;
}

function variableOf({ variable }: { readonly variable: string | null }): string {
  return variable ?? 'HTTPS_PROXY';
}

function said(message: string): string {
  return message === '' ? '' : `: ${message}`;
}
