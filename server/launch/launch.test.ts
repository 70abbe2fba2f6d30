import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Runs a script of this folder on a Node that says it is another one. */
function runOn(version: string, script: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const words = ['-e', `${pretend} require('./${script}').requireNode(); console.log('goes on');`];
  return spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
}

describe('an old Node', () => {
  test.each(['20.18.3', '18.20.8', '9.11.2'])('%s is refused in one sentence', (version) => {
    const { status, stdout, stderr } = runOn(version, 'node-version.cjs');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain('20.19');
    expect(stderr).toContain(version);
    expect(stderr).toContain('https://nodejs.org');
  });

  test.each(['20.19.0', '22.1.0', '100.0.0'])('%s goes on', (version) => {
    expect(runOn(version, 'node-version.cjs')).toMatchObject({ status: 0, stdout: 'goes on\n' });
  });

  test('is asked for before anything that it might not understand', () => {
    for (const script of ['start.cjs', 'prepare.cjs']) {
      const [first] = readFileSync(`${folder}${script}`, 'utf8').match(/require\([^)]*\)[^;]*/) ?? [];
      expect(first).toBe("require('./node-version.cjs').requireNode()");
    }
    expect(readdirSync(folder)).toContain('node-version.cjs');
    expect(readFileSync(`${folder}node-version.cjs`, 'utf8')).not.toMatch(/\?\.|\?\?|require\(/);
  });
});
