import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentType, sessionHeader } from '@clearml-conf/shared';
import { onTestFinished } from 'vitest';
import { type CallerOf, callersByOwner, untoldCaller } from '../src/door/caller.ts';
import type { Door } from '../src/door/gate.ts';
import { inProduction } from '../src/door/headers.ts';
import { listen } from '../src/door/listen.ts';
import type { StartLinks } from '../src/door/start-link.ts';
import { createChain, type Keeper, keeperAt } from '../src/http.ts';
import { loadPage } from '../src/page/page.ts';
import { apiRoutes } from '../src/routes.ts';
import { computerDisk } from '../src/store/disk.ts';
import { createStore } from '../src/store/store.ts';
import { recordsIn, temporaryFolder } from './folder.ts';
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

/** What is different at the door, where a test is about it. */
export interface DoorOfTest extends Partial<Door> {
  readonly callerOf?: CallerOf;
  readonly links?: StartLinks | null;
  readonly quit?: () => void;
  /** Somebody else at the door than the gate: to see what the gate keeps out. */
  readonly keeper?: Keeper;
}

const usualAccounts = process.platform === 'linux' ? 'connection' : 'open';

function ownCallers(): CallerOf {
  return process.platform === 'linux' ? callersByOwner(process.getuid?.() ?? 0) : untoldCaller;
}

/** The whole program, listening, on a file of its own. `content` null means that there is no file yet. */
export async function serveFile(
  content: Uint8Array | string | null,
  environment: ReadonlyMap<string, string> = new Map(),
  { callerOf = ownCallers(), links = null, quit = () => undefined, keeper, ...asked }: DoorOfTest = {},
): Promise<ServedFile> {
  const folder = await temporaryFolder();
  const path = join(folder, 'clearml.conf');
  if (content !== null) await writeFile(path, content);
  const pageFolder = join(folder, 'web');
  await mkdir(join(pageFolder, 'assets'), { recursive: true });
  await writeFile(join(pageFolder, 'index.html'), '<html><head></head><body>the page</body></html>');
  await writeFile(join(pageFolder, 'assets', 'index-1a2b.js'), 'void 0;');
  const surroundings = surroundingsIn(folder, environment);
  const store = createStore(path, computerDisk, recordsIn(join(folder, 'state')));
  const routes = apiRoutes({ store, chosen: { path, reason: 'argument' }, surroundings, sessionKey, links, quit });
  const door: Door = { sessionKey, origin: null, accounts: usualAccounts, ...asked };
  const page = loadPage(pageFolder, links ? null : sessionKey);
  const atDoor = keeper ?? keeperAt(door, callerOf);
  const chain = createChain({ routes, keeper: atDoor, headers: inProduction, page });
  const { port, close } = await listen({ onRequest: chain, onConnection: callerOf }, 0);
  onTestFinished(() => close());
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
  key = sessionKey,
): RawRequest {
  const own = [
    ['Host', `localhost:${port}`],
    ['Origin', `http://localhost:${port}`],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Content-Type', documentType],
    [sessionHeader, key],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Connection', 'close'],
  ] as const;
  return { method: 'PUT', target, headers: [...own, ...headers], body };
}

/** A machine on which there is nothing but one folder and some variables. */
export function surroundingsIn(folder: string, environment: ReadonlyMap<string, string>) {
  return { environment, home: folder, folder, exists: () => false, versions: { program: '0', node: '0' } };
}
