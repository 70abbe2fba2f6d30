import { execFile } from 'node:child_process';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../test.ts';
import { cleanEnvironment, type Workplace } from '../workplace.ts';

// A kill cannot be caught or answered: nothing of the program runs after it, unlike after an error that is injected.

const killer = fileURLToPath(new URL('../kill-at.cjs', import.meta.url));
const kills = Number(process.env['KILLS'] ?? 100);
const before = `api.web_server: "http://localhost:8080"\n${'# a line of the file\n'.repeat(50)}`;
const after = before.replace('http://localhost:8080', 'https://app.example.com');
const words = ['set', 'api.web_server', 'https://app.example.com', '--file', 'clearml.conf'];

test.skip(process.platform === 'win32', 'Windows has no such signal.');

function environmentFor(call: number | null) {
  return { NODE_OPTIONS: `--require ${killer}`, ...(call === null ? {} : { KILL_AT: String(call) }) };
}

async function newFile(workplace: Workplace, names: number): Promise<string> {
  const path = await workplace.file('clearml.conf', before);
  if (names > 1) await link(path, join(workplace.folder, 'other.conf')).catch(() => undefined);
  return path;
}

async function fileCalls(workplace: Workplace): Promise<number> {
  const { exitCode, stderr } = await workplace.terminal(words, { environment: environmentFor(null) });
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^file calls: \d+\n$/) });
  return Number(/\d+/.exec(stderr)?.[0]);
}

for (const names of [1, 2]) {
  test(`a kill at any file call of a save tears no file of ${names === 1 ? 'one name' : 'two names'}`, async ({
    workplace,
  }) => {
    test.setTimeout(60_000 + kills * 1000);
    const path = await newFile(workplace, names);
    const calls = await fileCalls(workplace);
    expect(calls).toBeGreaterThan(30);
    let killed = 0;
    for (let kill = 0; kill < kills / 2; kill += 1) {
      // Spread over all calls; the stride meets each of them when there are enough kills.
      const call = 1 + Math.floor((kill * calls) / (kills / 2));
      await writeFile(path, before);
      await rm(join(workplace.home, process.platform === 'darwin' ? 'Library' : '.local'), {
        recursive: true,
        force: true,
      });
      const { exitCode } = await workplace.terminal(words, { environment: environmentFor(call) });
      if (exitCode === null) killed += 1;
      // Where the file lies under two names, the next start makes it whole.
      if (names > 1) await workplace.terminal(['unset', 'api.nothing', '--file', 'clearml.conf']);
      expect([before, after], `killed at call ${call}`).toContain(await readFile(path, 'utf8'));
    }
    expect(killed).toBeGreaterThanOrEqual(kills / 2 - 2);
    await writeFile(path, before);
    expect(await workplace.terminal(words)).toMatchObject({ exitCode: 0 });
    expect(await readFile(path, 'utf8')).toBe(after);
    console.log(
      `${killed} kills at ${calls} file calls, 0 torn; ${(await readdir(workplace.folder)).length} names left`,
    );
  });
}

test('a kill tears a file that is written over at once, so the way of saving is needed', async ({ workplace }) => {
  const path = await newFile(workplace, 1);
  const writeOver = `require('node:fs').promises.open(${JSON.stringify(path)}, 'w').then((file) =>
    file.write(Buffer.from(${JSON.stringify(after)}), 0, ${Buffer.byteLength(after)}, 0))`;
  const atTheWrite = { ...cleanEnvironment(workplace.home), KILL_AT: '2' };
  const program = ['--require', killer, '-e', `setTimeout(() => ${writeOver}, 100)`];
  await new Promise<void>((resolve) => {
    execFile(process.execPath, program, { env: atTheWrite }, () => resolve());
  });
  expect([before, after]).not.toContain(await readFile(path, 'utf8'));
});
