import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeFindings, bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

const heading = { name: 'The file changed on disk while you were editing' } as const;
const merged = (page: Page) => page.getByRole('status').filter({ hasText: 'stand together now, as nothing overlaps' });
const former = 'http://clearml.lab.example:8008';

/** The page does not get to see that the file changed before it saves. */
async function seeNothingUntilSave(page: Page): Promise<void> {
  let hasSaved = false;
  await page.route('**/api/document', (route) => {
    if (route.request().method() === 'PUT') hasSaved = true;
    return hasSaved ? route.continue() : route.fulfill({ status: 304 });
  });
  // A look that was on its way has had its answer by the next one.
  await page.waitForResponse('**/api/document');
}

test('both sides stand together quietly where nothing overlaps, comments and unknown keys kept', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, review, save } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  const outside = `# somebody was here\n${before.replace(':8080', ':9090')}unknown.key: 1 # theirs\n`;
  await writeFile(program.path, outside);
  await expect(merged(page)).toBeVisible();
  await expect(control('api.web_server')).toHaveValue('http://clearml.lab.example:9090');
  await expect(control('api.api_server')).toHaveValue('http://mine');
  expect(await bytesOf(program)).toBe(outside);
  await review();
  await save();
  expect(await bytesOf(program)).toBe(outside.replace(former, 'http://mine'));
});

test('whoever is in the review is led out of it, as it shows another text than would be saved', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, review, save } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await review();
  await writeFile(program.path, `# seen\n${before}`);
  await expect(merged(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeEnabled();
  await review();
  await save();
  expect(await bytesOf(program)).toBe(`# seen\n${before.replace(former, 'http://mine')}`);
});

test('a save that comes too late writes nothing, and goes on with both sides', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, review, save } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await review();
  await seeNothingUntilSave(page);
  await writeFile(program.path, `# seen\n${before}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(merged(page)).toBeVisible();
  expect(await bytesOf(program)).toBe(`# seen\n${before}`);
  await review();
  await save();
  expect(await bytesOf(program)).toBe(`# seen\n${before.replace(former, 'http://mine')}`);
});

