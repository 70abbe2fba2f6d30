import { copyFile, link, readFile, rename, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serveFile } from './served-file.ts';

const original = 'api.web_server: "http://localhost:8080"\n';
const sameLength = original.replace('8080', '9090');

type Change = (path: string) => Promise<unknown>;

async function keepingTime(path: string, change: Change): Promise<void> {
  const { atime, mtime } = await stat(path);
  await change(path);
  await utimes(path, atime, mtime);
}

async function replaceBy(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

/** How other programs change, replace and remove a file: editors, scripts, `git checkout`, sync tools. */
const changes: Readonly<Record<string, Change>> = {
  'writes over it': (path) => writeFile(path, 'other: 1\n'),
  'writes as many bytes': (path) => writeFile(path, sameLength),
  'writes as many bytes and sets the time back': (path) => keepingTime(path, (to) => writeFile(to, sameLength)),
  'replaces it': (path) => replaceBy(path, 'other: 1\n'),
  'replaces it by as many bytes': (path) => replaceBy(path, sameLength),
  'replaces it by as many bytes of the same time': (path) => keepingTime(path, (to) => replaceBy(to, sameLength)),
  'adds a line': (path) => writeFile(path, 'more: 1\n', { flag: 'a' }),
  'adds a blank': (path) => writeFile(path, ' ', { flag: 'a' }),
  'empties it': (path) => truncate(path),
  'cuts it': (path) => truncate(path, 10),
  'adds a byte order mark': (path) => writeFile(path, `\uFEFF${original}`),
  'changes line ends': (path) => writeFile(path, original.replace('\n', '\r\n')),
  'drops the last line end': (path) => writeFile(path, original.trimEnd()),
  'writes what is no UTF-8': (path) => writeFile(path, Buffer.from([0xff, 0xfe])),
  'changes case': (path) => writeFile(path, original.toUpperCase()),
  'removes it': (path) => rm(path),
  'moves it away': (path) => rename(path, `${path}.bak`),
  'moves it away and makes a new one': async (path) => {
    await rename(path, `${path}~`);
    await writeFile(path, sameLength);
  },
  'makes it a link': async (path) => {
    await writeFile(`${path}.real`, sameLength);
    await rm(path);
    await (process.platform === 'win32' ? link(`${path}.real`, path) : symlink(`${path}.real`, path));
  },
  'writes through a second name': async (path) => {
    await link(path, `${path}.second`);
    await writeFile(`${path}.second`, sameLength);
  },
};

describe('the page sees at its next look that another program', () => {
  test.each(Object.entries(changes))('%s', async (_name, change) => {
    const served = await serveFile(original);
    const etag = (await served.read()).headers.get('etag') ?? '';
    expect((await served.read('/api/document', [['If-None-Match', etag]])).status).toBe(304);
    await change(served.path);
    expect([200, 404]).toContain((await served.read('/api/document', [['If-None-Match', etag]])).status);
  });

  test('changed something: there are 20 ways here, some of which time and length do not show', async () => {
    const served = await serveFile(original);
    const before = await stat(served.path);
    await changes['writes as many bytes and sets the time back']?.(served.path);
    const after = await stat(served.path);
    expect([after.size, after.mtime]).toEqual([before.size, before.mtime]);
    expect(Object.keys(changes)).toHaveLength(20);
  });

  test('did not change anything when it only touched it', async () => {
    const served = await serveFile(original);
    const etag = (await served.read()).headers.get('etag') ?? '';
    await copyFile(served.path, join(served.folder, 'copy'));
    await rename(join(served.folder, 'copy'), served.path);
    expect(await readFile(served.path, 'utf8')).toBe(original);
    expect((await served.read('/api/document', [['If-None-Match', etag]])).status).toBe(304);
  });
});
