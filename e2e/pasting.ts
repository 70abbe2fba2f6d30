import { expect, type Page } from '@playwright/test';
import type { ClearmlServers, Keys } from './clearml-server.ts';
import type { Workplace } from './workplace.ts';

/** Pastes as a person does: what the clipboard holds, by the keys. */
export async function pasteInto(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}

/** What ClearML's web page shows for new credentials. */
export function blockOf({ web, api, files }: ClearmlServers, { accessKey, secretKey }: Keys): string {
  return [
    'api {',
    "  # Ann's workspace",
    `  web_server: ${web.address}/`,
    `  api_server: ${api.address}`,
    `  files_server: ${files.address}`,
    '  # laptop',
    '  credentials {',
    `    "access_key" = "${accessKey}"`,
    `    "secret_key" = "${secretKey}"`,
    '  }',
    '}',
  ].join('\n');
}

/** The four steps of a test, as `web passed`. */
async function stepsOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('.check-step')
    .evaluateAll((rows) => rows.map((row) => `${row.getAttribute('data-step')} ${row.getAttribute('data-state')}`));
}

export const allPassed = ['web passed', 'api passed', 'files passed', 'login passed'];

export async function expectSteps(page: Page, steps: readonly string[]): Promise<void> {
  await expect.poll(() => stepsOf(page)).toEqual(steps);
}

/** With --file the tests are on another file than ClearML would read. */
export const isDone = 'The file is saved';

/** All that people see on a page. */
export const sees = (page: Page) => page.evaluate('document.body.innerText') as Promise<string>;

/** What the built program, reading as ClearML does, finds in a file. */
export async function readingOf(workplace: Workplace, path: string): Promise<unknown> {
  const { stdout } = await workplace.terminal(['read', path]);
  return JSON.parse(stdout);
}
