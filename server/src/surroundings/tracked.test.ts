import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexHolds, trackedIn } from './tracked.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tracked-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...words: readonly string[]): void {
  const home = { HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', words, { cwd: folder, env: { ...process.env, ...home }, stdio: 'ignore' });
}

const hasGit = (() => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.runIf(hasGit)('a file in a repository', () => {
  it.each(['2', '4'])('is tracked once it is added, in an index of version %s', async (version) => {
    git('init', '-q');
    mkdirSync(join(folder, 'conf', 'deep'), { recursive: true });
    for (const name of ['a.txt', 'conf/b', 'conf/deep/clearml.conf', 'conf/deep/other.conf', 'é.conf', 'z'])
      writeFileSync(join(folder, name), name);
    const path = join(folder, 'conf', 'deep', 'clearml.conf');
    expect(await trackedIn(path)).toBe(null);
    git('add', '.');
    git('update-index', '--index-version', version);
    expect(await trackedIn(path)).toBe(folder);
    expect(await trackedIn(join(folder, 'é.conf'))).toBe(folder);
    expect(await trackedIn(join(folder, 'conf', 'clearml.conf'))).toBe(null);
    git('rm', '-q', '--cached', 'conf/deep/clearml.conf');
    expect(await trackedIn(path)).toBe(null);
  });
});

it('no repository tracks nothing', async () => {
  expect(await trackedIn(join(folder, 'clearml.conf'))).toBe(null);
});

it.each([
  '',
  'DIRC',
  'DIRC\0\0\0\x02\xff\xff\xff\xff',
  `DIRC\0\0\0\x04\0\0\0\x05${'\xff'.repeat(300)}`,
  'no index at all',
])('an index that is none names nothing', (bytes) => {
  expect(indexHolds(Buffer.from(bytes, 'latin1'), 'clearml.conf')).toBe(false);
});
