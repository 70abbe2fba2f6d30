import { answersOf, parse, parsePath, provenanceOf, settingAt } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { answerInWords, defaultsInWords, generalForm, variableInWords } from './provenance.ts';

interface Given {
  readonly file?: string;
  readonly lower?: string;
  readonly set?: Readonly<Record<string, string | null>>;
}

type Row = readonly [path: string, given: Given, sentences: readonly string[]];

function trace(expression: string, { file = '', lower, set = {} }: Given) {
  const parsed = parsePath(expression);
  const setting = parsed.ok ? settingAt(parsed.path) : undefined;
  if (!parsed.ok || !setting) throw new Error(`no setting ${expression}`);
  return provenanceOf(setting, parsed.path, {
    document: parse(file),
    below: lower === undefined ? [] : [{ name: '~/trains.conf', document: parse(lower) }],
    environment: new Map(Object.entries(set)),
  });
}

function answers(path: string, given: Given): readonly string[] {
  const provenance = trace(path, given);
  return answersOf(provenance).map((answer) => answerInWords(answer, provenance));
}

describe('what ClearML uses and why, in one sentence', () => {
  it.each<Row>([
    ['sdk.metrics.images.quality', {}, ['ClearML uses 87, the default: nothing sets it.']],
    [
      'api.api_server',
      { file: '\napi.api_server: "http://a"', lower: 'api.api_server: "http://b"' },
      ['ClearML uses “http://a”: it stands in line 2 of this file, which wins over line 1 of ~/trains.conf.'],
    ],
    [
      'api.web_server',
      { file: 'api.api_server: "http://a:8008"' },
      [
        "ClearML uses an empty text, the default: nothing sets it. Empty means: the SDK works it out from the API server's address.",
      ],
    ],
    [
      'api.api_server',
      { lower: 'api.api_server: "http://b"' },
      ['ClearML uses “http://b”: it stands in line 1 of ~/trains.conf.'],
    ],
    [
      'api.api_server',
      { file: 'api.api_server: "http://a"', set: { CLEARML_API_HOST: 'http://v' } },
      ['ClearML uses “http://v”: CLEARML_API_HOST is set and wins over line 1 of this file.'],
    ],
    [
      'sdk.aws.s3.region',
      { file: 'sdk.aws.s3.region: us', set: { AWS_DEFAULT_REGION: 'eu' } },
      [
        'The SDK uses “us”: it stands in line 1 of this file; AWS_DEFAULT_REGION counts only while the option is empty.',
        'The agent uses “eu”: AWS_DEFAULT_REGION is set and wins over line 1 of this file.',
      ],
    ],
    [
      'sdk.aws.s3.profile',
      { set: { AWS_PROFILE: 'lab' } },
      ['ClearML uses “lab”: AWS_PROFILE is set, and the option is empty.'],
    ],
    [
      'sdk.storage.block_pickled_artifacts',
      { file: 'sdk.storage.block_pickled_artifacts: true', set: { CLEARML_BLOCK_PICKLED_ARTIFACTS: 'no' } },
      [
        'ClearML uses true: it stands in line 1 of this file; CLEARML_BLOCK_PICKLED_ARTIFACTS says no, but it can only switch the option on.',
      ],
    ],
    [
      'api.credentials.access_key',
      { file: 'api.credentials.access_key: "CANARY"', set: { CLEARML_AUTH_TOKEN: null } },
      ['ClearML does not use it: CLEARML_AUTH_TOKEN is set and signs in in its place.'],
    ],
    [
      'api.credentials.secret_key',
      { file: 'api.credentials.secret_key: "CANARY"' },
      ['ClearML uses a value that stays hidden: it stands in line 1 of this file.'],
    ],
    [
      'agent.git_user',
      { set: { CLEARML_AGENT__AGENT__GIT_USER: '"ann"' } },
      ['ClearML uses “ann”: CLEARML_AGENT__AGENT__GIT_USER is set.'],
    ],
    [
      'sdk.development.default_output_uri',
      { file: 'sdk.development: true' },
      ['ClearML has no value for it: line 1 of this file has a plain value where the whole section belongs.'],
    ],
    ['agent.cuda_version', {}, ['ClearML has no value for it: it is not set and has no default.']],
  ])('%s with %j', (path, given, sentences) => {
    expect(answers(path, given)).toEqual(sentences);
  });

  it('is silent where nobody reads the option', () => {
    expect(answers('sdk.storage.cache.zero_file_size_check', {})).toEqual([]);
  });
});

it('says of a variable what it does for whom', () => {
  const found = trace('api.verify_certificate', { set: { CLEARML_API_HOST_VERIFY_CERT: '/ca.pem' } });
  expect(found.variables.map((one) => variableInWords(one, found.path))).toEqual([
    '“/ca.pem” for the SDK it wins, whatever the files say; for the agent it does not count: ClearML can make no value of it',
  ]);
});

it('says the default of each package', () => {
  expect(defaultsInWords(trace('api.auth.token_expiration_threshold_sec', {}))).toBe(
    '360 (clearml), 43200 (clearml-agent)',
  );
});

it('has a general form only for paths that survive the lower case', () => {
  expect(generalForm('agent.git_user')).toBe('CLEARML_AGENT__AGENT__GIT_USER');
  expect(generalForm('logging.loggers.A')).toBeNull();
});
