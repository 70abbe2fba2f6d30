import { describe, expect, test } from 'vitest';
import { type Setting, settings } from '../../catalog/index.ts';
import { parse } from '../../hocon/index.ts';
import type { Program } from './layers.ts';
import { provenanceOf } from './provenance.ts';

/** The variables that count only while the option is empty, as ClearML's code has it: for the SDK, or for all. */
const standsBackInSdk = [
  'sdk.aws.s3.key',
  'sdk.aws.s3.secret',
  'sdk.aws.s3.region',
  'sdk.google.storage.credentials_json',
];
const standsBack = ['sdk.aws.s3.token', 'sdk.aws.s3.profile', 'agent.custom_build_script'];
/** Those that do not put their value in place of the file's: they add to it, force it or do nothing. */
const different = [
  'agent.cpu_only',
  'agent.snug.debug_log',
  'sdk.azure.storage.containers',
  'agent.hide_docker_command_env_vars.extra_keys',
  'agent.package_manager.system_site_packages',
];

const files = ['', 'the lower', 'the file', 'both'] as const;
type Files = (typeof files)[number];

/** What a variable has to be so that the setting is another than `false` or a text. */
const text = 'true';

const named = settings.filter(({ path, 'x-env': names }) => names && !/[[\]*]/.test(path) && !different.includes(path));

function useOf(setting: Setting, program: Program, filled: Files, value: string | undefined) {
  const line = (said: string) => `${setting.path}: "${said}"`;
  const [name = ''] = setting['x-env'] ?? [];
  const { uses } = provenanceOf(setting, setting.path.split('.'), {
    document: parse(filled === 'the file' || filled === 'both' ? line('file') : ''),
    below: filled === 'the lower' || filled === 'both' ? [{ name: 'lower.conf', document: parse(line('lower')) }] : [],
    environment: new Map(value === undefined ? [] : [[name, value]]),
  });
  const use = uses.find((one) => one.program === program);
  if (!use) return null;
  return use.from === 'variable' ? 'the variable' : use.from === 'file' ? (use.name ?? 'the file') : 'nobody';
}

/** What the facts lead to expect. */
function expected(path: string, program: Program, filled: Files, value: string | undefined): string {
  const inFiles = { '': 'nobody', 'the lower': 'lower.conf', 'the file': 'the file', both: 'the file' }[filled];
  const isSilent = value === undefined || value.trim() === '';
  const waits = standsBack.includes(path) || (program === 'sdk' && standsBackInSdk.includes(path));
  const isForSdk = path === 'sdk.storage.cache.default_base_dir' && program === 'agent';
  if (isSilent || isForSdk || (waits && filled !== '')) return inFiles;
  return 'the variable';
}

describe('a value set in the files and by a variable', () => {
  test.each(named)('of $path', (setting) => {
    for (const program of ['sdk', 'agent'] as const) {
      for (const filled of files) {
        for (const value of [undefined, ' ', text]) {
          const use = useOf(setting, program, filled, value);
          if (use === null) continue;
          expect([program, filled, value, use]).toEqual([
            program,
            filled,
            value,
            expected(setting.path, program, filled, value),
          ]);
        }
      }
    }
  });

  test('is looked at for every setting that names a variable', () => {
    expect(named.length).toBeGreaterThan(40);
  });
});
