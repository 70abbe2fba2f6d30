import { describe, expect, it } from 'vitest';
import { fc } from '../../test/random.ts';
import { parse } from '../hocon/index.ts';
import { changedSettings } from './change.ts';

const changes = (before: string, after: string) => changedSettings(parse(before), parse(after));

describe('changed settings', () => {
  it('name what is added, changed and removed, with the line where it stands', () => {
    const before = 'api.api_server: "http://a"\nagent { git_user: ann }\n';
    const after = '# new\napi.api_server: "http://b"\nagent { worker_name: "w" }\n';
    expect(changes(before, after)).toMatchObject([
      { path: ['api', 'api_server'], kind: 'changed', before: 'http://a', after: 'http://b', secret: false, line: 2 },
      { path: ['agent', 'git_user'], kind: 'removed', before: 'ann', line: 2 },
      { path: ['agent', 'worker_name'], kind: 'added', after: 'w', line: 3 },
    ]);
    expect(changes(before, after)[0]?.setting?.title).toBe('API server address');
  });

  it('hide what a secret refers to, as they hide the secret', () => {
    const text = (value: string) => `x { y: "${value}" }\napi.credentials.secret_key: \${x.y}\nz: 1\n`;
    expect(changes(text('a'), text('b'))).toMatchObject([
      { path: ['x', 'y'], secret: true },
      { path: ['api', 'credentials', 'secret_key'], secret: true },
    ]);
    expect(changes(text('a'), 'z: 2\n')).toMatchObject([
      { path: ['x', 'y'], kind: 'removed', secret: true },
      { path: ['api', 'credentials', 'secret_key'], kind: 'removed', secret: true },
      { path: ['z'], secret: false },
    ]);
  });

  it('look into entries of lists of the same length', () => {
    const list = (secret: string) =>
      `sdk.aws.s3.credentials: [\n  { host: "a:1" }\n  { host: "b:2", secret: "${secret}" }\n]`;
    expect(changes(list('x'), list('y'))).toMatchObject([
      { path: ['sdk', 'aws', 's3', 'credentials', 1, 'secret'], kind: 'changed', secret: true, line: 3 },
    ]);
  });

  it('take a list of another length, and a list of texts, as one', () => {
    expect(changes('sdk.aws.s3.credentials: [{ host: "a:1" }]', 'sdk.aws.s3.credentials: []')).toMatchObject([
      { path: ['sdk', 'aws', 's3', 'credentials'], kind: 'changed', secret: true },
    ]);
    expect(changes('agent.git_fetch_args: [a, b]', 'agent.git_fetch_args: [a, c]')).toMatchObject([
      { path: ['agent', 'git_fetch_args'], kind: 'changed', secret: false },
    ]);
  });

  it('say of a list which entries came, went, moved and changed, and what changed in them', () => {
    const path = ['sdk', 'aws', 's3', 'credentials'];
    const before =
      'sdk.aws.s3.credentials: [{ bucket: a, key: k1 }, { bucket: b, key: k2 }, { bucket: c }, { bucket: e }]';
    const after =
      'sdk.aws.s3.credentials: [{ bucket: d }, { bucket: b, key: k3 }, { bucket: c }, { bucket: a, key: k1 }]';
    const [change, ...others] = changes(before, after);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      path,
      entries: [
        { kind: 'added', place: 0 },
        { kind: 'changed', place: 1, changes: [{ path: [...path, 1, 'key'], secret: true }] },
        { kind: 'moved', place: 3, from: 0, changes: [] },
        { kind: 'removed', place: 3 },
      ],
    });
  });

  it('say of a list of texts what was put in and taken out', () => {
    const [change] = changes('agent.git_fetch_args: [a, b, c]', 'agent.git_fetch_args: [a, c, d]');
    expect(change?.entries?.map(({ kind, value }) => [kind, value])).toEqual([
      ['added', 'd'],
      ['removed', 'b'],
    ]);
  });

  it('tell what only follows from another, with all that lies below it', () => {
    const before = 'host: a\napi { api_server: "http://"${host}, web_server: "http://w" }\nmine: ${api}';
    expect(changes(before, before.replace('host: a', 'host: b'))).toMatchObject([
      { path: ['host'] },
      { path: ['api', 'api_server'], follows: ['host'] },
      { path: ['mine', 'api_server'], follows: ['api'] },
    ]);
    const [, own] = changes(before, before.replace('host: a', 'host: b').replace('"http://"$', '"https://"$'));
    expect(own?.path).toEqual(['api', 'api_server']);
    expect(own?.follows).toBeUndefined();
  });

  it('name keys that the catalog does not know', () => {
    const [change] = changes('', 'mine { colour: blue }');
    expect(change).toMatchObject({ path: ['mine', 'colour'], kind: 'added', after: 'blue' });
    expect(change?.setting).toBeUndefined();
  });

  it('are none where only the spelling, the order or a comment differs', () => {
    expect(changes('a: 5\nb { c: x }', '# c\nb.c = "x"\na = 5.0\n')).toEqual([]);
  });

  it('tell a section that became a value', () => {
    expect(changes('sdk.development { worker { log_stdout: true } }', 'sdk.development: true')).toMatchObject([
      { path: ['sdk', 'development'], kind: 'changed', after: true },
    ]);
  });

  it('tell a substitution by its source where only the environment knows its value', () => {
    expect(changes('agent.git_pass: ${A}', 'agent.git_pass: ${B}')).toMatchObject([
      { path: ['agent', 'git_pass'], kind: 'changed', secret: true },
    ]);
  });

  it('are none between a text and itself', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      ':',
      '=',
      '{',
      '}',
      '[',
      ']',
      '"',
      '\n',
      ',',
      '1',
      ' ',
      '${a}',
      '+=',
      'null',
    );
    void fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        expect(changes(parts.join(''), parts.join(''))).toEqual([]);
      }),
    );
  });
});
