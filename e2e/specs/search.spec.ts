import { axeFindings, bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('one option by keyboard alone: at most 24 keys and 3 steps', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  await openEditor(page, program);
  let keys = 0;
  const press = async (...names: readonly string[]) => {
    for (const name of names) await page.keyboard.press(name);
    keys += names.length;
  };

  // Find it …
  await press('/', ...'quality', 'Enter');
  await expect(page.locator('[id="sdk.metrics.images.quality"]')).toBeFocused();
  // … change it …
  await press('Control+a', '9', '0');
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeVisible();
  // … and save it.
  await press('Control+s');
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeFocused();
  await press('Control+s');
  await expect(page.getByText(/^Saved\./)).toBeVisible();

  expect(keys).toBeLessThanOrEqual(24);
  expect(await bytesOf(program)).toBe(before.replace(/quality: \d+/, 'quality: 90'));
});

test('without a file, too, the search is one key away', async ({ page, workplace }) => {
  const program = await workplace.start();
  await page.goto(program.address);
  await expect(page.getByRole('heading', { name: 'Connect to ClearML' })).toBeVisible();
  const next = await page.evaluate(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
    return document.activeElement?.id;
  });
  expect(next, 'the very next key is for the search').toBe('search');
  await page.keyboard.type('retry');
  await expect(page.getByRole('searchbox')).toHaveValue('retry');
  await expect(page.locator('.hit').first()).toBeVisible();
});

test('a filter that there is not is said to be none', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.getByRole('searchbox').fill('@bogus quality');
  const said = page.getByText(
    'There is no filter @bogus. It can be @changed, @set, @env, @problem, @basic or @secret.',
  );
  await expect(said).toBeVisible();
  await expect(page.locator('#settings h1')).toContainText('quality');
  await page.getByRole('searchbox').fill('@bogus');
  await expect(said).toBeVisible();
});

test('arrows walk the rows, Enter edits, Escape goes back, e explains', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('verify');
  await expect(page.locator('#settings .row').first()).toContainText('verify_certificate');
  await expect(page.locator('[data-setting="api.verify_certificate"]')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-setting="api.verify_certificate"]')).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('note')).toContainText('ClearML uses');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-setting="api.verify_certificate"]')).not.toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-setting="api.verify_certificate"] .row-control :focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-setting="api.verify_certificate"]')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.getByRole('heading', { level: 1, name: 'Start here' })).toBeVisible();
});

test('whoever empties the search box is still in it, also where the address names a setting', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, changedLines } = await openEditor(page, program, 'sdk.aws.s3.region');
  const search = page.getByRole('searchbox');
  await expect(control('sdk.aws.s3.region')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('x');
  await expect(control('sdk.aws.s3.region')).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(control('sdk.aws.s3.region')).toBeInViewport();
  await page.keyboard.type('retry');
  await expect(search).toHaveValue('retry');
  await expect(page.getByRole('heading', { level: 1, name: /retry/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(control('sdk.aws.s3.region')).toBeInViewport();
  await expect(search).toBeFocused();
  expect(await changedLines()).toEqual([]);
});

test('filters are chips, stand in the address, and typed words never do', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.getByRole('button', { name: /^Set in the file/ }).click();
  await expect(page).toHaveURL(/#\/\?set$/);
  await page.getByRole('searchbox').fill('@set canary-word');
  await expect(page.getByText('No setting for “canary-word”')).toBeVisible();
  expect(page.url()).not.toContain('canary');
  await page.getByRole('searchbox').fill('@set ');
  const nav = page.getByRole('navigation');
  await nav.getByRole('button', { name: /^Metrics and plots/ }).click();
  await expect(page).toHaveURL(/#\/\?set&in:sdk\.metrics$/);
  await expect(page.locator('#settings .block').first()).toContainText('sdk.metrics');
  expect(await axeFindings(page)).toEqual([]);

  await page.reload();
  await expect(page.getByRole('button', { name: /^Only in sdk\.metrics/ })).toBeVisible();
  await page.getByRole('button', { name: /^Only in sdk\.metrics/ }).click();
  await expect(page).toHaveURL(/#\/\?set$/);
});

test('it says why a setting was found, and offers a near name', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.getByRole('searchbox').fill('minio');
  await expect(page.getByText('also known as minio').first()).toBeVisible();
  await page.getByRole('searchbox').fill('certifcate');
  await page.getByRole('button', { name: 'certificate', exact: true }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('certificate');
  await expect(page.locator('#settings .row').first()).toContainText('verify_certificate');
});

test('a whole sentence finds the closest settings, and it is said that none has all its words', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.getByRole('searchbox').fill('how do I stop uploading my artifacts?');
  await expect(page.getByText('No setting has all of these words.')).toBeVisible();
  await expect(page.locator('#settings .row').filter({ hasText: 'default_output_uri' })).toBeInViewport();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('searchbox').fill('where do I set the region?');
  await expect(page.locator('#settings .row').first()).toContainText('region');
  await expect(page.getByText('No setting has all of these words.')).toHaveCount(0);
});

test('whoever comes back from the review or a save is where they were in what was found', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, review, save } = await openEditor(page, program);
  const isBack = async () => {
    await expect(page.getByRole('searchbox')).toHaveValue('quality');
    await expect(control('sdk.metrics.images.quality')).toBeFocused();
    await expect(control('sdk.metrics.images.quality')).toHaveValue('90');
  };
  await page.keyboard.press('/');
  await page.keyboard.type('quality');
  await page.keyboard.press('Enter');
  await expect(control('sdk.metrics.images.quality')).toBeFocused();
  await control('sdk.metrics.images.quality').fill('90');
  await review();
  await page.keyboard.press('Escape');
  await isBack();
  expect(page.url()).not.toContain('quality');
  await review();
  await save();
  await isBack();
});

test('a way out of the review to a setting leads there, whatever was searched for', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, review } = await openEditor(page, program);
  await control('api.web_server').fill('http://mine');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('quality');
  await expect(page.getByRole('heading', { level: 1, name: /for “quality”/ })).toBeVisible();
  await review();
  await page.getByRole('link', { name: 'Web page address' }).click();
  await expect(control('api.web_server')).toBeFocused();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});
