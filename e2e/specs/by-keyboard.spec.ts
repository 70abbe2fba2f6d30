import type { Locator, Page } from '@playwright/test';
import { bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

/** No mouse, and no focus but what Tab, arrows and the keys of the page give. */
const hands = (page: Page) => ({
  press: (...keys: readonly string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve()),
  type: (text: string) => page.keyboard.type(text),
  /** Tab until it has focus. */
  reach: async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 150; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    await expect(target).toBeFocused();
  },
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Review and save as the keys do it. */
async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: /^Review \d+ change/ })).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved\./)).toBeVisible();
}

test('a commented-out setting is switched on where it stands', async ({ page, workplace }) => {
  const file = 'agent {\n  # a name of its own\n  # worker_name: "left as comment"\n}\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', file) });
  await openEditor(page, program);
  const { press, type } = hands(page);

  await type('/worker_name');
  await expect(page.getByRole('heading', { level: 1, name: /worker_name/ })).toBeVisible();
  await press('Enter', 'Control+a');
  await type('mine');
  await save(page);
  expect(await bytesOf(program)).toBe(file.replace('# worker_name: "left as comment"', 'worker_name: "mine"'));
});

test('entries of S3 are added, copied, moved and removed', async ({ page, workplace }) => {
  const file = 'sdk.aws.s3.credentials: [\n  { bucket: "one" } # the old one\n  { bucket: "two" }\n]\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', file) });
  const { control } = await openEditor(page, program, 'sdk.aws.s3');
  const { press, type, reach } = hands(page);
  const bucket = (at: number) => control(`sdk.aws.s3.credentials.${at}.bucket`);

  await reach(button(page, 'Add an entry'));
  await press('Enter');
  await reach(bucket(2));
  await type('three');
  await reach(button(page, 'Duplicate: one'), 'Shift+Tab');
  await press('Enter');
  await reach(bucket(1));
  await press('Control+a');
  await type('copy');
  await reach(button(page, 'Move down: copy'), 'Shift+Tab');
  await press('Enter');
  await expect(bucket(2)).toHaveValue('copy');
  await reach(button(page, 'Remove: three'));
  await press('Enter');
  await save(page);
  const get = ['get', 'sdk.aws.s3.credentials', '--file', program.path];
  expect(JSON.parse((await workplace.terminal(get)).stdout)).toEqual(
    ['one', 'two', 'copy'].map((name) => ({ bucket: name })),
  );
  expect(await bytesOf(program)).toContain('  { bucket: "one" } # the old one\n');
});

test('the table of environment variables is changed, filled in and thinned out', async ({ page, workplace }) => {
  const file = 'environment {\n  HF_HOME: "/data" # keep\n  OLD: "1"\n}\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', file) });
  const { row } = await openEditor(page, program, 'environment');
  const { press, type, reach } = hands(page);
  const table = row('environment');

  await reach(table.getByRole('textbox', { name: /HF_HOME/ }).last());
  await press('Control+a');
  await type('/fast');
  await reach(table.getByRole('button', { name: /^Remove.*OLD/ }));
  await press('Enter');
  await reach(table.getByRole('textbox').last());
  await type('OMP_NUM_THREADS');
  await press('Enter');
  await type('4');
  await save(page);
  expect(await bytesOf(program)).toBe('environment {\n  HF_HOME: "/fast" # keep\n  OMP_NUM_THREADS: "4"\n}\n');
});

test('a setting is set, reset, undone, done again, and all is discarded', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, row } = await openEditor(page, program, 'api');
  const { press, type, reach } = hands(page);
  const server = control('api.web_server');
  const reviewOf = (changes: string) => expect(button(page, `Review ${changes}`)).toBeVisible();

  await reach(server);
  const old = await server.inputValue();
  await press('Control+a');
  await type('http://mine');
  await reviewOf('1 change');
  await reach(
    row('api.web_server')
      .getByRole('button', { name: /^Reset|default/ })
      .first(),
  );
  await press('Enter');
  await expect(server).not.toHaveValue('http://mine');
  await press('Control+z');
  await expect(server).toHaveValue('http://mine');
  await press('Control+z');
  await expect(server).toHaveValue(old);
  await press('Control+Shift+z');
  await expect(server).toHaveValue('http://mine');
  await reach(button(page, 'Discard all'), 'Shift+Tab');
  await press('Enter');
  await expect(server).toHaveValue(old);
  await press('Control+z');
  await expect(server).toHaveValue('http://mine');
  expect(await bytesOf(program)).toBe(before);
});

test('what is typed as text is seen in the form, and the other way round', async ({ page, workplace }) => {
  const file = 'api {\n  web_server: "http://one"\n}\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', file) });
  const { control } = await openEditor(page, program, 'api');
  const { press, type, reach } = hands(page);

  await reach(control('api.web_server'));
  await press('Control+a');
  await type('http://form');
  await reach(page.getByRole('complementary').getByRole('link', { name: 'Edit as text' }));
  await press('Enter');
  const text = page.getByRole('textbox', { name: 'The text of the file' });
  await expect(text).toBeFocused();
  await expect(text).toContainText('http://form');
  await press('Control+Home', 'Enter', 'ArrowUp');
  await type('agent.worker_name: "typed"');
  await press('Control+k');
  await type('worker_name');
  await expect(page.getByRole('heading', { level: 1, name: /worker_name/ })).toBeVisible();
  await press('Enter');
  await expect(control('agent.worker_name')).toHaveValue('typed');
  await save(page);
  expect(await bytesOf(program)).toBe('agent.worker_name: "typed"\napi {\n  web_server: "http://form"\n}\n');
});
