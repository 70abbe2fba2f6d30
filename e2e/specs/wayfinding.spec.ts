import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { axeFindings, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('an address that names no setting says so and offers those like it', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program, 'api.api_sever');
  await expect(page.getByRole('heading', { name: 'There is no setting “api.api_sever”' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'API server address' }).click();
  await expect(page.locator('[id="api.api_server"]')).toBeFocused();
});

test('an undo that concerns another section goes there', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, goTo } = await openEditor(page, program, 'api');
  await control('api.api_server').fill('http://typed');
  await goTo('sdk.aws.s3');
  await expect(control('sdk.aws.s3.region')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(control('api.api_server')).toHaveValue('http://clearml.lab.example:8008');
  await expect(control('api.api_server')).toBeFocused();
  await goTo('sdk.aws.s3');
  await page.keyboard.press('Control+Shift+z');
  await expect(control('api.api_server')).toHaveValue('http://typed');
});

test('an undo while another section is on its way goes where it belongs', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditor(page, program, 'api');
  await control('api.api_server').fill('http://typed');
  await page.evaluate(() => {
    location.hash = '#/sdk.aws.s3';
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
  });
  await expect(page).toHaveURL(/#\/api\.api_server$/);
  await expect(control('api.api_server')).toHaveValue('http://clearml.lab.example:8008');
  await expect(control('api.api_server')).toBeFocused();
});

test('the file shows the place of the section that is opened', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { goTo } = await openEditor(page, program);
  const region = page.locator('.file-pane .diff-row').filter({ hasText: 'region' }).first();
  await expect(region).not.toBeInViewport();
  await goTo('sdk.aws.s3');
  await expect(region).toBeInViewport();
});

test('the keyboard skips to the settings with the first key', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program, 'sdk.aws.s3');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the settings' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(page.url()).toMatch(/#\/sdk\.aws\.s3$/);
});

test('focus stays where something is left to do once a button has nothing to do any more', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { row, control } = await openEditor(page, program, 'sdk.aws.s3');
  const region = row('sdk.aws.s3.region');
  for (const name of [/^Take it out of the file/, /^Undo this change/]) {
    await region.getByRole('button', { name }).press('Enter');
    await expect(region).toBeFocused();
  }
  await control('sdk.aws.s3.region').fill('typed');
  await page.getByRole('button', { name: 'Discard all' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the list of keys stands in the middle of the page and begins at its top', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.setViewportSize({ width: 390, height: 500 });
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Keys', exact: true })).toBeInViewport();
  const box = await page.getByRole('dialog', { name: 'Keys' }).boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - width / 2)).toBeLessThan(10);
});

test('a link to a setting leads there also when the page is loaded again', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditor(page, program, 'sdk.aws.s3.region');
  await expect(control('sdk.aws.s3.region')).toBeFocused();
  await page.reload();
  await expect(control('sdk.aws.s3.region')).toBeFocused();
});

for (const width of [320, 390]) {
  test(`at ${width} pixels nothing is wider than the page`, async ({ page, workplace }) => {
    await page.setViewportSize({ width, height: 700 });
    const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
    const { goTo, control } = await openEditor(page, program);
    const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overhang(), 'start').toBe(0);
    const heading = page.getByRole('heading', { level: 1 });
    for (const place of ['sdk.aws.s3', 'agent.package_manager', 'history', 'nowhere']) {
      const former = (await heading.textContent()) ?? '';
      await goTo(place);
      await expect(heading).not.toHaveText(former);
      expect(await overhang(), place).toBe(0);
    }
    await goTo('api');
    await control('api.api_server').fill('http://typed');
    await page.getByRole('button', { name: 'Review 1 change' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await overhang(), 'review').toBe(0);
  });
}

