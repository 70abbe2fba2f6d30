import type { Dirent } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeFindings, bytesOf, editorOn, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';
import type { Workplace } from '../workplace.ts';

const before = 'api { api_server: "http://old" }\n';
const offer = 'Unsaved changes were kept';

/** All unsaved texts in the state folder. */
async function keptTexts({ home }: Workplace): Promise<readonly string[]> {
  const files = await readdir(home, { recursive: true, withFileTypes: true }).catch(() => []);
  // One that is still being written has a hidden name, and would be lost with a program that is killed now.
  const isKept = ({ name, parentPath }: Dirent) => parentPath.endsWith('drafts') && !name.startsWith('.');
  const drafts = files.filter((entry) => entry.isFile() && isKept(entry));
  // One that is just being removed is gone.
  const texts = drafts.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).filter((text) => text !== '');
}

test('what was typed is kept within a second, and is gone once it is saved or discarded', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  // A second of the page, however long that takes here; the way to the disk is left some of it.
  await page.clock.install();
  const { control, review, save } = await openEditor(page, program);
  await page.clock.pauseAt(Date.now() + 60_000);
  await control('api.api_server').fill('http://typed');
  // What is typed is worked out once the letter itself is painted.
  await page.clock.runFor(200);
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeVisible();
  expect(await keptTexts(workplace)).toEqual([]);
  await page.clock.runFor(500);
  await expect.poll(() => keptTexts(workplace)).toHaveLength(1);
  await page.clock.resume();
  expect((await keptTexts(workplace))[0]).toContain('http://typed');
  await page.getByRole('button', { name: 'Discard all' }).click();
  await expect.poll(() => keptTexts(workplace)).toEqual([]);
  await control('api.api_server').fill('http://typed');
  await expect.poll(() => keptTexts(workplace)).toHaveLength(1);
  await review();
  await save();
  await expect.poll(() => keptTexts(workplace)).toEqual([]);
});

test('a page that crashed offers its draft, and applies nothing unasked', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://typed');
  await expect.poll(() => keptTexts(workplace)).toHaveLength(1);
  const context = page.context();
  await page.goto('chrome://crash').catch(() => undefined);

  const next = await context.newPage();
  const { control: again, review, save } = await openEditor(next, program);
  await expect(next.getByRole('heading', { name: offer })).toBeVisible();
  await expect(next.getByText(/^From (?:today|yesterday), .*: API server address\./)).toBeVisible();
  await expect(again('api.api_server')).toHaveValue('http://old');
  expect(await axeFindings(next)).toEqual([]);
  await next.getByRole('button', { name: 'Take them up' }).click();
  await expect(again('api.api_server')).toHaveValue('http://typed');
  await review();
  await save();
  expect(await bytesOf(program)).toBe(before.replace('http://old', 'http://typed'));
  await expect.poll(() => keptTexts(workplace)).toEqual([]);
});

test('a draft outlives the program and its page, and is deleted when it is not wanted', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', before);
  const program = await workplace.start({ path });
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://typed');
  await expect.poll(() => keptTexts(workplace)).toHaveLength(1);
  await program.stop('SIGKILL');
  await page.close();

  const again = await workplace.start({ path });
  const next = await page.context().newPage();
  await openEditor(next, again);
  await expect(next.getByRole('heading', { name: offer })).toBeVisible();
  await next.getByRole('button', { name: 'Delete them' }).click();
  await expect(next.getByRole('heading', { name: offer })).toHaveCount(0);
  await expect.poll(() => keptTexts(workplace)).toEqual([]);
  expect(await bytesOf(again)).toBe(before);
});

test('the draft of a page that is still open is not offered to another', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://typed');
  await expect.poll(() => keptTexts(workplace)).toHaveLength(1);
  const other = await page.context().newPage();
  await openEditor(other, program);
  await other.waitForTimeout(2000);
  await expect(other.getByRole('heading', { name: offer })).toHaveCount(0);
});

test('a draft for a file that changed meanwhile is no overwriting of what changed', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', before);
  const program = await workplace.start({ path });
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://typed');
  await expect.poll(() => keptTexts(workplace)).toHaveLength(1);
  await page.close();
  await writeFile(path, `# somebody was here\n${before}\nsdk.aws.s3.region: "eu"\n`);

  const next = await page.context().newPage();
  await openEditor(next, program);
  await next.getByRole('button', { name: 'Take them up' }).click();
  const { control: again } = editorOn(next);
  await expect(again('api.api_server')).toHaveValue('http://typed');
  await next.getByRole('button', { name: 'Review 1 change' }).click();
  await next.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(next.getByText(/^Saved\./)).toBeVisible();
  expect(await bytesOf(program)).toBe(
    `# somebody was here\n${before.replace('http://old', 'http://typed')}\nsdk.aws.s3.region: "eu"\n`,
  );
});

test('what could not be written, and what is no value yet, is kept and offered too', async ({ page, workplace }) => {
  const text = 'api: 5\nsdk { metrics { file_history_size: 12 } }\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const size = 'sdk.metrics.file_history_size';
  const { control, goTo } = await openEditor(page, program, 'sdk.metrics');
  await control(size).fill('12x');
  await goTo('api');
  await control('api.api_server').fill('http://refused');
  await expect
    .poll(async () => (await keptTexts(workplace)).join())
    .toMatch(/12x.*http:\/\/refused|http:\/\/refused.*12x/s);
  await page.close();

  const next = await page.context().newPage();
  const { control: again, goTo: to, row } = await openEditor(next, program, 'api');
  await expect(next.getByText(/begun and not yet written: API server address, /)).toBeVisible();
  await next.getByRole('button', { name: 'Take them up' }).click();
  await expect(again('api.api_server')).toHaveValue('http://refused');
  await expect(row('api.api_server').getByText(/^Not written: a plain value stands/)).toBeVisible();
  await to('sdk.metrics');
  await expect(again(size)).toHaveValue('12x');
  await expect(row(size).getByText('Not written yet')).toBeVisible();
  await next.getByRole('button', { name: 'Discard all' }).click();
  await expect(again(size)).toHaveValue('12');
  await expect.poll(() => keptTexts(workplace)).toEqual([]);
  expect(await bytesOf(program)).toBe(text);
});
