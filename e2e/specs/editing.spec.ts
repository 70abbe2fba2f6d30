import { bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('a file of the SDK: open, edit, see the diff, review, save, and only that line is another', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, changedLines, review, save } = await openEditor(page, program);

  await control('api.api_server').fill('https://api.lab.example');
  await expect
    .poll(changedLines)
    .toEqual(['-    api_server: http://clearml.lab.example:8008', '+    api_server: https://api.lab.example']);
  expect(await bytesOf(program)).toBe(before);

  await review();
  await expect(page.getByText('ClearML will use “https://api.lab.example”.')).toBeVisible();
  await save();
  expect(await bytesOf(program)).toBe(before.replace('http://clearml.lab.example:8008', 'https://api.lab.example'));
  await expect(control('api.api_server')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
});

test('a file of the agent: a commented-out setting is switched on where it stands', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('agent-dump.conf') });
  const before = await bytesOf(program);
  const { row, review, save } = await openEditor(page, program, 'agent');

  await row('agent.force_git_ssh_protocol').getByText('true', { exact: true }).click();
  await review();
  await save();
  expect(await bytesOf(program)).toBe(
    before.replace('# force_git_ssh_protocol: false', 'force_git_ssh_protocol: true'),
  );
});

test('by keyboard alone: search, type, review, save', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('agent-dump.conf') });
  const before = await bytesOf(program);
  await openEditor(page, program);

  await page.keyboard.press('/');
  await page.keyboard.type('worker name');
  await expect(page.getByRole('heading', { level: 1, name: /worker name/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('four-cards');
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await bytesOf(program)).toBe(before.replace('"two-cards"', '"four-cards"'));
});

test('CRLF stays CRLF', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('crlf.conf') });
  const before = await bytesOf(program);
  const { control, row, changedLines, review, save } = await openEditor(page, program);

  await control('api.web_server').fill('https://clearml.example');
  await row('api.verify_certificate').getByText('path …').click();
  await control('api.verify_certificate').fill('/etc/ca.pem');
  await expect.poll(async () => (await changedLines()).length).toBe(3);
  await review();
  await save();
  const after = await bytesOf(program);
  expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  const lines = after.split('\r\n');
  const old = before.split('\r\n');
  expect(lines.filter((line) => !old.includes(line)).map((line) => line.trim())).toEqual([
    'web_server: "https://clearml.example"',
    'verify_certificate: "/etc/ca.pem"',
  ]);
});

test('undo takes back one visit of a field at a time, redo gives it back, and nothing is written', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, changedLines } = await openEditor(page, program);

  await control('api.api_server').fill('');
  await control('api.api_server').pressSequentially('http://one');
  await control('api.web_server').fill('http://two');
  await expect.poll(async () => (await changedLines()).length).toBe(4);
  await page.keyboard.press('Control+z');
  await expect(control('api.web_server')).toHaveValue('http://clearml.lab.example:8080');
  await expect(control('api.api_server')).toHaveValue('http://one');
  await page.keyboard.press('Control+z');
  await expect(control('api.api_server')).toHaveValue('http://clearml.lab.example:8008');
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(control('api.api_server')).toHaveValue('http://one');
  await page.getByRole('button', { name: 'Discard all' }).click();
  await expect(control('api.api_server')).toHaveValue('http://clearml.lab.example:8008');
  await page.keyboard.press('Control+z');
  await expect(control('api.api_server')).toHaveValue('http://one');
  expect(await bytesOf(program)).toBe(before);
});

test('a setting is taken out of the file, and one of two changes is dropped in the review', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, row, goTo, review, save } = await openEditor(page, program);

  await control('api.api_server').fill('http://dropped');
  await goTo('sdk.aws.s3');
  await row('sdk.aws.s3.region').hover();
  await page.getByRole('button', { name: 'Take it out of the file, so that the default counts: S3 region' }).click();
  await review();
  await expect(page.getByText('ClearML will use its default, empty.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo this change: API server address' }).click();
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
  await save();
  const after = await bytesOf(program);
  expect(after).toContain('api_server: http://clearml.lab.example:8008');
  expect(after.length).toBeLessThan(before.length + 3);
  await goTo('sdk.aws.s3.region');
  await expect(row('sdk.aws.s3.region')).toHaveAttribute('data-state', 'unset');
});

test('an entry of a list is changed, added and removed without touching the others', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  const before = await bytesOf(program);
  const { control, review, save } = await openEditor(page, program, 'sdk.aws.s3');

  await control('sdk.aws.s3.credentials.0.host').fill('minio.lab.example:9001');
  await page.getByRole('button', { name: 'Remove: archive' }).click();
  await page.getByRole('button', { name: 'Add an entry' }).click();
  await control('sdk.aws.s3.credentials.1.bucket').fill('new-bucket');
  await review();
  await save();
  const archive = before.slice(before.indexOf('{\n          # the old one'), before.indexOf('\n      ]'));
  expect(await bytesOf(program)).toBe(
    before
      .replace('minio.lab.example:9000", key', 'minio.lab.example:9001", key')
      .replace(archive, '{\n          bucket: "new-bucket"\n        }'),
  );
});

test('a value that no control can hold is shown as it is written and replaced only when asked', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('misfits.conf') });
  const before = await bytesOf(program);
  const { control, row, review, save } = await openEditor(page, program, 'sdk.development');

  const reuse = row('sdk.development.task_reuse_time_window_in_hours');
  await expect(reuse.getByText('"three days"', { exact: true })).toBeVisible();
  await expect(reuse.getByRole('textbox')).toHaveCount(0);
  await reuse.getByRole('button', { name: 'Replace it' }).click();
  await control('sdk.development.task_reuse_time_window_in_hours').fill('72.0');
  await review();
  await save();
  expect(await bytesOf(program)).toBe(before.replace('"three days"', '72.0'));
});
