import { describe, expect, test } from 'vitest';
import cases from '../../../test/corpus/cases.json';
import { applyEdits, formatPath, lookup, parse, resolve } from '../../hocon/index.ts';
import { type SettingProblem, settingProblems } from './index.ts';

function said({ severity, code, path, subject }: SettingProblem): string {
  return [severity, code, formatPath(path), ...(subject === undefined ? [] : ['->', subject])].join(' ');
}

function problemsIn(text: string): readonly string[] {
  return settingProblems(parse(text)).map(said);
}

/** The text after every fix, one after the other. */
function mended(text: string): string {
  const fix = settingProblems(parse(text)).find((problem) => problem.fix)?.fix;
  if (!fix) return text;
  const outcome = applyEdits(text, fix);
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return mended(outcome.text);
}

type Row = readonly [text: string, problem: string, mended?: string];

const keys = 'key: "k", secret: "s"';
const strategy = 'sdk.storage.cache.disk_space_file_size_strategy';

const unknown: readonly Row[] = [
  ['sdk.api { web_server: "http://w" }', 'warning wrong-place sdk.api -> api'],
  ['aws { s3 { key: "k" } }', 'warning wrong-place aws -> sdk.aws'],
  ['azure.storage { max_connections: 2 }', 'warning wrong-place azure -> sdk.azure'],
  ['http { max_req_size: 5 }', 'warning wrong-place http -> api.http'],
  ['default_docker { image: "i" }', 'warning wrong-place default_docker -> agent.default_docker'],
  ['agent.docker_default { image: "i" }', 'warning wrong-place agent.docker_default -> agent.default_docker'],
  ['sdk.storage.s3 { bucket: b }', 'warning wrong-place sdk.storage.s3 -> sdk.aws.s3.credentials'],
  [
    'sdk.storage.direct_access: [{ url: "file://*", host: h }]',
    'warning wrong-place sdk.storage.direct_access[0].host -> sdk.aws.s3.credentials[].host',
  ],
  ['sdk.aws.s3.host: "h:9000"', 'warning wrong-place sdk.aws.s3.host -> sdk.aws.s3.credentials[].host'],
  ['sdk.cache.default_base_dir: x', 'warning wrong-place sdk.cache -> sdk.storage.cache'],
  [
    'sdk.default_output_uri: x\n',
    'warning wrong-place sdk.default_output_uri -> sdk.development.default_output_uri',
    'sdk.development.default_output_uri: "x"\n',
  ],
  [
    'sdk.metrics.images_quality: 80\n',
    'warning unknown sdk.metrics.images_quality -> sdk.metrics.images.quality',
    'sdk.metrics.images.quality: 80\n',
  ],
  ['agent { git { user: ann } }', 'warning unknown agent.git.user -> agent.git_user'],
  ['agent.gitUser: ann', 'warning unknown agent.gitUser -> agent.git_user', 'agent.git_user: "ann"'],
  ['api.api_sever: "http://a:8008"', 'warning unknown api.api_sever -> api.api_server'],
  [
    'sdk.metrics.matplotlib_untitled_history_length: 5',
    'warning wrong-place sdk.metrics.matplotlib_untitled_history_length -> sdk.metric.matplotlib_untitled_history_size',
  ],
  [
    'sdk.development.task_log_buffer_capacity: 5',
    'warning wrong-place sdk.development.task_log_buffer_capacity -> sdk.log.task_log_buffer_capacity',
  ],
  [
    'api.credentials.api_key: "x"',
    'warning wrong-place api.credentials.api_key -> api.credentials.access_key',
    'api.credentials.access_key: "x"',
  ],
  [
    'web_server: "http://w"',
    'warning wrong-place web_server -> api.web_server',
    'api {\n    web_server: "http://w"\n}',
  ],
  ['agent.default_queue: q', 'warning command-line agent.default_queue -> --queue'],
  ['api.listen_address: x', 'warning server-file api.listen_address'],
  ['agent.slurm.use_pbs: true', 'hint enterprise agent.slurm.use_pbs'],
  ['sdk.offline_dir: x', 'warning unknown sdk.offline_dir'],
  ['project { name: x }', 'warning unknown project'],
  [
    `sdk.aws.s3.credentials: [{ ${keys}, hots: h }]`,
    'error refused-key sdk.aws.s3.credentials[0].hots -> sdk.aws.s3.credentials[].host',
  ],
  ['api.http.retries.tries: 5', 'error refused-key api.http.retries.tries'],
  [
    'sdk.azure.storage.containers: [{ account_name: a, account_key: k, container_sas: s }]',
    'error not-supported sdk.azure.storage.containers[0].container_sas -> SAS',
  ],
];

