import { bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('mistakes are mended with one key each, seen in the diff, and taken back step by step', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('broken-brace.conf') });
  const before = await bytesOf(program);
  const { control, changedLines, review, save } = await openEditor(page, program);
  const alert = page.getByRole('alert').filter({ hasText: 'ClearML cannot read this file' });
  await control('api.api_server').fill('http://mine');
  await expect.poll(changedLines).toContain('+    api_server: http://mine');
  await page.getByRole('button', { name: 'Mend it: Line 4, column 17' }).press('Enter');
  await page.getByRole('button', { name: 'Mend it: Line 1, column 5' }).press('Enter');
  await expect(alert).toHaveCount(0);
  await expect(page.locator('#settings')).toBeFocused();
  await expect(control('api.api_server')).toHaveValue('http://mine');
  await expect.poll(changedLines).toEqual(expect.arrayContaining(['+    }', '+}']));

  await page.keyboard.press('Control+z');
  await expect(alert).toBeVisible();
  await expect(control('api.api_server')).toHaveValue('http://mine');
  await page.keyboard.press('Control+Shift+z');
  await expect(alert).toHaveCount(0);
  await review();
  await save();
  const after = await bytesOf(program);
  expect(after.split('\n').length).toBe(before.split('\n').length + 2);
  expect((await workplace.terminal(['read', program.path])).exitCode).toBe(0);
});
