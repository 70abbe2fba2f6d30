import { readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type Editor, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';
import type { Running } from '../workplace.ts';

/** Ways in which other programs change a file; all texts are of the same length. */
const ways: readonly ((path: string, text: string) => Promise<unknown>)[] = [
  (path, text) => writeFile(path, text),
  async (path, text) => {
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  },
  async (path, text) => {
    await rm(path);
    await writeFile(path, text);
  },
  async (path, text) => {
    await rename(path, `${path}~`);
    await writeFile(path, text);
  },
  async (path, text) => {
    await writeFile(`${path}.real`, text);
    await rm(path);
    await (process.platform === 'win32' ? rename(`${path}.real`, path) : symlink(`${path}.real`, path));
  },
];

const addressOf = (change: number) => `http://outside-${String(change).padStart(2, '0')}`;
const textOf = (change: number) => `api { api_server: "${addressOf(change)}" }\n`;

/** Lets three seconds pass for the page, however long that takes here, and looks whether it shows what was changed. */
async function isNoticed(page: Page, { control }: Editor, change: number, looks: number): Promise<boolean> {
  const answered = page.waitForResponse('**/api/document');
  await page.clock.runFor(2500);
  await answered;
  for (let step = 0; step < looks; step += 1) {
    if ((await control('api.api_server').inputValue()) === addressOf(change)) return true;
    await page.clock.runFor(10);
    await pause(step * 4);
  }
  return false;
}

async function noticedOf(changes: number, page: Page, program: Running, looks = 50): Promise<number> {
  await page.clock.install();
  const editor = await openEditor(page, program, 'api');
  await expect(editor.control('api.api_server')).toHaveValue(addressOf(0));
  await page.clock.pauseAt(Date.now() + 60_000);
  let noticed = 0;
  for (let change = 1; change <= changes; change += 1) {
    await ways[change % ways.length]?.(program.path, textOf(change));
    if (await isNoticed(page, editor, change, looks)) noticed += 1;
  }
  return noticed;
}

test('20 of 20 changes by other programs are on the page within three seconds', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', textOf(0)) });
  expect(await noticedOf(20, page, program)).toBe(20);
  expect(await readFile(program.path, 'utf8')).toBe(textOf(20));
});

test('without its looks at the file the page would notice none', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', textOf(0)) });
  await page.route('**/api/document', (route) =>
    route.request().headers()['if-none-match'] === undefined ? route.continue() : route.fulfill({ status: 304 }),
  );
  expect(await noticedOf(2, page, program, 20)).toBe(0);
});

test('what stood in the file before is not for a moment shown as a change to what stands there now', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', textOf(0)) });
  const { control } = await openEditor(page, program, 'api');
  const seen = await page.evaluateHandle(() => {
    const changed = new Set<string>();
    const note = () => {
      for (const row of document.querySelectorAll('.diff-row:not([data-kind="same"])')) changed.add(row.outerHTML);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
    return changed;
  });
  await writeFile(program.path, textOf(1));
  await expect(control('api.api_server')).toHaveValue(addressOf(1));
  expect(await seen.evaluate((changed) => [...changed])).toEqual([]);
});

test('a file that is not there yet is waited for without an error in the console, and found', async ({
  page,
  workplace,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const path = await workplace.file('clearml.conf', '');
  await rm(path);
  const program = await workplace.start({ path });
  await page.goto(`${program.address}/#/api`);
  for (const _ of ['first', 'second']) await page.waitForResponse('**/api/context');
  expect(errors).toEqual([]);
  await writeFile(path, textOf(1));
  await expect(page.locator('[id="api.api_server"]')).toHaveValue(addressOf(1));
});
