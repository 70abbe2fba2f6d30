import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Answer } from '../exchange.ts';
import { withSessionKey } from './page-key.ts';

/** The files of the built page by address. Read once at the start: no request ever chooses a path on the disk. */
export type Page = ReadonlyMap<string, Answer>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** The names of built assets hold a digest of their content, so a copy in the browser's cache never goes stale. */
const forever = { 'cache-control': 'private, max-age=31536000, immutable' };

/** Reads the built page. With a key it is served in it; without one a start link brings it. */
export function loadPage(folder: string, sessionKey: string | null): Page {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const page = new Map<string, Answer>();
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    const cache = address.startsWith('/assets/') ? forever : {};
    const headers = { 'content-type': types[extname(path)] ?? 'application/octet-stream', ...cache };
    page.set(address, { status: 200, headers, body: readFileSync(path) });
  }
  const index = page.get('/index.html');
  page.delete('/index.html');
  if (index) page.set('/', { ...index, body: withSessionKey(String(index.body), sessionKey) });
  return page;
}
