import { axeFindings, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('? lists the keys, Escape closes the list, and in a box ? is a letter', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  await openEditor(page, program);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list).toBeVisible();
  await expect(list.getByText('Search a setting')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();

  await page.keyboard.press('/');
  await page.keyboard.type('?');
  await expect(page.getByRole('searchbox')).toHaveValue('?');
  await expect(list).toBeHidden();
});
