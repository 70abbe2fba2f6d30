import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyEdits,
  type ConfigJson,
  type Edited,
  firstFile,
  parse,
  positionAt,
  readPaste,
  resolve,
  toJson,
} from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { pastes } from '../../shared/test/pastes.ts';
import { editsOf, entriesOf, proposalsFor, withChosen } from '../src/connect/entries.ts';
import { readText } from '../src/draft/derived.ts';

const folder = join(import.meta.dirname, '../../e2e/fixtures');

/** A file and what ClearML's own parser was seen to read from it. */
interface Recorded {
  readonly name: string;
  readonly text: string;
  readonly value: ConfigJson;
  readonly environment: ReadonlyMap<string, string>;
}

const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.conf'))
  .flatMap(recorded);

function recorded(name: string): readonly Recorded[] {
  const at = (ending: string) => join(folder, name.replace(/\.conf$/, ending));
  const record = JSON.parse(readFileSync(at('.json'), 'utf8'));
  const around = existsSync(at('.env.json')) ? JSON.parse(readFileSync(at('.env.json'), 'utf8')) : null;
  const text = readFileSync(at('.conf'), 'utf8');
  const environment = new Map<string, string>(Object.entries(around?.environment ?? {}));
  return record.error && !around ? [] : [{ name, text, value: around?.read ?? record, environment }];
}

/** What is written when everything that was pasted is taken, and nothing that was only proposed. */
function connected(base: string, text: string, paste: string): Edited {
  const read = readPaste(paste, '••••');
  if (!read.ok) return expect.fail(read.code);
  const entries = entriesOf(read.settings, readText(text).readings);
  const chosen = entries.reduce((all, { setting, source }) => withChosen(all, setting, source === 'pasted'), entries);
  const outcome = applyEdits(base, editsOf(chosen));
  return outcome.ok ? outcome : expect.fail(outcome.code);
}

function readingOf(text: string, environment: ReadonlyMap<string, string> = new Map()): ConfigJson {
  const { value, problems } = resolve(parse(text), { environment });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return toJson(value);
}

type Tree = { [key: string]: ConfigJson };

function isTree(json: ConfigJson | undefined): json is Tree {
  return json !== null && typeof json === 'object' && !Array.isArray(json);
}

function withSettings(value: ConfigJson, settings: Readonly<Record<string, ConfigJson>>): ConfigJson {
  const root: Tree = { root: structuredClone(value) };
  for (const [path, set] of Object.entries(settings)) {
    const names = ['root', ...path.split('.')];
    let at = root;
    for (const name of names.slice(0, -1)) {
      const inner = at[name];
      const next: Tree = isTree(inner) ? { ...inner } : {};
      at[name] = next;
      at = next;
    }
    at[names.at(-1) ?? ''] = set;
  }
  return root['root'] ?? null;
}

/** One paste of each form: what is written depends on the settings alone. */
const shapes = pastes.filter(({ form }, place) => pastes.findIndex((other) => other.form === form) === place);

describe.each(pastes)('$name', ({ paste, settings }) => {
  it('as a new file holds exactly its settings and one comment', () => {
    const { text } = connected(firstFile, '', paste);
    expect(readingOf(text)).toEqual(withSettings({}, settings));
    expect(text.startsWith(firstFile)).toBe(true);
    expect(parse(text).tokens.of('comment').length).toBe(1);
  });
});

describe.each(shapes)('$name', ({ paste, settings }) => {
  it.each(fixtures)('in $name changes those settings, and no byte of anything else', ({ text, value, environment }) => {
    const after = connected(text, text, paste);
    const wanted = withSettings(value, settings);
    // A value of this one file repeats the file server.
    const mirror = settings['api.files_server'];
    const expected = environment.size > 0 && mirror ? withSettings(wanted, { mirror }) : wanted;
    expect(readingOf(after.text, environment)).toEqual(expected);
    const own = new Set(Object.keys(settings).flatMap((path) => linesOf(text, path)));
    const taken = after.changes.filter(({ from, to }) => to > from && !own.has(positionAt(text, from).line));
    expect(taken).toEqual([]);
  });
});

function linesOf(text: string, path: string): readonly number[] {
  const reading = readText(text).readings.get(path);
  return [reading?.line, reading?.twinLine].filter((line) => line !== undefined);
}

describe('what of a paste is taken unasked', () => {
  it.each([
    ['a docker command', 'docker run -e CLEARML_API_HOST=http://h:8008 -e CLEARML_AGENT_GIT_PASS=made-up-pass x'],
    ['the environment of a shell', 'CLEARML_API_HOST=http://h:8008\nAWS_SECRET_ACCESS_KEY=made-up-secret\n'],
    ['a whole file', 'api.api_server: "http://h:8008"\nagent.git_user: bob\n'],
  ])('is the connection, and nothing else that stands in %s', (_name, paste) => {
    const read = readPaste(paste, '••••');
    const entries = read.ok ? entriesOf(read.settings, readText('').readings) : [];
    const given = entries.filter(({ source }) => source === 'pasted');
    expect(given.map(({ setting, isChosen }) => [setting.startsWith('api.'), isChosen])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe('the servers that a paste does not name', () => {
  const [block] = pastes;
  const readings = readText('').readings;
  const entriesFor = (paste: string, text = '') => {
    const read = readPaste(paste, '••••');
    return read.ok ? entriesOf(read.settings, text === '' ? readings : readText(text).readings) : [];
  };
  const shown = (paste: string, text?: string) =>
    entriesFor(paste, text).map(({ setting, value, source }) => `${setting} ${source} ${value}`);

  it('are proposed', () => {
    expect(shown('api { web_server: "http://h:8080" }').slice(0, 3)).toEqual([
      'api.web_server pasted http://h:8080',
      'api.api_server proposed http://h:8008',
      'api.files_server proposed http://h:8081',
    ]);
  });

  it('stay as the file has them', () => {
    const file = 'api { files_server: "s3://bucket" }';
    expect(shown('api { web_server: "http://h:8080" }', file)).toContain('api.files_server file s3://bucket');
  });

  it('are proposed in no other way where the paste names them all', () => {
    expect(proposalsFor(entriesFor(block?.paste ?? ''))).toEqual([]);
  });
});
