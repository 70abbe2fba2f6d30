import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../test/raw-request.ts';
import { type ServedFile, serveFile } from '../../test/served-file.ts';

const text = '# mine\r\napi {\r\n\tweb_server: "http://localhost:8080"\r\n}';

function tagOf(content: string | Uint8Array): string {
  return `"${createHash('sha256').update(content).digest('hex')}"`;
}

async function written(served: ServedFile): Promise<string> {
  return readFile(served.path, 'utf8');
}

const posix = process.platform !== 'win32';

describe('reading the document', () => {
  test.each([
    ['with mixed line ends and no last one', text],
    ['with a byte order mark', '\uFEFFapi {}\n'],
    ['that is empty', ''],
    ['that is not UTF-8', Buffer.from([0x61, 0x3a, 0xe9, 0x0a])],
  ])('gives the very bytes of a file %s, tagged with their digest', async (_name, content) => {
    const served = await serveFile(content);
    const answer = await served.read();
    expect(answer.status).toBe(200);
    expect(answer.body.equals(Buffer.from(content))).toBe(true);
    expect(answer.headers.get('etag')).toBe(tagOf(content));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('says that nothing has changed since', async () => {
    const served = await serveFile(text);
    const answer = await served.read('/api/document', [['If-None-Match', `"x", ${tagOf(text)}`]]);
    expect([answer.status, answer.body.length]).toEqual([304, 0]);
    expect(answer.headers.get('etag')).toBe(tagOf(text));
    await writeFile(served.path, 'api {}');
    expect((await served.read('/api/document', [['If-None-Match', tagOf(text)]])).status).toBe(200);
  });

  test('says that there is no file', async () => {
    const answer = await (await serveFile(null)).read();
    expect([answer.status, codeOf(answer)]).toEqual([404, 'no-file']);
  });

  test('says that it is a folder', async () => {
    const served = await serveFile(null);
    await mkdir(served.path);
    const answer = await served.read();
    expect([answer.status, codeOf(answer)]).toEqual([409, 'folder']);
  });

  test.runIf(posix)('says that the links go round in a circle', async () => {
    const served = await serveFile(null);
    await symlink(served.path, served.path);
    const answer = await served.read();
    expect([answer.status, codeOf(answer)]).toEqual([409, 'link-loop']);
  });
});

describe('writing the document', () => {
  test('writes the bytes as they are and answers with their tag', async () => {
    const served = await serveFile(text);
    const next = '\uFEFF# \u0444\r\n\tapi{}\r\n\n';
    const answer = await served.write(next, [['If-Match', tagOf(text)]], '/api/document?anyway');
    expect([answer.status, answer.headers.get('etag')]).toEqual([204, tagOf(next)]);
    expect(await written(served)).toBe(next);
  });

  test('can leave an empty file', async () => {
    const served = await serveFile(text);
    expect((await served.write('', [['If-Match', tagOf(text)]])).status).toBe(204);
    expect(await written(served)).toBe('');
  });

  test('refuses when the file has changed meanwhile', async () => {
    const served = await serveFile(text);
    await writeFile(served.path, 'api { other: 1 }');
    const answer = await served.write('api {}', [['If-Match', tagOf(text)]]);
    expect([answer.status, codeOf(answer)]).toEqual([412, 'changed-on-disk']);
    expect(await written(served)).toBe('api { other: 1 }');
  });

  test('refuses when the file is gone meanwhile', async () => {
    const served = await serveFile(text);
    await rm(served.path);
    const answer = await served.write('api {}', [['If-Match', tagOf(text)]]);
    expect([answer.status, codeOf(answer)]).toEqual([412, 'changed-on-disk']);
  });

  test.each([
    [[]],
    [[['If-Match', '*']]],
    [[['If-Match', `W/${tagOf(text)}`]]],
    [[['If-None-Match', tagOf(text)]]],
  ] as const)('wants to know which file is meant: %j does not say it', async (headers) => {
    const served = await serveFile(text);
    const answer = await served.write('api {}', headers);
    expect([answer.status, codeOf(answer)]).toEqual([428, 'no-precondition']);
    expect(await written(served)).toBe(text);
  });

  test('makes a new file, but only where there is none', async () => {
    const served = await serveFile(null);
    expect((await served.write('api {}', [['If-None-Match', '*']])).status).toBe(204);
    const again = await served.write('sdk {}', [['If-None-Match', '*']]);
    expect([again.status, codeOf(again)]).toEqual([412, 'exists-already']);
    expect(await written(served)).toBe('api {}');
  });

  test('refuses what ClearML could not read, unless told to write it anyway', async () => {
    const served = await serveFile(text);
    const broken = 'api {\n  web_server: "http://localhost:8080\n}\n';
    const answer = await served.write(broken, [['If-Match', tagOf(text)]]);
    expect([answer.status, codeOf(answer)]).toEqual([422, 'clearml-cannot-read']);
    expect(JSON.parse(answer.body.toString()).problems[0]).toMatchObject({ line: 2 });
    expect(await written(served)).toBe(text);
    expect((await served.write(broken, [['If-Match', tagOf(text)]], '/api/document?anyway')).status).toBe(204);
    expect(await written(served)).toBe(broken);
  });

  test('does not mind a variable that is not set here', async () => {
    const served = await serveFile(text);
    expect((await served.write('api { web_server: ${NOT_SET_HERE} }', [['If-Match', tagOf(text)]])).status).toBe(204);
  });

  test('never writes bytes that are not UTF-8', async () => {
    const served = await serveFile(text);
    const answer = await served.write(Buffer.from([0xff, 0xfe]), [['If-Match', tagOf(text)]], '/api/document?anyway');
    expect([answer.status, codeOf(answer)]).toEqual([422, 'not-utf-8']);
    expect(await written(served)).toBe(text);
  });

  test.runIf(posix)('leaves a file alone that nobody may write', async () => {
    const served = await serveFile(text);
    await chmod(served.path, 0o444);
    const answer = await served.write('api {}', [['If-Match', tagOf(text)]]);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'read-only-file']);
    expect(await written(served)).toBe(text);
  });
});
