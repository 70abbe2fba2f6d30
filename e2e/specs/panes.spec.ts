import type { Locator, Page } from '@playwright/test';
import { axeFindings, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

/** With letters of the usual size. */
const least = { sections: 140, settings: 364, file: 252 };
const mostOfSections = 364;
const usualSections = 210;

const edgeOf = (page: Page, name: 'sections' | 'file') => page.getByRole('separator', { name: `Width of the ${name}` });
const paneOf = (page: Page, name: 'sections' | 'file') =>
  name === 'file' ? page.locator('.file-pane') : page.getByRole('navigation', { name: 'Sections' });
const widthOf = async (pane: Locator) => Math.round((await pane.boundingBox())?.width ?? 0);

async function drag(page: Page, edge: Locator, by: number): Promise<void> {
  const box = await edge.boundingBox();
  if (!box) throw new Error('the edge is not shown');
  const [x, y] = [box.x + box.width / 2, box.y + 200];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
  await page.mouse.up();
}

test.beforeEach(({ page }) => page.setViewportSize({ width: 1440, height: 900 }));

test('both edges are dragged, kept for the next visit, and set back by a double click', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  for (const [name, by, change] of [
    ['sections', 60, 60],
    ['file', 80, -80],
  ] as const) {
    const usual = await widthOf(paneOf(page, name));
    await expect(edgeOf(page, name)).toHaveAttribute('aria-valuenow', String(usual));
    await drag(page, edgeOf(page, name), by);
    await expect.poll(() => widthOf(paneOf(page, name))).toBe(usual + change);
    await expect(edgeOf(page, name)).toHaveAttribute('aria-valuenow', String(usual + change));
    await page.reload();
    await expect(edgeOf(page, name)).toBeVisible();
    expect(await widthOf(paneOf(page, name))).toBe(usual + change);
    await edgeOf(page, name).dblclick();
    await expect.poll(() => widthOf(paneOf(page, name))).toBe(usual);
    await page.reload();
    await expect(edgeOf(page, name)).toBeVisible();
    expect(await widthOf(paneOf(page, name))).toBe(usual);
  }
});

test('the keys move an edge, and no pane gets so narrow that it is of no use', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  const edge = edgeOf(page, 'file');
  const file = paneOf(page, 'file');
  const settings = page.getByRole('main');
  const usual = await widthOf(file);
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => widthOf(file)).toBe(usual + 16);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => widthOf(file)).toBe(usual - 48);
  await page.keyboard.press('End');
  await expect.poll(() => widthOf(settings)).toBe(least.settings);
  await expect(edge).toHaveAttribute('aria-valuemax', String(await widthOf(file)));
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Home');
  await expect.poll(() => widthOf(file)).toBe(least.file);
  await drag(page, edgeOf(page, 'sections'), -900);
  await expect.poll(() => widthOf(paneOf(page, 'sections'))).toBe(least.sections);
  await drag(page, edgeOf(page, 'sections'), 900);
  await expect.poll(() => widthOf(paneOf(page, 'sections'))).toBe(mostOfSections);
  expect(await widthOf(settings)).toBeGreaterThanOrEqual(least.settings);
});

test('a window without room for three panes has no edges, and a narrower one keeps the settings wide enough', async ({
  page,
  workplace,
}) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await edgeOf(page, 'file').focus();
  await page.keyboard.press('End');
  await expect.poll(() => widthOf(page.getByRole('main'))).toBe(least.settings);
  await page.setViewportSize({ width: 1210, height: 900 });
  await expect.poll(() => widthOf(page.getByRole('main'))).toBe(least.settings);
  for (const width of [1024, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.getByRole('separator', { name: /^Width of/ })).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  }
});

test('what makes no sense in what was kept is passed over', async ({ page, workplace }) => {
  await page.addInitScript(() => localStorage.setItem('clearml-conf.panes', '{"sections":"wide","file":1e99}'));
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await expect(edgeOf(page, 'sections')).toHaveAttribute('aria-valuenow', String(usualSections));
  expect(await widthOf(paneOf(page, 'file'))).toBe(518);
});

test('a browser that keeps nothing for pages moves the edges all the same', async ({ page, workplace }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('no storage', 'SecurityError');
    };
    Storage.prototype.getItem = refuse;
    Storage.prototype.setItem = refuse;
  });
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  await openEditor(page, program);
  await drag(page, edgeOf(page, 'sections'), 40);
  await expect.poll(() => widthOf(paneOf(page, 'sections'))).toBe(usualSections + 40);
});

test('in forced colours and with a finger the edges can be seen and taken hold of', async ({ browser, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf') });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    forcedColors: 'active',
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openEditor(page, program);
  const edge = edgeOf(page, 'sections');
  expect((await edge.boundingBox())?.width).toBe(24);
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(usualSections + 16));
  const grip = await edge.evaluate((element) => getComputedStyle(element, '::after').backgroundColor);
  expect(grip).not.toBe('rgba(0, 0, 0, 0)');
  await context.close();
});