const values: readonly Row[] = [
  ['sdk.development: true', 'error section-replaced sdk.development'],
  ['agent.reload_config: yes', 'warning text-for-boolean agent.reload_config -> yes', 'agent.reload_config: true'],
  ['agent.reload_config: "off"', 'warning text-for-boolean agent.reload_config -> off', 'agent.reload_config: false'],
  [
    'agent.reload_config: "false"',
    'warning text-for-boolean agent.reload_config -> false',
    'agent.reload_config: false',
  ],
  ['agent.reload_config: true;', 'warning text-for-boolean agent.reload_config -> True;', 'agent.reload_config: true'],
  ['agent.reload_config: maybe', 'warning text-for-boolean agent.reload_config -> maybe'],
  [
    'api.verify_certificate: no',
    'warning text-for-boolean api.verify_certificate -> no',
    'api.verify_certificate: false',
  ],
  ['agent.git_host: None\n', 'warning none-text agent.git_host -> None', ''],
  [
    'api.credentials.access_key: 0012',
    'warning number-for-text api.credentials.access_key',
    'api.credentials.access_key: "0012"',
  ],
  ['agent.worker_name: 5', 'hint number-for-text agent.worker_name', 'agent.worker_name: "5"'],
  ['api.http.max_req_size: "500"', 'warning wrong-type api.http.max_req_size', 'api.http.max_req_size: 500'],
  ['agent.git_user: [ann]', 'warning wrong-type agent.git_user'],
  [
    'agent.package_manager.extra_pip_install_flags: "--no-deps"',
    'warning text-for-list agent.package_manager.extra_pip_install_flags',
    'agent.package_manager.extra_pip_install_flags: ["--no-deps"]',
  ],
  [
    `sdk.aws.s3.credentials: { ${keys} }`,
    'warning object-for-list sdk.aws.s3.credentials',
    'sdk.aws.s3.credentials: [\n    {\n        key: "k"\n        secret: "s"\n    }\n]',
  ],
  [
    'agent.package_manager.type: "Poetry;"',
    'warning unknown-word agent.package_manager.type -> Poetry;',
    'agent.package_manager.type: "poetry"',
  ],
  ['sdk.metrics.images.quality: 500', 'warning out-of-range sdk.metrics.images.quality'],
  [
    'agent.extra_docker_arguments: ["--rm", "-e A=B"]',
    'warning words-in-one-entry agent.extra_docker_arguments -> -e',
    'agent.extra_docker_arguments: ["--rm", "-e", "A=B"]',
  ],
];

const relations: readonly Row[] = [
  [
    'agent.pip_download_cache { enabled: false, path: "/c" }',
    'hint needs agent.pip_download_cache.path -> agent.pip_download_cache.enabled',
    'agent.pip_download_cache { enabled: true, path: "/c" }',
  ],
  ['agent.force_git_ssh_port: 22', 'hint needs agent.force_git_ssh_port -> agent.force_git_ssh_protocol'],
  ['agent.git_user: ann', 'hint needs agent.git_user -> agent.git_pass'],
  [
    'agent.package_manager.poetry_version: "2"',
    'hint needs agent.package_manager.poetry_version -> agent.package_manager.type',
  ],
  [
    'sdk.storage.path_substitution: [{ registered_prefix: a, local_prefix: b, replace_windows_sep: true, replace_linux_sep: true }]',
    'error conflict sdk.storage.path_substitution[0].replace_windows_sep -> sdk.storage.path_substitution.0.replace_linux_sep',
  ],
  ['agent { uptime: ["0-5 MON"], downtime: ["5-9 MON"] }', 'hint conflict agent.uptime -> agent.downtime'],
  [
    'sdk.network.iteration.max_retries_on_server_error: 9',
    'hint unread sdk.network.iteration.max_retries_on_server_error',
  ],
  [
    'sdk.storage.cache.size.max_used_bytes: 5GB',
    `hint unread sdk.storage.cache.size.max_used_bytes -> ${strategy}.size.max_used_bytes`,
  ],
  ['agent.venv_update.enabled: false', 'hint unread agent.venv_update.enabled -> agent.venvs_cache.path'],
  ['api.host: "http://a:8008"\n', 'hint deprecated api.host -> api.api_server', 'api.api_server: "http://a:8008"\n'],
];

