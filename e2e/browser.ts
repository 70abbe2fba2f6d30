import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chromium-headless-shell'];

const cures = [
  'No Chromium was found and none could be installed. Either of these helps:',
  '  npx playwright install --with-deps chromium',
  '  or install Chromium or Chrome so that one of these is on the PATH:',
  `  ${names.join(', ')}`,
].join('\n');

/** The program of a Chromium: one that is there, else one that is brought now. */
export function browser(): string {
  const found = present() ?? bring();
  if (found === null) throw new Error(cures);
  return found;
}

function present(): string | null {
  const own = chromium.executablePath();
  return existsSync(own) ? own : onPath();
}

function onPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const programs = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return programs.find((program) => existsSync(program)) ?? null;
}

function bring(): string | null {
  console.log('No Chromium here; bringing one for the tests …');
  runQuietly(process.execPath, [createRequire(import.meta.url).resolve('@playwright/test/cli'), 'install', 'chromium']);
  if (present() === null && process.platform === 'linux' && process.getuid?.() === 0) {
    runQuietly('apt-get', ['update', '-q']);
    runQuietly('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium']);
  }
  return present();
}

/** Whether it went well shows in what is there afterwards. */
function runQuietly(command: string, words: readonly string[]): void {
  spawnSync(command, words, {
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
