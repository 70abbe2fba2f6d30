import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { goodKeys, startClearml } from '../clearml-server.ts';
import { bytesOf, editorOn, openEditor } from '../editor.ts';
import { blockOf, pasteInto } from '../pasting.ts';
import { expect, test } from '../test.ts';
import type { Running, Workplace } from '../workplace.ts';

const mine = 'https://mine.example';
const stored = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])';

/** The page that connects, with one value typed. */
async function typeAddress(page: Page, workplace: Workplace): Promise<Running> {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await connect(page);
  await box(page).fill(mine);
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeVisible();
  return program;
}

const connect = (page: Page) => page.getByRole('link', { name: 'Connect to ClearML' }).click();
const box = (page: Page) => page.locator('[id="connect-api.web_server"]');

/** Whether the browser asks before it loads the page again. */
async function asksAtReload(page: Page): Promise<boolean> {
  let asked = false;
  page.once('dialog', (dialog) => {
    asked = dialog.type() === 'beforeunload';
    void dialog.accept();
  });
  await page.reload();
  return asked;
}

const ways: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['Ctrl+K', (page) => page.keyboard.press('ControlOrMeta+k')],
  ['All settings', (page) => page.getByRole('button', { name: 'All settings' }).click()],
  ['the way back of the browser', (page) => page.goBack()],
];

for (const [name, leave] of ways)
  test(`what was typed of a connection outlives ${name}, and is in no draft before its review`, async ({
    page,
    workplace,
  }) => {
    const program = await typeAddress(page, workplace);
    const before = await bytesOf(program);
    await leave(page);
    await expect(page.locator('#settings h1')).toBeVisible();
    await expect(editorOn(page).control('api.web_server')).not.toHaveValue(mine);
    await expect(page).toHaveTitle(/^● /);
    await connect(page);
    await expect(box(page)).toHaveValue(mine);
    await page.getByRole('button', { name: 'Review 1 change' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'The file is saved' })).toBeVisible();
    expect(await bytesOf(program)).toBe(before.replace('http://clearml.lab.example:8080', mine));
    await expect(page).not.toHaveTitle(/^● /);
    expect(await asksAtReload(page)).toBe(false);
  });

test('a page with a connection under way asks before it is left, there and elsewhere', async ({ page, workplace }) => {
  await typeAddress(page, workplace);
  expect(await asksAtReload(page)).toBe(true);
  await box(page).fill(mine);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Connect to ClearML (1 change not reviewed yet)' })).toBeVisible();
  expect(await asksAtReload(page)).toBe(true);
});

test('what was typed and taken back asks nothing', async ({ page, workplace }) => {
  await typeAddress(page, workplace);
  await box(page).fill('http://clearml.lab.example:8080');
  await expect(page.getByRole('button', { name: 'Nothing to change' })).toBeVisible();
  expect(await asksAtReload(page)).toBe(false);
});

test('a paste beside a file that is not there yet outlives the settings, and is stored nowhere', async ({
  page,
  workplace,
}) => {
  const servers = await startClearml();
  const program = await workplace.start({ path: join(workplace.folder, 'clearml.conf') });
  await page.goto(program.address);
  await expect(page.getByRole('textbox', { name: 'Paste here what it shows' })).toBeFocused();
  await pasteInto(page, blockOf(servers, goodKeys));
  await expect(page.getByRole('button', { name: 'Review 5 changes' })).toBeEnabled();
  await page.getByRole('button', { name: 'All settings' }).click();
  await expect(page.locator('#settings h1')).toBeVisible();
  expect(await page.evaluate(stored)).not.toContain(goodKeys.secretKey);
  await connect(page);
  await expect(page.getByText('Understood: ClearML’s own block, 5 settings.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review 5 changes' })).toBeEnabled();
  await expect(stat(program.path)).rejects.toThrow('ENOENT');
  expect(await asksAtReload(page)).toBe(true);
  await servers.close();
});

test('ending the program says that a connection under way is not kept', async ({ page, workplace }) => {
  await typeAddress(page, workplace);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Quit clearml-conf' }).click();
  await expect(page.getByRole('dialog')).toContainText('What waits on the page Connect to ClearML cannot be kept.');
});

for (const key of ['ControlOrMeta+k', '/'])
  test(`${key} on the page that connects opens the search`, async ({ page, workplace }) => {
    const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
    const { control } = await openEditor(page, program);
    await control('api.credentials.secret_key').focus();
    await connect(page);
    await page.getByRole('button', { name: 'All settings' }).focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('region');
    await expect(page.locator('#settings h1')).toContainText('region');
  });

test('All settings leads into no box, least of all that of a secret', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditor(page, program);
  await control('api.credentials.secret_key').focus();
  await connect(page);
  await page.getByRole('button', { name: 'All settings' }).click();
  await expect(page.locator('#settings')).toBeFocused();
});
