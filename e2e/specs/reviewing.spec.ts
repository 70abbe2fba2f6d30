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
