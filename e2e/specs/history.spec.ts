import { axeFindings, bytesOf, openEditor } from '../editor.ts';
import { newSaver } from '../saving.ts';
import { expect, test } from '../test.ts';

const first = 'api { api_server: "http://one" }\n';

test('an earlier text is found, compared with the file, and goes back through a review', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', first) });
  const saver = await newSaver(program);
  await saver.save('api { api_server: "http://two" }\n');
  await saver.save('# only a comment\napi { api_server: "http://two" }\n');
  const { changedLines } = await openEditor(page, program, 'sdk.aws.s3');

  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Earlier texts of the file' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Earlier texts' })).toBeFocused();
  const rows = page.getByRole('list', { name: /^Earlier texts/ }).getByRole('button');
  await expect(rows).toHaveText([
    /^In use until (?:today|yesterday), .* bytesThen changed: only comments or layout$/,
    /^In use until (?:today|yesterday), .* bytesThen changed: API server address$/,
  ]);
  await rows.nth(1).click();
  await expect
    .poll(changedLines)
    .toEqual(['-# only a comment', '-api { api_server: "http://two" }', '+api { api_server: "http://one" }']);
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Take this text back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review 1 change' })).toBeVisible();
  expect(await bytesOf(program)).toContain('http://two');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await bytesOf(program)).toBe(first);
  expect(page.url()).toMatch(/#\/sdk\.aws\.s3$/);
});

test('all earlier texts are deleted only when asked twice', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', first) });
  await (await newSaver(program)).save('a: 1\n');
  await openEditor(page, program);
  await page.goto(`${program.address}/#/history`);
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^In use until/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('All earlier texts are deleted.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing is kept yet.')).toBeVisible();
  expect(await bytesOf(program)).toBe('a: 1\n');
});

test('the page of earlier texts says so when the program is gone, and goes on when it is back', async ({
  page,
  workplace,
}) => {
  const path = await workplace.file('clearml.conf', first);
  const program = await workplace.start({ path });
  await (await newSaver(program)).save('a: 1\n');
  const { goTo } = await openEditor(page, program);
  await goTo('history');
  await expect(page.getByRole('button', { name: /^In use until/ })).toHaveCount(1);
  await goTo('');
  await expect(page.getByRole('heading', { level: 1, name: 'Start here' })).toBeVisible();
  await program.stop('SIGKILL');
  await goTo('history');
  await expect(page.getByText(/^The earlier texts could not be read/)).toBeVisible();
  await workplace.start({ path, words: ['--port', String(program.port)] });
  await expect(page.getByRole('button', { name: /^In use until/ })).toHaveCount(1);
});
