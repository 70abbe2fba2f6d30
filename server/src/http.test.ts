import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listen } from './door/listen.ts';
import type { Telling } from './exchange.ts';
import { createChain } from './http.ts';

/** A program with one address, which tells its answer piece by piece. */
async function telling(body: Telling): Promise<number> {
  const answer = { status: 200, headers: { 'content-type': 'text/plain' }, body };
  const routes = new Map([['/told', { get: async () => answer }]]);
  const onRequest = createChain({ routes, keeper: () => null, headers: {}, page: null });
  const { port, close } = await listen({ onRequest }, 0);
  onTestFinished(() => close());
  return port;
}

const ask = (port: number) => get({ host: '127.0.0.1', port, path: '/told', agent: false });

test('each piece is sent at once', async () => {
  let goOn = () => {};
  const port = await telling(async (tell) => {
    tell('first\n');
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    tell('second\n');
  });
  const pieces: string[] = [];
  const ended = new Promise<void>((resolve) => {
    ask(port).once('response', (response) => {
      response.on('data', (piece) => pieces.push(String(piece)));
      response.once('end', resolve);
    });
  });
  await expect.poll(() => pieces).toEqual(['first\n']);
  goOn();
  await ended;
  expect(pieces.join('')).toBe('first\nsecond\n');
});

test('a fault of ours in the middle breaks the answer off, and tells nothing of itself', async () => {
  // In a test Express keeps quiet by itself.
  vi.stubEnv('NODE_ENV', 'production');
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    printed.mockRestore();
  });
  const port = await telling(async (tell) => {
    tell('first\n');
    throw new Error('a secret of ours');
  });
  const answer = new Promise<string>((resolve, reject) => {
    const request = ask(port);
    request.once('error', reject);
    request.once('response', (response) => text(response).then(resolve, reject));
  });
  await expect(answer).rejects.toThrow();
  expect(printed).not.toHaveBeenCalled();
});

test.each([
  ['text/html,*/*;q=0.8', 'Another account connects. If it is you, start with --link.\n'],
  ['*/*', expect.stringContaining('"code":"other-account"')],
])('whoever is turned away and accepts %s reads why', async (accept, said) => {
  const keeper = () => ({ status: 403, code: 'other-account' }) as const;
  const onRequest = createChain({ routes: new Map(), keeper, headers: {}, page: null });
  const { port, close } = await listen({ onRequest }, 0);
  onTestFinished(() => close());
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept } });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toEqual(said);
});
