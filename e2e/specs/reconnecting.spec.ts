import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { bytesOf, openEditor } from '../editor.ts';
import { linkIn, startLinkOf } from '../start-link.ts';
import { expect, test } from '../test.ts';
import type { Running, Workplace } from '../workplace.ts';

const posix = process.platform !== 'win32';
const old = 'http://clearml.lab.example:8008';

interface Began {
  readonly program: Running;
  readonly before: string;
}

/** A review that is ready to be saved. */
async function begin(page: Page, workplace: Workplace): Promise<Began> {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, review } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await review();
  return { program, before };
}

/** Kills the program at the next save, before or after it has written the file: the page gets no answer. */
async function killAtSave(page: Page, program: Running, when: 'before' | 'after'): Promise<void> {
  await page.route('**/api/document', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    if (when === 'after') await route.fetch();
    await program.stop('SIGKILL');
    await route.abort();
  });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^clearml-conf went away during the save/)).toBeVisible();
  await page.unroute('**/api/document');
}

function startAgain(workplace: Workplace, { path, port }: Running): Promise<Running> {
  return workplace.start({ path, words: ['--port', String(port)] });
}

test('after a save whose answer was lost the page says that the file was written', async ({ page, workplace }) => {
  const { program, before } = await begin(page, workplace);
  await killAtSave(page, program, 'after');
  const again = await startAgain(workplace, program);
  await expect(page.getByText(/^The file was written after all/)).toBeVisible();
  await expect(page.getByText(/^clearml-conf does not answer/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  expect(await bytesOf(again)).toBe(before.replace(old, 'http://mine'));
});

test('or that it was not, and the same review saves it', async ({ page, workplace }) => {
  const { program, before } = await begin(page, workplace);
  await killAtSave(page, program, 'before');
  const again = await startAgain(workplace, program);
  await expect(page.getByText(/^The file was not written/)).toBeVisible();
  expect(await bytesOf(again)).toBe(before);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await bytesOf(again)).toBe(before.replace(old, 'http://mine'));
});

test('a save nobody heard of is no conflict with what was typed after it', async ({ page, workplace }) => {
  const { program, before } = await begin(page, workplace);
  await killAtSave(page, program, 'after');
  await page.getByRole('button', { name: 'Back to the settings' }).click();
  await page.locator('[id="api.web_server"]').fill('http://my-web');
  const again = await startAgain(workplace, program);
  await expect(page.getByText(/^The file was written after all/)).toBeVisible();
  await page.getByRole('button', { name: 'Review 1 change' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  const both = before.replace(old, 'http://mine').replace('http://clearml.lab.example:8080', 'http://my-web');
  expect(await bytesOf(again)).toBe(both);
});

test('a program that sleeps is told from one that answers', async ({ page, workplace }) => {
  test.skip(!posix, 'Windows has no such signal.');
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  program.signal('SIGSTOP');
  const lost = page.getByText(/^clearml-conf does not answer/);
  await expect(lost).toBeVisible();
  program.signal('SIGCONT');
  await expect(lost).toHaveCount(0);
  await expect(control('api.api_server')).toHaveValue('http://mine');
});

/** Lets the first save hang, with or without the file being written; later ones go through. */
async function hangAtSave(page: Page, isWritten: boolean): Promise<void> {
  let isFirst = true;
  await page.route('**/api/document', async (route) => {
    if (route.request().method() !== 'PUT' || !isFirst) return route.continue();
    isFirst = false;
    if (isWritten) await route.fetch();
  });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'clearml-conf does not answer yet' })).toBeVisible();
}

for (const isWritten of [false, true])
  test(`a save without an answer can be tried again, ${isWritten ? 'also if it was written' : 'which writes it'}`, async ({
    page,
    workplace,
  }) => {
    const { program, before } = await begin(page, workplace);
    await hangAtSave(page, isWritten);
    const alert = page.getByRole('alert').filter({ hasText: 'Nothing is lost' });
    await alert.getByRole('button', { name: 'Wait' }).click();
    await expect(alert).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(isWritten ? /^The file was written after all/ : /^Saved\./)).toBeVisible();
    await expect(page.getByText(/does not answer/)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
    expect(await bytesOf(program)).toBe(before.replace(old, 'http://mine'));
  });

test('a save that a sleeping program only answers when it wakes is right however it was tried', async ({
  page,
  workplace,
}) => {
  test.skip(!posix, 'Windows has no such signal.');
  const { program, before } = await begin(page, workplace);
  program.signal('SIGSTOP');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  program.signal('SIGCONT');
  await expect(page.getByText(/^Saved\.|^The file was written after all/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  expect(await bytesOf(program)).toBe(before.replace(old, 'http://mine'));
});

test('with --link a page that was loaded again says how to get back in, and the new link lets it', async ({
  page,
  workplace,
}) => {
  const path = await workplace.fixture('sdk-dump.conf');
  const program = await workplace.start({ path, words: ['--link'] });
  await page.goto(await startLinkOf(program));
  await expect(page.locator('#settings h1')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This page needs a link' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Start clearml-conf again with the same file');

  const { stdout } = await workplace.terminal(['--file', path, '--no-open']);
  await page.goto(linkIn(stdout));
  await expect(page.locator('#settings h1')).toBeVisible();
  expect(page.url()).not.toContain('start=');
});

test('a link that was used up says so', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf'), words: ['--link'] });
  await page.goto(await startLinkOf(program));
  await expect(page.locator('#settings h1')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(await startLinkOf(program));
  await expect(other.getByRole('heading', { name: 'This link was used already' })).toBeVisible();
});

test('with --link edits outlive another start of the program, and go on with its link', async ({ page, workplace }) => {
  const path = await workplace.fixture('sdk-dump.conf');
  const before = await readFile(path, 'utf8');
  const program = await workplace.start({ path, words: ['--link'] });
  await page.goto(await startLinkOf(program));
  await page.locator('[id="api.api_server"]').fill('http://mine');
  await program.stop('SIGKILL');
  const again = await workplace.start({ path, words: ['--link', '--port', String(program.port)] });
  await expect(page.getByText(/^clearml-conf was started again and asks for its link/)).toBeVisible();
  const secret = new URL(await startLinkOf(again)).hash;
  await page.evaluate((hash) => location.assign(hash), secret);
  await expect(page.getByText(/asks for its link/)).toHaveCount(0);
  await expect(page.locator('[id="api.api_server"]')).toHaveValue('http://mine');
  await page.getByRole('button', { name: 'Review 1 change' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await bytesOf(again)).toBe(before.replace(old, 'http://mine'));
});

test('a part of the page that cannot be loaded takes nothing with it, and comes when it can', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await page.route(/assets\/results-.*\.js$/, (route) => route.abort());
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await page.getByRole('searchbox').fill('region');
  await expect(page.getByText(/^This part of the page could not be loaded/)).toBeVisible();
  await page.unroute(/assets\/results-.*\.js$/);
  await expect(page.locator('#settings h1')).toContainText('region');
  await page.getByRole('searchbox').fill('');
  await expect(control('api.api_server')).toHaveValue('http://mine');
});
