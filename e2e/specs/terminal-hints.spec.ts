import { readFile } from 'node:fs/promises';
import { expect, test } from '../test.ts';

const text = `# mine
api {
  web_server: "http://localhost:8080"
  credentials { access_key: "A", secret_key: "canary-2e77c1" }
}
agent.extra_docker_arguments: ["--ipc=host"]
`;

test.describe('set says on standard error what is odd, and sets it all the same:', () => {
  for (const [name, words, said] of [
    [
      'a misspelt option',
      ['sdk.metrics.images.qualty', '90'],
      'Mind, sdk.metrics.images.qualty: ClearML has no such option; sdk.metrics.images.quality may be meant.',
    ],
    ['an option nobody knows', ['own.thing', '1'], 'Mind, own: ClearML has no such option and ignores it.'],
    [
      'text for a number',
      ['sdk.metrics.images.quality', 'high'],
      'Mind, sdk.metrics.images.quality: The value is of another kind than the option takes; change it. It takes a whole number, 0 to 100.',
    ],
    [
      'text for a switch',
      ['agent.docker_force_pull', 'maybe'],
      'Mind, agent.docker_force_pull: It is text, and any text counts as true; write true or false without quotes. It takes true or false.',
    ],
    [
      'a plain value for a section',
      ['sdk', '1'],
      'Mind, sdk: A plain value stands where a section belongs, so all its options are gone; take it out.',
    ],
  ] as const) {
    test(name, async ({ workplace }) => {
      const path = await workplace.file('a.conf', text);
      const { exitCode, stdout, stderr } = await workplace.terminal(['set', ...words, '--file', 'a.conf']);
      expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: 'Saved a.conf\n', stderr: `${said}\n` });
      expect(await readFile(path, 'utf8')).not.toBe(text);
    });
  }

  test('and nothing of what fits, nor of what was odd before elsewhere', async ({ workplace }) => {
    await workplace.file('a.conf', `${text}own.thing: 1\n`);
    const words = ['set', 'sdk.metrics.images.quality', '90', '--file', 'a.conf'];
    expect(await workplace.terminal(words)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('but no secret', async ({ workplace }) => {
    await workplace.file('a.conf', text);
    const words = ['set', 'api.credentials.secret_keys', 'canary-77aa01', '--file', 'a.conf'];
    const { exitCode, stderr } = await workplace.terminal(words);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('api.credentials.secret_key may be meant');
    expect(stderr).not.toContain('canary');
  });

  test('and with --dry-run too, beside the text', async ({ workplace }) => {
    await workplace.file('a.conf', text);
    const words = ['set', 'own.thing', '1', '--file', 'a.conf', '--dry-run'];
    const { stdout, stderr } = await workplace.terminal(words);
    expect(stdout).toContain('thing: 1');
    expect(stderr).toMatch(/^Mind, own: [^\n]+\n$/);
  });
});

test.describe('a section or list is overwritten only when told to:', () => {
  for (const [option, given, said] of [
    ['api.credentials', 'x', 'api.credentials is a section in the file; --replace takes out all that is in it.'],
    [
      'api.credentials',
      '{"access_key": "B"}',
      'api.credentials is a section in the file; --replace takes out what the new value leaves out: secret_key.',
    ],
    [
      'agent.extra_docker_arguments',
      '["--init"]',
      'agent.extra_docker_arguments is a list in the file; --replace takes out the items that the new value leaves out.',
    ],
    ['api', 'null', 'api is a section in the file; --replace takes out all that is in it.'],
    ['api.credentials', '["x"]', 'api.credentials is a section in the file; --replace takes out all that is in it.'],
    [
      'agent.extra_docker_arguments',
      '--ipc=host',
      'agent.extra_docker_arguments is a list in the file; --replace takes out all that is in it.',
    ],
  ] as const) {
    test(`${option} by ${given}`, async ({ workplace }) => {
      const path = await workplace.file('a.conf', text);
      const words = ['--file', 'a.conf', '--', option, given];
      const asked = await workplace.terminal(['set', ...words]);
      expect(asked).toEqual({ exitCode: 1, stdout: '', stderr: `${said}\n` });
      expect(await readFile(path, 'utf8')).toBe(text);
      expect(await workplace.terminal(['set', '--replace', ...words])).toMatchObject({ exitCode: 0 });
      expect(await readFile(path, 'utf8')).not.toBe(text);
    });
  }

  test('not so where the new section or list holds all that is there', async ({ workplace }) => {
    await workplace.file('a.conf', text);
    for (const [option, given] of [
      ['api.credentials', '{"access_key": "B", "secret_key": "C"}'],
      ['agent.extra_docker_arguments', '["--init", "--ipc=host"]'],
    ] as const) {
      const words = ['set', option, given, '--file', 'a.conf'];
      expect(await workplace.terminal(words), option).toMatchObject({ exitCode: 0, stderr: '' });
    }
  });
});

test.describe('unset of what is not set', () => {
  for (const [option, said] of [
    ['nope', 'nope is not set in a.conf, so nothing was taken out.'],
    ['agent.git_user', 'agent.git_user is not set in a.conf, so nothing was taken out.'],
    ['api.web_servr', 'api.web_servr is not set in a.conf, so nothing was taken out; did you mean api.web_server?'],
  ] as const) {
    test(`fails in one sentence: ${option}`, async ({ workplace }) => {
      const path = await workplace.file('a.conf', text);
      for (const more of [[], ['--dry-run']]) {
        const ended = await workplace.terminal(['unset', option, '--file', 'a.conf', ...more]);
        expect(ended).toEqual({ exitCode: 1, stdout: '', stderr: `${said}\n` });
      }
      expect(await readFile(path, 'utf8')).toBe(text);
    });
  }
});

test.describe('--help', () => {
  test('names every command, and each command says more about itself', async ({ workplace }) => {
    const { stdout } = await workplace.terminal(['--help']);
    const names = [...stdout.matchAll(/^ {2}clearml-conf ([a-z][a-z-]*)/gm)].map(([, name]) => name ?? '');
    expect(names).toContain('edit');
    for (const name of names) {
      const own = await workplace.terminal([name, '--help']);
      expect(own).toMatchObject({ exitCode: 0, stderr: '' });
      expect(own.stdout).toMatch(new RegExp(`^clearml-conf ${name} [^\\n]*\\n\\n[A-Z][^\\n]+\\.\\n`));
      for (const line of own.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
    }
  });

  test('of edit shows rows that can be used as they stand', async ({ workplace }) => {
    const { stdout } = await workplace.terminal(['edit', '--help']);
    const rows = /^ {2}\[\n[\s\S]*?\n {2}\]$/m.exec(stdout)?.[0] ?? '';
    await workplace.file('edits.json', rows);
    const named = `agent.git_user: "me"\nenvironment { HTTP_PROXY: "http://proxy:3128" }\n`;
    const block = 'sdk {\n  aws {\n    # s3 {\n    #   region: ""\n    # }\n  }\n}\n';
    const path = await workplace.file('a.conf', `${text}${named}${block}`);
    const ended = await workplace.terminal(['edit', '--edits', 'edits.json', '--file', 'a.conf']);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await readFile(path, 'utf8')).toContain('https://api.example.com');
  });
});
