import { expect } from '@playwright/test';
import type { Option } from './catalog-kinds.ts';
import type { Editor } from './editor.ts';

/** Gives an option a legal value as people would: by whatever control it has. */
export async function fill({ page, control, row }: Editor, { path, schema }: Option): Promise<void> {
  const here = row(path);
  await expect(here.locator('input, select, textarea, button').first()).toBeVisible();
  const add = here.getByRole('button', { name: /^Add/ });
  if (await here.getByRole('radio').count()) {
    await here.locator(`label:has([id="${path}-true"])`).click();
  } else if (await page.locator(`[id="${path}.new"]`).count()) {
    await control(`${path}.new`).fill('any');
    await control(`${path}.new`).press('Enter');
  } else if (await add.count()) {
    await add.click();
    const isText = !isOf(schema['items'], 'object');
    if (isText) await control(`${path}.0`).fill(isOf(schema['items'], 'integer') ? '503' : 'one');
  } else if (await here.locator('select').count()) {
    await control(path).selectOption({ index: 1 });
  } else {
    await control(path).fill(legalText(schema));
  }
}

/** Takes an option out of the file by the button of its row. */
export async function takeOut({ page, row }: Editor, { path }: Option): Promise<void> {
  await row(path).hover();
  await row(path)
    .getByRole('button', { name: /^Take it out of the file/ })
    .click();
  await expect(row(path)).not.toHaveAttribute('data-state', 'set');
  await page.mouse.move(0, 0);
}

function legalText(schema: Option['schema']): string {
  const { examples, minimum, type } = schema;
  const known = (Array.isArray(examples) ? examples : []).find((value) => typeof value === 'string' && value !== '');
  if (typeof known === 'string') return known;
  if (isOf(schema, 'string')) return schema['format'] === 'address' ? 'https://example.com' : 'text';
  return typeof type === 'undefined' ? 'text' : String(Math.max(typeof minimum === 'number' ? minimum : 0, 1));
}

function isOf(schema: unknown, name: string): boolean {
  if (typeof schema !== 'object' || schema === null || !('type' in schema)) return false;
  return [schema.type].flat().includes(name);
}
