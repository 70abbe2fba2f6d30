import type { Found, SettingProblem } from './problem.ts';
import { problemAt } from './problem.ts';

interface Server {
  readonly path: string;
  readonly port: string;
}

/** The three servers, and the ports they have unless somebody chose others. */
const servers: readonly Server[] = [
  { path: 'api.web_server', port: '8080' },
  { path: 'api.api_server', port: '8008' },
  { path: 'api.files_server', port: '8081' },
];

interface Address {
  readonly server: Server;
  readonly found: Found;
  readonly text: string;
}

/** Addresses that cannot be right. */
export function addressProblems(all: readonly Found[]): readonly SettingProblem[] {
  const addresses = servers.flatMap((server) => addressIn(all, server));
  return addresses.flatMap((address) => {
    const problem = withoutScheme(address) ?? foreignPort(address) ?? sameAsEarlier(address, addresses);
    const slash = slashAtEnd(address);
    return [problem, slash].filter((one) => one !== undefined);
  });
}

function addressIn(all: readonly Found[], server: Server): readonly Address[] {
  const found = all.find(({ path }) => path.join('.') === server.path);
  const text = found?.resolved.value;
  return found && typeof text === 'string' && text !== '' && !text.includes('$') ? [{ server, found, text }] : [];
}

/** Files may go to a bucket, so any scheme will do for them. */
function withoutScheme({ server, found, text }: Address): SettingProblem | undefined {
  const hasScheme = server.path === 'api.files_server' ? /^[a-z][a-z0-9]*:\/\//i : /^https?:\/\//i;
  return hasScheme.test(text) ? undefined : problemAt(found, 'no-scheme', 'error');
}

function foreignPort({ server, found, text }: Address): SettingProblem | undefined {
  const port = /^https?:\/\/[^/]*:(\d+)/i.exec(text)?.[1];
  const isForeign = port !== server.port && servers.some((other) => other.port === port);
  return isForeign ? problemAt(found, 'wrong-port', 'warning', { subject: server.port }) : undefined;
}

/** Behind a proxy the file server may share an address; page and API may not. */
function sameAsEarlier({ server, found, text }: Address, addresses: readonly Address[]): SettingProblem | undefined {
  const same = addresses.filter((other) => bare(other.text) === bare(text));
  const isFile = server.path === 'api.files_server';
  const [first] = same;
  if (!first || first.server === server || same.length < (isFile ? 3 : 2)) return undefined;
  return problemAt(found, 'same-address', 'warning', { subject: first.server.path });
}

/** The links that are made from it would have two slashes. */
function slashAtEnd({ server, found, text }: Address): SettingProblem | undefined {
  if (server.path !== 'api.web_server' || !/[^/]\/+$/.test(text)) return undefined;
  if (found.resolved.computed) return problemAt(found, 'slash-at-end', 'hint');
  const fix = [{ op: 'set', path: found.path, value: bare(text) }] as const;
  return problemAt(found, 'slash-at-end', 'hint', { fix });
}

function bare(address: string): string {
  return address.replace(/\/+$/, '');
}
