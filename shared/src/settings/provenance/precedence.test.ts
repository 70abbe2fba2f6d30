import { describe, expect, test } from 'vitest';
import { settingAt, settings } from '../../catalog/index.ts';
import { parse, parsePath, toJson } from '../../hocon/index.ts';
import { provenanceOf } from './provenance.ts';

/**
 * The facts about the variables, row by row: setting | program | the value in the file, if any | variables that are set,
 * without a value where it is not told | where the program takes the value from, and the value in JSON.
 */
const rows: readonly string[] = [
  // It wins.
  'api.api_server | sdk | f | CLEARML_API_HOST= http://a  | CLEARML_API_HOST "http://a"',
  'api.api_server | agent | f | CLEARML_API_HOST=http://a | CLEARML_API_HOST "http://a"',
  'api.web_server | sdk | f | CLEARML_WEB_HOST=w | CLEARML_WEB_HOST "w"',
  'api.files_server | agent | f | CLEARML_FILES_HOST=w | CLEARML_FILES_HOST "w"',
  'api.api_server | sdk | f | CLEARML_API_HOST=   | file "f"',
  'api.api_server | sdk | f | TRAINS_API_HOST=http://t | TRAINS_API_HOST "http://t"',
  'api.api_server | sdk | f | TRAINS_API_HOST=t; CLEARML_API_HOST=c | CLEARML_API_HOST "c"',
  'api.api_server | sdk | f | TRAINS_API_HOST=t; CLEARML_API_HOST= | TRAINS_API_HOST "t"',
  'api.credentials.access_key | sdk | f | CLEARML_API_ACCESS_KEY=k | CLEARML_API_ACCESS_KEY "k"',
  'api.credentials.secret_key | sdk | f | CLEARML_API_ACCESS_KEY=k | file "f"',
  'api.credentials.access_key | sdk | f | CLEARML_AUTH_TOKEN=t | token CLEARML_AUTH_TOKEN',
  'api.credentials.secret_key | agent | f | CLEARML_AUTH_TOKEN=t; CLEARML_API_SECRET_KEY=s | token CLEARML_AUTH_TOKEN',
  'api.http.default_method | agent | get | CLEARML_API_DEFAULT_REQ_METHOD=POST | CLEARML_API_DEFAULT_REQ_METHOD "POST"',
  'sdk.development.default_output_uri | sdk |  | CLEARML_DEFAULT_OUTPUT_URI=s3://b | CLEARML_DEFAULT_OUTPUT_URI "s3://b"',
  'sdk.development.default_shell_binary | sdk | f | CLEARML_DEVELOPMENT_DEFAULT_SHELL_BINARY_PATH=/bin/sh | CLEARML_DEVELOPMENT_DEFAULT_SHELL_BINARY_PATH "/bin/sh"',
  'sdk.development.jupyter_server_password | sdk | f | CLEARML_JUPYTER_PASSWORD=p | CLEARML_JUPYTER_PASSWORD "p"',
  'agent.worker_id | agent | f | CLEARML_WORKER_ID=w:1 | CLEARML_WORKER_ID "w:1"',
  'agent.worker_name | agent | f | TRAINS_WORKER_NAME=w | TRAINS_WORKER_NAME "w"',
  'agent.cuda_version | agent | 11 | CUDA_VERSION=12.4 | CUDA_VERSION "12.4"',
  'agent.cudnn_version | agent | 8 | CUDNN_VERSION=9 | CUDNN_VERSION "9"',
  'agent.git_user | agent | f | CLEARML_AGENT_GIT_USER=ann | CLEARML_AGENT_GIT_USER "ann"',
  'agent.git_pass | agent | f | TRAINS_AGENT_GIT_PASS=x | TRAINS_AGENT_GIT_PASS "x"',
  'agent.git_host | agent | f | CLEARML_AGENT_GIT_HOST=h | CLEARML_AGENT_GIT_HOST "h"',
  'agent.translate_ssl_replacement_scheme | agent | https | CLEARML_AGENT_SSH_URL_REPLACEMENT_SCHEME=http | CLEARML_AGENT_SSH_URL_REPLACEMENT_SCHEME "http"',
  'agent.default_docker.image | agent | f | CLEARML_DOCKER_IMAGE=img --gpus all | CLEARML_DOCKER_IMAGE "img --gpus all"',
  'agent.venvs_cache.path | agent | f | CLEARML_AGENT_VENV_CACHE_PATH=/c | CLEARML_AGENT_VENV_CACHE_PATH "/c"',
  'agent.package_manager.pytorch_resolve | agent | pip | CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE=direct | CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE "direct"',
  'agent.snug.app_mode | agent | f | CLEARML_AGENT_SNUG_APP_MODE=x | CLEARML_AGENT_SNUG_APP_MODE "x"',
  'agent.snug.call_history | agent | off | CLEARML_AGENT_SNUG_CALL_HISTORY=dump | CLEARML_AGENT_SNUG_CALL_HISTORY "dump"',
  // It is of one package only.
  'sdk.storage.cache.default_base_dir | sdk | f | CLEARML_CACHE_DIR=/c | CLEARML_CACHE_DIR "/c"',
  'sdk.storage.cache.default_base_dir | agent | f | CLEARML_CACHE_DIR=/c | file "f"',
  // Booleans.
  'sdk.development.suppress_update_message | sdk | false | CLEARML_SUPPRESS_UPDATE_MESSAGE=Yes | CLEARML_SUPPRESS_UPDATE_MESSAGE true',
  'sdk.development.suppress_update_message | sdk | true | TRAINS_SUPPRESS_UPDATE_MESSAGE=off | TRAINS_SUPPRESS_UPDATE_MESSAGE false',
  'sdk.development.suppress_update_message | sdk | true | CLEARML_SUPPRESS_UPDATE_MESSAGE=sure | file true',
  'sdk.apply_environment | sdk | false | CLEARML_ENABLE_ENV_CONFIG_SECTION=1 | CLEARML_ENABLE_ENV_CONFIG_SECTION true',
  'sdk.apply_environment | sdk | false | CLEARML_AGENT_ENABLE_ENV_CONFIG_SECTION=1 | file false',
  'sdk.apply_files | sdk | true | CLEARML_ENABLE_FILES_CONFIG_SECTION=n | CLEARML_ENABLE_FILES_CONFIG_SECTION false',
  'agent.apply_environment | agent | true | CLEARML_AGENT_ENABLE_ENV_CONFIG_SECTION=0 | CLEARML_AGENT_ENABLE_ENV_CONFIG_SECTION false',
  'agent.apply_files | agent | true | CLEARML_AGENT_ENABLE_FILES_CONFIG_SECTION=f | CLEARML_AGENT_ENABLE_FILES_CONFIG_SECTION false',
  'agent.crash_on_exception | agent | false | CLEARML_AGENT_CRASH_ON_EXCEPTION=t | CLEARML_AGENT_CRASH_ON_EXCEPTION true',
  'agent.disable_ssh_mount | agent | true | CLEARML_AGENT_DISABLE_SSH_MOUNT=no | CLEARML_AGENT_DISABLE_SSH_MOUNT false',
  'agent.package_manager.use_conda_base_env | agent | false | CLEARML_USE_CONDA_BASE_ENV=y | CLEARML_USE_CONDA_BASE_ENV true',
  'agent.snug.enabled | agent | false | CLEARML_AGENT_SNUG_ENABLED=on | CLEARML_AGENT_SNUG_ENABLED true',
  'agent.snug.report_usage_events | agent | true | CLEARML_AGENT_SNUG_REPORT_USAGE_EVENTS=off | CLEARML_AGENT_SNUG_REPORT_USAGE_EVENTS false',
  'agent.snug.report_task_metrics | agent | true | CLEARML_AGENT_SNUG_REPORT_TASK_METRICS=off | CLEARML_AGENT_SNUG_REPORT_TASK_METRICS false',
  'agent.crash_on_exception | agent | true | CLEARML_AGENT_CRASH_ON_EXCEPTION=nein | stopped CLEARML_AGENT_CRASH_ON_EXCEPTION',
  'agent.package_manager.type | agent | pip | CLEARML_AGENT_FORCE_UV=nein | stopped CLEARML_AGENT_FORCE_UV',
  'agent.apply_files | agent | false | CLEARML_AGENT_ENABLE_FILES_CONFIG_SECTION=nein | file false',
  // A boolean, or a path for the SDK.
  'api.verify_certificate | sdk | true | CLEARML_API_HOST_VERIFY_CERT=/ca.pem | CLEARML_API_HOST_VERIFY_CERT "/ca.pem"',
  'api.verify_certificate | agent | true | CLEARML_API_HOST_VERIFY_CERT=/ca.pem | file true',
  'api.verify_certificate | sdk | true | CLEARML_API_HOST_VERIFY_CERT=no | CLEARML_API_HOST_VERIFY_CERT false',
  'api.verify_certificate | agent | true | TRAINS_API_HOST_VERIFY_CERT=no | TRAINS_API_HOST_VERIFY_CERT false',
  // Lists.
  'api.http.extra_retry_codes | sdk | [500] | CLEARML_API_EXTRA_RETRY_CODES=429, x,502 | CLEARML_API_EXTRA_RETRY_CODES [429,502]',
  'sdk.development.log_os_environments | sdk | [A] | CLEARML_LOG_ENVIRONMENT=AWS_*, B | CLEARML_LOG_ENVIRONMENT ["AWS_*","B"]',
  'agent.extra_docker_arguments | agent | [a] | CLEARML_AGENT_EXTRA_DOCKER_ARGS=-e "A=b c" --rm | CLEARML_AGENT_EXTRA_DOCKER_ARGS ["-e","A=b c","--rm"]',
  'agent.docker_args_filters | agent | [a] | CLEARML_AGENT_DOCKER_ARGS_FILTERS=\'^-e\' x | CLEARML_AGENT_DOCKER_ARGS_FILTERS ["^-e","x"]',
  'agent.package_manager.extra_pip_install_flags | agent | [a] | CLEARML_EXTRA_PIP_INSTALL_FLAGS=--no-deps | CLEARML_EXTRA_PIP_INSTALL_FLAGS ["--no-deps"]',
  'agent.package_manager.extra_pip_install_flags | agent | [a] | CLEARML_EXTRA_PIP_INSTALL_FLAGS="open | stopped CLEARML_EXTRA_PIP_INSTALL_FLAGS',
  'agent.snug.task_metrics_fields | agent | [a] | CLEARML_AGENT_SNUG_TASK_METRICS_FIELDS=b,c | CLEARML_AGENT_SNUG_TASK_METRICS_FIELDS ["b","c"]',
  // Levels of logging, under any name.
  'logging.loggers.clearml.level | sdk | WARNING | CLEARML_LOG_LEVEL=10 | CLEARML_LOG_LEVEL 10',
  'logging.loggers.clearml.level | sdk | WARNING | TRAINS_LOG_LEVEL=DEBUG | TRAINS_LOG_LEVEL "DEBUG"',
  // It counts only if the setting is empty, for the SDK; the agent always takes it.
  'sdk.aws.s3.key | sdk | f | AWS_ACCESS_KEY_ID=k | file "f"',
  'sdk.aws.s3.key | sdk | "" | AWS_ACCESS_KEY_ID=k | AWS_ACCESS_KEY_ID "k"',
  'sdk.aws.s3.key | sdk |  | AWS_ACCESS_KEY_ID=k | AWS_ACCESS_KEY_ID "k"',
  'sdk.aws.s3.key | agent | f | AWS_ACCESS_KEY_ID=k | AWS_ACCESS_KEY_ID "k"',
  'sdk.aws.s3.secret | sdk | f | AWS_SECRET_ACCESS_KEY=k | file "f"',
  'sdk.aws.s3.secret | agent | f | AWS_SECRET_ACCESS_KEY=k | AWS_SECRET_ACCESS_KEY "k"',
  'sdk.aws.s3.region | sdk |  | AWS_DEFAULT_REGION=eu | AWS_DEFAULT_REGION "eu"',
  'sdk.aws.s3.region | agent | us | AWS_DEFAULT_REGION=eu | AWS_DEFAULT_REGION "eu"',
  'sdk.google.storage.credentials_json | sdk | /f | GOOGLE_APPLICATION_CREDENTIALS=/g | file "/f"',
  'sdk.google.storage.credentials_json | agent | /f | GOOGLE_APPLICATION_CREDENTIALS=/g | GOOGLE_APPLICATION_CREDENTIALS "/g"',
  // It counts only if the setting is empty.
  'sdk.aws.s3.token | sdk | f | AWS_SESSION_TOKEN=t | file "f"',
  'sdk.aws.s3.token | sdk | null | AWS_SESSION_TOKEN=t | AWS_SESSION_TOKEN "t"',
  'sdk.aws.s3.profile | sdk |  | AWS_PROFILE=p | AWS_PROFILE "p"',
  'agent.custom_build_script | agent | f | CLEARML_AGENT_CUSTOM_BUILD_SCRIPT=s | file "f"',
  'agent.custom_build_script | agent |  | CLEARML_AGENT_CUSTOM_BUILD_SCRIPT=s | CLEARML_AGENT_CUSTOM_BUILD_SCRIPT "s"',
  // It can switch on, never off.
  'sdk.storage.block_pickled_artifacts | sdk | false | CLEARML_BLOCK_PICKLED_ARTIFACTS=true | CLEARML_BLOCK_PICKLED_ARTIFACTS true',
  'sdk.storage.block_pickled_artifacts | sdk | true | CLEARML_BLOCK_PICKLED_ARTIFACTS=false | file true',
  'agent.git_use_ms_entra_token | agent | true | CLEARML_AGENT_GIT_USE_MS_ENTRA_TOKEN=false | file true',
  'agent.git_use_azure_pat | agent | false | CLEARML_AGENT_GIT_USE_AZURE_PAT=1 | CLEARML_AGENT_GIT_USE_AZURE_PAT true',
  'agent.hide_docker_command_env_vars.enabled | agent | false | CLEARML_AGENT_DOCKER_ARGS_HIDE_ENV=A B | CLEARML_AGENT_DOCKER_ARGS_HIDE_ENV true',
  // It adds.
  'agent.hide_docker_command_env_vars.extra_keys | agent | [X] | CLEARML_AGENT_DOCKER_ARGS_HIDE_ENV=A B | file ["X","A","B"]',
  'agent.hide_docker_command_env_vars.extra_keys | agent |  | CLEARML_AGENT_DOCKER_ARGS_HIDE_ENV=A B | default ["A","B"]',
  'sdk.azure.storage.containers | sdk |  | AZURE_STORAGE_ACCOUNT=a; AZURE_STORAGE_KEY=k | AZURE_STORAGE_ACCOUNT [{"account_name":"a","account_key":"k"}]',
  'sdk.azure.storage.containers | sdk | [{ account_name: b }] | AZURE_STORAGE_ACCOUNT=a; AZURE_STORAGE_KEY=k | file [{"account_name":"b"},{"account_name":"a","account_key":"k"}]',
  'sdk.azure.storage.containers | sdk |  | AZURE_STORAGE_ACCOUNT=a | nothing',
  // It forces.
  'agent.package_manager.type | agent | conda | CLEARML_AGENT_FORCE_POETRY=true | CLEARML_AGENT_FORCE_POETRY "poetry"',
  'agent.package_manager.type | agent | conda | CLEARML_AGENT_FORCE_POETRY=false; CLEARML_AGENT_FORCE_UV=1 | CLEARML_AGENT_FORCE_UV "uv"',
  'agent.package_manager.type | agent | conda | CLEARML_AGENT_FORCE_UV=0 | file "conda"',
  'agent.package_manager.type | agent | conda | CLEARML_AGENT_FORCE_POETRY=true; CLEARML_AGENT_FORCE_UV=true | CLEARML_AGENT_FORCE_POETRY "poetry"',
  'agent.package_manager.conda_env_as_base_docker | agent | false | CLEARML_CONDA_ENV_PACKAGE=/env | CLEARML_CONDA_ENV_PACKAGE true',
  'agent.package_manager.system_site_packages | agent | false | CLEARML_AGENT_FORCE_SYSTEM_SITE_PACKAGES=true | file false',
  // It does nothing.
  'agent.cpu_only | agent | false | CLEARML_CPU_ONLY=true | file false',
  'agent.snug.debug_log | agent | false | CLEARML_AGENT_SNUG_DEBUG_LOG=true | file false',
  // It is set, but not told.
  'api.credentials.secret_key | sdk | f | CLEARML_API_SECRET_KEY | CLEARML_API_SECRET_KEY',
  'sdk.aws.s3.secret | sdk | f | AWS_SECRET_ACCESS_KEY | file "f"',
  'sdk.aws.s3.secret | sdk | "" | AWS_SECRET_ACCESS_KEY | AWS_SECRET_ACCESS_KEY',
  'sdk.storage.block_pickled_artifacts | sdk | false | CLEARML_BLOCK_PICKLED_ARTIFACTS | file',
  // It is of the agent's general form, and read as HOCON.
  'agent.git_user | agent | f | CLEARML_AGENT__AGENT__GIT_USER=ann | CLEARML_AGENT__AGENT__GIT_USER "ann"',
  'agent.worker_id | agent | f | CLEARML_AGENT__AGENT__WORKER_ID=5 | CLEARML_AGENT__AGENT__WORKER_ID 5',
  'agent.worker_id | agent | f | CLEARML_AGENT__AGENT__WORKER_ID=a$b | stopped CLEARML_AGENT__AGENT__WORKER_ID',
  'agent.worker_id | agent | f | CLEARML_AGENT__AGENT__WORKER_ID=a$b; CLEARML_WORKER_ID=w | stopped CLEARML_AGENT__AGENT__WORKER_ID',
  'agent.worker_id | agent | f | CLEARML_AGENT__AGENT__WORKER_ID="a$b" | CLEARML_AGENT__AGENT__WORKER_ID "a$b"',
  'agent.extra_docker_arguments | agent | [a] | CLEARML_AGENT__AGENT__EXTRA_DOCKER_ARGUMENTS=[b, c] | CLEARML_AGENT__AGENT__EXTRA_DOCKER_ARGUMENTS ["b","c"]',
  'agent.venvs_cache.max_entries | agent | 5 | CLEARML_AGENT__AGENT__VENVS_CACHE={ max_entries: 7 } | CLEARML_AGENT__AGENT__VENVS_CACHE 7',
  'agent.venvs_cache.max_entries | agent | 5 | CLEARML_AGENT__AGENT__VENVS_CACHE={ path: x } | file 5',
  'environment | agent | { A: 1 } | CLEARML_AGENT__ENVIRONMENT__B=2 | CLEARML_AGENT__ENVIRONMENT__B {"A":1,"b":2}',
  'api.api_server | sdk | f | CLEARML_AGENT__API__API_SERVER=g | file "f"',
  'api.api_server | agent | f | CLEARML_AGENT__API__API_SERVER=g | CLEARML_AGENT__API__API_SERVER "g"',
  'api.api_server | agent | f | CLEARML_AGENT__API__API_SERVER=g; CLEARML_API_HOST=h | CLEARML_API_HOST "h"',
  'agent.git_user | agent | f | CLEARML_AGENT__AGENT__GIT_USER | CLEARML_AGENT__AGENT__GIT_USER',
  'sdk.storage.cache.secondary.default_base_dir | sdk | f | CLEARML_SECONDARY_CACHE_DIR=/s | CLEARML_SECONDARY_CACHE_DIR "/s"',
  'sdk.storage.cache.disk_space_file_size_strategy.secondary.default_base_dir | sdk | f | CLEARML_SECONDARY_CACHE_DIR=/s | CLEARML_SECONDARY_CACHE_DIR "/s"',
];

