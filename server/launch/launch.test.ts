import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Runs code in a folder on a Node that says it is another one. */
function runOn(version: string, code: string, cwd = folder) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  return spawnSync(process.execPath, ['-e', `${pretend} ${code}`], { cwd, encoding: 'utf8' });
}

const check = "require('./node-version.cjs').requireNode(); console.log('goes on')";

describe('an old Node', () => {
  test.each(['20.18.3', '18.20.8', '9.11.2'])('%s is refused in one sentence', (version) => {
    const { status, stdout, stderr } = runOn(version, check);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain('20.19');
    expect(stderr).toContain(version);
    expect(stderr).toContain('https://nodejs.org');
  });

  test.each(['20.19.0', '22.1.0', '100.0.0'])('%s goes on', (version) => {
    expect(runOn(version, check)).toMatchObject({ status: 0, stdout: 'goes on\n' });
  });

  test.each(['start.cjs', 'prepare.cjs'])('is asked for by %s before anything else is read', async (script) => {
    const alone = await mkdtemp(join(tmpdir(), 'clearml-conf-launch-'));
    onTestFinished(() => rm(alone, { recursive: true }));
    // The other scripts do not lie beside these, so that reading one of them would be another end.
    for (const name of [script, 'node-version.cjs']) await copyFile(join(folder, name), join(alone, name));
    const { status, stdout, stderr } = runOn('9.11.2', `require('./${script}')`, alone);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]*20\.19[^\n]*\n$/);
  });
});
