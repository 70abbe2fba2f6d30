import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { canary, canaryFile } from '../canary-file.ts';
import { openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

/** All that can be read on the page: its text, what stands in boxes without dots, names, titles and the address. */
async function readable(page: Page): Promise<string> {
  const found = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input:not([type="password"]), textarea')];
    const named = [...document.querySelectorAll('[aria-label], [title], [placeholder], [href]')];
    return [
      document.title,
      location.href,
      document.body.textContent,
      ...boxes.map(({ value }) => value),
      ...named.flatMap((one) => ['aria-label', 'title', 'placeholder', 'href'].map((name) => one.getAttribute(name))),
    ];
  });
  return found.filter((text) => text !== null).join('\n');
}

/** What stands round the canary wherever it can be read, so that a failure says where. */
async function leaksOf(page: Page): Promise<readonly string[]> {
  const text = await readable(page);
  return [...text.matchAll(new RegExp(`.{0,60}${canary}.{0,20}`, 'g'))].map(([leak]) => leak);
}

test('a password stands nowhere on the page, whatever is opened and changed', async ({ page, workplace }) => {
  const { text, sections } = await canaryFile();
  const environment = {
    CLEARML_API_HOST: `https://me:${canary}@host`,
    CLEARML_AGENT_EXTRA_DOCKER_ARGS: `-e HF_TOKEN=${canary}`,
    CLEARML_AGENT__AGENT__DEFAULT_DOCKER: `{ image: "x", password: ${canary} }`,
    MY_TOKEN: canary,
  };
  const program = await workplace.start({ path: await workplace.file('clearml.conf', text), environment });
  const context = page.waitForResponse((response) => response.url().endsWith('/api/context'));
  const { goTo, control, review } = await openEditor(page, program);
  expect(await (await context).text()).not.toContain(canary);
  expect(await leaksOf(page), 'start').toEqual([]);

  for (const section of sections) {
    await goTo(section);
    await expect(page.locator('#settings h1')).toBeVisible();
    expect(await leaksOf(page), section).toEqual([]);
  }

  await goTo('api.credentials');
  await page
    .getByRole('button', { name: /^Show: / })
    .first()
    .click();
  expect(await leaksOf(page), 'what was asked for is seen').toHaveLength(1);
  await page.getByRole('button', { name: /^Hide: / }).click();

  await goTo('api');
  await control('api.api_server').fill(`https://me:${canary}@elsewhere`);
  await goTo('agent');
  await control('agent.extra_docker_arguments.1').fill(`OTHER_TOKEN=${canary}`);
  await review();
  expect(await leaksOf(page), 'review').toEqual([]);
  const folds = page.locator('.diff-fold button');
  for (let left = await folds.count(); left > 0; left -= 1) await folds.first().click();
  expect(await leaksOf(page), 'review with all lines').toEqual([]);

  await writeFile(program.path, text.replace(/^api\.api_server.*/m, `api.api_server: "https://you:${canary}@there"`));
  await expect(page.getByRole('heading', { name: /changed on disk/ })).toBeVisible();
  expect(await leaksOf(page), 'conflict').toEqual([]);
  await page.getByRole('button', { name: 'Choose, place by place' }).click();
  await expect(page.locator('.place').first()).toBeVisible();
  await page.getByText('The file on disk, line by line').click();
  expect(await leaksOf(page), 'choice').toEqual([]);
});

for (const [name, broken] of [
  ['a brace that is not closed', `api { credentials { secret_key: "${canary}"\nsdk {\n`],
  ['a quote that is not closed', `api.credentials.secret_key: "${canary}\nagent.git_pass: ${canary}\n`],
  ['signs that need quotes', `agent.git_pass: ${canary}@x\nenvironment { A: ${canary}@b }\n`],
  ['a text that is joined with a list', `agent.git_pass: "${canary}" ["${canary}"]\n`],
] as const) {
  test(`nor where the text is broken: ${name}`, async ({ page, workplace }) => {
    const program = await workplace.start({ path: await workplace.file('clearml.conf', broken) });
    const { control, goTo, review } = await openEditor(page, program);
    expect(await leaksOf(page), 'start').toEqual([]);
    for (const section of ['api.credentials', 'agent', 'environment']) {
      await goTo(section);
      await expect(page.locator('#settings h1')).toBeVisible();
      expect(await leaksOf(page), section).toEqual([]);
    }
    await goTo('agent');
    await control('agent.worker_name').fill('w');
    if (await page.getByRole('button', { name: /^Review \d+ change/ }).isEnabled()) await review();
    expect(await leaksOf(page), 'review').toEqual([]);
  });
}
