import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeFindings, bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'The text of the file' });

/** Puts the caret behind the first place with this text. */
async function caretAfter(page: Page, text: string): Promise<void> {
  await box(page).press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find' }).pressSequentially(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await box(page).press('ArrowRight');
}

test('what is typed as text stands in the form, is undone by the page, and is saved byte for byte', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('crlf.conf') });
  const before = await bytesOf(program);
  const { control, changedLines, review, save, goTo } = await openEditor(page, program);
  await page.getByRole('link', { name: 'Edit as text' }).last().click();
  await expect(box(page)).toBeFocused();
  await caretAfter(page, '"https://files.clear.ml"');
  await page.keyboard.press('Enter');
  await page.keyboard.type('auth_token_ttl: 60 / 2');
  await expect.poll(changedLines).toEqual(['+    auth_token_ttl: 60 / 2']);
  for (let key = 0; key < 4; key += 1) await page.keyboard.press('Backspace');
  await expect.poll(changedLines).toEqual(['+    auth_token_ttl: 60']);

  await page.getByRole('link', { name: 'api.web_server' }).waitFor({ state: 'detached' });
  await goTo('api.web_server');
  await control('api.web_server').fill('https://mine.example');
  await goTo('text');
  await expect(box(page)).toContainText('https://mine.example');
  await page.keyboard.press('Control+z');
  await expect(box(page)).not.toContainText('https://mine.example');
  await page.keyboard.press('Control+Shift+z');
  await review();
  await save();
  const end = '\r\n';
  expect(await bytesOf(program)).toBe(
    before
      .replace('"https://app.clear.ml"', '"https://mine.example"')
      .replace(`"https://files.clear.ml"${end}`, `"https://files.clear.ml"${end}    auth_token_ttl: 60${end}`),
  );
});

test('who types while somebody else changes the file goes on in their own line, and both texts are saved', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('crlf.conf') });
  const before = await bytesOf(program);
  const { review, save } = await openEditor(page, program, 'text');
  await caretAfter(page, '"https://files.clear.ml"');
  const typed = ` # ${'what somebody writes here takes a while '.repeat(2)}`;
  const typing = page.keyboard.type(typed, { delay: 40 });
  const outside = `# theirs\r\n${before}# theirs too\r\n`;
  await writeFile(program.path, outside);
  await typing;
  await expect(box(page)).toContainText('# theirs too');
  await page.keyboard.type('end');
  await review();
  await save();
  const own = '"https://files.clear.ml"';
  expect(await bytesOf(program)).toBe(outside.replace(own, `${own}${typed}end`));
});

test('Enter behind a value that is whole begins a new line', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('crlf.conf') });
  const { changedLines } = await openEditor(page, program, 'text');
  await caretAfter(page, '"https://files.clear.ml"');
  await page.keyboard.press('Enter');
  await page.keyboard.type('verify_certificate: tru');
  await expect(page.locator('.cm-tooltip-autocomplete')).toBeVisible();
  await page.keyboard.type('e');
  await expect(page.locator('.cm-tooltip-autocomplete')).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.type('# mine');
  await expect.poll(changedLines).toEqual(['+    verify_certificate: true', '+    # mine']);
});

test('a whole minute of typing at once loses no letter', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('agent-dump.conf') });
  const { changedLines } = await openEditor(page, program, 'text');
  const sentence = '# the quick brown fox jumps over the lazy dog, and the lazy dog says nothing at all';
  await box(page).press('Control+Home');
  await page.keyboard.type(sentence);
  await page.keyboard.press('Enter');
  await expect.poll(changedLines).toEqual([`+${sentence}`]);
});

test('secrets are masked until one is asked for, and masked again when the caret leaves it', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  await openEditor(page, program, 'text');
  await expect(box(page)).toContainText('credentials');
  for (const secret of ['made-up#with-a-sign', 'made-up-word', 'made-up-archive-word'])
    await expect(box(page)).not.toContainText(secret);
  await caretAfter(page, 'secret_key');
  await page.keyboard.press('F2');
  await expect(box(page)).toContainText('MADE-UP');
  await page.keyboard.press('F2');
  await expect(box(page)).not.toContainText('MADE-UP');
  await page.keyboard.press('F2');
  await expect(box(page)).toContainText('MADE-UP');
  await page.keyboard.press('Control+Home');
  await expect(box(page)).not.toContainText('MADE-UP');
  await box(page).locator('.secret').nth(1).click();
  await expect(box(page)).toContainText('made-up#with-a-sign');
});

test('names and values are offered, and what is taken reads', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('pasted-block.conf') });
  const { changedLines } = await openEditor(page, program, 'text');
  await box(page).press('Control+End');
  await page.keyboard.type('\nagent.package_manager.ty');
  await page.getByRole('option', { name: 'type' }).click();
  await page.getByRole('option', { name: '"conda"' }).click();
  await expect.poll(changedLines).toContain('+agent.package_manager.type: "conda"');
});

test('a problem is underlined, said at its place, and mended there', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('broken-brace.conf') });
  const { changedLines } = await openEditor(page, program, 'text');
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
  await box(page).press('F8');
  const told = page.locator('.cm-tooltip').getByText('This brace is never closed.');
  await expect(told).toBeVisible();
  await box(page).press('F8');
  await page.locator('.cm-tooltip').getByRole('button', { name: 'Mend it' }).click();
  await expect.poll(changedLines).not.toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(changedLines).toEqual([]);
});

test('what is told of a key stands over what is beside the text', async ({ page, workplace }) => {
  await page.setViewportSize({ width: 1300, height: 800 });
  const content = `api {\n${' '.repeat(40)}api_server: "http://old"\n}\n`;
  const program = await workplace.start({ path: await workplace.file('clearml.conf', content) });
  await openEditor(page, program, 'text');
  await box(page).getByText('api_server').first().hover();
  const card = page.locator('.setting-card');
  await expect(card).toBeVisible();
  const [told, file] = [await card.boundingBox(), await page.locator('.file-pane').boundingBox()];
  if (!told || !file) throw new Error('there is no card, or no file beside the text');
  expect(told.x + told.width).toBeGreaterThan(file.x);
  await card.click({ position: { x: told.width - 4, y: told.height / 2 }, trial: true });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the text view is without findings, ${scheme}, and keeps to the content policy`, async ({ page, workplace }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const program = await workplace.start({ path: await workplace.fixture('broken-brace.conf') });
    await openEditor(page, program, 'text');
    await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('what is half typed is told below the text and moves no line of it', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program, 'text');
  const top = async () => (await page.locator('.text-host').boundingBox())?.y;
  await caretAfter(page, 'api {');
  const before = await top();
  await page.keyboard.press('Enter');
  await page.keyboard.type('ver');
  await expect(page.getByRole('alert').filter({ hasText: 'ClearML cannot read this file' })).toBeInViewport();
  expect(await top()).toBe(before);
});
