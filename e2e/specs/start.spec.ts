import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../test.ts';
import type { Running } from '../workplace.ts';

async function openedPath({ address }: Running): Promise<unknown> {
  const answer = await fetch(`${address}/api/context`, { headers: { 'sec-fetch-site': 'same-origin' } });
  const context = await answer.json();
  return context.file;
}

test('serves the named file and says where', async ({ workplace }) => {
  const path = await workplace.fixture('pasted-block.conf');
  const from = performance.now();
  const program = await workplace.start({ path });
  expect((await fetch(program.address)).status).toBe(200);
  console.log(`first page after ${Math.round(performance.now() - from)} ms`);
  expect(program.printed()).toContain(path);
});

test('what the page needs before it is painted stays small', async ({ workplace }) => {
  const { address } = await workplace.start();
  const html = await (await fetch(address)).text();
  const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path);
  const sizes = await Promise.all(
    scripts.map(async (path) => gzipSync(await (await fetch(`${address}${path}`)).text()).length / 1024),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`scripts before the first paint: ${total.toFixed(1)} KiB packed`);
  expect(scripts).not.toEqual([]);
  expect(total).toBeLessThanOrEqual(220);
});

test('counts a relative name from where the person stands', async ({ workplace }) => {
  await workplace.fixture('crlf.conf');
  const program = await workplace.start({ path: 'crlf.conf' });
  expect(await openedPath(program)).toMatchObject({ path: join(workplace.folder, 'crlf.conf'), reason: 'argument' });
});

test('opens the file in CLEARML_CONFIG_FILE, else the one in the home folder', async ({ workplace }) => {
  const named = await workplace.start({ path: null, environment: { CLEARML_CONFIG_FILE: '~/other.conf' } });
  expect(await openedPath(named)).toMatchObject({ path: join(workplace.home, 'other.conf'), reason: 'environment' });
  const usual = await workplace.start({ path: null });
  expect(await openedPath(usual)).toMatchObject({
    path: join(workplace.home, 'clearml.conf'),
    reason: 'home',
    exists: false,
  });
});

test('takes the next port when another program has the wanted one, and says so', async ({ workplace }) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const taken = address !== null && typeof address === 'object' ? address.port : 0;
  const program = await workplace.start({ words: ['--port', String(taken)] });
  expect(program.port).toBeGreaterThan(taken);
  expect(program.printed()).toContain(`Port ${taken} is taken`);
  other.close();
});

test('over SSH it says how to reach it from the own computer', async ({ workplace }) => {
  const program = await workplace.start({ environment: { SSH_CONNECTION: '10.0.0.2 50000 10.0.0.7 2222' } });
  await expect
    .poll(program.printed)
    .toMatch(new RegExp(`ssh -L ${program.port}:localhost:${program.port} -p 2222 \\S+@10\\.0\\.0\\.7`));
});

// Windows has no such signals.
const signals = process.platform === 'win32' ? [] : (['SIGINT', 'SIGTERM'] as const);

for (const signal of signals) {
  test(`ends on ${signal} without a complaint`, async ({ workplace }) => {
    const program = await workplace.start();
    expect(await program.stop(signal)).toMatchObject({ exitCode: 0, stderr: '' });
  });
}

test('wrong usage is one sentence and exit code 2', async ({ workplace }) => {
  for (const words of [['--fiel', 'a.conf'], ['a.conf'], ['--port', 'x'], ['get'], ['set', 'a', 'b', 'c']]) {
    const { exitCode, stdout, stderr } = await workplace.terminal(words);
    expect({ words, exitCode, stdout }).toEqual({ words, exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
  }
});

test('--help and --version answer', async ({ workplace }) => {
  expect(await workplace.terminal(['--help'])).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await workplace.terminal(['--help'])).stdout).toContain('clearml-conf set PATH VALUE');
  expect((await workplace.terminal(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
