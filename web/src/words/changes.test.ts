import { changedSettings, parse, resolve } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import {
  changePath,
  changeTitle,
  effectInWords,
  entriesInWords,
  entryInWords,
  sideInWords,
  wishInWords,
} from './changes.ts';

/** Everything the review says of the changes from one text to another. */
function said(before: string, after: string): string {
  return changedSettings(parse(before), parse(after))
    .flatMap((change) => [
      changeTitle(change),
      changePath(change),
      sideInWords(change, 'before'),
      sideInWords(change, 'after'),
      effectInWords(change, undefined),
      ...entriesInWords(change).flatMap(({ what, which, parts }) => [what, which, ...parts]),
      entryInWords(change, resolve(parse(change.kind === 'removed' ? before : after)).value) ?? '',
    ])
    .join('\n');
}

describe('the review says no secret', () => {
  it.each([
    ['a word for docker', 'agent.extra_docker_arguments: ["-e", "HF_TOKEN=canary"]'],
    ['a word after an option', 'agent.extra_docker_arguments: ["--password", "canary"]'],
    ['an address', 'api.api_server: "http://me:canary@a"'],
    ['a key that nobody knows', 'my.session_token: canary'],
    ['a value below such a key', 'my.password: { a: canary, b: [canary] }'],
    ['a name', 'my { "https://me:canary@host": 1 }'],
    ['an expression', 'api.api_server: "https://me:canary@"${HOST}'],
    ['an entry', 'sdk.aws.s3.credentials: [{ bucket: "b", password: canary }]'],
    ['a variable', 'environment { A: canary }'],
    ['a list of lists', 'my.list: [["TOKEN=canary"]]'],
    ['what a secret refers to', 'my.x { y: canary }\nagent.git_pass: ${my.x.y}'],
    ['what refers to a secret', 'my.x: canary\nagent.git_pass: ${my.x}\nagent.worker_name: ${my.x}'],
    ['what refers to one by its name', 'my.password: canary\nagent.worker_name: "n-"${my.password}'],
    ['what refers to one by way of others', 'my.password: canary\na: ${my}\nb: ${a.password}\nagent.worker_id: ${b}'],
    ['a section that refers to one', 'my.password: canary\nmy.name: ${my.password}\nagent: ${my}\nagent.x: ${my.name}'],
    ['an entry that refers to one', 'my.token: canary\nagent.package_manager.conda_channels: [a, ${my.token}]'],
    ['a list joined with a variable', 'my.token: [canary] ${X}\nagent.worker_name: ${my.token}'],
    ['a list joined with one', 'my.token: [canary]\nagent.package_manager.conda_channels: [a] ${my.token}'],
    ['a list that is one', 'l: [canary, b]\nenvironment.X: ${l}\nagent.extra_docker_arguments: ["-v"] ${l}'],
    ['a section that is one', 'my.worker_name: canary\nenvironment.X: ${my.worker_name}\nagent: ${my}'],
    [
      'an entry that is one',
      'c {bucket: b, region: canary}\nenvironment.X: ${c.region}\nsdk.aws.s3.credentials: [${c}]',
    ],
    ['a part of an entry', 'my.token: canary\nsdk.aws.s3.credentials: [{ bucket: b, region: ${my.token} }]'],
    ['a list that one refers to', 'my.x: [canary, { y: canary }]\nenvironment.X: ${my.x}'],
  ])('%s', (_, text) => {
    for (const words of [said('', text), said(text, '')]) {
      expect(words).not.toContain('canary');
      expect(words).toMatch(/••••••••|hidden|secret/i);
    }
  });

  it('and says the rest', () => {
    const words = said('', 'agent.extra_docker_arguments: ["-e", "HF_TOKEN=canary", "--ipc=host"]');
    expect(words).toContain('“HF_TOKEN=••••••••”');
    expect(words).toContain('“--ipc=host”');
  });
});

it('of a value that refers to a secret no more only what was is hidden', () => {
  const text = (name: string) => `my.password: canary\nagent.worker_name: ${name}\n`;
  const words = said(text('${my.password}'), text('lab-7'));
  expect(words).toContain('“lab-7”');
  expect(words).not.toContain('canary');
});

it.each([
  [
    'a list joined with a secret one',
    'my.token: [canary]\nagent.package_manager.conda_channels: [a] @',
    '${my.token}',
    '[b]',
  ],
  ['what a secret list says', 'my.token: [@]\nagent.package_manager.conda_channels: ${my.token}', 'canary, b', 'c'],
  [
    'an entry that was named by a secret',
    'my.token: canary\nsdk.aws.s3.credentials: [@]',
    '{bucket: ${my.token}, region: a}',
    '{bucket: q}',
  ],
  [
    'an entry named by a secret',
    'my.token: canary\nsdk.aws.s3.credentials: [{bucket: ${my.token}, region: @}]',
    'a',
    'b',
  ],
])('%s is not told where a part of it changes', (_, text, one, other) => {
  expect(said(text.replace('@', one), text.replace('@', other))).not.toContain('canary');
  expect(said(text.replace('@', other), text.replace('@', one))).not.toContain('canary');
});

