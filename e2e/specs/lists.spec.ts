import type { Page } from '@playwright/test';
import { bytesOf, type Editor, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

const docker = 'agent.extra_docker_arguments';
const text = 'agent {\n  extra_docker_arguments: [\n    "-v", # data\n    "abc", # keep me\n    "-x"\n  ]\n}\n';

async function saved({ review, save }: Editor): Promise<void> {
  await review();
  await save();
}

/** As the clipboard would bring it; a browser without a window gives no other way. */
async function paste(page: Page, id: string, pasted: string): Promise<void> {
  await page.locator(`[id="${id}"]`).evaluate((box, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
}

test('the items of a list: add, leave empty, fill, move and remove', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const editor = await openEditor(page, program, 'agent');
  const { row, control } = editor;

  await row(docker).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(control(`${docker}.3`)).toBeFocused();
  await expect(row(docker).getByText('Not written')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  await page.keyboard.type('--init');
  await row(docker).getByRole('button', { name: 'Move up: Docker arguments for every task, 4' }).click();
  await expect(control(`${docker}.2`)).toHaveValue('--init');
  await row(docker).getByRole('button', { name: 'Remove: Docker arguments for every task, 1' }).click();
  await saved(editor);
  expect(await bytesOf(program)).toBe(
    'agent {\n  extra_docker_arguments: [\n    "abc", # keep me\n    "--init",\n    "-x"\n  ]\n}\n',
  );
});

test('an item that is emptied and typed anew is changed in its place', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const editor = await openEditor(page, program, 'agent');
  const { control } = editor;

  await control(`${docker}.1`).fill('');
  await expect(control(`${docker}.1`)).toHaveValue('');
  await control(`${docker}.2`).fill('-y');
  await expect(control(`${docker}.1`)).toHaveValue('');
  await control(`${docker}.1`).pressSequentially('xyz', { delay: 60 });
  await saved(editor);
  expect(await bytesOf(program)).toBe(text.replace('abc', 'xyz').replace('-x', '-y'));
});

test('an item that stays empty changes nothing in the file, and counts as unsaved', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const { control, goTo } = await openEditor(page, program, 'agent');

  await control(`${docker}.1`).fill('');
  await expect(page).toHaveTitle(/^●/);
  await goTo('api');
  await expect(control('api.api_server')).toBeVisible();
  await goTo('agent');
  await expect(control(`${docker}.1`)).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  await page.getByRole('button', { name: 'Discard all' }).click();
  await expect(control(`${docker}.1`)).toHaveValue('abc');
  expect(await bytesOf(program)).toBe(text);
});

test('the first item of a list that is not in the file is written once it says something', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', 'agent {\n}\n') });
  const editor = await openEditor(page, program, 'agent.package_manager');
  const { row, control } = editor;
  const channels = 'agent.package_manager.conda_channels';

  await row(channels).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(control(`${channels}.0`)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  await page.keyboard.type('pytorch');
  await saved(editor);
  expect(await bytesOf(program)).toBe(
    'agent {\n    package_manager {\n        conda_channels: ["pytorch"]\n    }\n}\n',
  );
});

test('several lines that are pasted become an item each', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const editor = await openEditor(page, program, 'agent');

  await editor.control(`${docker}.2`).fill('');
  await paste(page, `${docker}.2`, '--ipc=host\n--init\n');
  await expect(editor.control(`${docker}.3`)).toHaveValue('--init');
  await saved(editor);
  expect(await bytesOf(program)).toBe(text.replace('"-x"', '"--ipc=host",\n    "--init"'));
});

test('a pasted docker command line is shown as its words, and becomes them', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', 'agent {\n}\n') });
  const editor = await openEditor(page, program, 'agent');

  await editor.row(docker).getByRole('button', { name: 'Add', exact: true }).click();
  await paste(page, `${docker}.0`, 'docker run --gpus all -v "/my data":/data ubuntu bash');
  await expect(editor.row(docker).getByText('a command line of 4 arguments')).toBeVisible();
  await expect(editor.row(docker).getByText('The image, and what runs in it, are left out')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(editor.control(`${docker}.3`)).toHaveValue('/my data:/data');
  await saved(editor);
  expect(await bytesOf(program)).toBe(
    'agent {\n    extra_docker_arguments: ["--gpus", "all", "-v", "/my data:/data"]\n}\n',
  );
});

