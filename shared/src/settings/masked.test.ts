import { describe, expect, it } from 'vitest';
import { fc } from '../../test/random.ts';
import { type ConfigJson, formatPath, fromJson, type Path, parse, parsePath, toJson } from '../hocon/index.ts';
import { hasSecret, maskedPath, maskedSource, maskedText, maskedValue } from './masked.ts';
import { secretRanges } from './secret-ranges.ts';

function pathOf(expression: string): Path {
  const parsed = parsePath(expression);
  if (!parsed.ok) throw new Error(`no path: ${expression}`);
  return parsed.path;
}

describe('a text', () => {
  it.each([
    ['api.credentials.secret_key', 'SSS', '***'],
    ['sdk.aws.s3.credentials[0].session_token', 'SSS', '***'],
    ['agent.package_manager.environment_password', 'SSS', '***'],
    ['environment.ANY', 'SSS', '***'],
    ['environment."my.name"', 'SSS', '***'],
    ['agent."odd name"', 'HF_TOKEN=a b', 'HF_TOKEN=***'],
    ['agent.extra_docker_arguments[1]', 'HF_TOKEN=abcdef', 'HF_TOKEN=***'],
    ['agent.extra_docker_arguments', '-e HF_TOKEN=fromenv -e B=2', '-e HF_TOKEN=*** -e B=2'],
    ['agent.extra_docker_arguments[1]', 'HF_TOKEN=abc #def', 'HF_TOKEN=***'],
    ['agent.extra_docker_arguments[1]', 'HF_TOKEN=ab"cd\\ef', 'HF_TOKEN=***'],
    ['agent.docker_init_bash_script[0]', 'A=1\nTOKEN=x', 'A=1\nTOKEN=***'],
    ['sdk.aws.s3.credentials[0].host', 'https://me:pass-word@host/x', 'https://me:***@host/x'],
    ['sdk.aws.s3.credentials[0].host', '😀 https://me:pass-word@host/x', '😀 https://me:***@host/x'],
  ])('%s: %s is masked', (path, text, shown) => {
    expect(maskedText(pathOf(path), text, '***')).toBe(shown);
    expect(hasSecret(pathOf(path), text)).toBe(true);
  });

  it.each([
    ['api.api_server', 'https://host:8008'],
    ['agent.extra_docker_arguments[0]', '--ipc=host'],
    ['agent.git_user', 'ann'],
    ['api.credentials.access', ''],
    ['sdk.aws.s3.credentials[0].host', 'minio:9000'],
  ])('%s: %s is shown', (path, text) => {
    expect(maskedText(pathOf(path), text, '***')).toBe(text);
    expect(hasSecret(pathOf(path), text)).toBe(false);
  });

  it('is masked at least where the file would be', () => {
    const piece = fc.constantFrom('TOKEN=', 'x', '//a:b@c', ' ', '"', '\\', '\n', '#', ',', ':', '}', '😀', '-e ', "'");
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
    void fc.assert(
      fc.property(text, (value) => {
        const start = 'agent.x: ["';
        const end = start.length + JSON.stringify(value).length - 2;
        const ranges = secretRanges(parse(`${start.slice(0, -1)}${JSON.stringify(value)}]`));
        const isMasked = ranges.some(({ from, to }) => from < end && to > start.length);
        if (isMasked) expect(hasSecret(['agent', 'x', 0], value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a value', () => {
  const shown = (path: string, json: ConfigJson) => toJson(maskedValue(pathOf(path), fromJson(json), '***'));

  it('shows all but its secrets', () => {
    expect(shown('agent.extra_docker_arguments', ['-e', 'HF_TOKEN=abcdef', '--ipc=host'])).toEqual([
      '-e',
      'HF_TOKEN=***',
      '--ipc=host',
    ]);
    expect(shown('agent.extra_docker_arguments', ['--password', 'abc', '--ipc=host'])).toEqual([
      '--password',
      '***',
      '--ipc=host',
    ]);
    expect(shown('sdk.aws.s3.credentials', [{ host: 'h', key: 'K', secret: 'S', password: 5, secure: true }])).toEqual([
      { host: 'h', key: '***', secret: '***', password: '***', secure: true },
    ]);
  });

  it('shows what says nothing: true, null and empty text', () => {
    expect(shown('environment', { A: '', B: null, C: true, D: 'x' })).toEqual({ A: '', B: null, C: true, D: '***' });
  });

  it('masks a password in a name and in an expression', () => {
    expect(shown('agent.x', { 'https://me:pass-word@host': 1 })).toEqual({ 'https://me:***@host': 1 });
    const opaque = { kind: 'opaque', reason: 'unresolved', source: '"https://me:pass-word@"${HOST}' } as const;
    expect(maskedValue(pathOf('api.api_server'), opaque, '***')).toEqual({
      ...opaque,
      source: '"https://me:***@"${HOST}',
    });
  });
});

describe('a source', () => {
  it.each([
    ['agent.extra_docker_arguments', '["-e", "HF_TOKEN=abcdef"]', '["-e", "HF_TOKEN=***"]'],
    ['api.api_server', '"https://me:pass-word@"${HOST}', '"https://me:***@"${HOST}'],
    ['sdk.aws.s3.credentials', '[{key: K, host: h}]', '[{key: ***, host: h}]'],
    ['environment', '{ A: x }', '{ A: *** }'],
    ['environment."my.name"', '"x"', '"***"'],
    ['api.credentials.secret_key', '"SSS"', '"***"'],
    ['api.api_server', '${HOST}":8008"', '${HOST}":8008"'],
  ])('%s: %s', (path, source, shown) => {
    expect(maskedSource(pathOf(path), source, '***')).toBe(shown);
  });
});

it('a path shows no password', () => {
  expect(maskedPath(['agent', 'https://me:pass-word@host', 0], '***')).toBe('agent."https://me:***@host"[0]');
  expect(maskedPath(pathOf('sdk.aws.s3.credentials[0].key'), '***')).toBe(
    formatPath(pathOf('sdk.aws.s3.credentials[0].key')),
  );
});
