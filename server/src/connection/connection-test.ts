import type {
  ConnectionFault,
  ConnectionFix,
  ConnectionQuery,
  ConnectionStep,
  ConnectionStepName,
} from '@clearml-conf/shared';
import { proposeServers, withScheme } from '@clearml-conf/shared';
import { addressText, readAddress, type ServerAddress } from './address.ts';
import { envelopeIn, formsOf, lineOf } from './answer.ts';
import { ask, type Outcome } from './ask.ts';
import { withDeadline } from './deadline.ts';
import { diagnose, type Verdict } from './diagnosis.ts';
import { findElsewhere, type ServerName, servers, type World } from './elsewhere.ts';
import { secretsOfProxies } from './proxy.ts';
import { type Route, routeShown, routeTo } from './route.ts';

/** What is known of the one who signs in: the keys of the query, or a token that takes their place. */
export interface Asking extends ConnectionQuery {
  readonly token?: string;
}

/** Milliseconds: for everything, for the question to one server, for the same question in the other scheme. */
const limits = { whole: 4900, question: 3000, otherScheme: 1900 } as const;

/**
 * Calls the web, API and file server side by side, then signs in, and tells each step as it happens. Ends within five
 * seconds, or at once when `caller` ends. Keys are sent to nobody but the API server of the query, once it has answered
 * as one.
 */
export async function testConnection(
  query: Asking,
  world: World,
  tell: (step: ConnectionStep) => void,
  caller: AbortSignal,
): Promise<void> {
  await withDeadline(limits.whole, caller, async (signal) => {
    const run: Run = {
      query,
      world,
      signal,
      secrets: formsOf([...secretsOf(query), ...secretsOfProxies(world.environment)]),
      tell: (step) => (caller.aborted ? undefined : tell(step)),
    };
    await Promise.all([
      testServer(run, 'web', query.web),
      testServer(run, 'files', query.files),
      testServer(run, 'api', query.api).then((address) => testLogin(run, address)),
    ]);
  });
}

interface Run {
  readonly query: Asking;
  readonly world: World;
  readonly signal: AbortSignal;
  readonly secrets: readonly string[];
  readonly tell: (step: ConnectionStep) => void;
}

function secretsOf({ accessKey, secretKey, token }: Asking): readonly (string | null | undefined)[] {
  const pair = accessKey && secretKey ? basic(accessKey, secretKey) : null;
  // The pair first: it holds the others.
  return [pair, token, secretKey, accessKey];
}

function basic(accessKey: string, secretKey: string): string {
  // As the requests library writes them.
  return Buffer.from(`${accessKey}:${secretKey}`, 'latin1').toString('base64');
}

const settingOf = { web: 'api.web_server', api: 'api.api_server', files: 'api.files_server' } as const;

