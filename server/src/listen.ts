import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemCode } from './store/disk.ts';

export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets the running ones finish for a moment. */
  readonly close: () => Promise<void>;
}

const lastPort = 65_535;
const mostTries = 100;
const patience = 2_000;

/** Listens on this machine only, under both its addresses and one port: the wanted one or, if taken, the next free. */
export async function listen(onRequest: RequestListener, wanted: number): Promise<Listening> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = wanted === 0 ? 0 : wanted + tries;
    const servers = port > lastPort ? null : await listenOnBoth(onRequest, port);
    if (servers) return { port: portOf(servers[0]), close: () => closeAll(servers) };
  }
  throw new Error(`no free port from ${wanted} on`);
}

type Servers = readonly [Server, ...Server[]];

/** Null when the port is taken under one of the two addresses. */
async function listenOnBoth(onRequest: RequestListener, port: number): Promise<Servers | null> {
  const first = await listenOn(onRequest, '127.0.0.1', port);
  if (first === 'taken') return null;
  if (first === 'absent') throw new Error('this machine has no address 127.0.0.1');
  const second = await listenOn(onRequest, '::1', portOf(first));
  if (second === 'absent') return [first];
  if (second !== 'taken') return [first, second];
  await closeAll([first]);
  return null;
}

function listenOn(onRequest: RequestListener, host: string, port: number): Promise<Server | 'taken' | 'absent'> {
  const server = createServer(onRequest);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
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

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(closeOne));
}

function closeOne(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A browser keeps its connection after the last answer; it is closed as soon as nothing runs on it.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    const hurry = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(hurry);
      resolve();
    });
  });
}
