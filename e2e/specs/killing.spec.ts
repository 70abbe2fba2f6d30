import { execFile } from 'node:child_process';
import { link, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newSaver } from '../saving.ts';
import { expect, test } from '../test.ts';
import { cleanEnvironment, type Ended, type Environment, type Workplace } from '../workplace.ts';

// A kill cannot be caught or answered: nothing of the program runs after it, unlike after an error that is injected.

const killer = fileURLToPath(new URL('../kill-at.cjs', import.meta.url));
const kills = Number(process.env['KILLS'] ?? 100);
const atOnce = 4;
const before = `api.web_server: "http://localhost:8080"\n${'# a line of the file\n'.repeat(50)}`;
const after = before.replace('http://localhost:8080', 'https://app.example.com');
test.skip(process.platform === 'win32', 'Windows has no such signal.');

/** A file and a state folder that no earlier kill has touched: what a kill leaves behind would shift the calls. */
interface Place {
  readonly path: string;
  readonly save: (environment?: Environment) => Promise<Ended>;
}

async function newPlace(workplace: Workplace, names: number, mark: number): Promise<Place> {
  const folder = join(workplace.folder, String(mark));
  await mkdir(folder);
  const path = await workplace.file(join(String(mark), 'clearml.conf'), before);
  if (names > 1) await link(path, join(folder, 'other.conf'));
  const words = ['set', 'api.web_server', 'https://app.example.com', '--file', path];
  const state = { XDG_STATE_HOME: join(folder, 'state') };
  return { path, save: (environment) => workplace.terminal(words, { environment: { ...state, ...environment } }) };
}

async function fileCalls({ save }: Place): Promise<number> {
  const { exitCode, stderr } = await save({ NODE_OPTIONS: `--require ${killer}` });
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^file calls: \d+\n$/) });
  return Number(/\d+/.exec(stderr)?.[0]);
}

for (const names of [1, 2]) {
  test(`a kill at any file call of a save tears no file of ${names === 1 ? 'one name' : 'two names'}`, async ({
    workplace,
  }) => {
    test.setTimeout(60_000 + kills * 1000);
    const calls = await fileCalls(await newPlace(workplace, names, 0));
    expect(calls).toBeGreaterThan(30);
    const left = new Map([
      [before, 0],
      [after, 0],
    ]);
    const killAt = async (kill: number) => {
      // Spread over all calls; with 200 kills each of them is met.
      const call = Math.ceil((kill * calls) / (kills / 2));
      const { path, save } = await newPlace(workplace, names, kill);
      const killed = await save({ NODE_OPTIONS: `--require ${killer}`, KILL_AT: String(call) });
      expect(killed, `call ${call}`).toMatchObject({ exitCode: null });
      const text = await readFile(path, 'utf8');
      left.set(text, (left.get(text) ?? 0) + 1);
      if (names === 1) {
        expect([before, after], `killed at call ${call}`).toContain(text);
        return;
      }
      // A file that can only be written in its own place is made whole by the next start.
      expect(await save(), `after a kill at call ${call}`).toMatchObject({ exitCode: 0, stderr: '' });
      expect(await readFile(path, 'utf8')).toBe(after);
    };
    // Places of their own do not disturb each other, so some are tried at once.
    for (let first = 1; first <= kills / 2; first += atOnce) {
      const last = Math.min(first + atOnce - 1, kills / 2);
      await Promise.all(Array.from({ length: last - first + 1 }, (_, at) => killAt(first + at)));
    }
    expect([left.get(before), left.get(after)]).not.toContain(0);
    const [old = 0, fresh = 0, ...halves] = left.values();
    const half = halves.reduce((sum, count) => sum + count, 0);
    console.log(`kills at ${calls} file calls: ${old} old, ${fresh} new, ${half} half, made whole by the next start`);
  });
}

test('a kill in the very write to a file of two names is made whole by the next start, and by nothing else', async ({
  workplace,
}) => {
  const { path, save } = await newPlace(workplace, 2, 0);
  const killed = await save({ NODE_OPTIONS: `--require ${killer}`, KILL_WRITING: path });
  expect(killed).toMatchObject({ exitCode: null });
  const half = await readFile(path, 'utf8');
  expect([before, after]).not.toContain(half);
  // The defence switched off: where the copy that was put aside is not found, the file stays torn.
  await save({ XDG_STATE_HOME: join(workplace.folder, 'another state') });
  expect(await readFile(path, 'utf8')).toBe(half);
  expect(await save()).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await readFile(path, 'utf8')).toBe(after);
});

