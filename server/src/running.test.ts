import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../test/folder.ts';
import { serveFile, sessionKey } from '../test/served-file.ts';
import { listen } from './door/listen.ts';
import { createStartLinks } from './door/start-link.ts';
import { findRunning, noteRunning } from './running.ts';
import { type Cabinet, createCabinet } from './store/cabinet.ts';
import { computerDisk } from './store/disk.ts';

async function newCabinet(): Promise<Cabinet> {
  return createCabinet(computerDisk, join(await temporaryFolder(), 'state'));
}

describe('the program that has a file open', () => {
  test('is found by its key', async () => {
    const cabinet = await newCabinet();
    const served = await serveFile('a: 1\n');
    expect(await findRunning(cabinet)).toBeNull();
    const forget = await noteRunning(cabinet, served.port, sessionKey);
    expect(await findRunning(cabinet)).toEqual({ port: served.port, secret: null });
    await forget();
    expect(await findRunning(cabinet)).toBeNull();
  });

  test('makes a start link for the second start', async () => {
    const cabinet = await newCabinet();
    const links = createStartLinks();
    const served = await serveFile('a: 1\n', new Map(), { accounts: 'start-link', links });
    await noteRunning(cabinet, served.port, sessionKey);
    const found = await findRunning(cabinet);
    expect(links.use(found?.secret ?? '')).toBe(true);
  });

  test('is not a later one with another key', async () => {
    const cabinet = await newCabinet();
    await noteRunning(cabinet, (await serveFile('a: 1\n')).port, 'the key of an earlier start');
    expect(await findRunning(cabinet)).toBeNull();
  });

  test.each([
    [200, '"><script>alert(1)</script>'],
    [200, ''],
    [204, ''],
    [404, 'Not found'],
    [302, ''],
  ])('is not whatever answers %i there', async (status, text) => {
    const cabinet = await newCabinet();
    const other = await listen(
      { onRequest: (_request, response) => void response.writeHead(status, { location: '/' }).end(text || undefined) },
      0,
    );
    onTestFinished(() => other.close());
    await noteRunning(cabinet, other.port, sessionKey);
    expect(await findRunning(cabinet)).toBeNull();
  });

  test.each(['', 'null', '{}', '{"program":1', '{"program":"1","port":1,"key":"k"}'])(
    'is not read from %j',
    async (text) => {
      const cabinet = await newCabinet();
      await cabinet.put('running.json', Buffer.from(text));
      expect(await findRunning(cabinet)).toBeNull();
    },
  );
});
