import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf, editorOn, openEditor } from '../editor.ts';
import { expect, test } from '../test.ts';

test('a file that is not there is created, with nothing written before Save', async ({ page, workplace }) => {
  const program = await workplace.start();
  await page.goto(program.address);
  await page.getByRole('button', { name: 'All settings' }).click();
  const { control, review, save } = editorOn(page);
  await control('api.api_server').fill('http://localhost:8008');
  await control('api.credentials.access_key').fill('MADE-UP-KEY');
  await expect(stat(program.path)).rejects.toThrow('ENOENT');
  await review();
  await save();
  expect(await bytesOf(program)).toBe(
    'api {\n    api_server: "http://localhost:8008"\n    credentials {\n        access_key: "MADE-UP-KEY"\n    }\n}\n',
  );
});

test('a change from outside is taken over quietly while nothing was typed', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('pasted-block.conf') });
  const { control } = await openEditor(page, program);
  await writeFile(program.path, 'api { api_server: "http://from-outside" }\n');
  await expect(control('api.api_server')).toHaveValue('http://from-outside');
});

test('a file that is deleted meanwhile can be made again from what was typed', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('pasted-block.conf') });
  const before = await bytesOf(program);
  const { control, review, save } = await openEditor(page, program);
  await control('api.web_server').fill('http://mine');
  await rm(program.path);
  await page.getByRole('button', { name: 'Keep my text; saving makes the file again' }).click();
  await review();
  await save();
  const after = await bytesOf(program);
  expect(after).toContain('http://mine');
  expect(after.split('\n').length).toBe(before.split('\n').length);
});

test('a file ClearML cannot read names the place and is not saved by accident', async ({ page, workplace }) => {
  const program = await workplace.start({ path: await workplace.fixture('broken-brace.conf') });
  const before = await bytesOf(program);
  const { control, review } = await openEditor(page, program);
  const alert = page.getByRole('alert').filter({ hasText: 'ClearML cannot read this file' });
  await expect(alert).toContainText('Line 4, column 17');
  await expect(alert).toContainText('Add a } where the section ends.');

  await control('api.api_server').fill('http://mine');
  await review();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'ClearML could not read this file' })).toBeVisible();
  expect(await bytesOf(program)).toBe(before);
  await page.getByRole('button', { name: 'Save it all the same' }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  expect(await bytesOf(program)).toBe(before.replace('http://localhost:8008', 'http://mine'));
});

test('a program that went away loses nothing, and the page goes on when it is back', async ({ page, workplace }) => {
  const path = await workplace.fixture('sdk-dump.conf');
  const before = await readFile(path, 'utf8');
  const program = await workplace.start({ path });
  const { control, review, save } = await openEditor(page, program);
  await control('api.api_server').fill('http://mine');
  await program.stop();
  await expect(page.getByText(/^clearml-conf does not answer\. Your changes are kept/)).toBeVisible();
  await expect(control('api.api_server')).toHaveValue('http://mine');

  const again = await workplace.start({ path, words: ['--port', String(program.port)] });
  expect(again.port).toBe(program.port);
  await expect(page.getByText(/^clearml-conf does not answer/)).toHaveCount(0);
  await review();
  await save();
  expect(await bytesOf(again)).toBe(before.replace('http://clearml.lab.example:8008', 'http://mine'));
});

test('an environment variable that wins is said before anybody types', async ({ page, workplace }) => {
  const environment = {
    CLEARML_API_HOST: 'http://from-environment:8008',
    CLEARML_API_SECRET_KEY: 'secret-from-environment',
  };
  const program = await workplace.start({ path: await workplace.fixture('sdk-dump.conf'), environment });
  const { row } = await openEditor(page, program);
  await expect(row('api.api_server')).toContainText(
    'CLEARML_API_HOST is set to http://from-environment:8008 and wins over the file',
  );
  await expect(row('api.credentials.secret_key')).toContainText('CLEARML_API_SECRET_KEY is set and wins over the file');
  expect(await page.content()).not.toContain('secret-from-environment');
});

const blocked = [
  { name: 'a folder', make: (path: string) => mkdir(path), says: 'It is a folder, not a file.' },
  {
    name: 'Latin-1',
    make: (path: string) => writeFile(path, Buffer.from('a: "caf\xe9"\n', 'latin1')),
    says: 'Line 1 holds bytes that are no UTF-8.',
  },
  {
    name: 'UTF-16',
    make: (path: string) => writeFile(path, Buffer.from('\uFEFFapi {}\r\n', 'utf16le')),
    says: 'It looks like UTF-16',
  },
] as const;

for (const { name, make, says } of blocked) {
  test(`${name} opens with one clear sentence`, async ({ page, workplace }) => {
    const path = join(workplace.folder, 'odd.conf');
    await make(path);
    const program = await workplace.start({ path });
    await page.goto(program.address);
    await expect(page.getByRole('alert')).toContainText(says);
  });
}

const editable = [
  { name: 'an empty file', content: '' },
  { name: 'a file of blanks and comments', content: '\n  # nothing yet\n\n' },
  { name: 'something that is no clearml.conf', content: 'Dear all,\nthe meeting is on Monday {sic}.\n' },
  { name: 'a list', content: '[1, 2]\n' },
  {
    name: '5,000 lines',
    content: `sdk {\n${Array.from({ length: 4998 }, (_, at) => `  option_${at}: ${at}`).join('\n')}\n}\n`,
  },
] as const;

for (const { name, content } of editable) {
  test(`${name} opens and is not changed unasked`, async ({ page, workplace }) => {
    const program = await workplace.start({ path: await workplace.file('odd.conf', content) });
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(fault.message));
    const { control } = await openEditor(page, program);
    await expect(control('api.api_server')).toBeVisible();
    expect(faults).toEqual([]);
    expect(await bytesOf(program)).toBe(content);
  });
}
