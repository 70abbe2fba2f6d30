import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { newSaver } from '../saving.ts';
import { expect, test } from '../test.ts';

const original = 'a: 1\n';

test('started again on the same file it names the page that is open, and ends', async ({ workplace }) => {
  const path = await workplace.file('clearml.conf', original);
  const program = await workplace.start({ path });
  const linked = join(workplace.folder, 'link.conf');
  if (process.platform !== 'win32') await symlink(path, linked);
  for (const name of process.platform === 'win32' ? [path] : [path, linked]) {
    const again = await workplace.terminal(['--file', name, '--no-open', '--port', '0']);
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect(again.stdout).toContain(`${program.address}\n`);
  }
});

test('with a start link the second start prints a new one', async ({ workplace }) => {
  const path = await workplace.file('clearml.conf', original);
  const program = await workplace.start({ path, words: ['--link'] });
  const again = await workplace.terminal(['--file', path, '--no-open']);
  const link = new RegExp(`${program.address}/#start=[\\w-]{43}`);
  expect(again.stdout).toMatch(link);
  expect(program.printed()).not.toContain(link.exec(again.stdout)?.[0]);
});

test('after an end of any kind the file can be opened again', async ({ workplace }) => {
  const path = await workplace.file('clearml.conf', original);
  const first = await workplace.start({ path });
  await first.stop('SIGKILL');
  const second = await workplace.start({ path });
  await second.stop();
  const third = await workplace.start({ path });
  expect((await fetch(third.address)).status).toBe(200);
});

test('quit ends the program once the running save is done', async ({ workplace }) => {
  const path = await workplace.file('clearml.conf', original);
  const program = await workplace.start({ path });
  const saver = await newSaver(program);
  const saving = saver.save('a: 2\n');
  expect(await saver.quit()).toBe(204);
  expect(await saving).toBe(204);
  expect(await program.ended).toMatchObject({ exitCode: 0, stderr: '' });
});

test.describe('in the terminal', () => {
  test('history lists what was there before each save, and restore puts it back', async ({ workplace }) => {
    const path = await workplace.file('a.conf', original);
    const none = await workplace.terminal(['history', '--file', 'a.conf']);
    expect(none).toMatchObject({ exitCode: 1, stdout: '' });
    await workplace.terminal(['set', 'a', '2', '--file', 'a.conf']);
    const { stdout } = await workplace.terminal(['history', '--file', 'a.conf']);
    const [id = ''] = stdout.split('  ');
    expect(stdout).toMatch(/^\S+ {2}\d{4}-\d\d-\d\dT[\d:.]+Z {2}5 bytes\n$/);
    const dry = await workplace.terminal(['restore', id, '--file', 'a.conf', '--dry-run']);
    expect(dry).toMatchObject({ exitCode: 0, stdout: original });
    expect(await workplace.terminal(['restore', id, '--file', path])).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await workplace.terminal(['get', 'a', '--file', 'a.conf'])).stdout).toBe('1\n');
    const after = await workplace.terminal(['history', '--file', 'a.conf']);
    expect(after.stdout.trim().split('\n')).toHaveLength(2);
  });

  test('restore of what is not kept is one sentence', async ({ workplace }) => {
    await workplace.file('a.conf', original);
    const { exitCode, stdout, stderr } = await workplace.terminal(['restore', '../a.conf', '--file', 'a.conf']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});
