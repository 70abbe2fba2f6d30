import { createServer, type RequestListener, Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Listening, listen } from './listen.ts';

const greet: RequestListener = (_request, response) => {
  response.end('here');
};

async function listening(port = 0): Promise<Listening> {
  const started = await listen({ onRequest: greet }, port);
  onTestFinished(() => started.close());
  return started;
}

async function occupy(host: string, port = 0): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));
}

async function answers(host: string, port: number): Promise<boolean> {
  return fetch(`http://${host}:${port}/`).then(
    (response) => response.ok,
    () => false,
  );
}

describe('listening', () => {
  test('happens on this machine only', async () => {
    const { port } = await listening();
    expect(await answers('127.0.0.1', port)).toBe(true);
    expect(await answers('127.0.0.2', port)).toBe(false);
    const outer = Object.values(networkInterfaces()).flatMap(
      (addresses) => addresses?.filter(({ internal }) => !internal) ?? [],
    );
    for (const { address, family } of outer.filter((one) => one.family === 'IPv4')) {
      expect(await answers(address, port), `${family} ${address}`).toBe(false);
    }
  });

  test.runIf(hasIpv6())('happens under both addresses of this machine', async () => {
    expect(await answers('[::1]', (await listening()).port)).toBe(true);
  });

  test('goes on without the newer address where the machine has none', async () => {
    // Not every machine can be told to have none, so the answer of the system is put in its place.
    const real = Server.prototype.listen;
    const listening = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...words) {
      const [options] = words;
      if (typeof options !== 'object' || options.host !== '::1') return real.apply(this, words);
      const absent = Object.assign(new Error('listen EADDRNOTAVAIL ::1'), { code: 'EADDRNOTAVAIL' });
      process.nextTick(() => this.emit('error', absent));
      return this;
    });
    onTestFinished(() => listening.mockRestore());
    const started = await listen({ onRequest: greet }, 0);
    onTestFinished(() => started.close());
    expect(await answers('127.0.0.1', started.port)).toBe(true);
    expect(await answers('[::1]', started.port)).toBe(false);
  });

  test('takes the next port when the wanted one is taken', async () => {
    const taken = await occupy('127.0.0.1');
    expect((await listening(taken)).port).toBeGreaterThan(taken);
  });

  test.runIf(hasIpv6())('takes the next port when only the newer address of it is taken', async () => {
    const taken = await occupy('::1');
    const { port } = await listening(taken);
    expect(port).toBeGreaterThan(taken);
    expect(await answers('127.0.0.1', taken)).toBe(false);
  });

  test('under an address that this machine does not have leaves none of the others behind', async () => {
    const { port, close } = await listening();
    await close();
    await expect(listen({ onRequest: greet, host: '192.0.2.1' }, port)).rejects.toThrow('192.0.2.1');
    expect(await answers('127.0.0.1', port)).toBe(false);
  });

  test('goes on after connections that could not be taken', async () => {
    const servers = new Set<Server>();
    const onConnection = (socket: Socket) => {
      if ('server' in socket && socket.server instanceof Server) servers.add(socket.server);
    };
    const started = await listen({ onRequest: greet, onConnection }, 0);
    onTestFinished(() => started.close());
    expect(await answers('127.0.0.1', started.port)).toBe(true);
    const tooMany = Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' });
    for (const server of [...servers, ...servers]) server.emit('error', tooMany);
    expect(servers.size).toBe(1);
    expect(await answers('127.0.0.1', started.port)).toBe(true);
  });

  test('finishes what is running before it ends', async () => {
    const waiting: ServerResponse[] = [];
    const started = await listen({ onRequest: (_request, response) => void waiting.push(response) }, 0);
    const asked = fetch(`http://127.0.0.1:${started.port}/`).then((response) => response.text());
    await expect.poll(() => waiting.length).toBe(1);
    const closed = started.close();
    waiting[0]?.end('done');
    expect(await asked).toBe('done');
    await closed;
    expect(await answers('127.0.0.1', started.port)).toBe(false);
  });

  test('does not hurry what is running as long as a save lasts', async () => {
    const waiting: ServerResponse[] = [];
    const started = await listen({ onRequest: (_request, response) => void waiting.push(response) }, 0);
    const asked = fetch(`http://127.0.0.1:${started.port}/`).then((response) => response.text());
    await expect.poll(() => waiting.length).toBe(1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let save = () => {};
    const closed = started.close(
      new Promise<void>((resolve) => {
        save = resolve;
      }),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    waiting[0]?.end('done');
    expect(await asked).toBe('done');
    save();
    await closed;
  });
});