const places: readonly Row[] = [
  ['api.web_server: "https://app.x/"', 'hint slash-at-end api.web_server', 'api.web_server: "https://app.x"'],
  ['api.api_server: "host:8008"', 'error no-scheme api.api_server'],
  ['api.api_server: "http://h:8080"', 'warning wrong-port api.api_server -> 8008'],
  ['api { web_server: "http://h", api_server: "http://h/" }', 'warning same-address api.api_server -> api.web_server'],
  [
    'api { web_server: "https://h", api_server: "https://h/api", files_server: "https://h/" }\nsdk.aws.s3.credentials: [{ bucket: b }]',
    'warning entry-without-keys sdk.aws.s3.credentials[0]',
  ],
  [
    `sdk.aws.s3.credentials: [{ host: "http://m:9000", ${keys} }]`,
    'warning scheme-in-host sdk.aws.s3.credentials[0].host',
    `sdk.aws.s3.credentials: [{ host: "m:9000", ${keys} }]`,
  ],
  [
    'sdk.google.storage.credentials: [{ project: p }]',
    'error missing-part sdk.google.storage.credentials[0] -> bucket',
  ],
];

describe('something is said of', () => {
  const rows = [...unknown, ...values, ...relations, ...places].map(([text, problem, after]) => ({
    text,
    problem,
    after,
  }));

  test.each(rows)('$text: $problem', ({ text, problem, after }) => {
    expect(problemsIn(text)).toContain(problem);
    if (after !== undefined) expect(mended(text)).toBe(after);
  });

  test('the same address for all three, twice', () => {
    const text = 'api { web_server: "http://h", api_server: "http://h", files_server: "http://h" }';
    expect(problemsIn(text)).toEqual([
      'warning same-address api.api_server -> api.web_server',
      'warning same-address api.files_server -> api.web_server',
    ]);
  });

  test('a line of the text', () => {
    const [problem] = settingProblems(parse('# mine\napi {\n  api_sever: x\n}\n'));
    expect(problem?.line).toBe(3);
  });
});

describe('nothing is said of', () => {
  test.each([
    '',
    '[1, 2]',
    'api { web_server: "http://h:8080", api_server: "http://h:8008", files_server: "s3://b" }',
    'api { web_server: "https://h", api_server: "https://h/api", files_server: "https://h" }',
    'api { web_server: ${W}, api_server: ${A} }',
    'env: "x"',
    'lab { host: h }\napi.web_server: "http://"${lab.host}',
    'environment { YES: yes, N: 5, A: none }',
    'logging.handlers.mine { class: "logging.FileHandler", filename: "x" }',
    'sdk.aws.s3.extra_args { ServerSideEncryption: "AES256" }',
    'sdk.aws.s3.credentials: [{ bucket: b, use_credentials_chain: true }]',
    'sdk.aws.s3.credentials: [{ bucket: b, key: ${K}, secret: ${S} }]',
    'sdk.aws.s3.credentials: [{ bucket: "", key: "", secret: "" }]',
    'agent.git_user: ""',
    'agent.git_host: null',
    'agent { git_user: ann, git_pass: ${P} }',
    'agent.package_manager.conda_channels: ["pytorch", "conda-forge"]',
    'agent.pip_download_cache { enabled: ${E}, path: "/c" }',
    'agent.extra_docker_arguments: ["-e", "A=b c", "--label=a b", "--rm"]',
    'sdk.development.default_output_uri: true_dir',
    'sdk.storage.path_substitution: [{ registered_prefix: a, local_prefix: b, replace_windows_sep: true, replace_linux_sep: false }]',
  ])('%s', (text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});

test('of any text something or nothing is said, at a place that is there', () => {
  const texts = cases.flatMap((row) => ('input' in row && typeof row.input === 'string' ? [row.input] : []));
  expect(texts.length).toBeGreaterThan(200);
  for (const text of texts) {
    const { root } = resolve(parse(text));
    for (const { path, line = 1 } of settingProblems(parse(text))) {
      expect(lookup(root, path), text).toBeDefined();
      expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
    }
  }
});

test('every fix takes its problem away', () => {
  for (const [text] of [...unknown, ...values, ...relations, ...places]) {
    for (const problem of settingProblems(parse(text))) {
      if (!problem.fix) continue;
      const outcome = applyEdits(text, problem.fix);
      expect(outcome.ok && problemsIn(outcome.text), text).not.toContain(said(problem));
      expect(outcome.ok, text).toBe(true);
    }
  }
});

test('nothing tells words of a secret that a reference has brought', () => {
  const text = (value: string) => `my.token: "--canary label"\nagent.extra_docker_arguments: [${value}]\n`;
  expect(problemsIn(text('"--canary label"')).join()).toContain('--canary');
  expect(problemsIn(text('${my.token}')).join()).not.toContain('--canary');
});
