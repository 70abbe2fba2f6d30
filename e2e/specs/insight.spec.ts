import { axeFindings, bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

const file = [
  'api {',
  '  api_server: "http://file:8008"',
  '  web_server: "http://web:8080/"',
  '  credentials { access_key: "AK", secret_key: "CANARY" }',
  '}',
  'sdk.default_output_uri: "s3://bucket"',
  'sdk.aws.s3.region: "us-east-1"',
  '',
].join('\n');

const environment = {
  CLEARML_API_HOST: 'http://variable:8008',
  CLEARML_API_SECRET_KEY: 'CANARY-OF-THE-VARIABLE',
  AWS_DEFAULT_REGION: 'eu-west-1',
};

test('a row explains what ClearML uses, before anybody types in vain', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', file);
  const editor = await openEditor(page, await workplace.start({ path, environment }), 'api.api_server');
  const row = editor.row('api.api_server');
  await expect(row).toContainText('CLEARML_API_HOST is set to http://variable:8008 and wins over the file here');
  await row.getByRole('button', { name: /^Explain/ }).click();
  await expect(row.getByRole('note')).toContainText(
    'ClearML uses “http://variable:8008”: CLEARML_API_HOST is set and wins over line 2 of this file.',
  );
  await expect(row.getByRole('note')).toContainText('the one clearml-conf was started in');
  await expect(row.getByRole('note')).toContainText('CLEARML_AGENT__API__API_SERVER');

  await editor.goTo('sdk.aws.s3.region');
  const region = editor.row('sdk.aws.s3.region');
  await region.getByRole('button', { name: /^Explain/ }).click();
  await expect(region.getByRole('note')).toContainText('The SDK uses “us-east-1”');
  await expect(region.getByRole('note')).toContainText('The agent uses “eu-west-1”');
  expect(await axeFindings(page)).toEqual([]);
});

test('what surprises about a setting is read on demand, and found by its words', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', file);
  const editor = await openEditor(page, await workplace.start({ path }), 'api.files_server');
  const note = editor.row('api.files_server').getByText('localhost works only for you');
  await expect(note).toBeHidden();
  await editor.row('api.files_server').getByRole('button', { name: /^more/ }).click();
  await expect(note).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('works only for you');
  await expect(page.locator('#settings')).toContainText('api.files_server');
});

test('of a secret it says where it comes from, never what it is', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', file);
  const editor = await openEditor(page, await workplace.start({ path, environment }), 'api.credentials.secret_key');
  const row = editor.row('api.credentials.secret_key');
  await row.getByRole('button', { name: /^Explain/ }).click();
  await expect(row.getByRole('note')).toContainText('a value that stays hidden: CLEARML_API_SECRET_KEY is set');
  await expect(page.locator('body')).not.toContainText('CANARY');
});

test('the file that ClearML merges below is told with its line', async ({ page, workplace }) => {
  await workplace.file('home/trains.conf', '\nsdk.metrics.images.quality: 50\napi.credentials.secret_key: "CANARY"\n');
  await workplace.file('home/clearml.conf', 'api.api_server: "http://a:8008"\n');
  const editor = await openEditor(page, await workplace.start({ path: null }), 'sdk.metrics.images.quality');
  const row = editor.row('sdk.metrics.images.quality');
  await row.getByRole('button', { name: /^Explain/ }).click();
  await expect(row.getByRole('note')).toContainText(/ClearML uses 50: it stands in line 2 of .*trains\.conf/);
  await expect(page.locator('body')).not.toContainText('CANARY');
});

test('what is wrong is said in the row and mended with one press', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', file);
  const program = await workplace.start({ path });
  const editor = await openEditor(page, program, 'api.web_server');
  await editor
    .row('api.web_server')
    .getByRole('button', { name: /^Leave the slash out/ })
    .click();
  await expect(editor.control('api.web_server')).toHaveValue('http://web:8080');
  await expect(editor.row('api.web_server').locator('.advice')).toHaveCount(0);

  await editor.goTo('');
  const stray = page.getByRole('region', { name: '1 key that ClearML does not read' });
  await expect(stray).toContainText('It belongs at sdk.development.default_output_uri.');
  expect(await axeFindings(page)).toEqual([]);
  await stray.getByRole('button', { name: /^Move it there/ }).click();
  await expect(stray).toHaveCount(0);
  await editor.review();
  await editor.save();
  const text = await bytesOf(program);
  expect(text).toContain('default_output_uri: "s3://bucket"');
  expect(text).toContain('web_server: "http://web:8080"\n');
  expect(text).not.toContain('sdk.default_output_uri');
});

test('focus goes on to the next button where one is gone with what it mended', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', 'api { web_server: "http://web:8080/", a: 1, b: 2, c: 3 }\n');
  const editor = await openEditor(page, await workplace.start({ path }), 'api.web_server');
  await editor
    .row('api.web_server')
    .getByRole('button', { name: /^Leave the slash out/ })
    .press('Enter');
  await expect(editor.row('api.web_server')).toBeFocused();

  await editor.goTo('');
  await page.getByRole('button', { name: 'Worth a look 3' }).click();
  const takeOut = (key: string) => page.getByRole('button', { name: `Take it out: api.${key}` });
  await takeOut('a').press('Enter');
  await expect(takeOut('b')).toBeFocused();
  await takeOut('c').press('Enter');
  await expect(takeOut('b')).toBeFocused();
  await takeOut('b').press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('everything that is worth a look is one press away', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', file);
  await openEditor(page, await workplace.start({ path }));
  await page.getByRole('button', { name: 'Worth a look 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '1 setting and 1 key worth a look' })).toBeVisible();
  await expect(page.locator('[data-setting="api.web_server"] .advice')).toBeVisible();
  await page.getByRole('button', { name: /^Take it out: sdk\.default_output_uri/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '1 setting' })).toBeVisible();
});
