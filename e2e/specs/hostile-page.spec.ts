import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import type { BrowserType, LaunchOptions, Page } from '@playwright/test';
import { openDoor } from '../open-door.ts';
import { expect, test } from '../test.ts';
import type { Running, Workplace } from '../workplace.ts';

test.use({ isAttack: true });

const canary = 'canary-5f1d';
const original = `api.credentials.secret_key: "${canary}"\n`;

/** Everything a page can try on an address it may not read, each with what it got to see. */
const attacks = `async (target) => {
  const seen = [];
  const put = { method: 'PUT', body: 'stolen: true' };
  const type = { 'content-type': 'application/octet-stream' };
  const tries = {
    read: () => fetch(target + '/api/document').then((a) => a.text()),
    readWithoutOrigin: () => fetch(target + '/api/document', { mode: 'no-cors' }).then((a) => a.text()),
    keyFromPage: () => fetch(target + '/').then((a) => a.text()),
    history: () => fetch(target + '/api/history').then((a) => a.text()),
    plainPost: () => fetch(target + '/api/document', { method: 'POST', mode: 'no-cors', body: 'stolen: true' }),
    plainPut: () => fetch(target + '/api/document', { ...put, mode: 'no-cors' }),
    put: () => fetch(target + '/api/document?anyway', { ...put, headers: { ...type, 'if-none-match': '*' } }),
    blindPost: () => fetch(target + '/api/document', { method: 'POST', mode: 'no-cors', headers: type, body: 'x' }),
    quit: () => fetch(target + '/api/quit', { method: 'POST', mode: 'no-cors' }),
    forget: () => fetch(target + '/api/history', { method: 'DELETE' }),
    beacon: async () => navigator.sendBeacon(target + '/api/quit', 'x'),
    script: () => element('script', 'src', '/api/document'),
    style: () => element('link', 'href', '/api/document'),
    image: () => element('img', 'src', '/favicon.svg'),
    frame: () => element('iframe', 'src', '/').then((frame) => frame.contentDocument?.body.innerHTML ?? ''),
    socket: () => new Promise((resolve) => {
      const socket = new WebSocket(target.replace('http', 'ws') + '/api/document');
      socket.onopen = () => resolve('open');
      socket.onerror = socket.onclose = () => resolve('');
    }),
  };
  const element = (name, attribute, path) => new Promise((resolve) => {
    const one = document.createElement(name);
    if (name === 'link') one.rel = 'stylesheet';
    one[attribute] = target + path;
    one.onload = () => resolve(one);
    one.onerror = () => resolve(null);
    document.body.append(one);
  });
  for (const [name, attack] of Object.entries(tries)) {
    const got = await attack().catch(() => '');
    seen.push(name + ': ' + (typeof got === 'string' ? got : got instanceof HTMLImageElement ? 'loaded' : ''));
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = 'text/plain';
  form.action = target + '/api/quit';
  form.target = 'elsewhere';
  document.body.append(form);
  form.submit();
  await new Promise((resolve) => setTimeout(resolve, 200));
  return seen;
}`;

async function attack(page: Page, target: string): Promise<readonly string[]> {
  const seen: unknown = await page.evaluate(`(${attacks})(${JSON.stringify(target)})`);
  return Array.isArray(seen) ? seen.map(String) : ['the page did not run'];
}

