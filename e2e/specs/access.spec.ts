import type { Page } from '@playwright/test';
import { axeFindings, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('Tab goes through the whole page, every stop is seen, and none is lost', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  const { control } = await openEditor(page, program, 'sdk.aws.s3');
  await expect(control('sdk.aws.s3.credentials.0.host')).toBeVisible();
  await page.locator('body').press('Tab');
  const stops = new Set<string>();
  for (let press = 0; press < 400; press += 1) {
    const stop = await page.evaluate(focusStop);
    if (stop === null) break;
    expect(stop.isSeen, stop.name).toBe(true);
    stops.add(stop.area);
    await page.keyboard.press('Tab');
  }
  expect([...stops]).toEqual(expect.arrayContaining(['header', 'nav', 'main']));
  expect(await page.evaluate(focusStop), 'Tab ends outside of the page').toBeNull();
});

/** Runs in the page: what has focus, and whether people can see that it has. Null behind the last stop. */
function focusStop(): { name: string; area: string; isSeen: boolean } | null {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const { width, height, bottom, right } = stop.getBoundingClientRect();
  const marks = [stop, ...(stop.parentElement ? [stop.parentElement] : [])].map((one) => getComputedStyle(one));
  const isMarked = marks.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
  const area = stop.closest('header, nav, main, aside')?.tagName.toLowerCase() ?? '';
  const name = stop.id || stop.getAttribute('aria-label') || stop.textContent?.slice(0, 40) || stop.tagName;
  return { name, area, isSeen: width > 0 && height > 0 && bottom > 0 && right > 0 && isMarked };
}

test('at 200 % nothing is cut off and everything is within reach', async ({ page, workplace }) => {
  // A window of 1440 × 900 at 200 % has half as many pixels of its own.
  await page.setViewportSize({ width: 720, height: 450 });
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  const { control, goTo, review } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine:8008');
  await goTo('sdk.aws.s3');
  await control('sdk.aws.s3.credentials.0.host').focus();
  await expect(control('sdk.aws.s3.credentials.0.host')).toBeInViewport();
  await isWhole(page);
  await review();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeInViewport();
  await isWhole(page);
});

async function isWhole(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
    true,
  );
  expect(await axeFindings(page)).toEqual([]);
}

test('with forced colours, what is chosen, changed or on still differs', async ({ page, workplace }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  const { goTo, row, review } = await openEditor(page, program, 'sdk.development');
  const radios = row('sdk.development.support_stopping').getByRole('radio');
  await row('sdk.development.support_stopping').getByRole('radio', { name: 'false' }).press('Space');
  const looks = await radios.evaluateAll((all) =>
    all.map((one) => {
      const { backgroundColor, color, outlineStyle, borderColor } = getComputedStyle(one.closest('label') ?? one);
      return [backgroundColor, color, outlineStyle, borderColor].join();
    }),
  );
  expect(new Set(looks).size).toBeGreaterThan(1);
  await goTo('');
  expect(await axeFindings(page)).toEqual([]);
  await review();
  const signs = page.locator('.diff-row[data-kind="added"] .diff-sign');
  await expect(signs.first()).toContainText('+');
});

test('nothing moves for whoever asked for less motion', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('minio.conf') });
  const { control, review } = await openEditor(page, program);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await page.evaluate(movingParts)).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(movingParts)).toBe(0);
  await control('api.api_server').fill('http://mine:8008');
  await review();
  expect(await page.evaluate(movingParts)).toBe(0);
});

/** Runs in the page: how many elements would not come to their look at once. */
function movingParts(): number {
  const isMoving = ({ transitionDuration, animationName, scrollBehavior }: CSSStyleDeclaration) =>
    /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
  return [...document.querySelectorAll('*')].filter((one) => isMoving(getComputedStyle(one))).length;
}
