import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import { listDrift } from './drift.ts';

describe.skipIf(process.platform === 'win32')('drift', () => {
  async function surroundingsWithPipe() {
    const folder = await temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.conf')]);
    return { environment: new Map(), home: folder, folder, exists: () => false, versions: { program: '0', node: '0' } };
  }

  test('of what is no file is one sentence, and waits for nobody', async () => {
    const outcome = await listDrift(['pipe.conf'], await surroundingsWithPipe());
    expect(outcome).toEqual({ exitCode: 1, sentence: expect.stringContaining('pipe.conf') });
  });

  test('of what is not there does not offer to make it', async () => {
    const outcome = await listDrift(['nonexist'], await surroundingsWithPipe());
    const sentence = 'nonexist cannot be read; check the name, and whether you may read it.';
    expect(outcome).toEqual({ exitCode: 1, sentence });
  });

  test('of a folder looks at its files alone', async () => {
    const surroundings = await surroundingsWithPipe();
    await mkdir(join(surroundings.folder, 'folder.conf'));
    await writeFile(join(surroundings.folder, 'odd.conf'), 'api.api_servr: "http://here"\n');
    const { exitCode, output } = await listDrift(['.'], surroundings);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^[^\n]*odd\.conf:1: [^\n]*api\.api_servr[^\n]*\n$/);
  });
});