async function serve(host: string, workplace: Workplace): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>${workplace.folder}</title><body>a page</body>`);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  return { server, port: address !== null && typeof address === 'object' ? address.port : 0 };
}

/** Nothing was seen, nothing was written, and the program still runs. */
async function expectUnharmed(program: Running, seen: readonly string[]): Promise<void> {
  expect(seen).toHaveLength(16);
  expect(seen.join('\n')).not.toContain(canary);
  expect(seen.join('\n')).not.toMatch(/session-key|loaded|open|stolen/);
  expect(await readFile(program.path, 'utf8')).toBe(original);
  expect((await fetch(`${program.address}/api/document`)).status).toBe(200);
}

/** The secret was read, the key too, and the program was ended. */
async function expectHarmed(program: Running, seen: readonly string[]): Promise<void> {
  expect(seen.join('\n')).toContain(canary);
  expect(seen.join('\n')).toContain('session-key');
  expect(await program.ended).toMatchObject({ exitCode: 0 });
}

/** A page of somebody else, in one of the ways in which it can reach this machine. */
type Approach = (page: Page, port: number, workplace: Workplace) => Promise<readonly string[]>;

const fromAnotherPort: Approach = async (page, target, workplace) => {
  const { server, port } = await serve('127.0.0.1', workplace);
  await page.goto(`http://localhost:${port}/`);
  const seen = await attack(page, `http://localhost:${target}`);
  server.close();
  return seen;
};

const fromNowhere: Approach = async (page, target, workplace) => {
  const { server, port } = await serve('127.0.0.1', workplace);
  await page.goto(`http://localhost:${port}/`);
  await page.setContent('<iframe sandbox="allow-scripts allow-forms" srcdoc="<body>a page</body>"></iframe>');
  const frame = page.frames().at(-1);
  const seen: unknown = await frame?.evaluate(`(${attacks})(${JSON.stringify(`http://localhost:${target}`)})`);
  server.close();
  return Array.isArray(seen) ? seen.map(String) : [];
};

const approaches = { 'from another port of this machine': fromAnotherPort, 'without any origin': fromNowhere };

for (const [name, approach] of Object.entries(approaches)) {
  test(`a page ${name} gets nothing`, async ({ workplace, page }) => {
    const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
    await expectUnharmed(program, await approach(page, program.port, workplace));
  });

  test(`a page ${name} gets all of it without the defences`, async ({ workplace, page }) => {
    const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
    const door = await openDoor(program);
    await expectHarmed(program, await approach(page, door.port, workplace));
    door.close();
  });
}

/**
 * DNS rebinding: the name of a hostile page, served from 127.0.0.2, leads to the program from then on. The page stays
 * the same origin all the while. The browser itself is made to believe the name.
 */
async function rebind(type: BrowserType, options: LaunchOptions, port: number, target: number) {
  const rebound = { done: false };
  const sockets: Socket[] = [];
  const server = createTcpServer((near) => {
    sockets.push(near.on('error', () => undefined));
    if (!rebound.done) return void near.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<body>a page</body>`);
    const far = connect(target, '127.0.0.1').on('error', () => near.destroy());
    sockets.push(far);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.2', resolve));
  const args = ['--host-resolver-rules=MAP evil.example 127.0.0.2'];
  const browser = await type.launch({ ...options, args });
  const page = await browser.newPage();
  await page.goto(`http://evil.example:${port}/`);
  rebound.done = true;
  const seen = await attack(page, `http://evil.example:${port}`);
  await browser.close();
  for (const socket of sockets) socket.destroy();
  server.close();
  return seen;
}

test.describe('a name that was made to lead here', () => {
  test.skip(process.platform !== 'linux', 'Only Linux has the address 127.0.0.2 from the start.');

  test('gets nothing', async ({ workplace, playwright, launchOptions }) => {
    const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
    const seen = await rebind(playwright.chromium, launchOptions, program.port, program.port);
    await expectUnharmed(program, seen);
  });

  test('gets all of it without the defences', async ({ workplace, playwright, launchOptions }) => {
    const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
    const door = await openDoor(program);
    await expectHarmed(program, await rebind(playwright.chromium, launchOptions, door.port, door.port));
    door.close();
  });
});

test('our own page may read all of it', async ({ workplace, page }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
  await page.goto(program.address);
  const seen = await attack(page, program.address);
  expect(seen.join('\n')).toContain(canary);
  expect(seen.join('\n')).toContain('session-key');
});
