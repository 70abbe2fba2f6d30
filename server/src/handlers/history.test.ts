import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentType } from '@clearml-conf/shared';
import { describe, expect, test } from 'vitest';
import { codeOf, type RawAnswer, sendRaw } from '../../test/raw-request.ts';
import { lawfulWrite, type ServedFile, serveFile } from '../../test/served-file.ts';
import { revisionOf } from '../store/reading.ts';

async function save(served: ServedFile, text: string): Promise<number> {
  const revision = revisionOf(await readFile(served.path));
  return (await served.write(text, [['If-Match', `"${revision}"`]])).status;
}

async function remove({ port }: ServedFile, target: string): Promise<number> {
  return (await sendRaw(port, { ...lawfulWrite(port, '', [], target), method: 'DELETE' })).status;
}

function jsonOf(answer: RawAnswer) {
  return JSON.parse(answer.body.toString());
}

describe('the history', () => {
  test('lists the former texts, and gives each byte for byte', async () => {
    const served = await serveFile('\uFEFFa: 1\r\n');
    expect([await save(served, 'a: 2\n'), await save(served, 'a: 3\n')]).toEqual([204, 204]);
    const { entries } = jsonOf(await served.read('/api/history'));
    expect(entries).toMatchObject([{ bytes: 5 }, { bytes: 9 }]);
    const first = await served.read(`/api/history/${entries[1].id}`);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, documentType]);
    expect(first.body).toEqual(Buffer.from('\uFEFFa: 1\r\n'));
  });

  test('is deleted by one request, the file is not', async () => {
    const served = await serveFile('a: 1\n');
    await save(served, 'a: 2\n');
    expect(await remove(served, '/api/history')).toBe(204);
    expect(jsonOf(await served.read('/api/history'))).toEqual({ entries: [] });
    expect(await readFile(served.path, 'utf8')).toBe('a: 2\n');
  });

  test.each(['nothing', '..%2f..%2fclearml.conf', '%2e%2e', '20260101T000000000Z-1-0000000000000000'])(
    'has nothing under %s',
    async (id) => {
      const served = await serveFile('a: 1\n');
      const answer = await served.read(`/api/history/${id}`);
      expect(answer.status).toBe(404);
      expect(answer.body.includes('a: 1')).toBe(false);
    },
  );

  test('that has no place to lie stops no save', async () => {
    const served = await serveFile('a: 1\n');
    await writeFile(`${served.folder}/state`, 'a file in the place of the folder');
    expect(await save(served, 'a: 2\n')).toBe(204);
    expect(jsonOf(await served.read('/api/history'))).toEqual({ entries: [] });
  });
});

describe('a draft', () => {
  const page = '/api/draft/page-one_1';

  /** Writes a draft, as if at another second: of two in the same instant of the file system none is the newer one. */
  async function draftAt(served: ServedFile, second: number, name: string, text: string): Promise<number> {
    const { status } = await served.write(text, [], `/api/draft/${name}`);
    const [folder = ''] = await readdir(join(served.folder, 'state', 'files'));
    await utimes(join(served.folder, 'state', 'files', folder, 'drafts', name), second, second);
    return status;
  }

  test('is kept for each page, and read back byte for byte', async () => {
    const served = await serveFile('a: 1\n');
    expect(await draftAt(served, 1, 'page-one_1', 'unsaved \r\n')).toBe(204);
    expect(await draftAt(served, 2, 'page-two_2', 'of the other')).toBe(204);
    expect(await draftAt(served, 3, 'page-one_1', 'unsaved 2\r\n')).toBe(204);
    expect((await served.read(page)).body.toString()).toBe('unsaved 2\r\n');
    const { drafts } = jsonOf(await served.read('/api/draft'));
    expect(drafts).toMatchObject([
      { page: 'page-one_1', bytes: 11 },
      { page: 'page-two_2', bytes: 12 },
    ]);
    expect(await readFile(served.path, 'utf8')).toBe('a: 1\n');
  });

  test('is gone once it is deleted', async () => {
    const served = await serveFile('a: 1\n');
    await served.write('unsaved', [], page);
    await served.write('unsaved', [], '/api/draft/page-two_2');
    expect([await remove(served, page), await remove(served, page)]).toEqual([204, 204]);
    const answer = await served.read(page);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'no-such-entry']);
    expect(await remove(served, '/api/draft')).toBe(204);
    expect(jsonOf(await served.read('/api/draft'))).toEqual({ drafts: [] });
  });

  test.each(['short', '..%2f..%2f..%2fclearml.conf', 'a'.repeat(65), 'name.with.dots'])(
    'has no page called %s',
    async (name) => {
      const served = await serveFile('a: 1\n');
      expect((await served.write('unsaved', [], `/api/draft/${name}`)).status).toBe(400);
      expect((await served.read(`/api/draft/${name}`)).status).toBe(404);
      expect(await readFile(served.path, 'utf8')).toBe('a: 1\n');
    },
  );

  test('of the twenty-first page lets the oldest go', async () => {
    const served = await serveFile('a: 1\n');
    for (let at = 10; at < 32; at += 1) await draftAt(served, at, `page-number-${at}`, 'unsaved');
    const { drafts } = jsonOf(await served.read('/api/draft'));
    expect(drafts).toHaveLength(20);
    expect(drafts[0].page).toBe('page-number-31');
    expect((await served.read('/api/draft/page-number-10')).status).toBe(404);
  });

  test('that was just kept does not go, whatever its time', async () => {
    const served = await serveFile('a: 1\n');
    for (let at = 10; at < 30; at += 1) await draftAt(served, 4_000_000_000, `page-number-${at}`, 'unsaved');
    await draftAt(served, 1, 'page-number-30', 'unsaved');
    expect((await served.read('/api/draft/page-number-30')).status).toBe(200);
    expect(jsonOf(await served.read('/api/draft')).drafts).toHaveLength(20);
  });
});

test('quit is a write like any other, and ends the program', async () => {
  let ended = 0;
  const served = await serveFile('a: 1\n', new Map(), {
    quit: () => {
      ended += 1;
    },
  });
  const quit = { ...lawfulWrite(served.port, '', [], '/api/quit'), method: 'POST' };
  const withoutKey = quit.headers.filter(([name]) => name !== 'x-clearml-conf-session');
  expect([(await sendRaw(served.port, { ...quit, headers: withoutKey })).status, ended]).toEqual([401, 0]);
  expect((await served.read('/api/quit')).status).toBe(405);
  expect([(await sendRaw(served.port, quit)).status, ended]).toEqual([204, 1]);
});
