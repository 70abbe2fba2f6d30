import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../test/folder.ts';
import { sendRaw } from '../test/raw-request.ts';
import { lawfulRead } from '../test/served-file.ts';
import { type Listener, original, unlawful, write } from '../test/unlawful.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');

/** Below those that the system hands out by itself, so that no other test is given it before Vite takes it. */
async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = createServer();
  const isFree = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  if (!(await isFree)) return freePort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Of the page Vite itself knows no writing. */
const leftToVite = /^(?:a write to the page|the page by a method that it does not know)$/;

interface Development extends Listener {
  readonly path: string;
}

/** `npm run dev` on a file of its own. Vite alone is what it would be without our part of it. */
async function developmentServer(alone = false): Promise<Development> {
  const folder = await temporaryFolder();
  const path = join(folder, 'clearml.conf');
  await writeFile(path, original);
  const port = await freePort();
  const words = [vite, '--config', 'web/vite.config.ts', '--host', '127.0.0.1', '--port', String(port)];
  const own = { PATH: process.env['PATH'], HOME: folder, USERPROFILE: folder, CLEARML_CONFIG_FILE: path };
  const env = { ...own, ...(alone ? { VITEST: 'true' } : {}) };
  const server = spawn(process.execPath, words, { cwd: repository, env, stdio: 'ignore' });
  onTestFinished(() => void server.kill());
  const page = () => fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text());
  await expect.poll(() => page().catch(() => ''), { interval: 200 }).toContain('</html>');
  const key = /<meta name="session-key" content="([\w-]{43})"/.exec(await page())?.[1] ?? '';
  return { path, port, key };
}

/** The first line of the answer to the wish for a socket, or that there was none. */
async function upgradeAs(port: number, host: string, ...headers: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const wish = [
    'GET / HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: vite-ping',
    ...headers,
  ];
  socket.write([...wish, '', ''].join('\r\n'));
  const answer = await new Promise<string>((resolve) => {
    socket.once('data', (bytes) => resolve(String(bytes).split('\r\n', 1)[0] ?? ''));
    socket.once('close', () => resolve('closed'));
    socket.once('error', () => resolve('closed'));
  });
  socket.destroy();
  return answer;
}

describe('the development server', () => {
  test('refuses whatever the built program refuses, and takes what it takes', async () => {
    const development = await developmentServer();
    const { port } = development;
    for (const [name, [status, make]] of Object.entries(unlawful)) {
      const answer = await sendRaw(port, make(development));
      expect(answer.status, name).toBe(leftToVite.test(name) ? 404 : status);
      expect(answer.body.toString(), name).not.toContain('8080');
      expect(await readFile(development.path, 'utf8'), name).toBe(original);
    }
    for (const target of ['/src/main.tsx', '/@vite/client', '/@fs/etc/passwd', '/../package.json', '/api/nothing']) {
      const foreign = lawfulRead(port, target, [['Origin', 'http://localhost:1']]);
      expect((await sendRaw(port, foreign)).status, target).toBe(403);
    }
    expect(await upgradeAs(port, `localhost:${port}`)).toContain(' 101 ');
    expect(await upgradeAs(port, 'evil.example')).toBe('closed');
    expect(await upgradeAs(port, `localhost:${port}`, 'Origin: http://localhost:1')).toBe('closed');
    expect((await sendRaw(port, write(development))).status).toBe(204);
    expect(await readFile(development.path, 'utf8')).toBe('api {}\n');
  }, 120_000);

  test('would refuse next to nothing without the gate', async () => {
    const development = await developmentServer(true);
    const foreign = lawfulRead(development.port, '/src/main.tsx', [['Origin', 'http://localhost:1']]);
    expect((await sendRaw(development.port, foreign)).status).toBe(200);
  }, 120_000);
});
