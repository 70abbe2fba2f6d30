import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings, bytesOf, type Editor, editorOn } from '../editor.ts';
import { newSaver } from '../saving.ts';
import { expect, test } from '../test.ts';
import type { Running, Workplace } from '../workplace.ts';

/** A page that people may find themselves on: how they get there, and what they see then. */
interface State {
  readonly name: string;
  /** The file; without one there is none. */
  readonly content?: string | Uint8Array;
  readonly make?: (workplace: Workplace, path: string) => Promise<unknown>;
  readonly place?: string;
  readonly reach?: (editor: Editor, program: Running) => Promise<unknown>;
  readonly sees: string | RegExp;
}

const keys = 'api { api_server: "http://one", credentials { access_key: "A", secret_key: "made-up" } }\n';
const broken = 'api {\n  api_server: "http://one"\n';
const odd = 'api.web_servr: "http://a"\napi.credentials { access_key: "A", secret_key: "made-up" }\n';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const find = (words: string) => (editor: Editor) => editor.page.getByRole('searchbox').fill(words);

async function typed({ control, page }: Editor): Promise<void> {
  await control('api.api_server').fill('http://typed');
  await expect(button(page, 'Review 1 change')).toBeEnabled();
}

async function bothChanged(editor: Editor, { path }: Running): Promise<void> {
  await typed(editor);
  await writeFile(path, keys.replace('one', 'theirs'));
  await expect(editor.page.getByRole('heading', { name: /^The file changed on disk/ })).toBeVisible();
}

const states: readonly State[] = [
  { name: 'no file', sees: 'Connect to ClearML' },
  { name: 'no file, all settings', reach: ({ page }) => button(page, 'All settings').click(), sees: 'Start here' },
  { name: 'no folder', make: (_, path) => rm(join(path, '..'), { recursive: true }), sees: /folder.*does not exist/ },
  { name: 'a folder', make: (_, path) => mkdir(path), sees: 'This file cannot be opened' },
  { name: 'no UTF-8', content: Buffer.from('a: "\xe9"\n', 'latin1'), sees: /UTF-8/ },
  { name: 'an empty file', content: '', place: '#/api', sees: 'Connection' },
  { name: 'a file that ClearML cannot read', content: broken, place: '#/', sees: 'ClearML cannot read this file' },
  { name: 'keys nobody knows', content: odd, sees: 'Start here', reach: ({ page }) => seen(page, '.stray-key') },
  { name: 'a setting explained', content: keys, place: '#/api', reach: explained, sees: 'Connection' },
  { name: 'found', content: keys, reach: find('region'), sees: /region/ },
  { name: 'nothing found', content: keys, reach: find('certifcate'), sees: 'No setting for “certifcate”' },
  { name: 'nowhere', content: keys, place: '#/api.api_sever', sees: 'There is no setting “api.api_sever”' },
  {
    name: 'text',
    content: keys,
    place: '#/text',
    reach: ({ page }) => seen(page, '.cm-content'),
    sees: 'The text of the file',
  },
  { name: 'the list of keys', content: keys, reach: ({ page }) => page.keyboard.press('?'), sees: /^Keys$/ },
  { name: 'nothing left to review', content: keys, reach: dropped, sees: 'Nothing changed.' },
  { name: 'saved', content: keys, reach: saved, sees: 'Start here' },
  { name: 'refused', content: broken, place: '#/api', reach: refused, sees: 'ClearML could not read this file' },
  { name: 'a conflict', content: keys, reach: bothChanged, sees: /^The file changed on disk/ },
  { name: 'a choice', content: keys, reach: choosing, sees: 'Your changes, and those on disk' },
  { name: 'the program gone', content: keys, reach: alone, sees: 'Start here' },
  {
    name: 'earlier texts',
    content: keys,
    place: '#/history',
    reach: ({ page }) => button(page, /^In use/).click(),
    make: before,
    sees: 'Earlier texts',
  },
  { name: 'an end', content: keys, reach: ended, sees: 'clearml-conf has ended' },
];

async function seen(page: Page, place: string): Promise<void> {
  await expect(page.locator(place).first()).toBeVisible();
}

async function explained({ row, page }: Editor): Promise<void> {
  await row('api.api_server').focus();
  await page.keyboard.press('e');
  await expect(page.getByRole('note')).toBeVisible();
}

async function dropped(editor: Editor): Promise<void> {
  await typed(editor);
  await editor.review();
  await button(editor.page, /^Undo this change/).click();
}

async function saved(editor: Editor): Promise<void> {
  await typed(editor);
  await editor.review();
  await editor.save();
}

async function refused(editor: Editor, program: Running): Promise<void> {
  const before = await bytesOf(program);
  await typed(editor);
  await editor.review();
  await editor.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(button(editor.page, 'Save it all the same')).toBeVisible();
  expect(await bytesOf(program)).toBe(before);
}

async function choosing(editor: Editor, program: Running): Promise<void> {
  await bothChanged(editor, program);
  await button(editor.page, 'Choose, place by place').click();
  await seen(editor.page, '.place');
}

async function alone(editor: Editor, program: Running): Promise<void> {
  await typed(editor);
  await program.stop();
  await expect(editor.page.getByText(/^clearml-conf does not answer/)).toBeVisible();
}

async function before(workplace: Workplace, path: string): Promise<void> {
  const program = await workplace.start({ path });
  await (await newSaver(program)).save(keys.replace('one', 'two'));
  await program.stop();
}

async function ended({ page }: Editor): Promise<void> {
  await button(page, 'Menu').click();
  await button(page, 'Quit clearml-conf').click();
}

for (const { name, content, make, place = '', reach, sees } of states) {
  test(`whatever theme and width, axe finds nothing and nothing is cut off: ${name}`, async ({ page, workplace }) => {
    await mkdir(join(workplace.folder, 'inside'));
    const path = join(workplace.folder, 'inside', 'clearml.conf');
    if (content !== undefined) await writeFile(path, content);
    await make?.(workplace, path);
    const program = await workplace.start({ path });
    await page.goto(`${program.address}/${place}`);
    await expect(page.getByRole('heading').first()).toBeAttached();
    await reach?.(editorOn(page), program);
    await expect(page.getByRole('heading', { name: sees }).first()).toBeAttached();
    for (const width of [390, 768, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(overhang), `${width}`).toBeLessThanOrEqual(0);
      // Between the two ends nothing has other colours or names.
      if (width !== 390 && width !== 1920) continue;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await axeFindings(page), `${width} ${colorScheme}`).toEqual([]);
      }
    }
  });
}

/** Runs in the page. */
function overhang(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}
