import { describe, expect, test } from 'vitest';
import { settingNamed, settings } from '../../catalog/index.ts';
import { parse, parsePath, toJson } from '../../hocon/index.ts';
import type { Layers, Program } from './layers.ts';
import { provenanceOf, provenances } from './provenance.ts';
import { shellWords } from './shell-words.ts';

type Variables = Readonly<Record<string, string | null>>;

interface Given {
  readonly file?: string;
  readonly lower?: string;
  readonly env?: Variables;
}

function layersOf({ file = '', lower, env }: Given): Layers {
  return {
    document: parse(file),
    ...(lower !== undefined && { below: [{ name: 'trains.conf', document: parse(lower) }] }),
    ...(env && { environment: new Map(Object.entries(env)) }),
  };
}

function trace(path: string, given: Given) {
  const parsed = parsePath(path);
  const name = path.replaceAll(/\[\d+\]/g, '[]');
  const setting = settingNamed(name) ?? settingNamed('logging.loggers.*.level');
  if (!parsed.ok || !setting) throw new Error(`no setting ${path}`);
  return provenanceOf(setting, parsed.path, layersOf(given));
}

/** What a program will use, in one line: where from, and the value in JSON. */
function use(path: string, program: Program, given: Given): string {
  const found = trace(path, given).uses.find((one) => one.program === program);
  if (!found) return 'not read';
  const source = found.name === null ? found.from : `${found.from} ${found.name}`;
  return found.value === undefined ? source : `${source} ${JSON.stringify(toJson(found.value))}`;
}

function effects(path: string, program: Program, given: Given): readonly string[] {
  return trace(path, given).variables.map(({ name, effects: by }) => `${name} ${by[program] ?? '-'}`);
}

describe('without variables', () => {
  const layer: readonly (readonly [path: string, given: Given, sdk: string, agent: string])[] = [
    ['api.api_server', {}, 'default ""', 'default ""'],
    ['api.api_server', { file: 'api.api_server: a' }, 'file "a"', 'file "a"'],
    ['api.api_server', { lower: 'api.api_server: b' }, 'file trains.conf "b"', 'file trains.conf "b"'],
    ['api.api_server', { file: 'api.api_server: a', lower: 'api.api_server: b' }, 'file "a"', 'file "a"'],
    ['api.api_server', { file: 'api.api_server: ""', lower: 'api.api_server: b' }, 'file ""', 'file ""'],
    ['api.auth.token_expiration_threshold_sec', {}, 'default 360', 'default 43200'],
    ['sdk.development.default_output_uri', { file: 'sdk { development: true }' }, 'cut-off', 'not read'],
    [
      'sdk.development.default_output_uri',
      { file: 'sdk.development.default_output_uri: x', lower: 'sdk.development: true' },
      'file "x"',
      'not read',
    ],
    ['sdk.aws.s3.profile', {}, 'nothing', 'not read'],
    ['agent.worker_name', { file: 'agent.worker_name: w' }, 'not read', 'file "w"'],
    ['agent.cuda_version', {}, 'not read', 'nothing'],
    [
      'sdk.storage.cache.zero_file_size_check',
      { file: 'sdk.storage.cache.zero_file_size_check: true' },
      'not read',
      'not read',
    ],
    [
      'environment',
      { file: 'environment { A: 1 }', lower: 'environment { A: 2, B: 3 }' },
      'file {"A":1,"B":3}',
      'file {"A":1,"B":3}',
    ],
    ['sdk.aws.s3.credentials[0].key', { file: 'sdk.aws.s3.credentials: [{ key: k }]' }, 'file "k"', 'not read'],
    [
      'sdk.development.log_os_environments',
      { file: 'sdk.development.log_os_environments: [A]', lower: 'sdk.development.log_os_environments: [B]' },
      'file ["A"]',
      'not read',
    ],
  ];

  test.each(layer)('%s with %j', (path, given, sdk, agent) => {
    expect(use(path, 'sdk', given)).toBe(sdk);
    expect(use(path, 'agent', given)).toBe(agent);
  });
});

