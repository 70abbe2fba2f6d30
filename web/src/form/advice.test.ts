import { applyEdits, type Edit, parse, type SettingProblem } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { adviceInWords, fixInWords } from '../words/advice.ts';
import { adviceIn, removal } from './advice.ts';

const inRow = (text: string, row: string) =>
  (adviceIn(parse(text)).byRow.get(row) ?? []).map(
    (problem) => `${adviceInWords(problem)}${problem.fix ? ` [${fixInWords(problem)}]` : ''}`,
  );

function edited(text: string, edits: readonly Edit[]): string {
  const outcome = applyEdits(text, edits);
  return outcome.ok ? outcome.text : outcome.code;
}

function mended(text: string, { fix = [] }: SettingProblem): string {
  return edited(text, fix);
}

describe('advice beside a row', () => {
  it.each([
    [
      'agent.venvs_cache { path: "", max_entries: 5 }',
      'agent.venvs_cache.max_entries',
      'It counts only if agent.venvs_cache.path is set as well.',
    ],
    [
      'agent.force_git_ssh_port: 2222',
      'agent.force_git_ssh_port',
      'It counts only if agent.force_git_ssh_protocol is true. [Switch that on]',
    ],
    [
      'agent.package_manager { type: pip, poetry_version: "<2" }',
      'agent.package_manager.poetry_version',
      'It counts only if agent.package_manager.type is poetry.',
    ],
    [
      'sdk.storage.path_substitution: [{ registered_prefix: a, local_prefix: b, replace_linux_sep: true, replace_windows_sep: true }]',
      'sdk.storage.path_substitution',
      '“Turn / into \\” and sdk.storage.path_substitution.0.replace_windows_sep exclude each other. Keep one of them.',
    ],
    [
      'agent.venv_update.enabled: true',
      'agent.venv_update.enabled',
      'No package reads it any more. agent.venvs_cache.path took its place.',
    ],
    [
      'agent.reload_config: yes',
      'agent.reload_config',
      'This is text, and ClearML takes any text for true. Write true or false without quotes. [Write true]',
    ],
    [
      'api.web_server: "http://w/"',
      'api.web_server',
      'With the slash at the end, links to your tasks get two slashes. [Leave the slash out]',
    ],
  ])('%s', (text, row, words) => {
    expect(inRow(text, row)).toEqual([words]);
  });

  it('belongs to the row of the list for what stands in its entries', () => {
    const text = 'sdk.aws.s3.credentials: [{ host: "http://minio:9000", key: k, secret: s }]';
    expect(inRow(text, 'sdk.aws.s3.credentials')).toEqual([
      'Only host and port belong here, without http:// or https://. [Leave it out]',
    ]);
  });

  it('leaves out what the checks of the form say', () => {
    const text = 'sdk.metrics.images.quality: 700\nagent.package_manager.type: pipp\napi.api_server: "host"';
    expect(adviceIn(parse(text)).byRow.size).toBe(0);
  });

  it('mends what it promises to mend', () => {
    const text = 'agent.reload_config: yes # mine\n';
    const [problem] = adviceIn(parse(text)).byRow.get('agent.reload_config') ?? [];
    expect(problem && mended(text, problem)).toBe('agent.reload_config: true # mine\n');
  });
});

describe('keys that no row shows', () => {
  const text = 'sdk {\n  default_output_uri: "s3://b" # results\n  version: 1\n}\napi.api_server: "http://a"\n';

  it('are listed with what was meant', () => {
    expect(adviceIn(parse(text)).stray.map(adviceInWords)).toEqual([
      'ClearML does not read it here. It belongs at sdk.development.default_output_uri.',
      'ClearML has no such option and ignores it.',
    ]);
  });

  it('can be moved or taken out, and nothing else changes', () => {
    const [moved, unknown] = adviceIn(parse(text)).stray;
    if (!moved || !unknown) throw new Error('two keys are stray');
    expect(adviceIn(parse(mended(text, moved))).stray).toHaveLength(1);
    expect(edited(text, removal(unknown))).toBe(text.replace('  version: 1\n', ''));
  });
});
