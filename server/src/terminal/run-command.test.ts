import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import { runCommand } from './run-command.ts';

const text = 'agent.git_pass: "made-up"\n';

async function given(input: string, value = '-') {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.conf'), text);
  const environment = new Map([['XDG_STATE_HOME', join(folder, 'state')]]);
  const surroundings = {
    environment,
    home: folder,
    folder,
    exists: () => true,
    versions: { program: '1', node: '20' },
  };
  const command = {
    kind: 'set',
    path: 'agent.git_pass',
    value,
    replace: false,
    file: 'a.conf',
    dryRun: false,
  } as const;
  const outcome = await runCommand(command, surroundings, async () => input);
  return { outcome, after: await readFile(join(folder, 'a.conf'), 'utf8') };
}

test.each(['', '\n', '\r\n'])('set takes no value from a standard input that brings none: %j', async (input) => {
  expect(await given(input)).toEqual({
    outcome: {
      exitCode: 1,
      sentence: `Standard input was empty, so nothing was changed; an empty text is set with: set agent.git_pass '""'`,
    },
    after: text,
  });
});

test.each([
  ['""\n', '-'],
  ['', '""'],
  ['', ''],
])('set takes an empty text that is meant: %j %j', async (input, value) => {
  const { outcome, after } = await given(input, value);
  expect(outcome).toMatchObject({ exitCode: 0 });
  expect(after).toBe('agent.git_pass: ""\n');
});