describe('what each variable does', () => {
  test('the first of several counts', () => {
    const env = { CLEARML_API_HOST: 'a', TRAINS_API_HOST: 'b', CLEARML_AGENT__API__API_SERVER: 'c' };
    expect(effects('api.api_server', 'sdk', { env })).toEqual([
      'CLEARML_AGENT__API__API_SERVER not-read',
      'CLEARML_API_HOST wins',
      'TRAINS_API_HOST second',
    ]);
    expect(effects('api.api_server', 'agent', { env })).toEqual([
      'CLEARML_AGENT__API__API_SERVER overruled',
      'CLEARML_API_HOST wins',
      'TRAINS_API_HOST second',
    ]);
  });

  test('a token overrules the keys', () => {
    const env = { CLEARML_AUTH_TOKEN: 't', CLEARML_API_ACCESS_KEY: 'k' };
    expect(effects('api.credentials.access_key', 'sdk', { env })).toEqual([
      'CLEARML_API_ACCESS_KEY overruled',
      'CLEARML_AUTH_TOKEN instead',
    ]);
  });

  test.each([
    ['api.api_server', 'sdk', '', { CLEARML_API_HOST: '' }, 'empty'],
    ['sdk.aws.s3.key', 'sdk', 'f', { AWS_ACCESS_KEY_ID: 'k' }, 'stands-back'],
    ['sdk.aws.s3.key', 'sdk', '${X}', { AWS_ACCESS_KEY_ID: 'k' }, 'unknown'],
    [
      'sdk.storage.block_pickled_artifacts',
      'sdk',
      'true',
      { CLEARML_BLOCK_PICKLED_ARTIFACTS: 'no' },
      'cannot-switch-off',
    ],
    ['api.verify_certificate', 'agent', 'true', { CLEARML_API_HOST_VERIFY_CERT: '/ca' }, 'unreadable'],
    ['agent.cpu_only', 'agent', 'true', { CPU_ONLY: 'no' }, 'no-effect'],
    ['sdk.azure.storage.containers', 'sdk', '[]', { AZURE_STORAGE_KEY: 'k' }, 'incomplete'],
    [
      'agent.package_manager.system_site_packages',
      'agent',
      'true',
      { CLEARML_AGENT_FORCE_SYSTEM_SITE_PACKAGES: 'no' },
      'in-containers',
    ],
    [
      'agent.hide_docker_command_env_vars.extra_keys',
      'agent',
      '[]',
      { CLEARML_AGENT_DOCKER_ARGS_HIDE_ENV: 'A' },
      'adds',
    ],
    ['sdk.storage.cache.default_base_dir', 'agent', 'x', { CLEARML_CACHE_DIR: '/c' }, 'not-read'],
  ] as const)('on %s for %s over "%s": %j %s', (path, program, value, env, effect) => {
    const [name] = Object.keys(env);
    expect(effects(path, program, { file: `${path}: ${value}`, env })).toEqual([`${name} ${effect}`]);
  });
});

describe('the provenance of a setting', () => {
  test('says what each file holds, the highest first', () => {
    const { files } = trace('api.api_server', {
      file: 'a: 1\napi.api_server = "x"',
      lower: '\n\napi.api_server: ${H}',
    });
    expect(files).toMatchObject([
      { name: null, state: 'set', line: 2, source: '"x"', value: 'x' },
      { name: 'trains.conf', state: 'computed', line: 3, source: '${H}' },
    ]);
  });

  test('says where a plain value cuts its section off', () => {
    const { files } = trace('sdk.development.default_output_uri', { file: 'sdk {\n  development: true\n}' });
    expect(files).toMatchObject([{ state: 'cut-off', line: 2, source: 'true' }]);
  });

  test('knows a secret by its path', () => {
    expect(trace('sdk.aws.s3.credentials[1].secret', {}).secret).toBe(true);
    expect(trace('sdk.aws.s3.credentials', {}).secret).toBe(true);
    expect(trace('sdk.aws.s3.region', {}).secret).toBe(false);
  });

  test('is there for every setting, and without layers it is the default', () => {
    const all = [...provenances(layersOf({})).values()];
    expect(all).toHaveLength(settings.filter(({ path }) => !/\[\]|\*/.test(path)).length);
    for (const { setting, uses } of all) {
      for (const { from } of uses)
        expect([setting.path, from]).toEqual([setting.path, setting.default === undefined ? 'nothing' : 'default']);
    }
  });

  test('takes the values of substitutions where they are told', () => {
    const sources = { environment: new Map([['H', 'http://h']]) };
    const setting = settingNamed('api.api_server');
    if (!setting) throw new Error('no such setting');
    const { uses } = provenanceOf(setting, ['api', 'api_server'], { document: parse('api.api_server: ${H}'), sources });
    expect(uses[0]).toMatchObject({ from: 'file', value: 'http://h' });
  });

  test('has no line for what an include brings', () => {
    const part = parse('# one\n# two\napi.web_server: "http://w"\n');
    const sources = { include: () => ({ kind: 'document', document: part, name: 'part.conf' }) as const };
    const setting = settingNamed('api.web_server');
    if (!setting) throw new Error('no such setting');
    const document = parse('include "part.conf"\napi.api_server: "http://a"');
    const { files } = provenanceOf(setting, ['api', 'web_server'], { document, sources });
    expect(files).toEqual([{ name: null, state: 'computed', value: 'http://w' }]);
  });
});

describe('words of a shell line', () => {
  test.each([
    ['', []],
    [' a  b\t c ', ['a', 'b', 'c']],
    [`-e 'A=x y' "b\\"c"`, ['-e', 'A=x y', 'b"c']],
    ['a\\ b "" c"d"e', ['a b', '', 'cde']],
    ['"a\\n"', ['a\\n']],
    ['"open', null],
    ["it's", null],
    ['end\\', null],
  ])('%s', (line, words) => {
    expect(shellWords(line)).toEqual(words);
  });
});