it('a file with references hides no more of lists with secrets', () => {
  const text = (bucket: string) =>
    `api.api_server: \${?HOST}\nsdk.aws.s3.credentials: [{ bucket: ${bucket}, key: k, secret: canary }]\n`;
  expect(said('', text('one'))).toContain('one');
  expect(said(text('one'), text('two'))).toContain('“two”');
});

it('a definition that no longer counts hides nothing', () => {
  const text = (name: string) => `my.token: canary\nagent.worker_name: \${my.token}\nagent.worker_name: ${name}\n`;
  expect(said(text('one'), text('two'))).toContain('“two”');
});

it('the neighbours of an entry that refers to a secret are shown', () => {
  const text = (bucket: string) =>
    `my.password: canary\nsdk.aws.s3.credentials: [{ bucket: ${bucket}, secret: \${my.password} }]\n`;
  const words = said(text('one'), text('two'));
  expect(words).toContain('“two”');
  expect(words).not.toContain('canary');
});

describe('a word after an option', () => {
  const list = (...words: readonly string[]) => `agent.extra_docker_arguments: ${JSON.stringify(words)}\n`;

  it.each([
    ['changed', list('--password', 'canary1'), list('--password', 'canary2')],
    ['added', list('--ipc=host'), list('--ipc=host', '--password', 'canary')],
    ['removed', list('--ipc=host', '--password', 'canary'), list('--ipc=host')],
  ])('is not said when it is %s', (_, before, after) => {
    const words = said(before, after);
    expect(words).toContain('••••••••');
    expect(words).not.toContain('canary');
  });
});

describe('a list that a secret refers to', () => {
  const list = (items: string) => `my.x: [${items}]\nenvironment.X: \${my.x}\n`;

  it.each([
    ['changed', 'canary1, canary2', 'canary1, canary3'],
    ['longer', 'canary1', 'canary1, { y: canary2 }'],
    ['changed in an entry', '{ y: canary1 }', '{ y: canary2 }'],
    ['no list any more', 'canary1', '1'],
  ])('says nothing of what is in it when it is %s', (_, before, after) => {
    expect(said(list(before), list(after))).not.toContain('canary');
    expect(said(list(after), list(before))).not.toContain('canary');
  });
});

describe('a list with secrets', () => {
  const entry = (bucket: string, secret: string) => `{ bucket: ${bucket}, host: "minio:9000", secret: ${secret} }`;
  const list = (...entries: readonly string[]) => `sdk.aws.s3.credentials: [${entries.join(', ')}]`;

  it('says of which entry the secret changed, and not the secret', () => {
    const words = said(
      list(entry('a', 'canary1'), entry('b', 'canary2')),
      list(entry('a', 'canary1'), entry('b', 'canary3')),
    );
    expect(words).toContain('b · minio:9000');
    expect(words).toContain('•••••••• (another value)');
    expect(words).toContain('ClearML will use the new value.');
    expect(words).not.toContain('canary');
  });

  it('says which entry came, went, moved, and which part of one changed', () => {
    const before = list(entry('a', 'canary1'), entry('b', 'canary2'), entry('c', 'canary3'));
    const after = list(entry('d', 'canary4'), entry('b', 'canary5'), entry('a', 'canary1'));
    const words = said(before, after);
    expect(words).toContain('added\nd · minio:9000');
    expect(words).toContain('b · minio:9000\nSecret key: •••••••• → •••••••• (another value)');
    expect(words).toMatch(/moved from place \d to \d/);
    expect(words).toContain('removed\nc · minio:9000');
    expect(words).toContain('3 entries');
    expect(words).not.toContain('canary');
  });
});

describe('a secret that is empty is no secret', () => {
  const secret = (value: string) => `api.credentials.secret_key: ${value}\n`;

  it.each([
    ['emptied', secret('canary'), secret('""'), '•••••••• → empty text', 'ClearML will use empty text.'],
    ['filled in', secret('""'), secret('canary'), 'empty text → ••••••••', 'ClearML will use the new value.'],
    ['deleted in the text', secret('canary'), secret(''), '•••••••• → empty text', 'ClearML will use empty text.'],
    ['made null', secret('canary'), secret('null'), '•••••••• → null (nothing)', 'ClearML will use null (nothing).'],
    ['put in empty', '', secret('""'), 'not in the file → empty text', 'ClearML will use empty text.'],
  ])('%s', (_, before, after, sides, effect) => {
    const [change, more] = changedSettings(parse(before), parse(after));
    if (!change || more) throw new Error('one change was expected');
    expect(`${sideInWords(change, 'before')} → ${sideInWords(change, 'after')}`).toBe(sides);
    expect(effectInWords(change, undefined)).toBe(effect);
  });

  it('nor where it could not be written', () => {
    const path = ['api', 'credentials', 'secret_key'];
    const refusal = { path, code: 'not-found' as const, edit: { op: 'set' as const, path, value: '' } };
    expect(wishInWords(refusal)).toBe('empty text');
  });
});
