import { readFile } from 'node:fs/promises';
import { startLinkOf } from '../start-link.ts';
import { expect, test } from '../test.ts';

const original = 'api { web_server: "http://localhost:8080", credentials { access_key: "A", secret_key: "B" } }\n';

test('with --link only the link opens the file, once, and is gone from the address', async ({ workplace, page }) => {
  const path = await workplace.file('clearml.conf', original);
  const program = await workplace.start({ path, words: ['--link'] });
  const link = await startLinkOf(program);
  expect((await fetch(`${program.address}/api/document`)).status).toBe(401);
  await page.goto(link);
  await expect(page.locator('#settings h1')).toBeVisible();
  expect(page.url()).not.toContain('start=');
  const again = await page.context().newPage();
  const [exchange] = await Promise.all([again.waitForResponse(/\/api\/session$/), again.goto(link)]);
  expect(exchange.status()).toBe(401);
  await expect(again.locator('#settings h1')).toBeHidden();
  expect(await readFile(path, 'utf8')).toBe(original);
});

test('--host listens on that address, and never without a link', async ({ workplace }) => {
  const program = await workplace.start({ words: ['--host', '0.0.0.0'] });
  await startLinkOf(program);
  expect((await fetch(`http://127.0.0.1:${program.port}/api/context`)).status).toBe(401);
  const other = await fetch(`http://127.0.0.2:${program.port}/`);
  expect([other.status, (await other.text()).includes('--origin')]).toEqual([421, true]);
});
