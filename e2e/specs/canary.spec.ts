import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { chromium } from '@playwright/test';
import { listenTo } from '../leaks.ts';
import { newSaver } from '../saving.ts';
import { expect, test } from '../test.ts';
import { newWorkplace } from '../workplace.ts';

const canary = 'canary-9c41e7';
const original = `api.credentials { access_key: "A", secret_key: "${canary}" }\n`;

/** The files below a folder in which the canary stands, in bytes or as the escaped text of some format. */
async function filesWithCanary(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      return bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')) ? [file] : [];
    }),
  );
  return found.flat().map((file) => relative(folder, file).split(sep).join('/'));
}

test('a secret is found in the file, its history and its drafts, and nowhere else', async ({
  workplace,
  launchOptions,
}) => {
  const path = await workplace.file('clearml.conf', original);
  const program = await workplace.start({ path });
  const profile = join(workplace.folder, 'profile');
  const browser = await chromium.launchPersistentContext(profile, launchOptions);
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${program.address}/#/api.credentials`);
  await expect(page.locator('#settings h1')).toBeVisible();
  said.push(page.url(), await page.title());
  const saver = await newSaver(program);
  expect(await saver.save(`${original}sdk.x: {\n`)).toBe(204);
  expect(await saver.save(`# ${canary}\n${original}`)).toBe(204);
  expect(await saver.draft('page-of-this-test', `# unsaved\n${original}`)).toBe(204);
  await page.reload();
  await expect(page.locator('#settings h1')).toBeVisible();
  await browser.close();
  const words = ['set', 'api.credentials.secret_key.x', '1', '--file', path];
  const refused = await workplace.terminal(words);
  expect(refused.exitCode).toBe(1);
  const ended = await program.stop();
  expect([...said, refused.stdout, refused.stderr, ended.stdout, ended.stderr].join('\n')).not.toContain(canary);
  const found = (await filesWithCanary(workplace.folder)).map((file) =>
    file
      .replace(/[^/]+$/, '')
      .split('/')
      .at(-2),
  );
  expect(new Set(found)).toEqual(new Set([undefined, 'history', 'drafts']));
});

test('a secret that gets out in any test is found', async ({ page }) => {
  const workplace = await newWorkplace();
  await workplace.terminal(['canary-command']);
  await workplace.terminal(['get', 'canary-that-was-asked-for']);
  await workplace.file('home/log', 'PUT /api/document canary-1');
  await workplace.file('home/clearml.conf', 'a: canary-1');
  const found = await workplace.clear();
  expect(found).toHaveLength(2);
  expect(found.join()).toMatch(/canary-command.*home\/log/s);

  const leaks = listenTo(await page.context().newPage());
  const other = page.context().pages()[1];
  await other?.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<title>canary-2</title>' }));
  await other?.goto('http://localhost/#canary-3');
  await other?.evaluate(() => {
    localStorage.setItem('draft', 'canary-4');
    console.log('canary-5');
  });
  for (const word of ['canary-2', 'canary-3', 'canary-4', 'canary-5']) expect((await leaks()).join()).toContain(word);
});
