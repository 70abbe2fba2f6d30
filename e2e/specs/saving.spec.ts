import { lstat, mkdir, readdir, readFile, readlink, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSaver } from '../saving.ts';
import { expect, test } from '../test.ts';

const posix = process.platform !== 'win32';
const original = '\uFEFF# mine\r\napi { web_server: "http://localhost:8080" }';
const next = '# yours\r\n\tapi { web_server: "http://localhost:9090" }\r\n\r\n';

test('a save keeps the mode and follows the link, and is byte for byte what was sent', async ({ workplace }) => {
  await mkdir(join(workplace.folder, 'dotfiles'));
  const real = await workplace.file(join('dotfiles', 'real.conf'), original);
  const path = join(workplace.folder, 'clearml.conf');
  if (posix) await symlink(join('dotfiles', 'real.conf'), path);
  else await rename(real, path);
  const { mode } = await stat(path);
  const saver = await newSaver(await workplace.start({ path }));
  expect(await saver.save(next)).toBe(204);
  expect(await readFile(path, 'utf8')).toBe(next);
  expect((await stat(path)).mode).toBe(mode);
  if (posix) expect(await readlink(path)).toBe(join('dotfiles', 'real.conf'));
  expect(await readdir(join(workplace.folder, 'dotfiles'))).toEqual(posix ? ['real.conf'] : []);
});

test('a new file is for its owner alone', async ({ workplace }) => {
  const path = join(workplace.home, 'clearml.conf');
  const saver = await newSaver(await workplace.start({ path: null }));
  expect(await saver.save(next)).toBe(204);
  expect(await readFile(path, 'utf8')).toBe(next);
  expect(posix ? (await lstat(path)).mode & 0o777 : 0o600).toBe(0o600);
});

test('of two pages that opened the same file only one can save', async ({ workplace }) => {
  const path = await workplace.file('clearml.conf', original);
  const program = await workplace.start({ path });
  const [first, second] = [await newSaver(program), await newSaver(program)];
  expect([await first.save('a: 1\n'), await second.save('a: 2\n')]).toEqual([204, 412]);
  expect(await readFile(path, 'utf8')).toBe('a: 1\n');
});

test('a change from outside is never saved over', async ({ workplace }) => {
  const path = await workplace.file('clearml.conf', original);
  const saver = await newSaver(await workplace.start({ path }));
  await writeFile(path, 'outside: true\n');
  expect(await saver.save(next)).toBe(412);
  expect(await readFile(path, 'utf8')).toBe('outside: true\n');
});

test('the end of the program in the middle of 200 saves tears nothing', async ({ workplace }) => {
  const folder = join(workplace.folder, 'alone');
  await mkdir(folder);
  const path = await workplace.file(join('alone', 'clearml.conf'), original);
  const program = await workplace.start({ path });
  const saver = await newSaver(program);
  const contents = Array.from({ length: 200 }, (_, at) => `# ${at}\n${`line: ${at}\n`.repeat(2000)}`);
  let answered = 0;
  for (const content of contents.slice(0, 100)) {
    expect(await saver.save(content)).toBe(204);
    answered += 1;
  }
  const ending = program.stop('SIGTERM');
  for (const content of contents.slice(100)) {
    const status = await saver.save(content).catch(() => null);
    if (status !== 204) break;
    answered += 1;
  }
  if (posix) expect(await ending).toMatchObject({ exitCode: 0, stderr: '' });
  const left = await readFile(path, 'utf8');
  expect([contents[answered - 1], contents[answered]]).toContain(left);
  expect(await readdir(folder)).toEqual(['clearml.conf']);
});
