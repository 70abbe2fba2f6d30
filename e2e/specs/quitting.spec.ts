import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { axeFindings, bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

const before = 'api { api_server: "http://old" }\n';

test('Quit ends the program, says so, and the page goes on when it is started again', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', before);
  const program = await workplace.start({ path });
  await openEditor(page, program);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Quit clearml-conf' }).click();
  await expect(page.getByRole('heading', { name: 'clearml-conf has ended' })).toBeVisible();
  await expect(page.getByText(`Nothing was written to ${path} since your last save.`)).toBeVisible();
  expect(await program.ended).toMatchObject({ exitCode: 0 });
  await page.waitForTimeout(2500);
  await expect(page.getByRole('heading', { name: 'clearml-conf has ended' })).toBeVisible();
  await workplace.start({ path, words: ['--port', String(program.port)] });
  await expect(page.locator('#settings h1')).toBeVisible();
});

test('with unsaved changes Quit asks, and keeps them for the next time', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', before);
  const program = await workplace.start({ path });
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://typed');
  const quit = async (answer: string) => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Quit clearml-conf' }).click();
    await expect(page.getByText('They are kept on this computer')).toBeVisible();
    await page.getByRole('button', { name: answer, exact: true }).click();
  };
  await quit('Stay');
  await expect(control('api.api_server')).toHaveValue('http://typed');
  await quit('Quit');
  await expect(page.getByRole('heading', { name: 'clearml-conf has ended' })).toBeVisible();
  await program.ended;
  expect(await bytesOf(program)).toBe(before);
  await workplace.start({ path, words: ['--port', String(program.port)] });
  await page.getByRole('button', { name: 'Take them up' }).click();
  await expect(control('api.api_server')).toHaveValue('http://typed');
});

const bare = [
  { name: 'without a file', make: async () => {}, heading: 'Connect to ClearML' },
  { name: 'for a folder', make: (path: string) => mkdir(path), heading: 'This file cannot be opened' },
] as const;

for (const { name, make, heading } of bare) {
  for (const width of [1440, 320]) {
    test(`${name}, theme, keys and the end are at hand on ${width} pixels`, async ({ page, workplace }) => {
      await page.setViewportSize({ width, height: 700 });
      const path = join(workplace.folder, 'odd.conf');
      await make(path);
      const program = await workplace.start({ path });
      await page.goto(program.address);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await page.getByRole('button', { name: 'Theme: as the system' }).click();
      await expect(page.getByRole('button', { name: 'Theme: light' })).toBeInViewport();
      await page.getByRole('button', { name: 'Menu' }).click();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Keys', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('button', { name: 'Quit clearml-conf' }).click();
      await expect(page.getByRole('heading', { name: 'clearml-conf has ended' })).toBeVisible();
      expect(await program.ended).toMatchObject({ exitCode: 0 });
    });
  }
}

test('a program without a file that refuses to end says so where it was asked', async ({ page, workplace }) => {
  const program = await workplace.start();
  await page.goto(program.address);
  await page.route('**/api/quit', (route) => route.fulfill({ status: 403, body: '' }));
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Quit clearml-conf' }).click();
  await expect(page.getByText('clearml-conf was not ended, as it refused.')).toBeVisible();
});

test('a program that refuses to end is not said to have ended', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  const { control } = await openEditor(page, program);
  await page.route('**/api/quit', (route) => route.fulfill({ status: 403, body: '' }));
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Quit clearml-conf' }).click();
  await expect(page.getByText('clearml-conf was not ended, as it refused.')).toBeVisible();
  await expect(control('api.api_server')).toHaveValue('http://old');
});
