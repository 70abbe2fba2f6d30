import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { agentFile } from '../../shared/bench/agent-file.ts';
import { openEditor } from '../editor.ts';
import { test } from '../test.ts';
import { median, quantile, type Times, timeKeys, watchUsable } from './stopwatch.ts';

const runs = 3;
const letters = [...'abcdefghijklmnopqrst'];

/** The file with all options, and one of ten times its size: the options once, the rest in sections of other programs. */
const files = { 'as it is': agentFile(), 'ten times as long': longFile(10) };

function longFile(times: number): string {
  const copies = Array.from({ length: times - 1 }, (_, at) => `other_${at} {\n${agentFile()}}\n`);
  return [agentFile(), ...copies].join('');
}

for (const [name, content] of Object.entries(files)) {
  test(`the page on ${content.split('\n').length - 1} lines (${name})`, async ({ browser, workplace }) => {
    const found: Record<string, number[]> = {};
    const shifts: number[] = [];
    const note = (what: string, times: Times) => {
      found[what] = [...(found[what] ?? []), ...times];
    };
    for (let run = 0; run < runs; run += 1) {
      // A file of its own: what the run before it left unsaved would be offered on the page.
      const program = await workplace.start({ path: await workplace.file(`run-${run}.conf`, content) });
      const page = await browser.newPage();
      await page.addInitScript(watchShifts);
      await page.addInitScript(watchUsable);
      const { goTo, control } = await openEditor(page, program, 'api');
      note('first load to usable', [await loadTime(page)]);
      await page.waitForTimeout(1000);
      await control('api.web_server').click();
      const keys = await timeKeys(page, letters, '.file-pane');
      note('first key to painted diff', keys.effect.slice(0, 1));
      note('key to painted echo', keys.echo.slice(1));
      note('key to painted diff', keys.effect.slice(1));
      await page.keyboard.press('Control+k');
      note('search key to painted list', (await timeKeys(page, [...'retry'], '#settings')).effect);
      await page.keyboard.press('Escape');
      note('opening a section', await openingTimes(page, goTo));
      shifts.push(await page.evaluate(() => window.shift));
      await page.close();
    }
    print(name, found);
    console.log(`what moved by itself (layout shift, 0 is still)   ${Math.max(...shifts).toFixed(4)}`);
  });
}

test('what the page loads before it can be used, and after', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js'))
      sizes.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length),
      );
  });
  await page.addInitScript(watchUsable);
  await openEditor(page, program);
  await page.waitForTimeout(3000);
  const before = await page.evaluate(scriptsBeforeUse);
  const sum = async (urls: readonly string[]) =>
    (await Promise.all(urls.map((url) => sizes.get(url) ?? 0))).reduce((one, other) => one + other, 0);
  const after = [...sizes.keys()].filter((url) => !before.includes(url));
  console.log(`\nJavaScript of the first load ${kib(await sum(before))}, later ${kib(await sum(after))} (gzip)`);
});

declare global {
  interface Window {
    shift: number;
  }
}

/** Runs in the page. What answers a key may move, and the list of sections may unfold when somebody goes into one. */
function watchShifts(): void {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('value' in entry && 'sources' in entry && Array.isArray(entry.sources))) continue;
      const isFolding = entry.sources.every(({ node }) => node instanceof Element && node.closest('.sections'));
      const isAnswer = 'hadRecentInput' in entry && entry.hadRecentInput === true;
      if (!isFolding && !isAnswer) window.shift += Number(entry.value);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page. What only begins to come then is waited for by nobody. */
function scriptsBeforeUse(): string[] {
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  return scripts.filter(({ startTime, duration }) => startTime + duration < window.usable).map(({ name }) => name);
}

async function loadTime(page: Page): Promise<number> {
  await page.reload();
  await page.waitForFunction(() => window.usable > 0);
  return page.evaluate(() => window.usable);
}

async function openingTimes(page: Page, goTo: (place: string) => Promise<void>): Promise<Times> {
  const times: number[] = [];
  for (const section of ['sdk.storage.cache', 'agent.package_manager', 'sdk.aws.s3', 'agent', 'api']) {
    await page.evaluate(() => {
      addEventListener(
        'hashchange',
        ({ timeStamp }) =>
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => document.body.setAttribute('data-took', `${performance.now() - timeStamp}`);
            channel.port2.postMessage(null);
          }),
        { once: true },
      );
    });
    await goTo(section);
    await page.waitForTimeout(400);
    times.push(Number(await page.locator('body').getAttribute('data-took')));
  }
  return times;
}

function print(name: string, found: Readonly<Record<string, Times>>): void {
  const lines = Object.entries(found).map(
    ([what, times]) =>
      `${what.padEnd(28)} median ${ms(median(times))}  95 % ${ms(quantile(times, 0.95))}  of ${times.length}`,
  );
  console.log(`\n${name}\n${lines.join('\n')}`);
}

const ms = (time: number) => `${time.toFixed(1).padStart(7)} ms`;
const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
