import type { Locator, Page } from '@playwright/test';
import { type Editor, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

/** What goes away under focus, or can no longer have it, and where people are then. */
interface Vanishing {
  readonly what: string;
  readonly file: string;
  readonly place?: string;
  readonly before?: (editor: Editor) => Promise<unknown>;
  readonly press: (editor: Editor) => Locator;
  readonly next: (editor: Editor) => Locator;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const main = ({ page }: Editor) => page.getByRole('main');
const search = (page: Page) => page.getByRole('searchbox');
const set = ({ page }: Editor) => button(page, /^Set in the file/);
const typed = ({ control }: Editor) => control('api.api_server').fill('http://typed');
const sdk = 'sdk { development { support_stopping: ${X} }, aws.s3.extra_args { a: 1, b: 2 } }\n';
const numbers = Array.from({ length: 60 }, (_, at) => `odd_${at}: ${at}\n`).join('');
const stopping = ({ row }: Editor) => row('sdk.development.support_stopping');
const extra = ({ row }: Editor) => row('sdk.aws.s3.extra_args');

const all: readonly Vanishing[] = [
  { what: 'the first filter', file: sdk, press: set, next: set },
  { what: 'the last filter', file: sdk, before: async (editor) => set(editor).click(), press: set, next: set },
  {
    what: 'the button that clears the search',
    file: sdk,
    before: async ({ page }) => search(page).fill('region'),
    press: ({ page }) => button(page, 'Clear the search'),
    next: ({ page }) => search(page),
  },
  {
    what: 'a near name',
    file: sdk,
    before: async ({ page }) => search(page).fill('certifcate'),
    press: ({ page }) => page.getByRole('button', { name: 'certificate', exact: true }),
    next: ({ page }) => search(page),
  },
  {
    what: 'the rest of what was found',
    file: sdk,
    before: async ({ page }) => search(page).fill('a'),
    press: ({ page }) => page.locator('.results-more'),
    next: ({ page }) => page.locator('#settings .block :focus'),
  },
  {
    what: 'a section of what was found',
    file: sdk,
    before: async ({ page }) => search(page).fill('region'),
    press: ({ page }) => page.locator('.block-title a').first(),
    next: main,
  },
  {
    what: 'the link to the next section',
    file: sdk,
    place: 'api',
    press: ({ page }) => page.locator('.pane-next a'),
    next: main,
  },
  {
    what: 'the last step that can be undone',
    file: sdk,
    before: typed,
    press: ({ page }) => button(page, /^Undo \(/),
    next: ({ page }) => button(page, /^Redo/),
  },
  { what: 'a message', file: sdk, before: discarded, press: ({ page }) => button(page, 'Dismiss'), next: main },
  {
    what: 'a fold of the file',
    file: `${numbers}${sdk}${numbers}`,
    before: typed,
    press: ({ page }) => page.locator('.file-pane .diff-fold button').first(),
    next: ({ page }) => page.locator('.file-pane :focus'),
  },
  {
    what: 'a value as it is written',
    file: sdk,
    place: 'sdk.development',
    press: (editor) => stopping(editor).getByRole('button', { name: 'Replace it' }),
    next: (editor) => stopping(editor).locator('.row-control :focus'),
  },
  {
    what: 'the last row of a table',
    file: sdk,
    place: 'sdk.aws.s3',
    press: (editor) => extra(editor).getByRole('button', { name: 'Remove: b' }),
    next: (editor) => extra(editor).getByRole('textbox').last(),
  },
  {
    what: 'the only row of a table',
    file: 'environment { ONE: "1" }\n',
    place: 'environment',
    press: ({ page }) => button(page, 'Remove: ONE'),
    next: ({ page }) => page.locator('[id="environment.new"]'),
  },
];

async function discarded(editor: Editor): Promise<void> {
  await typed(editor);
  await button(editor.page, 'Discard all').click();
}

for (const { what, file, place = '', before, press, next } of all) {
  test(`focus goes on when it was on ${what}`, async ({ page, workplace }) => {
    const program = await workplace.start({ path: await workplace.file('clearml.conf', file) });
    const watch = page.waitForResponse(/\/lost-focus-/);
    const editor = await openEditor(page, program, place);
    await (await watch).finished();
    await before?.(editor);
    await press(editor).press('Enter');
    await expect(next(editor)).toBeFocused();
  });
}
