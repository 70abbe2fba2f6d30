import { chmod, mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentContext } from '@clearml-conf/shared';
import { describe, expect, test } from 'vitest';
import { type ServedFile, serveFile } from '../../test/served-file.ts';

async function contextOf(served: ServedFile): Promise<DocumentContext> {
  return JSON.parse((await served.read('/api/context')).body.toString());
}

const posix = process.platform !== 'win32';

describe('the context of the document', () => {
  test.runIf(posix)('says which file, why, and who may read it', async () => {
    const served = await serveFile('api {}');
    await chmod(served.path, 0o640);
    const { file } = await contextOf(served);
    expect(file).toEqual({
      path: served.path,
      reason: 'argument',
      target: null,
      exists: true,
      tracked: null,
      mode: '640',
      problem: null,
      readOnly: null,
    });
  });

  test.runIf(posix)('says where a link leads', async () => {
    const served = await serveFile('api {}');
    await rename(served.path, join(served.folder, 'real.conf'));
    await symlink('real.conf', served.path);
    const { file } = await contextOf(served);
    expect(file).toMatchObject({ target: join(served.folder, 'real.conf'), exists: true });
  });

  test('says that there is no file yet, and that one can be made', async () => {
    const { file } = await contextOf(await serveFile(null));
    expect(file).toMatchObject({ exists: false, mode: null, problem: null, readOnly: null });
  });

  test('says that it is a folder', async () => {
    const served = await serveFile(null);
    await mkdir(served.path);
    expect((await contextOf(served)).file).toMatchObject({ problem: 'folder' });
  });

  test.each([
    ['not-utf-8', Buffer.from([0xff])],
    ['too-large-to-save', Buffer.alloc(1024 * 1024 + 1, '#')],
  ])('says why it cannot be saved: %s', async (code, content) => {
    expect((await contextOf(await serveFile(content))).file).toMatchObject({ readOnly: code, problem: null });
  });

  test('says that it is too large to open', async () => {
    const served = await serveFile(Buffer.alloc(10 * 1024 * 1024 + 1, '#'));
    expect((await contextOf(served)).file).toMatchObject({ problem: 'too-large-to-open' });
  });

  test('names the variables that settings name, and the value of none that is secret', async () => {
    const environment = new Map([
      ['CLEARML_API_HOST', 'http://elsewhere:8008'],
      ['CLEARML_API_SECRET_KEY', 'canary-of-the-key'],
      ['CLEARML_AGENT__AGENT__GIT_PASS', 'canary-of-the-agent'],
      ['UNRELATED_TOKEN', 'canary-of-another'],
    ]);
    const served = await serveFile('api {}', environment);
    const context = await contextOf(served);
    expect(context.environment).toContainEqual({ name: 'CLEARML_API_HOST', value: 'http://elsewhere:8008' });
    expect(context.environment).toContainEqual({ name: 'CLEARML_API_SECRET_KEY', value: null });
    expect(context.environment).toContainEqual({ name: 'CLEARML_AGENT__AGENT__GIT_PASS', value: null });
    expect(context.variables).toContain('UNRELATED_TOKEN');
    expect(JSON.stringify(context)).not.toContain('canary');
  });

  test.each([
    ['CLEARML_API_HOST', 'https://me:canary@host'],
    ['CLEARML_AGENT_EXTRA_DOCKER_ARGS', '-e HF_TOKEN=canary --ipc=host'],
    ['CLEARML_AGENT__AGENT__EXTRA_DOCKER_ARGUMENTS', '["-e", "HF_TOKEN=canary"]'],
    ['CLEARML_AGENT__AGENT__DEFAULT_DOCKER', '{ image: "x", password: canary }'],
  ])('names %s, but not a value with a secret in it: %s', async (name, text) => {
    const context = await contextOf(await serveFile('api {}', new Map([[name, text]])));
    expect(context.environment).toContainEqual({ name, value: null });
    expect(JSON.stringify(context)).not.toContain('canary');
  });
});
