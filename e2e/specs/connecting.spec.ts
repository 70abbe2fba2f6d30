import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { goodKeys, startClearml } from '../clearml-server.ts';
import { axeFindings, bytesOf, editorOn } from '../editor.ts';
import { allPassed, blockOf, expectSteps, isDone, pasteInto, readingOf, sees } from '../pasting.ts';
import { expect, test } from '../test.ts';
import { fixtureFolder } from '../workplace.ts';

const secret = goodKeys.secretKey;

test('from nothing to a file with working credentials, by four keys: paste, test, review, save', async ({
  page,
  workplace,
}) => {
  const servers = await startClearml();
  const program = await workplace.start({
    environment: { CLEARML_CONFIG_FILE: join(workplace.folder, 'clearml.conf') },
  });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => said.push(request.url()));
  await page.goto(program.address);
  const box = page.getByRole('textbox', { name: 'Paste here what it shows' });
  await expect(box).toBeFocused();
  const words = (await sees(page)).replace(program.path, '').match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  expect(words.length).toBeLessThanOrEqual(60);

  await pasteInto(page, blockOf(servers, goodKeys));
  await expect(page.getByText('Understood: ClearML’s own block, 5 settings.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Test the connection' })).toBeFocused();
  expect(await sees(page)).not.toContain(secret);
  expect([servers.web, servers.api, servers.files].flatMap(({ asked }) => asked)).toEqual([]);
  await page.keyboard.press('Enter');
  await expectSteps(page, allPassed);
  await expect(page.getByText('Everything answers, and your keys are accepted.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review 5 changes' })).toBeFocused();
  await expect(stat(program.path)).rejects.toThrow('ENOENT');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Review 5 changes' })).toBeVisible();
  expect(await sees(page)).not.toContain(secret);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('heading', { name: 'ClearML is set up' })).toBeVisible();
  expect(await sees(page)).not.toContain(secret);

  said.push(page.url(), await page.title(), program.printed());
  said.push(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])'));
  expect(said.join('\n')).not.toContain(secret);

  const { web, api, files } = servers;
  expect(await bytesOf(program)).toBe(
    `# The keys come from the ClearML web page: Settings, Workspace, Create new credentials.
api {
    web_server: "${web.address}"
    api_server: "${api.address}"
    files_server: "${files.address}"
    credentials {
        access_key: "${goodKeys.accessKey}"
        secret_key: "${secret}"
    }
}
`,
  );
  if (process.platform !== 'win32') expect((await stat(program.path)).mode & 0o777).toBe(0o600);
  expect([...web.asked, ...files.asked].filter(({ authorization }) => authorization !== null)).toEqual([]);
  await page.getByRole('link', { name: 'Where models and artifacts are stored' }).click();
  await expect(editorOn(page).control('sdk.development.default_output_uri')).toBeFocused();
  await servers.close();
});

test('on the file of an agent only the five values change', async ({ page, workplace }) => {
  const servers = await startClearml();
  const path = await workplace.fixture('agent-dump.conf');
  const before = await readFile(path, 'utf8');
  const program = await workplace.start({ path });
  await page.goto(`${program.address}/#/`);
  await page.getByRole('link', { name: 'Connect to ClearML' }).click();
  await expect(page.getByRole('heading', { name: 'The connection in the file' })).toBeVisible();
  await pasteInto(page, blockOf(servers, goodKeys));
  await expect(page.getByText('The file has “http://clearml.lab.example:8008”.')).toBeVisible();
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expectSteps(page, allPassed);
  await page.getByRole('button', { name: 'Review 5 changes' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: isDone })).toBeVisible();

  const { web, api, files } = servers;
  const expected = before
    .replace('http://clearml.lab.example:8008', api.address)
    .replace('http://clearml.lab.example:8080', web.address)
    .replace('http://clearml.lab.example:8081', files.address)
    .replace('MADE-UP-AGENT-ACCESS', goodKeys.accessKey)
    .replace('made-up-agent-secret', secret);
  expect(await bytesOf(program)).toBe(expected);
  const was = JSON.parse(await readFile(join(fixtureFolder, 'agent-dump.json'), 'utf8'));
  expect(await readingOf(workplace, path)).toMatchObject({
    value: {
      ...was,
      api: {
        api_server: api.address,
        web_server: web.address,
        files_server: files.address,
        credentials: { access_key: goodKeys.accessKey, secret_key: secret },
      },
    },
  });
  await servers.close();
});