/** Saves 200 texts one after another, until one of them is not answered. */
async function save200(workplace: Workplace, path: string, environment: Environment) {
  const program = await workplace.start({ path, environment });
  const saver = await newSaver(program);
  const texts = Array.from({ length: 200 }, (_, at) => `# ${at}\n${`line: ${at}\n`.repeat(2000)}`);
  let answered = 0;
  for (const text of texts) {
    const status = await saver.save(text).catch(() => null);
    if (status !== 204) break;
    answered += 1;
  }
  const { exitCode, stderr } = await program.ended;
  const left = await readFile(path, 'utf8');
  return { answered, exitCode, stderr, isWhole: [texts[answered - 1], texts[answered]].includes(left) };
}

test('SIGTERM in the middle of 200 saves, in the very write of one, tears nothing, and would without the answer to it', async ({
  workplace,
}) => {
  const inTheMiddle = { NODE_OPTIONS: `--require ${killer}`, KILL_WITH: 'SIGTERM', KILL_WRITE: '101' };
  const waiting = await newPlace(workplace, 2, 1);
  const waited = await save200(workplace, waiting.path, { ...inTheMiddle, KILL_WRITING: waiting.path });
  expect(waited).toEqual({ answered: 101, exitCode: 0, stderr: '', isWhole: true });
  const torn = await newPlace(workplace, 2, 2);
  const deaf = await save200(workplace, torn.path, { ...inTheMiddle, KILL_WRITING: torn.path, DEAF: '1' });
  expect(deaf).toEqual({ answered: 100, exitCode: null, stderr: '', isWhole: false });
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  const atTheWrite = (path: string) => ({
    NODE_OPTIONS: `--require ${killer}`,
    KILL_WRITING: path,
    KILL_WITH: signal,
  });

  test(`${signal} in the very write to a file waits for its end, however often it comes, on the page`, async ({
    workplace,
  }) => {
    const { path } = await newPlace(workplace, 2, 0);
    const program = await workplace.start({ path, environment: atTheWrite(path) });
    const saver = await newSaver(program);
    expect(await saver.save(after)).toBe(204);
    expect(await program.ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await readFile(path, 'utf8')).toBe(after);
  });

  test(`${signal} in the very write to a file waits for its end, in the terminal`, async ({ workplace }) => {
    const { path, save } = await newPlace(workplace, 2, 0);
    expect(await save(atTheWrite(path))).toEqual({ exitCode: 0, stdout: `Saved ${path}\n`, stderr: '' });
    expect(await readFile(path, 'utf8')).toBe(after);
  });
}

test('a signal that nobody can wait for tears the file there, so waiting is needed', async ({ workplace }) => {
  const { path } = await newPlace(workplace, 2, 0);
  const environment = { NODE_OPTIONS: `--require ${killer}`, KILL_WRITING: path };
  const saver = await newSaver(await workplace.start({ path, environment }));
  expect(await saver.save(after).catch(() => null)).toBeNull();
  expect([before, after]).not.toContain(await readFile(path, 'utf8'));
});

test('a file of one name is never written to, so there is no such kill', async ({ workplace }) => {
  const { path, save } = await newPlace(workplace, 1, 0);
  const saved = await save({ NODE_OPTIONS: `--require ${killer}`, KILL_WRITING: path });
  expect(saved).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await readFile(path, 'utf8')).toBe(after);
});

test('a kill tears a file that is written over at once, so the way of saving is needed', async ({ workplace }) => {
  const { path } = await newPlace(workplace, 1, 0);
  const writeOver = `require('node:fs').promises.open(${JSON.stringify(path)}, 'w').then((file) =>
    file.write(Buffer.from(${JSON.stringify(after)}), 0, ${Buffer.byteLength(after)}, 0))`;
  const atTheWrite = { ...cleanEnvironment(workplace.home), KILL_AT: '2' };
  const program = ['--require', killer, '-e', writeOver];
  await new Promise<void>((resolve) => {
    execFile(process.execPath, program, { env: atTheWrite }, () => resolve());
  });
  expect([before, after]).not.toContain(await readFile(path, 'utf8'));
});