test('overlapping places are chosen one by one, and undo leads back to the own side', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, save } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await control('api.credentials.secret_key').fill('canary-mine');
  const outside = `# seen\n${before.replace(former, 'http://theirs').replace('made-up-lab-secret', 'canary-theirs')}`;
  await writeFile(program.path, outside);
  await expect(page.getByRole('heading', heading)).toBeVisible();
  await expect(page.locator('#conflict')).toContainText(
    'API server address: “http://clearml.lab.example:8008” → “http://theirs”',
  );
  await expect(page.getByRole('button', { name: /^Review/ })).toBeDisabled();
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Enter');
  const places = page.locator('.place');
  await expect(places).toHaveCount(2);
  await expect(places.first()).toContainText('API server address');
  expect(await page.content()).not.toContain('canary');
  expect(await axeFindings(page)).toEqual([]);
  await expect(page.getByRole('button', { name: '2 choices left' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(places.first().getByRole('radio', { name: 'On disk' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+s');
  await expect(places.nth(1).getByRole('radio', { name: 'On disk' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Put together and review' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
  expect(await bytesOf(program)).toBe(outside);
  await save();
  expect(await bytesOf(program)).toBe(outside.replace('canary-theirs', 'canary-mine'));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(control('api.api_server')).toHaveValue('http://mine');
});

test('line ends of CR LF and a missing last line end stay as they are', async ({ page, workplace }) => {
  const text = 'api {\r\n  api_server: "a"\r\n  web_server: "w"\r\n}\r\nunknown: 1';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const { control, review, save } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await writeFile(program.path, text.replace('unknown: 1', 'unknown: 2'));
  await expect(merged(page)).toBeVisible();
  await review();
  await save();
  expect(await bytesOf(program)).toBe(text.replace('"a"', '"http://mine"').replace('unknown: 1', 'unknown: 2'));
});

test('a brace that was mended here stands beside what changed there', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', '\ufeffapi.api_server: "a"\n') });
  const { control, review, save } = await openEditor(page, program);
  await page.getByRole('button', { name: /^Mend it/ }).click();
  await control('api.web_server').fill('http://mine');
  await writeFile(program.path, '\ufeffapi.api_server: "a"\n\n\n# theirs\n');
  await expect(merged(page)).toBeVisible();
  await review();
  await save();
  expect(await bytesOf(program)).toBe('api.api_server: "a"\napi.web_server: "http://mine"\n\n\n# theirs\n');
});

test('a setting that both sides set in different lines is asked about', async ({ page, workplace }) => {
  const text = 'agent {\n  # worker_name: ""\n}\napi {\n  api_server: "a"\n}\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const { control } = await openEditor(page, program, 'agent');
  await control('agent.worker_name').fill('mine');
  await writeFile(program.path, `${text}agent.worker_name: "theirs"\n`);
  await page.getByRole('button', { name: 'Choose, place by place' }).click();
  const place = page.locator('.place');
  await expect(place).toContainText('Both sides set it, in different places of the file.');
  await place.getByRole('radio', { name: /^On disk/ }).check();
  await page.getByRole('button', { name: 'Put together and review' }).click();
  await page.getByRole('button', { name: 'Back to the settings' }).click();
  await expect(control('agent.worker_name')).toHaveValue('theirs');
});

test('entries that were put into a list outside are kept beside one that was removed here', async ({
  page,
  workplace,
}) => {
  const list = 'sdk.aws.s3.credentials: [\n  { host: "one:9000" }\n  { host: "two:9000" }\n]\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', list) });
  const { review, save } = await openEditor(page, program, 'sdk.aws.s3');
  await page.getByRole('button', { name: 'Remove: one:9000' }).click();
  await writeFile(program.path, list.replace('[\n', '[\n  { host: "new:9000" }\n'));
  await expect(merged(page)).toBeVisible();
  await review();
  await save();
  expect(await bytesOf(program)).toBe(list.replace('"one:9000"', '"new:9000"'));
});

test('a conflict ends when the file is back as it was, and undo gives back what was dropped for it', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const outside = before.replace(former, 'http://theirs');
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await writeFile(program.path, outside);
  await expect(page.getByRole('heading', heading)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toHaveAccessibleDescription(
    'First choose what to do about the file that changed on disk.',
  );
  await writeFile(program.path, before);
  await expect(page.getByRole('heading', heading)).toHaveCount(0);
  await expect(control('api.api_server')).toHaveValue('http://mine');
  await writeFile(program.path, outside);
  await page.getByRole('button', { name: 'Load the new file and drop my changes' }).click();
  await expect(control('api.api_server')).toHaveValue('http://theirs');
  await page.keyboard.press('Control+z');
  await expect(control('api.api_server')).toHaveValue('http://mine');
  expect(await readFile(program.path, 'utf8')).toBe(outside);
});

test('a file that cannot be read any more is said to be so, also to a save, and the page goes on when it can', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, review, save } = await openEditor(page, program);
  const unreadable = page.getByRole('alert').filter({ hasText: 'The file on disk cannot be read now' });
  await control('api.api_server').fill('http://mine');
  await review();
  await seeNothingUntilSave(page);
  const latin = Buffer.concat([Buffer.from('# '), Buffer.of(0xe9), Buffer.from(`\n${before}`)]);
  await writeFile(program.path, latin);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(unreadable).toContainText('Line 1 holds bytes that are no UTF-8.');
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toHaveAccessibleDescription(
    'The file on disk cannot be read now.',
  );
  await page.keyboard.press('Control+s');
  await expect(unreadable).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  expect(await readFile(program.path)).toEqual(latin);
  await writeFile(program.path, `# seen\n${before}`);
  await expect(merged(page)).toBeVisible();
  await expect(control('api.api_server')).toHaveValue('http://mine');
  await review();
  await save();
  expect(await bytesOf(program)).toBe(`# seen\n${before.replace(former, 'http://mine')}`);
});

test('discarding all takes along what is no value yet, and undo gives it back', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control } = await openEditor(page, program, 'sdk.log');
  const number = control('sdk.log.task_log_buffer_capacity');
  await number.fill('12x');
  await page.getByRole('button', { name: 'Discard all' }).click();
  await expect(number).not.toHaveValue('12x');
  await page.keyboard.press('Control+z');
  await expect(number).toHaveValue('12x');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the choice fits a phone, ${colorScheme}`, async ({ page, workplace }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
    const before = await bytesOf(program);
    const { control } = await openEditor(page, program);
    await control('api.api_server').fill('http://mine');
    await writeFile(program.path, before.replace(former, 'http://theirs'));
    await page.getByRole('button', { name: 'Choose, place by place' }).click();
    await expect(page.locator('.place')).toHaveCount(1);
    expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(
      false,
    );
    expect(await axeFindings(page)).toEqual([]);
  });
}
