import { axeFindings, bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

const list = 'sdk.aws.s3.credentials';
const keys = `sdk.aws.s3.credentials: [
  { host: "one:9000", key: "k1" }
  { host: "two:9000", key: "k2" }
]
`;

test('a list whose entries moved is taken back as a whole, and nothing else with it', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', keys) });
  const { control, goTo, review } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await goTo('sdk.aws.s3');
  await control(`${list}.0.host`).fill('A:9000');
  await page
    .getByRole('button', { name: /^Move down/ })
    .first()
    .click();
  await control(`${list}.0.host`).fill('B:9000');
  await review();
  await page
    .getByRole('button', { name: /^Undo all changes to this list/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review 1 change' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the settings' }).click();
  await goTo('sdk.aws.s3');
  await expect(control(`${list}.0.host`)).toHaveValue('one:9000');
  await expect(control(`${list}.1.host`)).toHaveValue('two:9000');
});

test('a change is taken back alone after a save was undone', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, review, save } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await control('api.web_server').fill('http://my-web');
  await review();
  await save();
  const saved = await bytesOf(program);
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+z');
  await review();
  await expect(page.locator('.change')).toHaveCount(2);
  await page
    .locator('.change')
    .first()
    .getByRole('button', { name: /^Undo this change/ })
    .click();
  await expect(page.locator('.change')).toHaveCount(1);
  await page
    .locator('.change')
    .first()
    .getByRole('button', { name: /^Undo this change/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing changed.' })).toBeVisible();
  expect(await bytesOf(program)).toBe(saved);
});

test('focus stays in the review when a change is taken back', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, review } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await control('api.web_server').fill('http://my-web');
  await review();
  const drops = page.getByRole('button', { name: /^Undo this change/ });
  await drops.first().focus();
  await page.keyboard.press('Enter');
  await expect(drops).toHaveCount(1);
  await expect(drops).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing changed.' })).toBeFocused();
});

test('what cannot be written is said in the review and still there after the save', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', 'sdk.development: true\n') });
  const { control, goTo, review, save } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await goTo('sdk.development');
  await control('sdk.development.default_output_uri').fill('s3://bucket');
  await review();
  const refused = page.locator('.refusals');
  await expect(refused.getByRole('heading')).toHaveText('1 change that cannot be written');
  await expect(refused).toContainText('“s3://bucket”');
  await expect(refused).toContainText('a plain value stands in the file where this section belongs');
  expect(await axeFindings(page)).toEqual([]);
  await save();
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeEnabled();
  await review();
  await expect(refused).toContainText('“s3://bucket”');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await refused.getByRole('button', { name: /^Undo this change/ }).click();
  await expect(refused).toHaveCount(0);
});

test('row and review say the same of a variable that forces a setting', async ({ page, workplace }) => {
  const path = await workplace.file('clearml.conf', 'agent.package_manager.type: pip\n');
  const program = await workplace.start({ path, environment: { CLEARML_AGENT_FORCE_UV: '1' } });
  const { control, row, review } = await openEditor(page, program, 'agent.package_manager');
  await expect(row('agent.package_manager.type')).toContainText('CLEARML_AGENT_FORCE_UV is set to 1 and wins over');
  await control('agent.package_manager.type').selectOption('conda');
  await review();
  await expect(page.locator('.change-effect')).toHaveText(
    'Nothing changes as long as CLEARML_AGENT_FORCE_UV is set: it wins.',
  );
});

test('a text that ClearML could not read is asked about again once it is another', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('broken-brace.conf') });
  const { control, review } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await control('api.web_server').fill('http://my-web');
  await review();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save it all the same' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Save it all the same' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
});

test('the review says at once that ClearML could not read the text, where, and how to mend it', async ({
  page,
  workplace,
}) => {
  const before = '\ufeffapi { api_server: "http://a" }\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', before) });
  const { control, review, save } = await openEditor(page, program);
  await control('api.web_server').fill('http://mine');
  await review();
  const alert = page.getByRole('alert').filter({ hasText: 'ClearML could not read this text' });
  await expect(alert).toContainText('Line 1, column 1');
  await expect(alert).toContainText('Save asks once more before it writes it.');
  await expect(page.getByText('ClearML will use')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await alert.getByRole('button', { name: /^Mend it/ }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByText('ClearML will use “http://mine”.')).toBeVisible();
  await save();
  expect(await bytesOf(program)).toBe('api { api_server: "http://a", web_server: "http://mine" }\n');
});

