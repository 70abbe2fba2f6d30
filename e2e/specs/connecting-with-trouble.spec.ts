import { newAuthority } from '../certificates.ts';
import { closedPort, goodKeys, serve, startClearml, unauthorized, webServer } from '../clearml-server.ts';
import { allPassed, blockOf, expectSteps, isDone, pasteInto, readingOf, sees } from '../pasting.ts';
import { expect, test } from '../test.ts';

test('one address is enough: the others are proposed, and a wrong one is mended by the test', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start();
  await page.goto(program.address);
  await expect(page.getByRole('textbox')).toBeFocused();
  await pasteInto(page, 'https://ml.lab.example/settings/workspace-configuration');
  const server = (name: string) => page.getByRole('textbox', { name });
  await expect(server('API server address')).toHaveValue('https://ml.lab.example:8008');
  await expect(page.getByText('worked out from the others')).toHaveCount(2);
  await page.getByRole('button', { name: 'paths /api and /files' }).click();
  await expect(server('API server address')).toHaveValue('https://ml.lab.example/api');
  await expect(server('File server address')).toHaveValue('https://ml.lab.example/files');
  await expect(page.getByText('still missing')).toHaveCount(2);
  await expect(page.getByRole('textbox', { name: 'Paste the keys too' })).toBeVisible();

  const plain = await serve(webServer);
  await server('Web page address').fill(plain.address.replace('http:', 'https:'));
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.locator('[data-step="web"]')).toContainText('speaks plain http, and the address says https.');
  await page.getByRole('button', { name: `Use ${plain.address} as web page` }).click();
  await expect(server('Web page address')).toHaveValue(plain.address);
  await expect(page.getByText('from the test')).toBeVisible();
  await plain.close();
});

test('an address and a key pair can come one after the other', async ({ page, workplace }) => {
  const servers = await startClearml();
  const program = await workplace.start({ environment: { CLEARML_CONFIG_FILE: '/elsewhere/clearml.conf' } });
  await page.goto(program.address);
  await expect(page.getByRole('textbox')).toBeFocused();
  const { api, web, files } = servers;
  await pasteInto(
    page,
    `CLEARML_API_HOST=${api.address} CLEARML_WEB_HOST=${web.address} CLEARML_FILES_HOST=${files.address}`,
  );
  await expect(page.getByRole('textbox', { name: 'Paste the keys too' })).toBeFocused();
  await pasteInto(page, `Access key: ${goodKeys.accessKey}\nSecret key: ${goodKeys.secretKey}\n`);
  await expect(page.getByRole('button', { name: 'Test the connection' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectSteps(page, allPassed);
  await page.getByRole('button', { name: 'Review 5 changes' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The file is saved' })).toBeVisible();
  await expect(page.getByText('ClearML here reads /elsewhere/clearml.conf')).toBeVisible();
  await servers.close();
});

test('a certificate of the company’s own is mended by naming its file, on the spot', async ({ page, workplace }) => {
  const authority = newAuthority('Lab CA');
  const servers = await startClearml(goodKeys, { identity: authority.issue() });
  const bundle = await workplace.file('lab.crt', authority.cert);
  const program = await workplace.start();
  await page.goto(program.address);
  await expect(page.getByRole('textbox')).toBeFocused();
  await pasteInto(page, blockOf(servers, goodKeys));
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expectSteps(page, ['web failed', 'api failed', 'files failed', 'login skipped']);
  await expect(page.locator('[data-step="api"]')).toContainText('signed by Lab CA, unknown here.');
  await page.getByRole('button', { name: 'Name the file here' }).click();
  await expect(page.getByRole('textbox', { name: "Check the server's certificate" })).toBeFocused();
  await page.keyboard.type(bundle);
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expectSteps(page, allPassed);
  await page.getByRole('button', { name: 'Review 6 changes' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: isDone })).toBeVisible();
  expect(await readingOf(workplace, program.path)).toMatchObject({ value: { api: { verify_certificate: bundle } } });
  await servers.close();
});

test('keys that are not accepted are told from servers that do not answer', async ({ page, workplace }) => {
  const servers = await startClearml();
  const program = await workplace.start();
  await page.goto(program.address);
  await expect(page.getByRole('textbox')).toBeFocused();
  await pasteInto(page, blockOf(servers, { ...goodKeys, secretKey: 'wrong-secret-of-the-test' }));
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expectSteps(page, [...allPassed.slice(0, 3), 'login failed']);
  await expect(page.locator('[data-step="login"]')).toContainText(`ClearML says: “${unauthorized}”.`);
  expect(await sees(page)).not.toContain('wrong-secret');

  const port = await closedPort();
  await page.getByRole('textbox', { name: 'API server address' }).fill(`http://localhost:${port}`);
  await expect(page.locator('.check-step')).toHaveCount(0);
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expectSteps(page, ['web passed', 'api failed', 'files passed', 'login skipped']);
  await expect(page.locator('[data-step="api"]')).toContainText('nothing listens on that port');
  await servers.close();
});
