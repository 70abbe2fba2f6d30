import { readFile, stat } from 'node:fs/promises';
import { expect, test } from '../test.ts';

const text = [
  '# mine',
  'api {',
  '    web_server: http://localhost:8080   # people',
  '    credentials { access_key: "A", secret_key: "B" }',
  '}',
  'sdk.metrics.images.quality: 87',
  'limits: [1, 2]',
  'mirror: ${api.web_server}',
  '',
].join('\n');

test.describe('read', () => {
  test('prints one line for each file, and 1 if one of them cannot be read', async ({ workplace }) => {
    await workplace.file('good.conf', 'a: 1\nb: ${a}\n');
    await workplace.file('bad.conf', 'a: 1\napi {\n  x: "open\n}\n');
    const { exitCode, stdout, stderr } = await workplace.terminal(['read', 'good.conf', 'bad.conf', 'none.conf']);
    const [good, bad, none, ...rest] = stdout.split('\n');
    expect({ exitCode, stderr, rest }).toEqual({ exitCode: 1, stderr: '', rest: [''] });
    expect(JSON.parse(good ?? '')).toEqual({ file: 'good.conf', value: { a: 1, b: 1 } });
    expect(JSON.parse(bad ?? '').problems[0]).toMatchObject({ code: 'unclosed-quote', line: 3, column: 6 });
    expect(JSON.parse(bad ?? '').problems[0].message).toContain('quote');
    expect(JSON.parse(none ?? '').problems).toMatchObject([{ code: 'no-file' }]);
  });

  test('says in JSON what JSON has no word for', async ({ workplace }) => {
    await workplace.file('a.conf', 'big: 9007199254740993\nwait: 10 s');
    const { stdout } = await workplace.terminal(['read', 'a.conf']);
    expect(JSON.parse(stdout).value).toEqual({ big: { $int: '9007199254740993' }, wait: { $duration: 10 } });
  });

  test('stays on one line, whatever signs are in the file', async ({ workplace }) => {
    await workplace.file('a.conf', 'a: "x\u2028y\u0085z"\n');
    const { stdout } = await workplace.terminal(['read', 'a.conf']);
    expect(stdout).toBe('{"file":"a.conf","value":{"a":"x\\u2028y\\u0085z"}}\n');
  });

  test('takes variables from its own environment, and refuses like ClearML without them', async ({ workplace }) => {
    await workplace.file('a.conf', 'a: ${LAB_NAME}\nb: ${?LAB_NONE}\n');
    const without = await workplace.terminal(['read', 'a.conf']);
    expect(without.exitCode).toBe(1);
    expect(JSON.parse(without.stdout).problems).toMatchObject([{ code: 'unresolved-substitution', line: 1 }]);
    const given = await workplace.terminal(['read', 'a.conf'], { environment: { LAB_NAME: 'lab' } });
    expect(JSON.parse(given.stdout)).toEqual({ file: 'a.conf', value: { a: 'lab' } });
  });

  test('opens includes beside the file, but no address', async ({ workplace }) => {
    await workplace.file('part.conf', 'x: 1\n');
    await workplace.file('a.conf', 'include "part.conf"\ninclude url("http://127.0.0.1:1/part.conf")\ny: 2\n');
    const { stdout } = await workplace.terminal(['read', 'a.conf']);
    expect(JSON.parse(stdout).value).toEqual({ x: 1, y: 2 });
  });
});

