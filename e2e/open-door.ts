import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { sessionKeyOf } from './saving.ts';
import type { Running } from './workplace.ts';

/** A way to the program on which every defence is switched off. */
export interface OpenDoor {
  readonly port: number;
  readonly address: string;
  readonly close: () => void;
}

/**
 * Makes every request one of our own page (its name, its origin, its key, its content type) before it is passed on, and
 * lets every page read the answer: what is left is a program without a gate and without protecting headers. The key may be
 * given, where the page of the program does not carry it.
 */
export async function openDoor({ address, port }: Running, given?: string): Promise<OpenDoor> {
  const key = given ?? (await sessionKeyOf({ address }));
  const lawful = { host: `localhost:${port}`, origin: address, 'x-clearml-conf-session': key };
  const server = createServer((asked, answer) => {
    if (asked.method === 'OPTIONS') return void answer.writeHead(204, readableBy(asked)).end();
    const given = asked.headers['if-none-match'] ? { 'if-none-match': asked.headers['if-none-match'] } : {};
    const headers = { ...given, ...lawful, 'content-type': 'application/octet-stream' };
    const passed = request({ port, host: '127.0.0.1', method: asked.method ?? '', path: asked.url ?? '', headers });
    passed.on('response', (real) => passBack(real, asked, answer)).on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  const own = listening !== null && typeof listening === 'object' ? listening.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: own, address: `http://localhost:${own}`, close };
}

function passBack(real: IncomingMessage, asked: IncomingMessage, answer: ServerResponse): void {
  const type = real.headers['content-type'];
  answer.writeHead(real.statusCode ?? 500, {
    ...readableBy(asked),
    ...(type === undefined ? {} : { 'content-type': type }),
  });
  real.pipe(answer);
}

function readableBy({ headers }: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': headers.origin ?? '*',
    'access-control-allow-methods': '*',
    'access-control-allow-headers': 'content-type, if-none-match',
    'access-control-allow-private-network': 'true',
  };
}
