import type { SettingProblemCode } from './problem.ts';

/** What people write, and what to tell them. */
export interface KnownMistake {
  readonly code: Extract<
    SettingProblemCode,
    'unknown' | 'wrong-place' | 'command-line' | 'server-file' | 'enterprise' | 'not-supported'
  >;
  readonly subject?: string;
}

/** What was meant, by what was written: as it was found in published files. */
const meant: Readonly<Record<string, string>> = {
  'sdk.api': 'api',
  'sdk.storage.s3': 'sdk.aws.s3.credentials',
  'storage.credentials': 'sdk.aws.s3.credentials',
  'sdk.storage.direct_access[].host': 'sdk.aws.s3.credentials[].host',
  'sdk.storage.direct_access[].key': 'sdk.aws.s3.credentials[].key',
  'sdk.storage.direct_access[].secret': 'sdk.aws.s3.credentials[].secret',
  'sdk.storage.direct_access[].region': 'sdk.aws.s3.credentials[].region',
  'sdk.storage.direct_access[].secure': 'sdk.aws.s3.credentials[].secure',
  'sdk.storage.direct_access[].verify': 'sdk.aws.s3.credentials[].verify',
  'sdk.storage.direct_access[].multipart': 'sdk.aws.s3.credentials[].multipart',
  'sdk.aws.s3.host': 'sdk.aws.s3.credentials[].host',
  'sdk.aws.s3.multipart': 'sdk.aws.s3.credentials[].multipart',
  'sdk.default_output_uri': 'sdk.development.default_output_uri',
  'sdk.storage.default_output_uri': 'sdk.development.default_output_uri',
  'sdk.storage.default_base_uri': 'sdk.development.default_output_uri',
  'sdk.development.store_development_task_output_uri': 'sdk.development.default_output_uri',
  'sdk.development.default_upload_destination': 'sdk.development.default_output_uri',
  'sdk.cache': 'sdk.storage.cache',
  'sdk.storage.local': 'sdk.storage.cache',
  'sdk.metrics.matplotlib_untitled_history_length': 'sdk.metric.matplotlib_untitled_history_size',
  'sdk.metrics.matplotlib_untinied_plot_max_size': 'sdk.metric.matplotlib_untitled_history_size',
  'sdk.development.network': 'sdk.network',
  'sdk.development.task_log_buffer_capacity': 'sdk.log.task_log_buffer_capacity',
  'sdk.development.worker.report_stdout': 'sdk.development.worker.log_stdout',
  'sdk.development.worker.report_stderr': 'sdk.development.worker.log_stdout',
  'api.credentials.api_key': 'api.credentials.access_key',
  'agent.cache.venvs_cache': 'agent.venvs_cache.path',
  'agent.cache.pip_download_cache': 'agent.pip_download_cache.path',
  'agent.docker_default': 'agent.default_docker',
  'sdk.storage.cache.path_substitution': 'sdk.storage.path_substitution',
};

/** ClearML has nothing of the kind. */
const other: ReadonlyMap<string, KnownMistake> = new Map<string, KnownMistake>([
  ['agent.gpu_device', { code: 'command-line', subject: '--gpus' }],
  ['agent.default_queue', { code: 'command-line', subject: '--queue' }],
  ['agent.queue', { code: 'command-line', subject: '--queue' }],
  ['agent.queues', { code: 'command-line', subject: '--queue' }],
  ['agent.gpus', { code: 'command-line', subject: '--gpus' }],
  ['api.listen_address', { code: 'server-file' }],
  ['api.secret_key', { code: 'wrong-place', subject: 'api.credentials.secret_key' }],
  ['api.access_key', { code: 'wrong-place', subject: 'api.credentials.access_key' }],
  ['web', { code: 'server-file' }],
  ['fileserver', { code: 'server-file' }],
  ['webserver', { code: 'server-file' }],
  ['apiserver', { code: 'server-file' }],
  [
    'sdk.storage.cache.file_entry_lookup_size',
    { code: 'wrong-place', subject: 'sdk.storage.cache.disk_space_file_size_strategy.file_entry_lookup_size' },
  ],
  ['sdk.azure.storage.containers[].container_sas', { code: 'not-supported', subject: 'SAS' }],
  ['sdk.azure.storage.containers[].sas_token', { code: 'not-supported', subject: 'SAS' }],
  ['agent.disable_requirements_auto_install', { code: 'unknown' }],
  ['sdk.aws.boto3.pool_maxsize', { code: 'unknown' }],
]);

/** What to tell about an unknown path of which that much is known. */
export function knownMistake(path: string): KnownMistake | undefined {
  if (path.startsWith('agent.slurm.')) return { code: 'enterprise' };
  const subject = Object.hasOwn(meant, path) ? meant[path] : undefined;
  return subject === undefined ? other.get(path) : { code: 'wrong-place', subject };
}
