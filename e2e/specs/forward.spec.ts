import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { Page } from '@playwright/test';
import { editorOn } from '../editor.ts';
import { forwardTo } from '../forward.ts';
import { openDoor } from '../open-door.ts';
import { startLinkOf } from '../start-link.ts';
import { expect, test } from '../test.ts';
import type { Running } from '../workplace.ts';

/** Saves from the page with the key that it was served with. */
async function saveFrom(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const key = document.querySelector('meta[name=session-key]')?.getAttribute('content') ?? '';
    const { headers } = await fetch('/api/document');
    const answer = await fetch('/api/document', {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'if-match': headers.get('etag') ?? '',
        'x-clearml-conf-session': key,
      },
      body: new TextEncoder().encode('api {}\r\n'),
    });
    return answer.status;
  });
}

/** The status of a plain read, under a name of one's choice, and as a page of another address. */
function statusOf(port: number, host: string, origin?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { host, ...(origin === undefined ? {} : { origin }) };
    const asked = request({ port, host: '127.0.0.1', path: '/api/document', headers });
    asked.on('error', reject).on('response', (answer) => resolve(answer.resume().statusCode));
    asked.end();
  });
}

/** The key for which the page exchanges the start link of a program. */
async function keyFor(program: Running): Promise<string> {
  const secret = new URL(await startLinkOf(program)).hash.replace('#start=', '');
  const { address } = program;
  const headers = { origin: address, 'content-type': 'application/octet-stream' };
  return (await fetch(`${address}/api/session`, { method: 'POST', headers, body: secret })).text();
}

// What `ssh -L 5000:localhost:4000` does: the browser speaks to one port, the program listens on another.

test('page, reading and saving work through a forwarded port', async ({ workplace, page }) => {
  const path = await workplace.fixture('crlf.conf');
  const program = await workplace.start({ path });
  const forward = await forwardTo(program.port);
  expect(forward.port).not.toBe(program.port);
  await page.goto(`http://localhost:${forward.port}/`);
  expect(await saveFrom(page)).toBe(204);
  expect(await readFile(path, 'utf8')).toBe('api {}\r\n');
  await forward.close();
});

/** What strangers are answered at a port: under another name, from another address, and without the link. */
async function strangersAt(port: number): Promise<readonly (number | undefined)[]> {
  return [
    await statusOf(port, `evil.example:${port}`),
    await statusOf(port, `localhost:${port}`, 'http://evil.example'),
    await statusOf(port, `localhost:${port}`, 'http://localhost:1'),
    await statusOf(port, `localhost:${port}`),
  ];
}

test('a forwarded port leads nobody past the defences, and everybody once they are off', async ({ workplace }) => {
  const path = await workplace.fixture('crlf.conf');
  const program = await workplace.start({ path, words: ['--link'] });
  const forward = await forwardTo(program.port);
  expect(await strangersAt(forward.port)).toEqual([421, 403, 403, 401]);
  const door = await openDoor(program, await keyFor(program));
  const open = await forwardTo(door.port);
  expect(await strangersAt(open.port)).toEqual([200, 200, 200, 200]);
  await Promise.all([forward.close(), open.close()]);
  door.close();
});

test('a start link works through a forwarded port, with the port that was chosen there', async ({
  workplace,
  page,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('crlf.conf'), words: ['--link'] });
  const forward = await forwardTo(program.port);
  const { hash } = new URL(await startLinkOf(program));
  expect(await statusOf(forward.port, `localhost:${forward.port}`)).toBe(401);
  await page.goto(`http://localhost:${forward.port}/${hash}`);
  await expect(page.locator('#settings h1')).toBeVisible();
  await forward.close();
});

test('a container with a published port lets in who has the link, and nobody else', async ({ workplace, page }) => {
  // The program listens on all addresses of the container; connections come from outside of it, to its own address.
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const address = own.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
  test.skip(address === undefined, 'This machine has no address besides its own.');
  const keys = 'credentials { access_key: "A", secret_key: "B" }';
  const path = await workplace.file('clearml.conf', `api { api_server: "http://localhost:8008", ${keys} }\n`);
  const program = await workplace.start({ path, words: ['--host', '0.0.0.0'] });
  const published = await forwardTo(program.port, address);
  const { hash } = new URL(await startLinkOf(program));
  expect(await statusOf(published.port, `localhost:${published.port}`)).toBe(401);
  expect(await statusOf(published.port, `evil.example:${published.port}`)).toBe(421);
  expect(await statusOf(published.port, `${address}:${program.port}`)).toBe(421);
  await page.goto(`http://localhost:${published.port}/${hash}`);
  await expect(page.locator('#settings h1')).toBeVisible();
  const { goTo, control, review, save } = editorOn(page);
  await goTo('api');
  await control('api.api_server').fill('http://localhost:9008');
  await review();
  await save();
  expect(await readFile(path, 'utf8')).toBe(`api { api_server: "http://localhost:9008", ${keys} }\n`);
  await published.close();
});
