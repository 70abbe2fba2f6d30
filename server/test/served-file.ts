import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentType, sessionHeader } from '@clearml-conf/shared';
import { onTestFinished } from 'vitest';
import { inProduction } from '../src/headers.ts';
import { createChain } from '../src/http.ts';
import { listen } from '../src/listen.ts';
import { loadPage } from '../src/page.ts';
import { apiRoutes } from '../src/routes.ts';
import { computerDisk } from '../src/store/disk.ts';
import { createStore } from '../src/store/store.ts';
import { temporaryFolder } from './folder.ts';
import { type RawAnswer, type RawRequest, sendRaw } from './raw-request.ts';

export const sessionKey = 'the-key-of-this-test';

export interface ServedFile {
  readonly path: string;
  readonly folder: string;
  readonly port: number;
  /** A lawful request of our page, with what `change` makes wrong in it. */
  readonly read: (target?: string, headers?: RawRequest['headers']) => Promise<RawAnswer>;
  readonly write: (body: Uint8Array | string, headers: RawRequest['headers'], target?: string) => Promise<RawAnswer>;
}

/** The whole program, listening, on a file of its own. `content` null means that there is no file yet. */
export async function serveFile(
  content: Uint8Array | string | null,
  environment: ReadonlyMap<string, string> = new Map(),
): Promise<ServedFile> {
  const folder = await temporaryFolder();
  const path = join(folder, 'clearml.conf');
  if (content !== null) await writeFile(path, content);
  const pageFolder = join(folder, 'web');
  await mkdir(join(pageFolder, 'assets'), { recursive: true });
  await writeFile(join(pageFolder, 'index.html'), '<html><head></head><body>the page</body></html>');
  await writeFile(join(pageFolder, 'assets', 'index-1a2b.js'), 'void 0;');
  const surroundings = {
    environment,
    home: folder,
    folder,
    exists: () => false,
    versions: { program: '0', node: '0' },
  };
  const routes = apiRoutes(createStore(path, computerDisk), { path, reason: 'argument' }, surroundings);
  const chain = createChain({ routes, sessionKey, headers: inProduction, page: loadPage(pageFolder, sessionKey) });
  const { port, close } = await listen(chain, 0);
  onTestFinished(close);
  return {
    path,
    folder,
    port,
    read: (target = '/api/document', headers = []) => sendRaw(port, lawfulRead(port, target, headers)),
    write: (body, headers, target) => sendRaw(port, lawfulWrite(port, body, headers, target)),
  };
}

export function lawfulRead(port: number, target: string, headers: RawRequest['headers'] = []): RawRequest {
  const own = [
    ['Host', `localhost:${port}`],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Connection', 'close'],
  ] as const;
  return { method: 'GET', target, headers: [...own, ...headers] };
}

export function lawfulWrite(
  port: number,
  body: Uint8Array | string,
  headers: RawRequest['headers'] = [],
  target = '/api/document',
): RawRequest {
  const own = [
    ['Host', `localhost:${port}`],
    ['Origin', `http://localhost:${port}`],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Content-Type', documentType],
    [sessionHeader, sessionKey],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Connection', 'close'],
  ] as const;
  return { method: 'PUT', target, headers: [...own, ...headers], body };
}
