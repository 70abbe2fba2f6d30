import type { IncomingMessage } from 'node:http';
import { callersByOwner, untoldCaller } from './door/caller.ts';
import { ownMachine } from './door/entrance.ts';
import type { Door } from './door/gate.ts';
import { everywhere } from './door/headers.ts';
import { type Chain, createChain, keeperAt } from './http.ts';
import { withSessionKey } from './page/page-key.ts';
import { apiRoutes } from './routes.ts';
import { computerDisk } from './store/disk.ts';
import { createStore } from './store/store.ts';
import { ownRecords } from './surroundings/state-folder.ts';
import { ownSurroundings } from './surroundings/surroundings.ts';
import { whichFile } from './surroundings/which-file.ts';

/** The parts of the program that the development server puts round Vite. */
export interface DevelopmentProgram {
  /** Gate and API; what is not for them is left to `next`. */
  readonly chain: Chain;
  readonly admits: (request: IncomingMessage) => boolean;
  readonly withKey: (html: string) => string;
}

/** The program on the file that ClearML reads here, with a key that outlives edits of the sources. */
export function developmentProgram(sessionKey: string): DevelopmentProgram {
  const surroundings = ownSurroundings();
  const chosen = whichFile(null, surroundings);
  // A moment later, so that the page gets its answer.
  const quit = () => void setTimeout(() => process.exit(0), 100);
  const store = createStore(chosen.path, computerDisk, ownRecords(surroundings));
  const routes = apiRoutes({ store, chosen, surroundings, sessionKey, links: null, quit });
  const { platform, relayed, user } = ownMachine(surroundings);
  const watched = platform === 'linux' && !relayed && user !== null;
  const door: Door = { sessionKey, origin: null, accounts: watched ? 'connection' : 'open' };
  const callerOf = watched ? callersByOwner(user) : untoldCaller;
  const keeper = keeperAt(door, callerOf);
  return {
    chain: createChain({ routes, keeper, headers: everywhere, page: null }),
    admits: (request) => keeper(request) === null,
    withKey: (html) => withSessionKey(html, sessionKey),
  };
}
