import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

/** Markup that would make an element, run a script and ask another machine, with signs that turn text round. */
const markup = `<b data-hostile></b><img src='http://evil.example/x' onerror='harmed=1'><script>harmed=1</script>\u202e{{7*7}}`;
const quoted = JSON.stringify(`'>${markup}`);

const hostile = `# ${markup} javascript:harmed=1
api {
  api_server: "javascript:harmed=1//${markup}"
  web_server: ${quoted}
  files_server: "data:text/html,${markup}"
  credentials { access_key: ${quoted}, secret_key: ${quoted} }
}
agent.worker_name: ${quoted}
agent.extra_docker_arguments: [${quoted}, "-e"]
agent.package_manager { type: ${quoted}, extra_index_url: [${quoted}] }
sdk.aws.s3.credentials: [{ bucket: ${quoted}, host: ${quoted}, key: "a", secret: "b" }]
sdk.metrics.images.quality: ${quoted}
environment { ${quoted}: ${quoted} }
files { ${quoted} { path: ${quoted}, contents: ${quoted} } }
${quoted} { ${quoted}: \${?HOME}${quoted} }
__proto__ { polluted: "yes", harmed: 1 }
constructor.prototype.polluted: yes
toString: ${quoted}
include "http://evil.example/x.conf"
`;

const sections = ['api', 'api.credentials', 'agent', 'agent.package_manager', 'sdk.aws.s3', 'sdk.metrics.images'];
const more = ['text', 'environment', 'files', '"__proto__"', 'constructor', `"<b data-hostile></b>"`];

/** What the page was made to do by text that it should only have shown. */
async function harmDone(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const one of root.querySelectorAll('*')) if (one.shadowRoot) roots.push(one.shadowRoot);
    }
    const made = roots.flatMap((root) => [
      ...root.querySelectorAll('[data-hostile], img[src*="evil"], script:not([src])'),
    ]);
    const links = roots.flatMap((root) => [...root.querySelectorAll<HTMLAnchorElement>('a[href]')]);
    const odd = links.map(({ href }) => href).filter((href) => !/^https?:/.test(href) || href.includes('evil'));
    const ran = 'harmed' in window || 'polluted' in {} ? ['a script ran'] : [];
    return [...made.map(({ outerHTML }) => outerHTML), ...odd, ...ran];
  });
}

/** What the browser asked of others, or had to stop. */
function watch(page: Page, address: string): readonly string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) seen.push(request.url());
  });
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/violates|Refused|Trusted/.test(message.text())) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(error.message));
  return seen;
}

const name = process.platform === 'win32' ? 'clearml.conf' : `<b data-hostile><img src=x onerror=harmed=1>\u202e.conf`;

test('what stands in a file is shown and never obeyed', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.file(name, hostile) });
  const seen = watch(page, program.address);
  const { goTo, control, review } = await openEditor(page, program);
  expect(await harmDone(page), 'start').toEqual([]);
  for (const section of [...sections, ...more]) {
    await goTo(section);
    await expect(page.locator('#settings h1')).toBeVisible();
    expect(await harmDone(page), section).toEqual([]);
  }
  await goTo('sdk.metrics.images');
  await page.keyboard.press('/');
  await page.keyboard.type('<b data-hostile>');
  expect(await harmDone(page), 'search').toEqual([]);
  await page.keyboard.press('Escape');
  await goTo('agent.default_docker');
  await control('agent.default_docker.image').fill(`x'>${markup}`);
  await review();
  expect(await harmDone(page), 'review').toEqual([]);
  // Signs that turn text round are themselves seen.
  await expect(page.locator('.diff-row').filter({ hasText: 'U+202E' }).first()).toBeVisible();
  expect(seen).toEqual([]);
  expect(await readFile(program.path, 'utf8')).toBe(hostile);
});

test('the terminal hands it on as plain JSON and asks nobody', async ({ workplace }) => {
  await workplace.file('a.conf', hostile);
  const { exitCode, stdout, stderr } = await workplace.terminal(['read', 'a.conf']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout.split('\n')).toHaveLength(2);
  expect(JSON.parse(stdout).value.agent.worker_name).toBe(`'>${markup}`);
});

test.describe('markup on our own page', () => {
  test.use({ isAttack: true });

  test('the policy of the page makes no markup of a text', async ({ page, workplace }) => {
    const program = await workplace.start({ path: await workplace.file('clearml.conf', hostile) });
    await openEditor(page, program);
    await expect(page.evaluate((text) => (document.body.innerHTML = text), markup)).rejects.toThrow(/TrustedHTML/);
    expect(await harmDone(page)).toEqual([]);
  });
});

test('text that is taken for markup is seen here, once the policy is off', async ({ browser, workplace }) => {
  const program = await workplace.start({ path: await workplace.file('clearml.conf', hostile) });
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const seen = watch(page, program.address);
  await page.route('http://evil.example/**', (route) => route.abort());
  await openEditor(page, program);
  await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), markup);
  await expect.poll(() => harmDone(page)).toContain('a script ran');
  expect((await harmDone(page)).length).toBeGreaterThan(2);
  expect(seen).toContain('http://evil.example/x');
  await context.close();
});
