import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../test.ts';
import type { Running } from '../workplace.ts';

interface Given {
  readonly name: string;
  /** Null: no file; 'folder': a folder in its place. */
  readonly content: string | Buffer | 'folder' | null;
  /** What `GET /api/document` answers. */
  readonly status: number;
  readonly code?: string;
  /** What the context says about saving. */
  readonly readOnly?: string;
  /** The code of the first problem that `read` names; none when ClearML reads the file. */
  readonly problem?: string;
}

const longFile = `sdk {\n${Array.from({ length: 4998 }, (_, at) => `  option_${at}: "value ${at}"`).join('\n')}\n}\n`;

const inputs: readonly Given[] = [
  { name: 'no file', content: null, status: 404, code: 'no-file', problem: 'no-file' },
  { name: 'a folder', content: 'folder', status: 409, code: 'folder', problem: 'folder' },
  { name: 'an empty file', content: '', status: 200 },
  { name: 'a file of blanks', content: ' \t\n\n  ', status: 200 },
  {
    name: 'Latin-1',
    content: Buffer.from('a: "caf\xe9"\n', 'latin1'),
    status: 200,
    readOnly: 'not-utf-8',
    problem: 'not-utf-8',
  },
  {
    name: 'UTF-16',
    content: Buffer.from('\uFEFFapi {}\r\n', 'utf16le'),
    status: 200,
    readOnly: 'not-utf-8',
    problem: 'not-utf-8',
  },
  { name: 'a byte order mark', content: '\uFEFFapi { x: 1 }\r\n', status: 200, problem: 'byte-order-mark' },
  { name: 'Windows line ends', content: 'api {\r\n\tx: 1\r\n}', status: 200 },
  { name: '5,000 lines', content: longFile, status: 200 },
  {
    name: 'a picture',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    status: 200,
    readOnly: 'not-utf-8',
    problem: 'not-utf-8',
  },
  { name: 'a shell script', content: '#!/bin/sh\nset -e\necho "$HOME"\n', status: 200, problem: 'missing-separator' },
  { name: 'YAML', content: '---\n- a: 1\n- b\n', status: 200, problem: 'missing-separator' },
  { name: 'JSON', content: '{"api": {"web_server": "x"}}', status: 200 },
  { name: 'prose', content: 'Dear Ann,\nthe keys are in the drawer.\n', status: 200, problem: 'missing-separator' },
];

async function ask({ address }: Running, target: string): Promise<Response> {
  return fetch(`${address}${target}`, { headers: { 'sec-fetch-site': 'same-origin' } });
}

for (const { name, content, status, code, readOnly = null, problem } of inputs) {
  test(`${name} is served as it is, or with a named reason`, async ({ workplace }) => {
    const path = join(workplace.folder, 'clearml.conf');
    if (content === 'folder') await mkdir(path);
    else if (content !== null) await workplace.file('clearml.conf', content);
    const program = await workplace.start({ path });
    const answer = await ask(program, '/api/document');
    expect(answer.status).toBe(status);
    const body = Buffer.from(await answer.arrayBuffer());
    if (code === undefined) expect(body.equals(Buffer.from(content ?? ''))).toBe(true);
    else expect(JSON.parse(body.toString())).toMatchObject({ code });
    const context = await (await ask(program, '/api/context')).json();
    expect(context.file).toMatchObject({ readOnly, exists: content !== null });
    expect((await ask(program, '/')).status).toBe(200);
  });

  test(`${name} is read in the terminal, or refused in one sentence`, async ({ workplace }) => {
    const path = join(workplace.folder, 'clearml.conf');
    if (content === 'folder') await mkdir(path);
    else if (content !== null) await workplace.file('clearml.conf', content);
    const { exitCode, stdout, stderr } = await workplace.terminal(['read', path]);
    const report = JSON.parse(stdout);
    expect({ exitCode, stderr }).toEqual({ exitCode: problem === undefined ? 0 : 1, stderr: '' });
    if (problem === undefined) expect(report.value).toBeInstanceOf(Object);
    else {
      expect(report.problems[0]).toMatchObject({ code: problem, line: expect.any(Number), column: expect.any(Number) });
      expect(report.problems[0].message).toMatch(/[.}]$/);
    }
    if (Buffer.isBuffer(content) || (typeof content === 'string' && content !== 'folder')) {
      expect((await readFile(path)).equals(Buffer.from(content))).toBe(true);
    }
  });
}

for (const [name, content] of [
  ['Latin-1', Buffer.from('a: "caf\xe9"\n', 'latin1')],
  ['a folder', 'folder'],
] as const) {
  test(`${name} is not changed by set`, async ({ workplace }) => {
    const path = join(workplace.folder, 'clearml.conf');
    if (content === 'folder') await mkdir(path);
    else await workplace.file('clearml.conf', content);
    const { exitCode, stdout, stderr } = await workplace.terminal(['set', 'a', '1', '--file', path]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
    expect(content === 'folder' || (await readFile(path)).equals(content)).toBe(true);
  });
}

test('what cannot be edited is named as such in the terminal too, and the page opens all the same', async ({
  workplace,
}) => {
  const path = join(workplace.folder, 'clearml.conf');
  await mkdir(path);
  const program = await workplace.start({ path });
  expect((await fetch(program.address)).status).toBe(200);
  expect(program.printed()).toContain(`${path} is a folder; name the file in it, such as clearml.conf.\n`);
  expect(program.printed()).not.toContain('Editing');
});
