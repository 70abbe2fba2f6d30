/** The three servers of an installation, by what they are for. */
export type ServerRole = 'web' | 'api' | 'files';

/** Their addresses as far as they are known. */
export type Servers = Readonly<Record<ServerRole, string | null>>;

/** How addresses follow from one: from its name, from the usual ports, or from paths behind a proxy. */
export type ServerRule = 'names' | 'ports' | 'paths';

/** One way to fill in what is not known. What is known stays as it is. */
export interface Proposal {
  readonly rule: ServerRule;
  readonly servers: Readonly<Record<ServerRole, string>>;
}

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string | null;
  readonly path: string;
}

const roles: readonly ServerRole[] = ['web', 'api', 'files'];
const ports: Readonly<Record<ServerRole, string>> = { web: '8080', api: '8008', files: '8081' };
const names: readonly Readonly<Record<ServerRole, string>>[] = [
  { web: 'demoapp.', api: 'demoapi.', files: 'demofiles.' },
  { web: 'app.', api: 'api.', files: 'files.' },
];

/** What a server most likely is, by its port, its name or its path; the web page if nothing tells. */
export function roleOf(address: string): ServerRole {
  const parts = partsOf(address);
  if (!parts) return 'web';
  const byPort = roles.find((role) => ports[role] === parts.port);
  const byName = roles.find((role) => names.some((row) => parts.host.startsWith(row[role])));
  const byPath = roles.find((role) => parts.path.endsWith(`/${role}`));
  return byPort ?? byName ?? byPath ?? 'web';
}

/** The address with the scheme ClearML's own set-up puts before one that has none. */
export function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return address;
  return `${address.includes(':') ? 'http' : 'https'}://${address}`;
}

/**
 * The addresses that are missing, worked out from one that is known. The first proposal follows ClearML's own rules,
 * others fit servers behind a proxy; which of them is right only a test can tell. None where nothing is missing.
 */
export function proposeServers(known: Servers): readonly Proposal[] {
  const base = roles.find((role) => partsOf(known[role]));
  const parts = base && partsOf(known[base]);
  if (!parts || roles.every((role) => known[role])) return [];
  const telling = tellingPaths(parts, base) ?? byNames(parts) ?? usualPorts(parts);
  const all = telling ? [telling] : [withPorts(parts), byPaths(parts), underNames(parts, base)];
  const filled = all.flatMap((one) => (one ? [{ ...one, servers: merged(known, one.servers) }] : []));
  return filled.filter(
    ({ servers }, at) => areApart(servers) && filled.findIndex((one) => same(one.servers, servers)) === at,
  );
}

function partsOf(address: string | null): Parts | null {
  const groups =
    /^(?<scheme>https?):\/\/(?<host>\[[^\]\s]+\]|[^\s/:?#@]+)(?::(?<port>\d+))?(?<path>\/[^\s?#]*)?$/i.exec(
      address === null || address === '' ? '' : withScheme(address),
    )?.groups;
  if (!groups) return null;
  const { scheme = '', host = '', port = null, path = '' } = groups;
  return { scheme, host, port, path: path.replace(/\/+$/, '') };
}

function text({ scheme, host, port, path }: Parts): string {
  return `${scheme}://${host}${port === null ? '' : `:${port}`}${path}`;
}

function each(of: (role: ServerRole) => string): Proposal['servers'] {
  return { web: of('web'), api: of('api'), files: of('files') };
}

/** `app.`, `api.` and `files.` before the same name. */
function byNames(parts: Parts): Proposal | null {
  for (const row of names) {
    const role = roles.find((one) => parts.host.startsWith(row[one]));
    if (!role) continue;
    const rest = parts.host.slice(row[role].length);
    return { rule: 'names', servers: each((one) => text({ ...parts, host: row[one] + rest })) };
  }
  return null;
}

/** The usual ports of one host, where one of them is named. */
function usualPorts(parts: Parts): Proposal | null {
  if (roles.every((role) => ports[role] !== parts.port)) return null;
  return { rule: 'ports', servers: each((role) => text({ ...parts, port: ports[role] })) };
}

/** The usual ports beside a page without any. */
function withPorts(parts: Parts): Proposal | null {
  if (parts.port !== null) return null;
  return { rule: 'ports', servers: each((role) => text(role === 'web' ? parts : { ...parts, port: ports[role] })) };
}

/** Paths of one host, where the path of a server says so. */
function tellingPaths(parts: Parts, base: ServerRole): Proposal | null {
  const ending = `/${base}`;
  if (base === 'web' || !parts.path.endsWith(ending)) return null;
  return byPaths({ ...parts, path: parts.path.slice(0, -ending.length) });
}

/** Paths of one host, as a proxy offers them. */
function byPaths(parts: Parts): Proposal {
  return { rule: 'paths', servers: each((role) => (role === 'web' ? text(parts) : `${text(parts)}/${role}`)) };
}

/** Names below that of the page: `api.clearml.example.org`. */
function underNames(parts: Parts, base: ServerRole): Proposal | null {
  const isName = /[a-z]/i.test(parts.host) && parts.host.includes('.') && !parts.host.startsWith('[');
  if (base !== 'web' || parts.port !== null || !isName) return null;
  const servers = each((role) => (role === 'web' ? text(parts) : text({ ...parts, host: `${role}.${parts.host}` })));
  return { rule: 'names', servers };
}

function merged(known: Servers, proposed: Proposal['servers']): Proposal['servers'] {
  return each((role) => known[role] || proposed[role]);
}

/** Page and API never share an address. */
function areApart({ web, api }: Proposal['servers']): boolean {
  return web !== api;
}

function same(one: Proposal['servers'], other: Proposal['servers']): boolean {
  return roles.every((role) => one[role] === other[role]);
}
