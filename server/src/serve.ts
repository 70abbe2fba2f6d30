import { fileURLToPath } from 'node:url';
import type { ServeCommand } from './arguments.ts';
import { type Entrance, entranceFor, ownMachine } from './entrance.ts';
import { inProduction } from './headers.ts';
import { createChain } from './http.ts';
import { type Listening, listen } from './listen.ts';
import { openLink, openPage, sshLogin } from './open-page.ts';
import { loadPage } from './page.ts';
import { apiRoutes } from './routes.ts';
import { startLink } from './start-link.ts';
import { ownRecords } from './state-folder.ts';
import { computerDisk } from './store/disk.ts';
import { createStore, type Store } from './store/store.ts';
import type { Surroundings } from './surroundings.ts';
import { greeting } from './terminal/sentences.ts';
import { whichFile } from './which-file.ts';

const failed = 1;

/** Serves the page until the program is told to end. */
export async function serve(command: ServeCommand, surroundings: Surroundings): Promise<void> {
  const chosen = whichFile(command.file, surroundings);
  const store = createStore(chosen.path, computerDisk, ownRecords(surroundings));
  const entrance = await entranceFor(command, ownMachine(surroundings));
  const { door, callerOf, links } = entrance;
  const { sessionKey } = door;
  const page = loadPage(fileURLToPath(new URL('./web', import.meta.url)), links ? null : sessionKey);
  const routes = apiRoutes({ store, chosen, surroundings, sessionKey, links });
  const chain = createChain({ routes, door, callerOf, headers: inProduction, page });
  try {
    const listening = await listen({ onRequest: chain, onConnection: callerOf, host: command.host }, command.port);
    endGracefully(listening, store);
    greet(command, listening.port, chosen.path, surroundings, entrance);
  } catch (error) {
    console.error(greeting.cannotStart(error instanceof Error ? error.message : String(error)));
    process.exitCode = failed;
  }
}

function greet(
  command: ServeCommand,
  port: number,
  path: string,
  surroundings: Surroundings,
  { door, links }: Entrance,
): void {
  if (command.port !== 0 && port !== command.port) console.log(greeting.portTaken(command.port, port));
  console.log(greeting.opened(path));
  console.log(greeting.address(port));
  const address = door.origin ?? greeting.address(port);
  const link = links ? startLink(address, links.next()) : null;
  if (link !== null) console.log(greeting.startLink(link));
  const login = sshLogin(surroundings.environment);
  if (login !== null) console.log(greeting.forward(port, login));
  else if (command.open && links) openLink(startLink(address, links.next()));
  else if (command.open) openPage(address);
  console.log(greeting.stop);
}

/** Ctrl+C and `kill` end the program once a running save is done. */
function endGracefully(listening: Listening, store: Store): void {
  const end = () => {
    Promise.all([listening.close(), store.idle()]).then(
      () => process.exit(0),
      () => process.exit(failed),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
}