function cells(row: string): readonly [path: string, program: string, value: string, variables: string, use: string] {
  const [path = '', program = '', value = '', variables = '', use = ''] = row.split(' | ');
  return [path, program, value, variables, use];
}

function environmentOf(variables: string): ReadonlyMap<string, string | null> {
  const pairs = variables.split('; ').map((pair): [string, string | null] => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.length > 0 ? value.join('=') : null];
  });
  return new Map(pairs);
}

function useOf(path: string, program: string, value: string, variables: string): string {
  const parsed = parsePath(path);
  const setting = parsed.ok ? settingAt(parsed.path) : undefined;
  if (!parsed.ok || !setting) throw new Error(`no setting ${path}`);
  const document = parse(value === '' ? '' : `${path}: ${value}`);
  const { uses } = provenanceOf(setting, parsed.path, { document, environment: environmentOf(variables) });
  const use = uses.find((one) => one.program === program);
  if (!use) return 'not read';
  const source = use.name !== null && use.from === 'variable' ? use.name : [use.from, use.name].join(' ').trim();
  return use.value === undefined ? source : `${source} ${JSON.stringify(toJson(use.value))}`;
}

describe('a variable', () => {
  test.each(rows.map(cells))('on %s for %s over "%s": %s', (path, program, value, variables, use) => {
    expect(useOf(path, program, value, variables)).toBe(use);
  });

  test('of every setting that names one is met in these rows', () => {
    const met = new Set(rows.map((row) => cells(row)[0].replace('clearml.level', '*.level')));
    const named = settings.filter((setting) => setting['x-env'] && !setting.path.includes('[]'));
    expect(named.map(({ path }) => path).filter((path) => !met.has(path))).toEqual([]);
  });
});
