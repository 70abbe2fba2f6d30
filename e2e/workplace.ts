import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { leakInOutput, leaksInFolder } from './leaks.ts';

const builtProgram = fileURLToPath(new URL('../dist/main.js', import.meta.url));
export const fixtureFolder = fileURLToPath(new URL('./fixtures', import.meta.url));

export type Environment = Readonly<Record<string, string>>;

/** What a command in the terminal left behind. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

/** The built program, serving one file. */
export interface Running {
  /** Such as `http://localhost:40123`. */
  readonly address: string;
  readonly port: number;
  readonly path: string;
  /** What it has printed so far. */
  readonly printed: () => string;
  /** Resolves when the program has ended. */
  readonly ended: Promise<Ended>;
  readonly stop: (signal?: Signal) => Promise<Ended>;
  /** Puts it to sleep or wakes it. */
  readonly signal: (signal: 'SIGSTOP' | 'SIGCONT') => void;
}

export interface StartOptions {
  /** The file to open; null starts without `--file`. */
  readonly path?: string | null;
  readonly words?: readonly string[];
  readonly environment?: Environment;
}

/** A folder of its own with a home of its own: nothing of the person who runs the tests is seen or touched. */
export interface Workplace {
  readonly folder: string;
  readonly home: string;
  /** Puts a file into the folder and says where it is. */
  readonly file: (name: string, content: string | Uint8Array) => Promise<string>;
  /** Puts a copy of a committed fixture into the folder. */
  readonly fixture: (name: string) => Promise<string>;
  readonly start: (options?: StartOptions) => Promise<Running>;
  /** Runs a command of the program to its end. */
  readonly terminal: (
    words: readonly string[],
    options?: { input?: string; environment?: Environment },
  ) => Promise<Ended>;
  /** Ends all programs and removes the folder. Returns where a secret was found that must not be there. */
  readonly clear: () => Promise<readonly string[]>;
}

const ports = { first: 20_000, each: 1500, lanes: 8 };
const lane = ports.first + (Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % ports.lanes) * ports.each;
let latest = Math.floor(Math.random() * ports.each);

/**
 * Below the ports that the system hands out by itself, and apart from those of tests that run beside this one: what a
 * program has had is still free when it starts again.
 */
function nextPort(): number {
  latest = (latest + 1) % ports.each;
  return lane + latest;
}

/** Whoever makes one clears it. */
export async function newWorkplace(): Promise<Workplace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'clearml-conf-e2e-')));
  const home = join(folder, 'home');
  await mkdir(home);
  const running: Running[] = [];
  const leaks: string[] = [];
  const file = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const run = (words: readonly string[], environment: Environment = {}) =>
    spawn(process.execPath, [builtProgram, ...words], {
      cwd: folder,
      env: { ...cleanEnvironment(home), ...environment },
    });
  return {
    folder,
    home,
    file,
    fixture: async (name) => file(name, await readFile(join(fixtureFolder, name))),
    start: async ({ path = join(folder, 'clearml.conf'), words = [], environment } = {}) => {
      const named = path === null ? [] : ['--file', path];
      const started = await startedProgram(
        run(
          [...named, '--no-open', ...(words.includes('--port') ? [] : ['--port', String(nextPort())]), ...words],
          environment,
        ),
        path ?? '',
      );
      running.push(started);
      return started;
    },
    terminal: async (words, { input = '', environment } = {}) => {
      const command = run(words, environment);
      // One that ends without having read it is no fault of the test.
      command.stdin.on('error', () => undefined).end(input);
      const left = await ended(command);
      leaks.push(...leakInOutput(words, left.stdout + left.stderr));
      return left;
    },
    clear: async () => {
      const left = await Promise.all(running.map((program) => program.stop()));
      leaks.push(...left.flatMap(({ stdout, stderr }) => leakInOutput([], stdout + stderr)));
      leaks.push(...(await leaksInFolder(folder)));
      // A browser that has ended may still be clearing up its profile.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      return leaks;
    },
  };
}

/** Only what a program needs to start at all; whatever else is set here must not change a test. */
export function cleanEnvironment(home: string): Environment {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const entries = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return { ...Object.fromEntries(entries), HOME: home, USERPROFILE: home };
}

type Program = ChildProcessByStdio<Writable, Readable, Readable>;

async function ended(program: Program): Promise<Ended> {
  const exitCode = new Promise<number | null>((resolve) => program.once('exit', resolve));
  const [stdout, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
  return { exitCode: await exitCode, stdout, stderr };
}

async function startedProgram(program: Program, path: string): Promise<Running> {
  const leaving = ended(program);
  let printed = '';
  program.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  const address = await new Promise<string>((resolve, reject) => {
    program.stdout.on('data', () => {
      const found = /http:\/\/localhost:\d+(?=\n)/.exec(printed);
      if (found) resolve(found[0]);
    });
    leaving.then(({ stdout, stderr }) => reject(new Error(`the program ended: ${stdout}${stderr}`)), reject);
  });
  const stop = (signal: Signal = 'SIGTERM') => {
    program.kill(signal);
    return leaving;
  };
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => void program.kill(name);
  return { address, port: Number(new URL(address).port), path, printed: () => printed, ended: leaving, stop, signal };
}