test('a missing folder is said, and the page goes on once it is there', async ({ page, workplace }) => {
  const folder = join(workplace.folder, 'not', 'yet');
  const program = await workplace.start({ path: join(folder, 'clearml.conf') });
  await page.goto(program.address);
  await expect(page.getByRole('heading', { name: 'The folder of this file does not exist' })).toBeVisible();
  await expect(page.getByText(`mkdir -p ${folder}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create the file' })).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await mkdir(folder, { recursive: true });
  await expect(page.getByRole('heading', { name: 'The folder of this file does not exist' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('title and sign of the tab say the file and whether it is saved', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditor(page, program);
  const icon = page.locator('link[rel="icon"]');
  await expect(page).toHaveTitle('sdk-dump.conf – clearml-conf');
  await expect(icon).toHaveAttribute('href', '/favicon.svg');
  await control('api.api_server').fill('http://typed');
  await expect(page).toHaveTitle('● sdk-dump.conf – clearml-conf');
  await expect(icon).toHaveAttribute('href', '/favicon-unsaved.svg');
  expect((await page.request.get(`${program.address}/favicon-unsaved.svg`)).status()).toBe(200);
});

test('a file that others can read is told quietly, with the command that mends it', async ({ page, workplace }) => {
  test.skip(process.platform === 'win32', 'Windows has no such modes.');
  const path = await workplace.fixture('sdk-dump.conf');
  await chmod(path, 0o644);
  const program = await workplace.start({ path });
  await openEditor(page, program);
  const sign = page.getByRole('button', { name: 'How private the file is' });
  await sign.click();
  await expect(page.getByText(`chmod 600 ${path}`)).toBeVisible();
  expect((await axeFindings(page)).filter((found) => found.includes('safety'))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByText(`chmod 600 ${path}`)).toBeHidden();
  expect((await stat(path)).mode & 0o777).toBe(0o644);
  await chmod(path, 0o600);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(sign).toHaveCount(0);
});

test('what people see stays until the part that takes its place is loaded', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  let bring = () => {};
  const isBrought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route(/\/text-pane-[^/]*\.js$/, async (route) => {
    await isBrought;
    await route.continue();
  });
  const { control } = await openEditor(page, program, 'api');
  const isAsked = page.waitForRequest(/\/text-pane-/);
  await page.getByRole('navigation').getByRole('link', { name: 'Edit as text' }).first().click();
  await isAsked;
  await expect(control('api.api_server')).toBeVisible();
  bring();
  await expect(page.locator('.text-pane')).toBeVisible();
  await expect(control('api.api_server')).toHaveCount(0);
});

test('far down a section, what was saved and what must restart is said in sight', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('agent-dump.conf') });
  const { control, review, save } = await openEditor(page, program, 'agent.git_user');
  await control('agent.git_user').fill('robot');
  await review();
  await save();
  await expect(control('agent.git_user')).toBeFocused();
  await expect(control('agent.git_user')).toBeInViewport();
  await expect(page.getByText(/^Saved\. 1 setting changed\./)).toBeInViewport({ ratio: 1 });
});

for (const width of [390, 1024, 1440, 1920]) {
  test(`${width} pixels: the help of a row ends with a sentence, and more shows the rest`, async ({
    page,
    workplace,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const program = await workplace.start({ path: await workplace.fixture('agent-dump.conf') });
    await openEditor(page, program, 'agent');
    const helps = page.locator('.row-help');
    await expect(helps.nth(20)).toBeAttached();
    const ends = () =>
      helps.evaluateAll((all) =>
        all.map((help) => {
          const { bottom } = help.getBoundingClientRect();
          const shown = [...help.querySelectorAll('.sentence:not([data-cut])')];
          const isWhole = shown.every((one) => one.getBoundingClientRect().bottom <= bottom + 1);
          return isWhole || help.getAttribute('data-sight') === 'part' ? '' : help.textContent;
        }),
      );
    await expect.poll(async () => (await ends()).filter((text) => text !== '')).toEqual([]);

    const name = helps.filter({ has: page.locator('[data-cut]') }).first();
    const last = name.locator('[data-cut]').last();
    await name.getByRole('button').click();
    await expect(last).toBeInViewport({ ratio: 1 });
  });
}
