import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Running } from './workplace.ts';

/** The page as people meet it, by what they see and press. */
export interface Editor {
  readonly page: Page;
  /** The control of a setting; in a list with the place of the entry: `sdk.aws.s3.credentials.0.host`. */
  readonly control: (path: string) => Locator;
  readonly row: (path: string) => Locator;
  readonly goTo: (place: string) => Promise<void>;
  readonly review: () => Promise<void>;
  readonly save: () => Promise<void>;
  /** The lines of the comparison that are removed or added, with their sign. */
  readonly changedLines: () => Promise<readonly string[]>;
}

/** Opens the page of a program and waits until the file is there. */
export async function openEditor(page: Page, program: Running, place = ''): Promise<Editor> {
  await page.goto(`${program.address}/#/${place}`);
  await expect(page.locator('#settings h1')).toBeVisible();
  return editorOn(page);
}

export function editorOn(page: Page): Editor {
  return {
    page,
    control: (path) => page.locator(`[id="${path}"]`),
    row: (path) => page.locator(`[data-setting="${path}"]`),
    goTo: async (place) => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${place}`);
    },
    review: async () => {
      await page.getByRole('button', { name: /^Review \d+ change/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: /^Review \d+ change/ })).toBeVisible();
    },
    save: async () => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText(/^Saved\./)).toBeVisible();
    },
    changedLines: () => changedLines(page),
  };
}

async function changedLines(page: Page): Promise<readonly string[]> {
  const rows = page.locator('.diff-row:is([data-kind="added"], [data-kind="removed"])');
  return rows.evaluateAll((found) =>
    found.map((row) => {
      const sign = row.getAttribute('data-kind') === 'added' ? '+' : '-';
      return `${sign}${row.querySelector('ins, del')?.textContent ?? ''}`;
    }),
  );
}

/** The file as text, to compare byte for byte: nothing in it is decoded away. */
export async function bytesOf(program: Running): Promise<string> {
  return (await readFile(program.path)).toString('utf8');
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, as `rule: element`. Run by evaluation: the content policy lets no script be added. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))',
  );
  return Array.isArray(found) ? found.map(String) : ['axe did not run'];
}
