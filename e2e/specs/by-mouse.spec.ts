import { bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

const servers = {
  'api.api_server': ['http://clearml.lab.example:8008', 'http://api.mine'],
  'api.web_server': ['http://clearml.lab.example:8080', 'http://web.mine'],
  'api.files_server': ['http://clearml.lab.example:8081', 'http://files.mine'],
} as const;

test('one option by a word that is searched for: three steps', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control } = await openEditor(page, program);
  const quality = control('sdk.metrics.images.quality');

  // Find it …
  await page.getByRole('searchbox').click();
  await page.keyboard.type('quality');
  // … change it …
  await quality.click({ clickCount: 3 });
  await page.keyboard.type('90');
  // … and save it.
  await page.getByRole('button', { name: 'Review 1 change' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await bytesOf(program)).toBe(before.replace(/quality: \d+/, 'quality: 90'));
});

test('a setting is set, reset, undone, done again, and all is discarded', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, row, changedLines } = await openEditor(page, program, 'api');
  const server = control('api.web_server');
  const [old, mine] = servers['api.web_server'];
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

  await server.click({ clickCount: 3 });
  await page.keyboard.type(mine);
  await row('api.web_server')
    .getByRole('button', { name: /^Take it out/ })
    .click();
  await expect(server).toHaveValue('');
  await expect.poll(changedLines).toEqual([`-    web_server: ${old}`, `+    # web_server: ${old}`]);
  await press(/^Undo \(/);
  await expect(server).toHaveValue(mine);
  await press(/^Undo \(/);
  await expect(server).toHaveValue(old);
  await press(/^Redo/);
  await expect.poll(changedLines).toEqual([`-    web_server: ${old}`, `+    web_server: ${mine}`]);
  await press('Discard all');
  await expect(server).toHaveValue(old);
  await expect.poll(changedLines).toEqual([]);
  expect(await bytesOf(program)).toBe(before);
});

test('one of five changes is taken back in the review, and the four others are saved', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, goTo, review, save } = await openEditor(page, program, 'api');
  for (const [path, [, mine]] of Object.entries(servers)) await control(path).fill(mine);
  await goTo('sdk.metrics.images.quality');
  await control('sdk.metrics.images.quality').fill('90');
  await goTo('sdk.aws.s3.region');
  await control('sdk.aws.s3.region').fill('eu-west-1');
  await review();
  await expect(page.locator('.change')).toHaveCount(5);
  const web = page.locator('.change').filter({ hasText: 'api.web_server' });
  await web.getByRole('button', { name: /^Undo this change/ }).click();
  await expect(page.getByRole('heading', { name: 'Review 4 changes' })).toBeVisible();
  await save();
  const { 'api.web_server': _, ...kept } = servers;
  const changed = Object.values(kept).reduce((text, [old, mine]) => text.replace(old, mine), before);
  expect(await bytesOf(program)).toBe(
    changed.replace(/quality: \d+/, 'quality: 90').replace('region: ""', 'region: "eu-west-1"'),
  );
});
