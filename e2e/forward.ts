import { connect, createServer, type Socket } from 'node:net';

/** A port of this machine that leads to another one, as `ssh -L` and a container's published port make it. */
export interface Forward {
  readonly port: number;
  readonly close: () => Promise<void>;
}

export async function forwardTo(target: number, host = '127.0.0.1'): Promise<Forward> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, host);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, close };
}
