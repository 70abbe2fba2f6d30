import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import type { Running, Workplace } from '../workplace.ts';

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

test('a page from another port of this machine gets nothing', async ({ workplace, page }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
  const { server, port } = await serve('127.0.0.1', workplace);
  await page.goto(`http://localhost:${port}/`);
  await expectUnharmed(program, await attack(page, program.address));
  server.close();
});

test('a page without any origin gets nothing', async ({ workplace, page }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
  const { server, port } = await serve('127.0.0.1', workplace);
  await page.goto(`http://localhost:${port}/`);
  await page.setContent('<iframe sandbox="allow-scripts allow-forms" srcdoc="<body>a page</body>"></iframe>');
  const frame = page.frames().at(-1);
  const seen: unknown = await frame?.evaluate(`(${attacks})(${JSON.stringify(program.address)})`);
  await expectUnharmed(program, Array.isArray(seen) ? seen.map(String) : []);
  server.close();
});

test('a name that was made to lead here gets nothing', async ({ workplace, playwright, launchOptions }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
  // What DNS rebinding ends in: the page's own name leads to this machine and this port.
  const rules = `MAP evil.example:${program.port} 127.0.0.1:${program.port}`;
  const browser = await playwright.chromium.launch({ ...launchOptions, args: [`--host-resolver-rules=${rules}`] });
  const page = await browser.newPage();
  const answer = await page.goto(`http://evil.example:${program.port}/`);
  expect(answer?.status()).toBe(421);
  const seen = await attack(page, `http://evil.example:${program.port}`);
  await expectUnharmed(program, seen);
  await browser.close();
});

test('our own page gets all of it, so the attacks are real', async ({ workplace, page }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', original) });
  await page.goto(program.address);
  const seen = await attack(page, program.address);
  expect(seen.join('\n')).toContain(canary);
  expect(seen.join('\n')).toContain('session-key');
});
