import { bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('pressing the title of a boolean leaves it as it is', async ({ page, workplace }) => {
  const text = 'sdk { development { support_stopping: true } }\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const { row } = await openEditor(page, program, 'sdk.development');

  const stopping = row('sdk.development.support_stopping');
  await stopping.getByText('Let the web page stop your code', { exact: true }).click();
  await expect(stopping.getByRole('radio', { name: 'true' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  expect(await bytesOf(program)).toBe(text);
});

test('focus stays with an entry that is moved, and goes to the button below when the last one is gone', async ({
  page,
  workplace,
}) => {
  const text = 'sdk.aws.s3.credentials: [\n  { bucket: "one" }\n  { bucket: "two" }\n  { bucket: "three" }\n]\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const { control, review, save } = await openEditor(page, program, 'sdk.aws.s3');
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await button('Move up: three').focus();
  await page.keyboard.press('Enter');
  await expect(button('Move up: three')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(control('sdk.aws.s3.credentials.0.bucket')).toHaveValue('three');
  await expect(control('sdk.aws.s3.credentials.0.bucket')).toBeFocused();
  for (const name of ['one', 'two', 'three']) {
    await button(`Remove: ${name}`).focus();
    await page.keyboard.press('Enter');
  }
  await expect(button('Add an entry')).toBeFocused();
  await review();
  await save();
  expect(await bytesOf(program)).toMatch(/^sdk\.aws\.s3\.credentials: \[\s*\]\n$/);
});

for (const [name, width, opener, pane] of [
  ['sections', 600, 'Sections', 'navigation'],
  ['file', 1000, 'Show the file', 'complementary'],
] as const) {
  test(`the drawer of the ${name} takes focus, keeps it, and gives it back`, async ({ page, workplace }) => {
    await page.setViewportSize({ width, height: 800 });
    const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
    await openEditor(page, program);
    const drawer = page.getByRole(pane);

    await page.getByRole('button', { name: opener, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(drawer.getByRole('button', { name: 'Close' })).toBeFocused();
    await expect(page.getByRole('main')).toHaveAttribute('inert');
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.header, .settings') === null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: opener, exact: true })).toBeFocused();
    await expect(page.getByRole('main')).not.toHaveAttribute('inert');
  });
}