test('with an existing file by ten keys at most, at 390 pixels', async ({ page, workplace }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const servers = await startClearml();
  const path = await workplace.fixture('agent-dump.conf');
  const program = await workplace.start({ path });
  await page.goto(program.address);
  await expect(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const plug = page.getByRole('link', { name: 'Connect to ClearML' });
  const isThere = () => plug.evaluate((link) => link === link.ownerDocument.activeElement);
  while (keys < 6 && !(await isThere())) await press('Tab');
  await press('Enter');
  await expect(page.getByRole('textbox', { name: 'Paste new credentials' })).toBeFocused();
  keys += 1;
  await pasteInto(page, blockOf(servers, goodKeys));
  await expect(page.getByRole('button', { name: 'Test the connection' })).toBeFocused();
  await press('Enter');
  await expectSteps(page, allPassed);
  await expect(page.getByRole('button', { name: 'Review 5 changes' })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Review 5 changes' })).toBeVisible();
  await press('ControlOrMeta+s');
  await expect(page.getByRole('heading', { name: isDone })).toBeVisible();
  expect(keys).toBeLessThanOrEqual(10);
  const { web, api, files } = servers;
  expect(await readingOf(workplace, path)).toMatchObject({
    value: {
      api: {
        web_server: web.address,
        api_server: api.address,
        files_server: files.address,
        credentials: { access_key: goodKeys.accessKey, secret_key: secret },
      },
    },
  });
  await servers.close();
});

test('a paste of which nothing can be made says what is missing, and is not left on the page', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start();
  await page.goto(program.address);
  const box = page.getByRole('textbox', { name: 'Paste here what it shows' });
  await expect(box).toBeFocused();
  await pasteInto(page, `export CLEARML_API_SECRET_KEY="${secret}"`);
  await expect(page.getByRole('alert')).toHaveText(
    'The access key is missing; line 1 has only the secret key. Copy both and paste them together.',
  );
  await expect(box).toHaveValue('');
  await pasteInto(page, 'good morning');
  await expect(page.getByRole('alert')).toContainText('There is no ClearML address or key in this.');
  await box.pressSequentially(`api.credentials.access_key=AAAA`);
  await expect(box).toHaveCSS('-webkit-text-security', 'disc');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('alert')).toContainText('The secret key is missing');
  await expect(box).toHaveValue('');
  expect(await page.content()).not.toContain(secret);
});

test('of a colleague’s file one takes what one wants, and its secrets stay masked', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', 'sdk { a: 1 }\n');
  const program = await workplace.start({ path });
  await page.goto(program.address);
  await expect(page.getByRole('textbox')).toBeFocused();
  const colleague = [
    'api { api_server: "http://h:8008", web_server: "http://bob:colleague-door@h:8080", credentials { access_key: "COLLEAGUE", secret_key: "colleague-secret" } }',
    'agent { git_user: "bob", git_pass: "colleague-pass", my_token: "colleague-token" }',
    'sdk.development.default_output_uri: "s3://bucket"',
  ].join('\n');
  await pasteInto(page, colleague);
  await page.getByText('More settings in the paste').click();
  await expect(page.getByRole('checkbox', { name: 'Take Access key' })).toBeChecked();
  await expect(page.locator('[data-entry="agent.git_user"]').getByRole('checkbox')).not.toBeChecked();
  await page.locator('[data-entry="sdk.development.default_output_uri"]').getByRole('checkbox').check();
  await page.getByText('1 line of the paste is not applied').click();
  expect(await sees(page)).not.toMatch(/colleague-/);
  await page.locator('[data-entry="api.credentials.secret_key"]').getByRole('button', { name: /^Show/ }).click();
  await expect(page.getByRole('textbox', { name: 'Secret key' })).toHaveValue('colleague-secret');
  await expect(page.getByRole('textbox', { name: 'Web page address' })).toHaveAttribute('type', 'password');
  for (const name of ['Web page address', 'File server address'])
    await page.getByRole('checkbox', { name: `Take ${name}` }).uncheck();
  await page.getByRole('button', { name: 'Review 4 changes' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: isDone })).toBeVisible();
  expect(await readingOf(workplace, path)).toMatchObject({
    value: {
      sdk: { a: 1, development: { default_output_uri: 's3://bucket' } },
      api: { api_server: 'http://h:8008', credentials: { access_key: 'COLLEAGUE', secret_key: 'colleague-secret' } },
    },
  });
  expect(await bytesOf(program)).not.toContain('bob');
});

test('a file without keys opens with the paste, unless something else is asked for', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', 'sdk { a: 1 }\n') });
  await page.goto(program.address);
  await expect(page.getByRole('heading', { name: 'Connect to ClearML' })).toBeVisible();
  await page.getByRole('button', { name: 'All settings' }).click();
  await expect(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
  const keyed = await workplace.start({ path: await workplace.fixture('pasted-block.conf') });
  await page.goto(keyed.address);
  await expect(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
});

for (const width of [390, 1440] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${width} pixels, ${colorScheme}: every state fits, and axe finds nothing`, async ({ page, workplace }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const servers = await startClearml();
      const program = await workplace.start();
      const settled = async (state: string) => {
        const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
        expect(wide, `${state} scrolls sideways`).toBe(false);
        expect(await axeFindings(page), state).toEqual([]);
      };
      await page.goto(program.address);
      await expect(page.getByRole('textbox')).toBeFocused();
      await settled('welcome');
      await pasteInto(page, 'nothing');
      await expect(page.getByRole('alert')).toBeVisible();
      await settled('fault');
      await pasteInto(page, `${blockOf(servers, { ...goodKeys, secretKey: 'no' })}\nagent.git_user: bob\nx: 1\n`);
      await settled('understood');
      await page.getByRole('button', { name: 'Test the connection' }).click();
      await expectSteps(page, [...allPassed.slice(0, 3), 'login failed']);
      await settled('tested');
      await page.getByRole('button', { name: /^Review \d+ changes$/ }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('heading', { name: isDone })).toBeVisible();
      await settled('done');
      await servers.close();
    });
  }
}
