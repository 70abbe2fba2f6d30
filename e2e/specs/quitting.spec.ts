import { bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

const before = 'api { api_server: "http://old" }\n';

test('Quit ends the program, says so, and the page goes on when it is started again', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', before);
  const program = await workplace.start({ path });
  await openEditor(page, program);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Quit clearml-conf' }).click();
  await expect(page.getByRole('heading', { name: 'clearml-conf has ended' })).toBeVisible();
  await expect(page.getByText(`${path} is as you last saved it.`)).toBeVisible();
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

test('a program that refuses to end is not said to have ended', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  const { control } = await openEditor(page, program);
  await page.route('**/api/quit', (route) => route.fulfill({ status: 403, body: '' }));
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Quit clearml-conf' }).click();
  await expect(page.getByText('clearml-conf was not ended, as it refused.')).toBeVisible();
  await expect(control('api.api_server')).toHaveValue('http://old');
});
