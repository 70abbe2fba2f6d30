import type { ServeCommand } from '../arguments.ts';
import { newSessionKey } from '../page/page-key.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { type CallerOf, callersByOwner, ownersAreTold, untoldCaller } from './caller.ts';
import type { Door } from './gate.ts';
import { createStartLinks, type StartLinks } from './start-link.ts';

/** How one start of the program tells its own person from others. */
export interface Entrance {
  readonly door: Door;
  readonly callerOf: CallerOf;
  /** Null where the page may be opened without one. */
  readonly links: StartLinks | null;
}

/** The machine as far as it decides who can be told apart. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Our own account; null where accounts have no numbers. */
  readonly user: number | null;
  /** Windows' connections come in through a relay that belongs to root. */
  readonly relayed: boolean;
  readonly ownersAreTold: (user: number) => Promise<boolean>;
}

/** The machine of this very process. */
export function ownMachine({ environment }: Surroundings): Machine {
  const relayed = environment.has('WSL_DISTRO_NAME') || environment.has('WSL_INTEROP');
  return { platform: process.platform, user: process.getuid?.() ?? null, relayed, ownersAreTold };
}

/**
 * On Linux the owner of each connection is looked up, so the plain address is enough. Where that tells nothing the start
 * link takes its place. macOS and Windows tell nobody the owner; there the link is used when it is asked for.
 */
export async function entranceFor(
  { link, origin }: Pick<ServeCommand, 'link' | 'origin'>,
  machine: Machine,
): Promise<Entrance> {
  const sessionKey = newSessionKey();
  const accounts = link ? 'start-link' : await accountsOf(machine);
  const door = { sessionKey, origin, accounts };
  if (accounts === 'start-link') return { door, callerOf: untoldCaller, links: createStartLinks() };
  const watched = accounts === 'connection' && machine.user !== null;
  return { door, callerOf: watched ? callersByOwner(machine.user) : untoldCaller, links: null };
}

async function accountsOf({ platform, user, relayed, ownersAreTold: told }: Machine): Promise<Door['accounts']> {
  if (platform !== 'linux' || user === null) return 'open';
  return !relayed && (await told(user)) ? 'connection' : 'start-link';
}