test('a changed list says which entry and which part of it changed, and no secret', async ({ page, workplace }) => {
  const secrets = keys.replace('"k1"', '"canary-one"').replace('"k2"', '"canary-two"');
  const program = await workplace.start({ path: await workplace.file('clearml.conf', secrets) });
  const { control, goTo, review } = await openEditor(page, program);
  await goTo('sdk.aws.s3');
  await control(`${list}.1.key`).fill('canary-three');
  await page.getByRole('button', { name: 'Remove: one:9000' }).click();
  await page.getByRole('button', { name: 'Add an entry' }).click();
  await control(`${list}.1.host`).fill('three:9000');
  await review();
  const entries = page.locator('.change-entries > li');
  await expect(entries).toHaveText([
    /^two:9000 changed.*••••••••.* → •••••••• \(another value\)$/,
    /^three:9000 added$/,
    /^one:9000 removed$/,
  ]);
  await expect(page.locator('.change-effect')).toHaveText('ClearML will use the list as it is then.');
  expect(await page.content()).not.toContain('canary');
});

test('what only follows from a change is listed apart and not counted', async ({ page, workplace }) => {
  const text = 'api.web_server: "http://a"\napi.api_server: ${api.web_server}\napi.files_server: ${api.web_server}/f\n';
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text) });
  const { control, review } = await openEditor(page, program);
  await control('api.web_server').fill('http://b');
  await review();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review 1 change');
  await expect(page.getByRole('heading', { name: '2 values that follow from these' })).toBeVisible();
  await expect(page.locator('.following .change-effect').first()).toHaveText(
    'Worked out from api.web_server, and written as before.',
  );
});

test('one of five is taken back and the others saved with the keyboard alone', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control, goTo } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await control('api.web_server').fill('http://my-web');
  await control('api.files_server').fill('http://my-files');
  await goTo('sdk.metrics.images.quality');
  await control('sdk.metrics.images.quality').fill('90');
  await goTo('sdk.aws.s3.region');
  await control('sdk.aws.s3.region').fill('eu-west-1');
  await expect(page.getByRole('button', { name: 'Review 5 changes' })).toBeEnabled();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Review 5 changes' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const titles = page.locator('.change-title');
  const [first = '', second = ''] = await titles.allTextContents();
  await expect(titles.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: 'Review 4 changes' })).toBeVisible();
  await expect(titles).not.toContainText([second]);
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(titles.first()).toHaveText(first);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved\. 4 settings changed\./)).toBeVisible();
  const after = (await bytesOf(program)).split('\n');
  expect(after.filter((line, at) => line !== before.split('\n')[at])).toHaveLength(4);
});

test('a key that is held down opens the review and saves nothing', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeEnabled();
  await page.keyboard.down('Control');
  await page.keyboard.down('s');
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeFocused();
  for (let times = 0; times < 10; times += 1) await page.keyboard.down('s');
  await page.keyboard.up('s');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
  expect(await bytesOf(program)).toBe(before);
  await page.keyboard.press('s');
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await page.keyboard.up('Control');
  expect(await bytesOf(program)).toBe(before.replace('http://clearml.lab.example:8008', 'http://mine'));
});

test('the review comes with the last letter, however soon it is asked for, and can be saved at once', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  const { control } = await openEditor(page, program);
  await control('api.api_server').press('End');
  await page.keyboard.type('0');
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeEnabled();
  await page.evaluate(pressAtOnce);
  await page.keyboard.type('1');
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await bytesOf(program)).toBe(before.replace('example:8008', 'example:800801'));
});

/** Runs in the page: asks for the review in the task after the next letter, and saves as soon as the review is there. */
function pressAtOnce(): void {
  const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true }));
  document.addEventListener('input', () => queueMicrotask(press), { once: true });
  new MutationObserver((_, look) => {
    if (!document.querySelector('.review h1')) return;
    look.disconnect();
    press();
  }).observe(document.body, { childList: true, subtree: true });
}

test('a line of the diff leads to its setting, by mouse and by keyboard', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, goTo } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await goTo('sdk.log');
  await page.locator('.diff-row[data-kind="added"] .diff-text').click();
  await expect(control('api.api_server')).toBeFocused();
  await page.keyboard.press('Control+s');
  const line = page.locator('.review-diff .diff-row[data-kind="removed"] .diff-go');
  await line.focus();
  await page.keyboard.press('ArrowDown');
  await expect(line).not.toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(control('api.api_server')).toBeFocused();
});

test('lines that do not differ have one number, and the diff beside each other is kept for the visit', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, review } = await openEditor(page, program);
  await expect(page.locator('.file-pane .diff-row').first().locator('.diff-number')).toHaveCount(1);
  await control('api.api_server').fill('http://mine');
  await expect(page.locator('.file-pane .diff-row').first().locator('.diff-number')).toHaveCount(2);
  await review();
  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect(page.locator('.diff-sides [data-kind="removed"] del')).toContainText('http://clearml.lab.example:8008');
  await expect(page.locator('.diff-sides [data-kind="added"] ins')).toContainText('http://mine');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await review();
  await expect(page.getByRole('button', { name: 'Side by side', pressed: true })).toBeVisible();
});

test('another address leads out of the review to its place', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const { control, goTo, review } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await review();
  await goTo('sdk.log.task_log_buffer_capacity');
  await expect(control('sdk.log.task_log_buffer_capacity')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeEnabled();
});
