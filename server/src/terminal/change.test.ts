import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { applyGivenEdits, setValue, type Target, unsetValue } from './change.ts';
import { getValue } from './get.ts';
import { givenEdits } from './given-edits.ts';
import { reportFile } from './read.ts';

async function surroundingsWith(text: string): Promise<Surroundings> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.conf'), text);
  const environment = new Map([['XDG_STATE_HOME', join(folder, 'state')]]);
  return { environment, home: folder, folder, exists: () => true, versions: { program: '1', node: '20' } };
}

async function targetWith(text: string): Promise<Target> {
  return { file: 'a.conf', dryRun: true, surroundings: await surroundingsWith(text) };
}

async function edited(text: string, rows: readonly object[], replace = false) {
  const given = givenEdits(JSON.stringify(rows));
  if (!given.ok) throw new Error(`row ${given.row} is no edit`);
  return applyGivenEdits(given.edits, replace, await targetWith(text));
}

describe('a refusal', () => {
  test('names the row, its path and the path in its way', async () => {
    const rows = [
      { op: 'set', path: ['sdk', 'a'], value: 1 },
      { op: 'set', path: ['api', 'web_server', 'x'], value: 2 },
    ];
    expect(await edited('api.web_server: "http://w"\n', rows)).toEqual({
      exitCode: 1,
      sentence:
        'a.conf was not changed: row 2 (api.web_server.x): a plain value stands where the path needs a section; unset that first. The path concerned is api.web_server, in line 1.',
    });
  });

  test('says which line to mend first, where a text that cannot be read is to blame', async () => {
    const { sentence } = await edited('x: 1\na =\nb = 2\nc: 3\n', [{ op: 'unset', path: ['b'] }]);
    expect(sentence).toMatch(/^a\.conf was not changed: another option would read differently\..* Mend line 2 first: /);
  });

  test('of a single edit needs no row', async () => {
    const { sentence } = await edited('a: 1\n', [{ op: 'append', path: ['a'], value: 2 }]);
    expect(sentence).toBe('a.conf was not changed: there is no list at that path. See line 1.');
  });
});

describe('what another value refers to', () => {
  const text = 'e {\n  KEY: x\n}\na: ${e.KEY}\nb: ${HOME}\n';
  const sentence =
    'Mind, line 4: nothing in the file answers ${e.KEY} any more, so ClearML refuses the file unless a variable of that name is set.';

  test('goes, and it is said which line is left without an answer', async () => {
    expect(await unsetValue('e.KEY', false, await targetWith(text))).toMatchObject({
      exitCode: 0,
      sentence: sentence.replace('4', '3'),
    });
    const rows = [{ op: 'rename', path: ['e', 'KEY'], to: 'NEW' }];
    expect(await edited(text, rows)).toMatchObject({ exitCode: 0, sentence });
    expect((await setValue('e', '{"NEW": 1}', true, await targetWith(text))).sentence).toContain(sentence);
  });

  test('gets another value, which is no news', async () => {
    expect(await edited(text, [{ op: 'set', path: ['e', 'KEY'], value: 'y' }])).not.toHaveProperty('sentence');
  });
});

describe('unset of a section', () => {
  const text = 'api {\n  # mine\n  web_server: "http://w"\n}\nb: 3\n';

  test('is refused, as nobody sees what goes with it', async () => {
    expect(await unsetValue('api', false, await targetWith(text))).toEqual({
      exitCode: 1,
      sentence: 'api is a section in the file; --replace takes out all that is in it.',
    });
  });

  test('is done when it is asked for', async () => {
    expect(await unsetValue('api', true, await targetWith(text))).toEqual({ exitCode: 0, output: 'b: 3\n' });
  });

  test.each(['api', 'environment'])('needs nothing more where it is empty: %s', async (path) => {
    const { exitCode } = await unsetValue(path, false, await targetWith(`${path} {}\nb: 3\n`));
    expect(exitCode).toBe(0);
  });
});

