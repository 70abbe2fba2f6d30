import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** The one that is made for having no window comes first: the same pages take it little more than half the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const cures = [
  'No Chromium was found and none could be installed. Either of these helps:',
  '  npx playwright install --with-deps chromium',
  '  or install Chromium or Chrome so that one of these is on the PATH:',
  `  ${names.join(', ')}`,
].join('\n');

type Choice = Pick<LaunchOptions, 'executablePath'>;

/** The Chromium to launch: one that is there, else one that is brought now. */
export function browser(): Choice {
  const found = present() ?? bring();
  if (found === null) throw new Error(cures);
  return found;
}

function present(): Choice | null {
  const own = chromium.executablePath();
  // Playwright launches its own headless shell where it is told of no other.
  if (hasShellBeside(own)) return {};
  const program = existsSync(own) ? own : onPath();
  return program === null ? null : { executablePath: program };
}

/** Playwright says where its whole browser lies; its headless shell lies beside it. */
function hasShellBeside(own: string): boolean {
  const [, folder, version] = /^(.*[\\/])chromium-(\d+)[\\/]/.exec(own) ?? [];
  return existsSync(join(`${folder}chromium_headless_shell-${version}`, 'INSTALLATION_COMPLETE'));
}

function onPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const programs = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return programs.find((program) => existsSync(program)) ?? null;
}

function bring(): Choice | null {
  console.log('No Chromium here; bringing one for the tests …');
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  runQuietly(process.execPath, [cli, 'install', '--only-shell', 'chromium']);
  if (present() === null && process.platform === 'linux' && process.getuid?.() === 0) bringPackage();
  return present();
}

/** Not every Debian or Ubuntu has both. */
function bringPackage(): void {
  runQuietly('apt-get', ['update', '-q']);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (present() === null) runQuietly('apt-get', ['install', '-qy', '--no-install-recommends', name]);
  }
}

/** Whether it went well shows in what is there afterwards. */
function runQuietly(command: string, words: readonly string[]): void {
  spawnSync(command, words, {
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
