import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { systemCode } from '../store/disk.ts';

export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets the running ones finish: as long as `work` lasts, and a moment more. */
  readonly close: (work?: Promise<unknown>) => Promise<void>;
}

const lastPort = 65_535;
const mostTries = 100;
const patience = 2_000;

export interface Listener {
  readonly onRequest: RequestListener;
  /** Called as soon as somebody connects, before anything is read. */
  readonly onConnection?: (socket: Socket) => void;
  /** One more address than those of this machine to itself. */
  readonly host?: string | null;
}

/** Listens on this machine only, under both its addresses and one port: the wanted one or, if taken, the next free. */
export async function listen(listener: Listener, wanted: number): Promise<Listening> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = wanted === 0 ? 0 : wanted + tries;
    const servers = port > lastPort ? null : await listenOnAll(listener, port);
    if (servers) return { port: portOf(servers[0]), close: (work) => closeAll(servers, work) };
  }
  throw new Error(`no free port from ${wanted} on`);
}

type Servers = readonly [Server, ...Server[]];

/** Null when the port is taken under one of the addresses. */
async function listenOnAll(listener: Listener, port: number): Promise<Servers | null> {
  const [main, ...others] = addressesFor(listener.host ?? null);
  const first = await listenOn(listener, main, port);
  if (first === 'taken') return null;
  if (first === 'absent') throw absentError(main);
  const servers: [Server, ...Server[]] = [first];
  try {
    if (await joinOn(listener, others, portOf(first), servers)) return servers;
  } catch (error) {
    await closeAll(servers);
    throw error;
  }
  await closeAll(servers);
  return null;
}

/** Listens under the other addresses too. False when the port is taken under one of them. */
async function joinOn(
  listener: Listener,
  addresses: readonly string[],
  port: number,
  servers: Server[],
): Promise<boolean> {
  for (const address of addresses) {
    const server = await listenOn(listener, address, port);
    if (server === 'taken') return false;
    // Only the newer of our own addresses may be missing; one that was asked for may not.
    if (server !== 'absent') servers.push(server);
    else if (address === listener.host) throw absentError(address);
  }
  return true;
}

function absentError(address: string): Error {
  return new Error(`this machine has no address ${address}`);
}

/** The two that mean "every address" hold this machine's own. */
function addressesFor(host: string | null): readonly [string, ...string[]] {
  if (host === '0.0.0.0' || host === '::') return [host];
  const own = ['127.0.0.1', '::1'] as const;
  return host === null || own.some((address) => address === host) ? own : [...own, host];
}

function listenOn(listener: Listener, host: string, port: number): Promise<Server | 'taken' | 'absent'> {
  const server = createServer(listener.onRequest);
  // Node leaves out what comes after the 2,000th header, and the gate would judge the rest. Their length stays limited.
  server.maxHeadersCount = 0;
  if (listener.onConnection) server.on('connection', listener.onConnection);
  return new Promise((resolve, reject) => {
    // Also heard once it listens: a connection that could not be taken is no reason to end.
    server.on('error', (error) => {
      const code = systemCode(error);
      if (code === 'EADDRINUSE') resolve('taken');
      else if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') resolve('absent');
      else reject(error);
    });
    server.listen({ host, port }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

async function closeAll(servers: readonly Server[], work: Promise<unknown> = Promise.resolve()): Promise<void> {
  await Promise.all(servers.map((server) => closeOne(server, work)));
}

async function closeOne(server: Server, work: Promise<unknown>): Promise<void> {
  // A browser keeps its connection after the last answer; it is closed as soon as nothing runs on it.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.race([work, closed]);
  const hurry = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(hurry);
}
