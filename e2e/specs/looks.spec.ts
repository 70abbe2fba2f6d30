import type { Page } from '@playwright/test';
import { axeFindings, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('secrets are masked everywhere, shown one at a time, and found by no search', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, review, changedLines } = await openEditor(page, program);
  const shown = () => page.evaluate('document.body.innerText') as Promise<string>;
  const access = control('api.credentials.access_key');
  const secret = control('api.credentials.secret_key');

  await expect(secret).toHaveAttribute('type', 'password');
  await expect(secret).toHaveAttribute('autocomplete', 'off');
  await page.getByRole('button', { name: 'Show: Access key' }).click();
  await expect(access).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Show: Secret key' }).click();
  await expect(secret).toHaveAttribute('type', 'text');
  await expect(access).toHaveAttribute('type', 'password');

  await secret.fill('a-canary-that-nobody-sees');
  await expect.poll(async () => (await changedLines()).length).toBe(2);
  expect(await shown()).not.toMatch(/made-up-lab-secret|MADE-UP-LAB-ACCESS|a-canary/);
  await review();
  expect(await shown()).not.toMatch(/made-up-lab-secret|MADE-UP-LAB-ACCESS|a-canary/);
  expect(page.url()).not.toContain('canary');
  expect(await page.title()).not.toContain('canary');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('a-canary-that-nobody-sees');
  await expect(page.getByText('No setting for')).toBeVisible();
});

test('nothing breaks the content policy, and messages appear with real key presses', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const { control, goTo } = await openEditor(page, program, 'sdk.metrics');
  await control('sdk.metrics.file_history_size').press('End');
  await page.keyboard.type('12x');
  await expect(page.getByText('Not written yet: this needs a whole number')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.getByText('Not written yet')).toHaveCount(0);
  await expect(control('sdk.metrics.file_history_size')).toHaveValue('12');

  await goTo('sdk.aws.s3');
  await control('sdk.aws.s3.credentials.0.host').press('End');
  for (const _ of ':9000') await page.keyboard.press('Backspace');
  await expect(page.getByText('Add the port, as in minio.example.com:9000.')).toBeVisible();
  await page.keyboard.type(':9001');
  await expect(page.getByText('Add the port')).toHaveCount(0);

  await goTo('api');
  await control('api.api_server').press('Home');
  await page.keyboard.type('x ');
  await expect(page.getByText('Start it with http:// or https://')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('who clicks into the middle of a box with suggestions can type there', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  const place = 'sdk.storage.cache.disk_space_file_size_strategy.size';
  const { control } = await openEditor(page, program, place);
  await control(`${place}.max_used_bytes`).click();
  await page.keyboard.type('50GB');
  await expect(control(`${place}.max_used_bytes`)).toHaveValue('50GB');
});

test('a link leads to a setting, and the title says what is not saved', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditor(page, program, 'sdk.aws.s3.region');
  await expect(control('sdk.aws.s3.region')).toBeFocused();
  await expect(page).toHaveTitle('sdk-dump.conf – clearml-conf');
  await control('sdk.aws.s3.region').fill('eu');
  await expect(page).toHaveTitle('● sdk-dump.conf – clearml-conf');
});

test('leaving with unsaved changes is asked about', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await expect(page).toHaveTitle(/^● /);
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await closing;
});

const sizes = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const;

for (const { width, height } of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${width} pixels, ${colorScheme}: axe finds nothing and nothing is cut off`, async ({ page, workplace }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const program = await workplace.start({
        path: await workplace.fixture('minio.conf'),
        environment: { CLEARML_API_HOST: 'http://other' },
      });
      const { control, goTo } = await openEditor(page, program);
      await settled(page, 'start');
      await control('api.api_server').fill('no-scheme');
      await settled(page, 'edited');
      await goTo('sdk.aws.s3');
      await expect(control('sdk.aws.s3.credentials.0.host')).toBeVisible();
      await settled(page, 'cards');
      await page.keyboard.press('Control+s');
      await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
      await settled(page, 'review');
    });
  }
}

/** Checks the state the page is in: no findings, no sideways scrolling. */
async function settled(page: Page, state: string): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(wide, `${state} scrolls sideways`).toBe(false);
  expect(await axeFindings(page), state).toEqual([]);
}

test('the theme can be chosen and is kept', async ({ page, workplace }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
  const light = await paper();
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  expect(await paper()).toBe(light);
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  await expect.poll(paper).toBe(dark);
});

test('a small window has drawers for the sections and for the file', async ({ page, workplace }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditorNarrow(page, program.address);
  await page.getByRole('button', { name: 'Sections' }).click();
  await page.getByRole('link', { name: /Messages of the package/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Messages of the package' })).toBeVisible();
  await page.getByRole('button', { name: 'Show the file' }).click();
  await expect(page.getByRole('complementary', { name: 'The file' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'The file' })).toBeHidden();
  await expect(control('sdk.log.task_log_buffer_capacity')).toBeVisible();
});

async function openEditorNarrow(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
  return { control: (path: string) => page.locator(`[id="${path}"]`) };
}