/** The address if the server behind it answered as it should. */
async function testServer(run: Run, step: ServerName, text: string | null): Promise<ServerAddress | null> {
  const { tell } = run;
  if (text === null || text.trim() === '') {
    if (step !== 'api') tell({ step, state: 'skipped', reason: 'no-address' });
    else tell({ step, state: 'failed', route: null, cause: 'not-an-address' });
    return null;
  }
  if (step === 'files' && /^(?!https?:)[a-z][a-z0-9]*:\/\//i.test(text.trim())) {
    tell({ step, state: 'skipped', reason: 'storage-address' });
    return null;
  }
  const address = readAddress(text);
  if (!address) {
    // With a user before the name of the server, these signs may be part of a password.
    const [, bare] = /^([^?#@]+)[?#][^@]*$/.exec(text) ?? [];
    const cause = bare === undefined ? 'not-an-address' : 'address-with-query';
    const meant = readAddress(withScheme((bare ?? text).trim()));
    tell({ step, state: 'failed', route: null, cause, ...fixTo(step, meant, run) });
    return null;
  }
  return (await askServer(run, step, address)) ? address : null;
}

async function askServer(run: Run, step: ServerName, address: ServerAddress): Promise<boolean> {
  const { route, verdict, outcome } = await attempt(run, step, address, servers[step].call);
  const shown = routeShown(route);
  if (verdict.kind === 'passed') {
    const { redirectTo } = verdict;
    run.tell({ step, state: 'passed', route: shown, ...(redirectTo !== undefined && { redirectTo }) });
    return true;
  }
  const { fault, movedTo } = await explained(run, step, route, verdict, outcome);
  run.tell({ step, state: 'failed', route: shown, ...fault, ...fixTo(step, movedTo ?? null, run) });
  return false;
}

interface Attempted {
  readonly route: Route;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}

async function attempt(
  run: Run,
  step: ConnectionStepName,
  address: ServerAddress,
  call: string,
  authorization?: string,
): Promise<Attempted> {
  const { query, world, signal, secrets, tell } = run;
  const route = routeTo(address, query.verify, world.environment);
  tell({ step, state: 'running', route: routeShown(route) });
  const question = { route, call, ...(authorization !== undefined && { authorization }) };
  const limit = step === 'login' ? limits.whole : limits.question;
  const outcome = await withDeadline(limit, signal, (end) => ask(question, world, end));
  return { route, outcome, verdict: diagnose({ step, route, call, outcome, now: new Date(), secrets }) };
}

type Failure = Omit<Extract<Verdict, { readonly kind: 'failed' }>, 'kind'>;

/** Looks further where a second question tells the cause, or where the right server is. */
async function explained(
  run: Run,
  step: ServerName,
  route: Route,
  { fault, ...rest }: Failure,
  outcome: Outcome,
): Promise<Failure> {
  const other = isOfOtherScheme(fault, outcome) ? await otherScheme(run, step, route) : null;
  if (other) {
    const { host, port } = route.address;
    return {
      fault: { cause: other.scheme === 'https' ? 'http-to-https' : 'https-to-http', host, port },
      movedTo: other,
    };
  }
  if (!('foundAddress' in fault)) return { fault, ...rest };
  const { query, world, signal } = run;
  const seeking = { verify: query.verify, isPortDead: outcome.kind !== 'answer' };
  const found = await withDeadline(limits.whole, signal, (end) =>
    findElsewhere(step, route.address, seeking, world, end),
  );
  if (found) return { fault: { ...fault, foundAddress: addressText(found) }, movedTo: found };
  const named = step === 'api' && fault.cause === 'web-page' ? apiBesidePage(route.address) : null;
  return named ? { fault, movedTo: named } : { fault };
}

/** By ClearML's own rule for names: `api.` for `app.`. That is another host, so it is only proposed, not called. */
function apiBesidePage(page: ServerAddress): ServerAddress | null {
  const [proposal] = proposeServers({ web: addressText(page), api: null, files: null });
  return proposal?.rule === 'names' ? readAddress(proposal.servers.api) : null;
}

/** Whether it may be that one side speaks http and the other one https. */
function isOfOtherScheme({ cause }: ConnectionFault, outcome: Outcome): boolean {
  const isRefusedAsPlain = outcome.kind === 'answer' && outcome.status === 400 && envelopeIn(outcome) === null;
  return cause === 'no-http' || cause === 'hung-up' || cause === 'tls-failed' || isRefusedAsPlain;
}

async function otherScheme(
  { query, world, signal }: Run,
  step: ServerName,
  { address }: Route,
): Promise<ServerAddress | null> {
  const scheme = address.scheme === 'http' ? 'https' : 'http';
  const other = { ...address, scheme } as const;
  const question = { route: routeTo(other, query.verify, world.environment), call: servers[step].call };
  const outcome = await withDeadline(limits.otherScheme, signal, (end) => ask(question, world, end));
  // A certificate is proof enough that it speaks https, even one that is not trusted.
  const isProof = outcome.kind === 'answer' || (outcome.kind === 'no-security' && outcome.certificate !== null);
  return isProof ? other : null;
}

function fixTo(step: ServerName, address: ServerAddress | null, { secrets }: Run): { readonly fix?: ConnectionFix } {
  const value = address ? addressText(address) : '';
  const isHarmless = value !== '' && lineOf(value, secrets) === value;
  return isHarmless ? { fix: { setting: settingOf[step], value } } : {};
}

async function testLogin(run: Run, api: ServerAddress | null): Promise<void> {
  const { query, tell } = run;
  const step = 'login';
  const authorization = authorizationOf(query);
  if (authorization === null) return tell({ step, state: 'skipped', reason: 'no-keys' });
  if (!api) return tell({ step, state: 'skipped', reason: 'after-failure' });
  const { route, verdict } = await attempt(run, step, api, '/auth.login', authorization);
  const shown = routeShown(route);
  if (verdict.kind === 'passed') return tell({ step, state: 'passed', route: shown });
  tell({ step, state: 'failed', route: shown, ...verdict.fault, ...fixTo('api', verdict.movedTo ?? null, run) });
}

function authorizationOf({ accessKey, secretKey, token }: Asking): string | null {
  // A sign that no header can hold is in no token that a server gave.
  if (token !== undefined) return `Bearer ${token.replace(/[^\x21-\x7e]/g, '')}`;
  return accessKey && secretKey ? `Basic ${basic(accessKey, secretKey)}` : null;
}
