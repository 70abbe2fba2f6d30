import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../test.ts';
import { cleanEnvironment } from '../workplace.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');

/** The first line of the answer to exactly these header lines. */
async function statusOf(port: number, first: string, ...headers: readonly string[]): Promise<string> {
  const socket = connect(port, 'localhost');
  socket.write([first, ...headers, '', ''].join('\r\n'));
  const chunk = await new Promise<string>((resolve) => {
    socket.once('data', (bytes) => resolve(String(bytes)));
    socket.once('close', () => resolve('closed'));
    socket.once('error', () => resolve('closed'));
  });
  socket.destroy();
  return chunk.split('\r\n', 1)[0] ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : 0;
}

test('the development server is one port behind the same gate', async ({ workplace }) => {
  const path = await workplace.fixture('crlf.conf');
  const port = await freePort();
  const environment = { ...cleanEnvironment(workplace.home), CLEARML_CONFIG_FILE: path };
  const words = [vite, '--config', 'web/vite.config.ts', '--port', String(port)];
  const server = spawn(process.execPath, words, { cwd: repository, env: environment, stdio: 'ignore' });
  const host = `Host: localhost:${port}`;
  const upgrade = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: vite-ping',
  ];
  try {
    await expect.poll(() => statusOf(port, 'GET /api/document HTTP/1.1', host), { timeout: 20_000 }).toContain(' 200 ');
    const page = await (await fetch(`http://localhost:${port}/`)).text();
    expect(page).toMatch(/<meta name="session-key" content="[\w-]{43}"/);
    for (const target of ['/', '/api/document', '/api/nothing', '/src/main.tsx', '/@vite/client', '/../package.json']) {
      expect(await statusOf(port, `GET ${target} HTTP/1.1`, `Host: evil.example:${port}`), target).toContain(' 421 ');
      const foreign = await statusOf(port, `GET ${target} HTTP/1.1`, host, 'Sec-Fetch-Site: cross-site');
      expect(foreign, target).toContain(' 403 ');
    }
    expect(await statusOf(port, 'GET /api/nothing HTTP/1.1', host)).toContain(' 404 ');
    expect(await statusOf(port, 'GET / HTTP/1.1', host, ...upgrade)).toContain(' 101 ');
    expect(await statusOf(port, 'GET / HTTP/1.1', 'Host: evil.example', ...upgrade)).toBe('closed');
    expect(await statusOf(port, 'GET / HTTP/1.1', host, 'Origin: http://localhost:1', ...upgrade)).toBe('closed');
  } finally {
    server.kill();
  }
});