describe('what a new section or list leaves out is not lost unasked', () => {
  const text =
    'api.credentials { access_key: A, secret_key: B }\nagent {\n  l: [1, 2]\n  pip { a: x, b: [y] }\n}\nc: ${?C}\n';
  const section = 'is a section in the file; --replace takes out what the new value leaves out:';
  const list = 'is a list in the file; --replace takes out the items that the new value leaves out.';
  const lost = [
    ['agent', {}, `agent ${section} l and 1 more.`],
    ['api.credentials', { access_key: 'A' }, `api.credentials ${section} secret_key.`],
    ['agent', { l: [1, 2], pip: { a: 'z' } }, `agent ${section} pip.b.`],
    ['agent', { l: [1, 3], pip: { a: 'x', b: ['y'] } }, `agent ${section} l.`],
    ['agent', { l: [1, 2], pip: null }, `agent ${section} pip.`],
    ['agent.l', ['x'], `agent.l ${list}`],
    ['agent.l', [2], `agent.l ${list}`],
    ['agent.l', [], `agent.l ${list}`],
    ['c', 'x', 'c is computed in the file; --replace overwrites it with the value.'],
  ] as const;

  test.each(lost)('by set: %s %j', async (path, value, sentence) => {
    const target = await targetWith(text);
    expect(await setValue(path, JSON.stringify(value), false, target)).toEqual({ exitCode: 1, sentence });
    expect(await setValue(path, JSON.stringify(value), true, target)).toMatchObject({ exitCode: 0 });
  });

  test.each(lost)('by a row of edits: %s %j', async (path, value, sentence) => {
    const rows = [
      { op: 'set', path: ['api', 'web_server'], value: 'w' },
      { op: 'set', path: path.split('.'), value },
    ];
    expect(await edited(text, rows)).toEqual({ exitCode: 1, sentence });
    expect(await edited(text, rows, true)).toMatchObject({ exitCode: 0 });
  });

  test.each(['unset', 'remove'])('by a row that takes a section out: %s', async (op) => {
    const rows = [{ op, path: ['agent', 'pip'] }];
    const sentence = 'agent.pip is a section in the file; --replace takes out all that is in it.';
    expect(await edited(text, rows)).toEqual({ exitCode: 1, sentence });
    expect(await edited(text, rows, true)).toMatchObject({ exitCode: 0 });
  });

  test.each([
    ['agent.l', [2, 1, 3]],
    ['agent.pip', { a: 'new', b: ['y', 'z'], c: 1 }],
    ['api.credentials', { access_key: 'C', secret_key: 'D' }],
    ['agent.other', { a: 1 }],
  ])('so nothing is asked where all stays: %s %j', async (path, value) => {
    expect(await setValue(path, JSON.stringify(value), false, await targetWith(text))).toMatchObject({ exitCode: 0 });
  });
});

describe('what is taken out leaves no secret in a comment', () => {
  const text = '# words\nagent.extra_docker_arguments: ["-e", "HF_TOKEN=canary"]\n';
  const after = '# words\n# agent.extra_docker_arguments: []\n';

  test('by unset', async () => {
    expect(await unsetValue('agent.extra_docker_arguments', false, await targetWith(text))).toEqual({
      exitCode: 0,
      output: after,
    });
  });

  test.each(['unset', 'remove'])('by a row of edits: %s', async (op) => {
    const rows = [{ op, path: ['agent', 'extra_docker_arguments'] }];
    expect(await edited(text, rows)).toEqual({ exitCode: 0, output: after });
  });

  test('a setting that is secret as such', async () => {
    const rows = [{ op: 'remove', path: ['api', 'credentials', 'secret_key'] }];
    const { output } = await edited('api.credentials {\n  # key\n  secret_key: "canary"\n}\n', rows);
    expect(output).toBe('api.credentials {\n  # key\n  # secret_key: ""\n}\n');
  });
});

test.each([
  ['a section after a value', 'api: 1\napi { x: 2 }\nb: 3\n'],
  ['a substitution without an answer', 'a: ${NOT_SET_ANYWHERE}\nb: 3\n'],
  ['a brace that is not closed', 'api {\nb: 3\n'],
])('get refuses the file that read refuses: %s', async (_, text) => {
  const surroundings = await surroundingsWith(text);
  const report = await reportFile('a.conf', surroundings);
  expect(report).toHaveProperty('problems');
  const { exitCode, sentence } = await getValue('b', 'a.conf', surroundings);
  expect(exitCode).toBe(1);
  expect(sentence).toContain('problems' in report ? report.problems[0]?.message : '');
  expect(await readFile(join(surroundings.folder, 'a.conf'), 'utf8')).toBe(text);
});
