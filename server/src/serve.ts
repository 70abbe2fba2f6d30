import { fileURLToPath } from 'node:url';
import type { ServeCommand } from './arguments.ts';
import { type Entrance, entranceFor, ownMachine } from './door/entrance.ts';
import { inProduction } from './door/headers.ts';
import { type Listening, listen } from './door/listen.ts';
import { startLink } from './door/start-link.ts';
import { type Chain, createChain, keeperAt } from './http.ts';
import { endWhenIdle, idleLimit } from './idle-end.ts';
import { openLink, openLinkAndLeave, openPage, sshLogin } from './page/open-page.ts';
import { loadPage } from './page/page.ts';
import { apiRoutes } from './routes.ts';
import { findRunning, noteRunning, type RunningProgram } from './running.ts';
import { onStopSignal } from './stop-signals.ts';
import { computerDisk } from './store/disk.ts';
import { createStore, type Store } from './store/store.ts';
import { ownRecords } from './surroundings/state-folder.ts';
import type { Surroundings } from './surroundings/surroundings.ts';
import type { ChosenFile } from './surroundings/which-file.ts';
import { whichFile } from './surroundings/which-file.ts';
import { fileSentence, greeting } from './terminal/sentences.ts';

const failed = 1;

/** Serves the page until the program is told to end; or opens the one that serves this file already. */
export async function serve(command: ServeCommand, surroundings: Surroundings): Promise<void> {
  const chosen = whichFile(command.file, surroundings);
  const store = createStore(chosen.path, computerDisk, ownRecords(surroundings));
  const records = await store.records();
  const running = records && (await findRunning(records.running));
  if (running) return meet(command, running, chosen.path, surroundings);
  await store.recover();
  const entrance = await entranceFor(command, ownMachine(surroundings));
  const end = new AbortController();
  const listening = await listenFor(command, entrance, end, { store, chosen, surroundings });
  if (!listening) {
    process.exitCode = failed;
    return;
  }
  const { sessionKey } = entrance.door;
  // Without a state folder the same file may be open twice; no save is lost by that.
  const noting = records ? noteRunning(records.running, listening.port, sessionKey) : Promise.resolve(null);
  const forget = await noting.catch(() => null);
  endGracefully(end, listening, store, forget);
  const opening = await store.open();
  const about = opening.kind === 'refused' ? fileSentence(chosen.path, opening.code) : greeting.opened(chosen.path);
  greet(command, listening.port, about, surroundings, entrance);
}

interface Served {
  readonly store: Store;
  readonly chosen: ChosenFile;
  readonly surroundings: Surroundings;
}

/** Null when it could not listen, which has been said. */
async function listenFor(
  command: ServeCommand,
  { door, callerOf, links }: Entrance,
  end: AbortController,
  served: Served,
): Promise<Listening | null> {
  const { sessionKey } = door;
  const page = loadPage(fileURLToPath(new URL('./web', import.meta.url)), links ? null : sessionKey);
  const routes = apiRoutes({ ...served, sessionKey, links, quit: () => end.abort() });
  const chain = createChain({ routes, keeper: keeperAt(door, callerOf), headers: inProduction, page });
  const seen = endWhenIdle(idleLimit, () => end.abort());
  const onRequest: Chain = (request, response) => {
    seen();
    chain(request, response);
  };
  try {
    return await listen({ onRequest, onConnection: callerOf, host: command.host }, command.port);
  } catch (error) {
    console.error(greeting.cannotStart(error instanceof Error ? error.message : String(error)));
    return null;
  }
}

/** The file is open already: a second program would only be in the way. */
function meet(
  { open }: ServeCommand,
  { port, secret }: RunningProgram,
  path: string,
  { environment }: Surroundings,
): void {
  const address = greeting.address(port);
  console.log(greeting.openAlready(path));
  console.log(address);
  const link = secret === null ? null : startLink(address, secret);
  if (link !== null) console.log(greeting.startLink(link));
  if (!open || sshLogin(environment) !== null) return;
  if (link === null) openPage(address);
  else openLinkAndLeave(link);
}

function greet(
  command: ServeCommand,
  port: number,
  about: string,
  surroundings: Surroundings,
  { door, links }: Entrance,
): void {
  if (command.port !== 0 && port !== command.port) console.log(greeting.portTaken(command.port, port));
  console.log(about);
  console.log(greeting.address(port));
  const address = door.origin ?? greeting.address(port);
  if (links) console.log(greeting.startLink(startLink(address, links.next())));
  const login = sshLogin(surroundings.environment);
  if (login !== null) console.log(greeting.forward(port, login));
  else if (command.open && links) openLink(startLink(address, links.next()));
  else if (command.open) openPage(address);
  console.log(greeting.stop);
}

/** A signal to stop, the page's Quit and half a day of silence end the program once a running save is done. */
function endGracefully(
  end: AbortController,
  listening: Listening,
  store: Store,
  forget: (() => Promise<void>) | null,
): void {
  const finish = async () => {
    const saved = store.idle();
    await Promise.all([listening.close(saved), saved]);
    await forget?.();
  };
  end.signal.addEventListener('abort', () => {
    finish().then(
      () => process.exit(0),
      () => process.exit(failed),
    );
  });
  onStopSignal(() => end.abort());
}
