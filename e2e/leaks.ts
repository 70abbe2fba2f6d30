import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

/** Every made-up secret of the tests holds one of these words, so that one search finds them all. */
const secretWords = /canary|made-up/i;

/** Commands that are asked for what is in the file. */
const askedFor: ReadonlySet<string> = new Set(['read', 'get']);

/** What commands and programs have printed; the content of the file only where that was asked for. */
export function leakInOutput(words: readonly string[], output: string): readonly string[] {
  const asked = askedFor.has(words[0] ?? '') || words.includes('--dry-run');
  return !asked && secretWords.test(output) ? [`clearml-conf ${words.join(' ')}: ${output}`] : [];
}

/** The files of the home folder, of state folders and browser profiles in which a secret stands, besides its own three places. */
export async function leaksInFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const kept = files.map((file) => relative(folder, file).split(sep)).filter(isOurs);
  const found = await Promise.all(
    kept.map(async (parts) => {
      const bytes = await readFile(join(folder, ...parts)).catch(() => Buffer.alloc(0));
      const texts = [bytes.toString('latin1'), bytes.toString('utf16le')];
      return texts.some((text) => secretWords.test(text)) ? [parts.join('/')] : [];
    }),
  );
  return found.flat();
}

/** Not what the test itself put there, nor the history and the drafts. */
function isOurs(parts: readonly string[]): boolean {
  const name = parts.at(-1) ?? '';
  const isPlace = parts.some((part) => part === 'home' || part === 'profile' || part.endsWith('state'));
  return isPlace && !name.endsWith('.conf') && !parts.includes('history') && !parts.includes('drafts');
}

/** Listens to a page; what it returns gives all that was said there, in the address, in titles and in browser storage. */
export function listenTo(page: Page): () => Promise<readonly string[]> {
  const said: string[] = [];
  page.on('console', (message) => said.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => said.push(`request: ${request.url()}`));
  page.on('framenavigated', (frame) => said.push(`address: ${frame.url()}`));
  const kept = () =>
    page.evaluate(() => {
      const stores = [localStorage, sessionStorage].flatMap((store) => Object.entries(store).flat());
      return [`title: ${document.title}`, ...stores.map((text) => `storage: ${text}`)];
    });
  return async () => [...said, ...(await kept().catch(() => []))].filter((text) => secretWords.test(text));
}

/** An answer that is no success is written into the console by the browser itself. */
const ownWords = /^Failed to load resource: /;

/** Listens to all pages of a browser; what it returns gives the errors that they left, breaches of the content policy too. */
export function complaintsOf(context: BrowserContext): () => readonly string[] {
  const said: string[] = [];
  context.on('weberror', (error) => said.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !ownWords.test(message.text())) said.push(message.text());
  });
  return () => said;
}
