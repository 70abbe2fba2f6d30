import { describe, expect, it } from 'vitest';
import { documents, values } from '../../test/documents.ts';
import { fc } from '../../test/random.ts';
import { applyEdits, type ConfigValue, type Edit, fromJson, parse, parsePath, resolve } from '../hocon/index.ts';
import { withSecretMarks } from './secret-edits.ts';

function after(text: string, op: 'unset' | 'remove', expression: string): string {
  const parsed = parsePath(expression);
  if (!parsed.ok) throw new Error(`no path: ${expression}`);
  const outcome = applyEdits(text, withSecretMarks(text, [{ op, path: parsed.path }]));
  return outcome.ok ? outcome.text : outcome.code;
}

describe('what is taken out leaves no secret in a comment', () => {
  it.each([
    [
      'a word for docker',
      'agent.extra_docker_arguments',
      '# words\nagent.extra_docker_arguments: ["-e", "HF_TOKEN=canary"]\n',
      '# words\n# agent.extra_docker_arguments: []\n',
    ],
    [
      'an address',
      'api.api_server',
      'api {\n  # server\n  api_server: "https://me:canary@h"\n}\n',
      'api {\n  # server\n  # api_server: ""\n}\n',
    ],
    [
      'a secret of its own',
      'api.credentials.secret_key',
      'api.credentials {\n  # key\n  secret_key: "canary"\n}\n',
      'api.credentials {\n  # key\n  # secret_key: ""\n}\n',
    ],
    [
      'an earlier definition',
      'api.api_server',
      '# server\napi.api_server: "https://me:canary@h"\n# again\napi.api_server: "https://h"\n',
      '# server\n# api.api_server: ""\n# again\n# api.api_server: ""\n',
    ],
    ['a section on one line', 'my.section', '# mine\nmy.section { password: canary }\n', '# mine\n# my.section {}\n'],
    [
      'an expression',
      'api.api_server',
      '# server\napi.api_server: "https://me:canary@"${?HOST}\n',
      '# server\n# api.api_server: ""\n',
    ],
  ])('%s', (_, path, text, expected) => {
    expect(after(text, 'unset', path)).toBe(expected);
    expect(after(text, 'remove', path)).toBe(expected);
  });

  it.each([
    ['a name that says so', '# mine\ne {\n  # key\n  MY_TOKEN: canary\n}\n', ['e', 'MY_TOKEN'], 'X'],
    ['an address', '# mine\ne {\n  # key\n  A: "https://me:canary@h"\n}\n', ['e', 'A'], 'B'],
  ])('nor does it under another name: %s', (_, text, path, to) => {
    const edits: readonly Edit[] = [
      { op: 'rename', path, to },
      { op: 'unset', path: ['e', to] },
    ];
    const outcome = applyEdits(text, withSecretMarks(text, edits));
    expect(outcome).toMatchObject({ ok: true, text: `# mine\ne {\n  # key\n  # ${path.at(-1)}: ""\n}\n` });
  });

  it('nor does what goes because its section is set without it', () => {
    const text = 'my {\n  # words\n  args: ["-e", "HF_TOKEN=canary"]\n  b: 1\n}\n';
    const edits: readonly Edit[] = [{ op: 'set', path: ['my'], value: fromJson({ b: 1 }) }];
    const outcome = applyEdits(text, withSecretMarks(text, edits));
    expect(outcome.ok && outcome.text).toBe('my {\n  # words\n  # args: []\n  b: 1\n}\n');
  });

  it('and what goes with a secret leaves its own value, not one that was never there', () => {
    const text = [
      'my {',
      '  # words',
      '  force: false',
      '  password: canary-1',
      '  args: ["-e", "HF_TOKEN=canary-2"]',
      '  # on one line',
      '  one { token: canary-3, a: 1 }',
      '  sub {',
      '    # deep',
      '    count: 5',
      '    api_key: canary-4',
      '  }',
      '}',
      '# again',
      'my.secret: canary-5',
      '',
    ].join('\n');
    const edits: readonly Edit[] = [{ op: 'set', path: ['my'], value: fromJson({ sub: {} }) }];
    const outcome = applyEdits(text, withSecretMarks(text, edits));
    const after = outcome.ok ? outcome.text : outcome.code;
    expect(after).not.toContain('canary');
    expect(after).toContain('# force: false');
    expect(after).toContain('# count: 5');
    expect(after).toContain('# password: ""');
  });

  it('nor does what # cut off, when it is changed', () => {
    const text = 'agent {\n  git_pass: ab#cd\n  git_user: ab#cd\n}\n';
    const edits: readonly Edit[] = [
      { op: 'set', path: ['agent', 'git_pass'], value: 'ef' },
      { op: 'set', path: ['agent', 'git_user'], value: 'ef' },
    ];
    const outcome = applyEdits(text, withSecretMarks(text, edits));
    expect(outcome.ok && outcome.text).toBe('agent {\n  git_pass: ef\n  git_user: ef#cd\n}\n');
  });

  it('and what is no secret stays', () => {
    expect(after('# server\napi.api_server: "https://h"\n', 'unset', 'api.api_server')).toBe(
      '# server\n# api.api_server: "https://h"\n',
    );
  });
});

it('of a section that is set no secret stays behind in a comment, wherever it stood', () => {
  const address = '"https://me:canary@h"';
  const holding = documents.map((text) => {
    const inside = text.replace(/(?<=[:=[,{ \n])(?:word|"t"|"a b")(?=[\s,\]}])/g, address);
    return `my {\n${inside}\n}\n# again\nmy.z: ${address}\n`;
  });
  const sections = fc.dictionary(fc.constantFrom('a', 'b', 'k', 'new'), values, { maxKeys: 2 });
  fc.assert(
    fc.property(holding, sections, (text, section) => {
      fc.pre(resolve(parse(text)).problems.every(({ severity }) => severity !== 'error'));
      const value: ConfigValue = new Map(Object.entries(section));
      const outcome = applyEdits(text, withSecretMarks(text, [{ op: 'set', path: ['my'], value }]));
      fc.pre(outcome.ok);
      expect(outcome.ok && outcome.text).not.toMatch(/#.*canary/);
    }),
    { numRuns: 1000 },
  );
});

it('edits that take nothing out are the same', () => {
  const edits: readonly Edit[] = [{ op: 'append', path: ['a'], value: 1 }];
  expect(withSecretMarks('a: ["//u:canary@h"]', edits)).toBe(edits);
});
