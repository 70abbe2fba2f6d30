import type { ConnectionQuery } from '@clearml-conf/shared';
import type { ServerAddress } from './address.ts';
import { isSurely } from './answer.ts';
import { ask, type Means } from './ask.ts';
import { routeTo } from './route.ts';

/** The three servers; for each how it is asked who it is, and where it is when nobody has chosen another place. */
export const servers = {
  web: { call: '/', port: 8080, path: '' },
  api: { call: '/debug.ping', port: 8008, path: '/api' },
  files: { call: '/', port: 8081, path: '/files' },
} as const;

export type ServerName = keyof typeof servers;

/** Everything a test is about but the one address: the settings, the environment, the limits. */
export interface World extends Means {
  readonly environment: ReadonlyMap<string, string>;
}

/** Other addresses of the same host under which a server may answer, the likeliest first. A port may be known to be dead. */
export function otherAddresses(
  name: ServerName,
  address: ServerAddress,
  isPortDead: boolean,
): readonly ServerAddress[] {
  const { port, path } = servers[name];
  const other = address.scheme === 'http' ? 'https' : 'http';
  const bare = { ...address, path: '' };
  const usual = [
    { ...bare, port },
    { ...bare, path },
    { ...bare, scheme: other, port },
    { ...bare, scheme: 'https', port: 443 },
    { ...bare, scheme: 'https', port: 443, path },
    { ...bare, scheme: 'http', port: 80 },
    { ...bare, scheme: 'http', port: 80, path },
    bare,
  ] as const;
  const key = (one: ServerAddress) => `${one.scheme} ${one.port} ${one.path}`;
  const unlike = usual.filter((one) => (isPortDead ? one.port !== address.port : key(one) !== key(address)));
  return unlike.filter((one, at) => unlike.findIndex((earlier) => key(earlier) === key(one)) === at);
}

/** The likeliest of them that answers as that server does. All are tried at once, and none is shown any keys. */
export async function findElsewhere(
  name: ServerName,
  address: ServerAddress,
  { verify, isPortDead }: Pick<ConnectionQuery, 'verify'> & { readonly isPortDead: boolean },
  world: World,
  signal: AbortSignal,
): Promise<ServerAddress | null> {
  const tried = otherAddresses(name, address, isPortDead).map(async (one) => {
    const { call } = servers[name];
    const outcome = await ask({ route: routeTo(one, verify, world.environment), call }, world, signal);
    return outcome.kind === 'answer' && isSurely[name](outcome) ? one : null;
  });
  for (const one of tried) {
    const found = await one;
    if (found) return found;
  }
  return null;
}
