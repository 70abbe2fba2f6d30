import { readFile } from 'node:fs/promises';
import { axeFindings, bytesOf, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';
import { fixtureFolder } from '../workplace.ts';

test('one option by keyboard alone: at most 24 keys and 3 steps', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const before = await bytesOf(program);
  await openEditor(page, program);
  let keys = 0;
  const press = async (...names: readonly string[]) => {
    for (const name of names) await page.keyboard.press(name);
    keys += names.length;
  };

  // Find it …
  await press('/', ...'quality', 'Enter');
  await expect(page.locator('[id="sdk.metrics.images.quality"]')).toBeFocused();
  // … change it …
  await press('Control+a', '9', '0');
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeVisible();
  // … and save it.
  await press('Control+s');
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeFocused();
  await press('Control+s');
  await expect(page.getByText(/^Saved\./)).toBeVisible();

  expect(keys).toBeLessThanOrEqual(24);
  expect(await bytesOf(program)).toBe(before.replace(/quality: \d+/, 'quality: 90'));
});

test('arrows walk the rows, Enter edits, Escape goes back, e explains', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('verify');
  await expect(page.locator('#settings .row').first()).toContainText('verify_certificate');
  await expect(page.locator('[data-setting="api.verify_certificate"]')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-setting="api.verify_certificate"]')).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('note')).toContainText('ClearML uses');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-setting="api.verify_certificate"]')).not.toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-setting="api.verify_certificate"] .row-control :focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-setting="api.verify_certificate"]')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.getByRole('heading', { level: 1, name: 'Start here' })).toBeVisible();
});

test('filters are chips, stand in the address, and typed words never do', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.getByRole('button', { name: /^Set in the file/ }).click();
  await expect(page).toHaveURL(/#\/\?set$/);
  await page.getByRole('searchbox').fill('@set canary-word');
  await expect(page.getByText('No setting for “canary-word”')).toBeVisible();
  expect(page.url()).not.toContain('canary');
  await page.getByRole('searchbox').fill('@set ');
  const nav = page.getByRole('navigation');
  await nav.getByRole('button', { name: /^Metrics and plots/ }).click();
  await expect(page).toHaveURL(/#\/\?set&in:sdk\.metrics$/);
  await expect(page.locator('#settings .block').first()).toContainText('sdk.metrics');
  expect(await axeFindings(page)).toEqual([]);

  await page.reload();
  await expect(page.getByRole('button', { name: /^Only in sdk\.metrics/ })).toBeVisible();
  await page.getByRole('button', { name: /^Only in sdk\.metrics/ }).click();
  await expect(page).toHaveURL(/#\/\?set$/);
});

test('it says why a setting was found, and offers a near name', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await page.getByRole('searchbox').fill('minio');
  await expect(page.getByText('also known as minio').first()).toBeVisible();
  await page.getByRole('searchbox').fill('certifcate');
  await page.getByRole('button', { name: 'certificate', exact: true }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('certificate');
  await expect(page.locator('#settings .row').first()).toContainText('verify_certificate');
});

test('a key of the search is painted soon, on a long file', async ({ page, workplace }) => {
  const dump = await readFile(`${fixtureFolder}/sdk-dump.conf`, 'utf8');
  const agent = await readFile(`${fixtureFolder}/agent-dump.conf`, 'utf8');
  const path = await workplace.file('clearml.conf', `${dump}\n${agent}\n${'# a comment\n'.repeat(400)}`);
  await openEditor(page, await workplace.start({ path }));
  await page.getByRole('searchbox').focus();
  await page.waitForTimeout(1000);
  const times: number[] = [];
  for (const word of ['retry', 'docker', 'cache', 'verify']) {
    await page.getByRole('searchbox').fill('');
    for (const letter of word) times.push(await painted(page, letter));
  }
  const [median = 0] = times.toSorted((a, b) => a - b).slice(Math.floor(times.length / 2));
  console.log(`search key to painted list: median ${median.toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms`);
  expect(times.length).toBeGreaterThan(10);
});

type Page = Parameters<typeof openEditor>[0];

/** Milliseconds from the key to the frame after the list changed. */
async function painted(page: Page, letter: string): Promise<number> {
  await page.evaluate(`
    void (window.keyed = new Promise((done) => {
      document.addEventListener('keydown', (event) => {
        const start = event.timeStamp;
        const heading = document.querySelector('#settings');
        const seen = new MutationObserver(() => {
          seen.disconnect();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - start);
            channel.port2.postMessage(0);
          });
        });
        seen.observe(heading, { childList: true, subtree: true, characterData: true });
      }, { once: true });
    }))`);
  await page.keyboard.press(letter);
  return (await page.evaluate('window.keyed')) as number;
}
