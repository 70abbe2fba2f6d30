import { parse, readSettings } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import type { Ground } from './filtered.ts';
import { find } from './find.ts';
import { queryOf } from './query.ts';

const none = new Set<string>();
const ground: Ground = { readings: readSettings(parse('')), changed: none, overridden: none, advised: none };
const firstThree = (text: string) =>
  find(queryOf(text), ground)
    .hits.slice(0, 3)
    .map(({ setting }) => setting.path);

describe('a question as people ask it leads to the setting', () => {
  it.each([
    ['how do I stop uploading my artifacts', 'sdk.development.default_output_uri'],
    ['where do I set the proxy', 'environment'],
    ['where are my models stored?', 'sdk.development.default_output_uri'],
    ['upload models to s3', 'sdk.development.default_output_uri'],
    ['how can I use my own MinIO server', 'sdk.aws.s3.credentials'],
    ['where do I put my AWS secret key', 'sdk.aws.s3.secret'],
    ['which AWS region is used', 'sdk.aws.s3.region'],
    ['how do I connect to a self-hosted server', 'api.api_server'],
    ['what is the address of the web page', 'api.web_server'],
    ['where are my files uploaded to', 'api.files_server'],
    ['where do I paste my API credentials', 'api.credentials.access_key'],
    ['ssl certificate verification fails', 'api.verify_certificate'],
    ["I can't connect because of a self-signed certificate", 'api.verify_certificate'],
    ['change the cache folder', 'sdk.storage.cache.default_base_dir'],
    ['the cache fills up my disk', 'sdk.storage.cache.disk_space_file_size_strategy.size.max_used_bytes'],
    ['how do I clone a private git repository', 'agent.git_pass'],
    ['git token for the agent', 'agent.git_pass'],
    ['git user name', 'agent.git_user'],
    ['use ssh instead of https for git', 'agent.force_git_ssh_protocol'],
    ['use my ssh keys for cloning', 'agent.force_git_ssh_protocol'],
    ['which python does the agent use', 'agent.python_binary'],
    ['install packages with poetry', 'agent.package_manager.type'],
    ['use uv instead of pip', 'agent.package_manager.type'],
    ['install packages with conda instead of pip', 'agent.package_manager.type'],
    ['add a private pip index', 'agent.package_manager.extra_index_url'],
    ['which docker image do tasks run in', 'agent.default_docker.image'],
    ['pass arguments to docker run', 'agent.extra_docker_arguments'],
    ['mount a folder into the container', 'agent.extra_docker_arguments'],
    ['rename my worker', 'agent.worker_name'],
    ['agent picks the wrong CUDA version', 'agent.cuda_version'],
    ['stop the agent from installing pytorch', 'agent.package_manager.pytorch_resolve'],
    ['how often are metrics reported', 'sdk.development.worker.report_period_sec'],
    ['turn off console logging', 'sdk.development.worker.log_stdout'],
    ['do not store uncommitted changes', 'sdk.development.store_uncommitted_code_diff'],
    ['log environment variables of the task', 'sdk.development.log_os_environments'],
    ['quality of debug images', 'sdk.metrics.images.quality'],
    ['how many debug samples are kept', 'sdk.metrics.file_history_size'],
    ['matplotlib plots without a title are overwritten', 'sdk.metric.matplotlib_untitled_history_size'],
    ['retry failed uploads', 'sdk.network.file_upload_retries'],
    ['google cloud credentials file', 'sdk.google.storage.credentials_json'],
    ['azure storage account key', 'sdk.azure.storage.containers'],
    ['reuse the last task when I run again', 'sdk.development.task_reuse_time_window_in_hours'],
    ['hide the message about a new version', 'sdk.development.suppress_update_message'],
    ['reuse virtual environments between tasks', 'agent.venvs_cache.path'],
    ['run a script before the task starts', 'agent.extra_docker_shell_script'],
    ['tensorboard shows every series in its own graph', 'sdk.metrics.tensorboard_single_series_per_graph'],
    ['block pickled artifacts', 'sdk.storage.block_pickled_artifacts'],
    ['wait for the server during maintenance', 'api.http.wait_on_maintenance_forever'],
    ['pull docker images every time', 'agent.docker_force_pull'],
    ['use system packages inside the virtualenv', 'agent.package_manager.system_site_packages'],
    ['access files by a mounted path instead of downloading them', 'sdk.storage.direct_access'],
    ['replace paths of a file share', 'sdk.storage.path_substitution'],
    ['password of the jupyter notebook', 'sdk.development.jupyter_server_password'],
  ])('%s → %s', (question, path) => {
    expect(firstThree(question)).toContain(path);
  });
});