test.describe('get', () => {
  test('prints a value as JSON', async ({ workplace }) => {
    await workplace.file('a.conf', text);
    for (const [path, value] of [
      ['api.web_server', 'http://localhost:8080'],
      ['mirror', 'http://localhost:8080'],
      ['limits[1]', 2],
      ['api.credentials', { access_key: 'A', secret_key: 'B' }],
    ] as const) {
      const { exitCode, stdout } = await workplace.terminal(['get', path, '--file', 'a.conf']);
      expect({ exitCode, value: JSON.parse(stdout) }).toEqual({ exitCode: 0, value });
    }
  });

  test('says that an option is not set', async ({ workplace }) => {
    await workplace.file('a.conf', text);
    const { exitCode, stdout, stderr } = await workplace.terminal(['get', 'agent.git_user', '--file', 'a.conf']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toBe('agent.git_user is not set in a.conf, so its default counts.\n');
  });
});

test.describe('set', () => {
  test('changes the bytes of the value and no others', async ({ workplace }) => {
    const path = await workplace.file('a.conf', text.replaceAll('\n', '\r\n'));
    const { exitCode } = await workplace.terminal([
      'set',
      'api.web_server',
      'https://app.clear.ml',
      '--file',
      'a.conf',
    ]);
    expect(exitCode).toBe(0);
    expect(await readFile(path, 'utf8')).toBe(
      text.replace('http://localhost:8080', 'https://app.clear.ml').replaceAll('\n', '\r\n'),
    );
  });

  test('--dry-run prints exactly the text that would be written, and writes nothing', async ({ workplace }) => {
    const path = await workplace.file('a.conf', text.trimEnd());
    const { mtimeMs } = await stat(path);
    const words = ['set', 'sdk.metrics.images.quality', '90', '--file', 'a.conf'];
    const { exitCode, stdout, stderr } = await workplace.terminal([...words, '--dry-run']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(text.trimEnd().replace('quality: 87', 'quality: 90'));
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
    expect(await readFile(path, 'utf8')).toBe(text.trimEnd());
    await workplace.terminal(words);
    expect(await readFile(path, 'utf8')).toBe(stdout);
  });

  for (const [given, value] of [
    ['5', 5],
    ['-5', -5],
    ['true', true],
    ['null', null],
    ['10GB', '10GB'],
    ['plain words', 'plain words'],
    ['"5"', '5'],
    ['', ''],
    ['["a", {"b": 1}]', ['a', { b: 1 }]],
    ['123456789012345678901234567890', { $int: '123456789012345678901234567890' }],
    ['{"__proto__": 1}', JSON.parse('{"__proto__": 1}')],
  ] as const) {
    test(`takes ${JSON.stringify(given)} for what it is`, async ({ workplace }) => {
      await workplace.file('a.conf', text);
      expect(await workplace.terminal(['set', 'new.option', given, '--file', 'a.conf'])).toMatchObject({ exitCode: 0 });
      const { stdout } = await workplace.terminal(['get', 'new.option', '--file', 'a.conf']);
      expect(JSON.parse(stdout)).toEqual(value);
    });
  }

  test('keeps the digits of a number', async ({ workplace }) => {
    const path = await workplace.file('a.conf', text);
    await workplace.terminal(['set', 'sdk.metrics.images.quality', '90.50', '--file', 'a.conf']);
    expect(await readFile(path, 'utf8')).toContain('quality: 90.50\n');
  });

  test('takes a secret from standard input, so that no list of processes shows it', async ({ workplace }) => {
    await workplace.file('a.conf', text);
    const words = ['set', 'api.credentials.secret_key', '-', '--file', 'a.conf'];
    const { exitCode, stdout, stderr } = await workplace.terminal(words, { input: 'made-up#word\r\n' });
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toContain('made-up');
    const { stdout: read } = await workplace.terminal(['get', 'api.credentials.secret_key', '--file', 'a.conf']);
    expect(JSON.parse(read)).toBe('made-up#word');
  });

  test('overwrites what the file computes only when told to', async ({ workplace }) => {
    const path = await workplace.file('a.conf', text);
    const words = ['set', 'mirror', 'here', '--file', 'a.conf'];
    const { exitCode, stderr } = await workplace.terminal(words);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'mirror is computed in the file; --replace overwrites it with the value.\n',
    });
    expect(await readFile(path, 'utf8')).toBe(text);
    expect((await workplace.terminal([...words, '--replace'])).exitCode).toBe(0);
    expect(JSON.parse((await workplace.terminal(['get', 'mirror', '--file', 'a.conf'])).stdout)).toBe('here');
  });

  test('refuses what ClearML could not read back, and says why', async ({ workplace }) => {
    const path = await workplace.file('a.conf', text);
    const { exitCode, stderr } = await workplace.terminal(['set', 'limits', '[1, 2, ""]', '--file', 'a.conf']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr:
        'a.conf was not changed: ClearML drops empty texts from lists, so it cannot be written there. The path concerned is limits[2].\n',
    });
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test('makes a file that is not there yet, for its owner alone', async ({ workplace }) => {
    const words = ['set', 'api.web_server', 'http://localhost:8080'];
    expect(await workplace.terminal(words)).toMatchObject({ exitCode: 0, stderr: '' });
    const path = `${workplace.home}/clearml.conf`;
    expect(JSON.parse((await workplace.terminal(['get', 'api.web_server'])).stdout)).toBe('http://localhost:8080');
    expect(process.platform === 'win32' ? 0o600 : (await stat(path)).mode & 0o777).toBe(0o600);
  });
});

test('unset takes an option out, and leaves no secret in a comment', async ({ workplace }) => {
  const path = await workplace.file('a.conf', text);
  await workplace.terminal(['unset', 'sdk.metrics.images.quality', '--file', 'a.conf']);
  await workplace.terminal(['unset', 'api.credentials.secret_key', '--file', 'a.conf']);
  const { stdout } = await workplace.terminal(['read', 'a.conf']);
  expect(JSON.parse(stdout).value.api).toEqual({
    web_server: 'http://localhost:8080',
    credentials: { access_key: 'A' },
  });
  expect(await readFile(path, 'utf8')).not.toContain('"B"');
});

test.describe('edit', () => {
  const rows = [
    { op: 'set', path: ['api', 'web_server'], value: 'https://app.clear.ml' },
    { op: 'append', path: ['limits'], value: 3 },
    { op: 'remove', path: ['limits', 0] },
    { op: 'unset', path: ['mirror'] },
  ];

  test('makes several edits at once', async ({ workplace }) => {
    const path = await workplace.file('a.conf', text);
    await workplace.file('edits.json', JSON.stringify(rows));
    const words = ['edit', '--edits', 'edits.json', '--file', 'a.conf'];
    const dry = await workplace.terminal([...words, '--dry-run']);
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(await workplace.terminal(words)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await readFile(path, 'utf8')).toBe(dry.stdout);
    const { stdout } = await workplace.terminal(['read', 'a.conf']);
    expect(JSON.parse(stdout).value).toMatchObject({ api: { web_server: 'https://app.clear.ml' }, limits: [2, 3] });
  });

  for (const [name, content, said] of [
    ['that is no JSON', '[', 'is no list in JSON'],
    ['that is no list', '{}', 'is no list in JSON'],
    ['with a row that is no edit', '[{"op": "unset", "path": ["a"]}, {"op": "set", "path": "a"}]', 'Row 2'],
    ['with an unknown op', '[{"op": "destroy", "path": ["a"]}]', 'Row 1'],
    ['with a place that is no whole number', '[{"op": "remove", "path": ["limits", 0.5]}]', 'Row 1'],
  ] as const) {
    test(`refuses a list ${name}`, async ({ workplace }) => {
      const path = await workplace.file('a.conf', text);
      await workplace.file('edits.json', content);
      const { exitCode, stderr } = await workplace.terminal(['edit', '--edits', 'edits.json', '--file', 'a.conf']);
      expect(exitCode).toBe(1);
      expect(stderr).toContain(said);
      expect(await readFile(path, 'utf8')).toBe(text);
    });
  }

  test('says so where there is no list', async ({ workplace }) => {
    await workplace.file('a.conf', text);
    const { exitCode, stderr } = await workplace.terminal(['edit', '--edits', 'none.json', '--file', 'a.conf']);
    expect([exitCode, stderr]).toEqual([1, 'none.json cannot be read; check the name, and whether you may read it.\n']);
  });

  test('changes nothing at all when one of the edits cannot be made', async ({ workplace }) => {
    const path = await workplace.file('a.conf', text);
    await workplace.file('edits.json', JSON.stringify([...rows, { op: 'remove', path: ['limits', 9] }]));
    const { exitCode, stderr } = await workplace.terminal(['edit', '--edits', 'edits.json', '--file', 'a.conf']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'a.conf was not changed: row 5 (limits[9]): the list has no such place.\n',
    });
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
