import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const launch = fileURLToPath(new URL('.', import.meta.url));

/** Stands for the package registry: it takes its time, says when it comes and goes, and brings a builder that does so too. */
const slowInstaller = `#!${process.execPath}
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const slow = (name) => "require('node:fs').appendFileSync('log', '+" + name + "\\\\n');" +
  "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);" +
  "require('node:fs').appendFileSync('log', '-" + name + "\\\\n');";
eval(slow('install'));
mkdirSync('node_modules/vite/bin', { recursive: true });
writeFileSync('node_modules/vite/package.json', '{}');
writeFileSync('node_modules/vite/bin/vite.js', slow('build') + "require('node:fs').writeFileSync('dist/main.js', 'console.log(1)');");
`;

/** One that ends only when another one has begun as well, however slow the machine is. */
const meetingInstaller = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
appendFileSync('log', '+install\\n');
const both = () => readFileSync('log', 'utf8').split('+install').length > 2;
for (let left = 200; left > 0 && !both(); left -= 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
process.exit(1);
`;

interface Checkout {
  readonly folder: string;
  readonly lock: string;
  readonly start: (
    hear?: (said: string) => void,
  ) => Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }>;
  readonly log: () => Promise<readonly string[]>;
}

/** A folder with our first scripts, of which nothing is installed. */
async function newCheckout(): Promise<Checkout> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'clearml-conf-starts-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const programs = join(folder, 'programs');
  for (const name of [programs, join(folder, 'web'), join(folder, 'server', 'src'), join(folder, 'shared', 'src')]) {
    await mkdir(name, { recursive: true });
  }
  for (const name of ['package.json', 'pnpm-lock.yaml']) await writeFile(join(folder, name), '{}');
  await cp(launch, join(folder, 'server', 'launch'), { recursive: true });
  await writeFile(join(programs, 'npx'), slowInstaller);
  await chmod(join(programs, 'npx'), 0o755);
  const start: Checkout['start'] = async (hear = () => undefined) => {
    const script = join(folder, 'server', 'launch', 'start.cjs');
    const program = spawn(process.execPath, [script], { cwd: folder, env: { PATH: programs } });
    const exitCode = new Promise<number | null>((resolve) => program.once('exit', resolve));
    program.stdout.on('data', (chunk) => hear(String(chunk)));
    const [stdout, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
    return { exitCode: await exitCode, stdout, stderr };
  };
  const log = async () => (await readFile(join(folder, 'log'), 'utf8').catch(() => '')).trim().split('\n');
  return { folder, lock: join(folder, 'dist', '.starting'), start, log };
}

const once = ['+install', '-install', '+build', '-build'];

describe.runIf(process.platform !== 'win32')('starts in one folder at once', () => {
  test('install and build once, one after another, and all of them run', async () => {
    const { folder, start, log } = await newCheckout();
    const ended = await Promise.all([start(), start(), start()]);
    expect(await log()).toEqual(once);
    for (const { exitCode, stdout, stderr } of ended) {
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/1\n$/);
    }
    expect((await readdir(join(folder, 'dist'))).sort()).toEqual(['.built', 'main.js']);
  });

  test('would be at it together without the lock', async () => {
    const { folder, start, log } = await newCheckout();
    const noLock = "'use strict';\nmodule.exports = { alone: (act) => act() };\n";
    await writeFile(join(folder, 'programs', 'npx'), meetingInstaller);
    await writeFile(join(folder, 'server', 'launch', 'alone.cjs'), noLock);
    await Promise.all([start(), start()]);
    expect(await log()).toEqual(['+install', '+install']);
  });

  test('wait for one that is at it, and say so', async () => {
    const { folder, lock, start, log } = await newCheckout();
    await mkdir(join(lock, '..'));
    await writeFile(lock, JSON.stringify({ host: hostname(), program: process.pid }));
    const started = start((said) => {
      if (said.includes('waiting'))
        void log()
          .then((lines) => writeFile(join(folder, 'seen'), lines))
          .then(() => rm(lock));
    });
    expect(await started).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(folder, 'seen'), 'utf8')).toBe('');
    expect(await log()).toEqual(once);
  });

  test('do not wait for one that was killed', async () => {
    const { lock, start, log } = await newCheckout();
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    const left = JSON.stringify({ host: hostname(), program: gone.pid });
    await mkdir(join(lock, '..'));
    await writeFile(lock, left);
    // A third start was about to clear it away, and was killed as well.
    await writeFile(`${lock}.${createHash('sha256').update(left).digest('hex').slice(0, 12)}`, left);
    const ended = await Promise.all([start(), start(), start(), start(), start()]);
    expect(ended.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(Array(5).fill([0, '']));
    expect(await log()).toEqual(once);
    expect((await readdir(join(lock, '..'))).sort()).toEqual(['.built', 'main.js']);
  });

  test('do not wait for one of another machine for ever', async () => {
    const { lock, start } = await newCheckout();
    await mkdir(join(lock, '..'));
    await writeFile(lock, JSON.stringify({ host: 'another machine', program: 1 }));
    const longAgo = new Date(Date.now() - 60 * 60_000);
    await utimes(lock, longAgo, longAgo);
    expect((await start()).exitCode).toBe(0);
  });

  test('go on when the installing of the first one fails', async () => {
    const { folder, lock, start } = await newCheckout();
    await writeFile(join(folder, 'programs', 'npx'), `#!${process.execPath}\nprocess.exit(1)`);
    const ended = await Promise.all([start(), start()]);
    expect(ended.map(({ exitCode }) => exitCode)).toEqual([1, 1]);
    expect(await readdir(join(lock, '..'))).toEqual([]);
  });

  test('touch nothing once all is there, so that a folder may be read-only', async () => {
    const { folder, start } = await newCheckout();
    await start();
    await rm(join(folder, 'server', 'launch', 'alone.cjs'));
    expect(await start()).toEqual({ exitCode: 0, stdout: '1\n', stderr: '' });
  });
});