test('a number that is no number yet survives a look at another section', async ({ page, workplace }) => {
  const before = 'sdk { metrics { file_history_size: 12 } }\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  const editor = await openEditor(page, program, 'sdk.metrics');
  const { control, goTo, row } = editor;
  const size = 'sdk.metrics.file_history_size';

  await control(size).fill('12 thousand');
  await expect(page).toHaveTitle(/^●/);
  await goTo('api');
  await expect(control('api.api_server')).toBeVisible();
  await goTo('sdk.metrics');
  await expect(control(size)).toHaveValue('12 thousand');
  await expect(row(size).getByText('Not written yet')).toBeVisible();
  expect(await bytesOf(program)).toBe(before);
  await control(size).fill('12000');
  await saved(editor);
  expect(await bytesOf(program)).toBe(before.replace('12', '12000'));
});

test('an entry of S3 is added, copied, moved and removed, and the others stay as they are written', async ({
  page,
  workplace,
}) => {
  const entries = '  { bucket: "one", key: "made-up-1" } # the old one\n  { bucket: "two" }\n';
  const file = `sdk.aws.s3.credentials: [\n${entries}]\n`;
  const program = await workplace.start({ path: await workplace.file('clearml.conf', file) });
  const editor = await openEditor(page, program, 'sdk.aws.s3');
  const { control } = editor;
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await button('Add an entry').click();
  await control('sdk.aws.s3.credentials.2.bucket').fill('three');
  await button('Duplicate: one').click();
  await control('sdk.aws.s3.credentials.1.bucket').fill('copy');
  await button('Move down: copy').click();
  await button('Remove: three').click();
  await saved(editor);
  const after = await bytesOf(program);
  expect(after).toContain('  { bucket: "one", key: "made-up-1" } # the old one\n');
  expect(after).toContain('  { bucket: "two" }\n');
  expect(
    JSON.parse((await workplace.terminal(['get', 'sdk.aws.s3.credentials', '--file', program.path])).stdout),
  ).toEqual([{ bucket: 'one', key: 'made-up-1' }, { bucket: 'two' }, { bucket: 'copy', key: 'made-up-1' }]);
});

test('the table of environment variables is filled in, and a name that is taken says so', async ({
  page,
  workplace,
}) => {
  const file = '# mine\nenvironment {\n  HF_HOME: "/data" # keep\n}\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', file) });
  const editor = await openEditor(page, program, 'environment');
  const { row } = editor;
  const name = row('environment')
    .getByRole('textbox', { name: /new|name/i })
    .last();
  await name.fill('HF_HOME');
  await expect(row('environment').getByText(/already/)).toBeVisible();
  await name.fill('OMP_NUM_THREADS');
  await page.keyboard.press('Enter');
  await page.keyboard.type('4');
  await saved(editor);
  expect(await bytesOf(program)).toBe(file.replace('keep\n', 'keep\n  OMP_NUM_THREADS: "4"\n'));
});

test('a variable gets another name in its place, and one change takes it back', async ({ page, workplace }) => {
  const file = '# mine\nenvironment {\n  # models\n  HF_HOME: "/data" # keep\n  OMP_NUM_THREADS: "4"\n}\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', file) });
  const editor = await openEditor(page, program, 'environment');
  const { control, row, changedLines } = editor;
  const name = control('environment.0.name');

  await name.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Shift+Home');
  await page.keyboard.type('OMP_NUM_THREADS');
  await expect(row('environment').getByText(/already/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
  await name.fill('TORCH_HOME');
  await expect(name).toBeFocused();
  const hidden = (line: string) => line.replace('/data', '••••••••');
  await expect
    .poll(changedLines)
    .toEqual([hidden('-  HF_HOME: "/data" # keep'), hidden('+  TORCH_HOME: "/data" # keep')]);

  await editor.review();
  await page.getByRole('button', { name: 'Undo this change: Variable' }).first().click();
  await expect.poll(changedLines).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('HF_HOME');
  await name.fill('TORCH_HOME');
  await saved(editor);
  expect(await bytesOf(program)).toBe(file.replace('HF_HOME', 'TORCH_HOME'));
});
