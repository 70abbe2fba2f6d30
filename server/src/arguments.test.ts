import { describe, expect, test } from 'vitest';
import { type Command, type Misuse, readArguments } from './arguments.ts';

const plain = { link: false, origin: null, host: null };

const understood: readonly (readonly [words: string, command: Command])[] = [
  ['', { kind: 'serve', file: null, port: 4000, open: true, ...plain }],
  ['--file a.conf --port 0 --no-open', { kind: 'serve', file: 'a.conf', port: 0, open: false, ...plain }],
  ['--port=5000 --file=a=b.conf', { kind: 'serve', file: 'a=b.conf', port: 5000, open: true, ...plain }],
  ['--link', { kind: 'serve', file: null, port: 4000, open: true, ...plain, link: true }],
  [
    '--origin https://Conf.example.com/ --host 0.0.0.0',
    {
      kind: 'serve',
      file: null,
      port: 4000,
      open: true,
      link: true,
      origin: 'https://conf.example.com',
      host: '0.0.0.0',
    },
  ],
  ['read a.conf b.conf c.conf', { kind: 'read', files: ['a.conf', 'b.conf', 'c.conf'] }],
  ['read -- --odd.conf', { kind: 'read', files: ['--odd.conf'] }],
  ['explain api.api_server', { kind: 'explain', file: null, path: 'api.api_server' }],
  ['drift clearml a.conf', { kind: 'drift', paths: ['clearml', 'a.conf'] }],
  ['get api.api_server --file a.conf', { kind: 'get', file: 'a.conf', path: 'api.api_server' }],
  ['set a.b 5', { kind: 'set', file: null, dryRun: false, replace: false, path: 'a.b', value: '5' }],
  ['set a.b -5 --dry-run', { kind: 'set', file: null, dryRun: true, replace: false, path: 'a.b', value: '-5' }],
  ['set --replace a.b -', { kind: 'set', file: null, dryRun: false, replace: true, path: 'a.b', value: '-' }],
  [
    'set a.b -- --ipc=host',
    { kind: 'set', file: null, dryRun: false, replace: false, path: 'a.b', value: '--ipc=host' },
  ],
  ['unset a.b --file x', { kind: 'unset', file: 'x', dryRun: false, replace: false, path: 'a.b' }],
  ['unset --replace a', { kind: 'unset', file: null, dryRun: false, replace: true, path: 'a' }],
  ['edit --edits e.json --dry-run', { kind: 'edit', file: null, dryRun: true, replace: false, edits: 'e.json' }],
  ['edit --edits e.json --replace', { kind: 'edit', file: null, dryRun: false, replace: true, edits: 'e.json' }],
  ['history --file a.conf', { kind: 'history', file: 'a.conf' }],
  ['restore 1-2 --dry-run', { kind: 'restore', file: null, dryRun: true, id: '1-2' }],
  ['--help', { kind: 'help', about: null }],
  ['--file a.conf --help', { kind: 'help', about: null }],
  ['set --help', { kind: 'help', about: 'set' }],
  ['edit --edits --help', { kind: 'help', about: 'edit' }],
  ['constructor --help', { kind: 'help', about: null }],
  ['-h', { kind: 'help', about: null }],
  ['--version', { kind: 'version' }],
];

const misused: readonly (readonly [words: string, misuse: Misuse])[] = [
  ['serve', { code: 'unknown-command', word: 'serve' }],
  ['my.conf', { code: 'unknown-command', word: 'my.conf' }],
  ['constructor', { code: 'unknown-command', word: 'constructor' }],
  ['--open', { code: 'unknown-option', word: '--open' }],
  ['get a --dry-run', { code: 'unknown-option', word: '--dry-run' }],
  ['--no-open=yes', { code: 'unknown-option', word: '--no-open=yes' }],
  ['--file', { code: 'option-without-value', word: '--file' }],
  ['--file=', { code: 'option-without-value', word: '--file=' }],
  ['set a 1 --file a.conf --file b.conf', { code: 'option-twice', word: '--file' }],
  ['--port=1 --port 2', { code: 'option-twice', word: '--port' }],
  ['--port http', { code: 'not-a-port', word: 'http' }],
  ['--port 65536', { code: 'not-a-port', word: '65536' }],
  ['--port -1', { code: 'not-a-port', word: '-1' }],
  ['--origin conf.example.com', { code: 'not-an-origin', word: 'conf.example.com' }],
  ['--origin https://a.example/x', { code: 'not-an-origin', word: 'https://a.example/x' }],
  ['--origin file:///etc', { code: 'not-an-origin', word: 'file:///etc' }],
  ['read', { code: 'missing-argument', command: 'read' }],
  ['explain', { code: 'missing-argument', command: 'explain' }],
  ['drift', { code: 'missing-argument', command: 'drift' }],
  ['set a', { code: 'missing-argument', command: 'set' }],
  ['restore', { code: 'missing-argument', command: 'restore' }],
  ['edit', { code: 'missing-argument', command: 'edit' }],
  ['set a b c', { code: 'too-many-arguments', command: 'set' }],
  ['--no-open -x', { code: 'too-many-arguments', command: 'serve' }],
];

function words(line: string): readonly string[] {
  return line.split(' ').filter((word) => word !== '');
}

describe('the command line', () => {
  test.each(understood)('"%s" is understood', (line, command) => {
    expect(readArguments(words(line))).toEqual({ ok: true, command });
  });

  test.each(misused)('"%s" is misuse', (line, misuse) => {
    expect(readArguments(words(line))).toEqual({ ok: false, misuse });
  });

  test('takes an empty text as a value', () => {
    expect(readArguments(['set', 'a', ''])).toMatchObject({ ok: true, command: { path: 'a', value: '' } });
  });
});
