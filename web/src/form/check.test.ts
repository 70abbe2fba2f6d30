import checks from 'virtual:validators';
import { type Setting, settings, settingsIn } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { validatorFor } from '../fields/validator.ts';
import { faultInWords } from '../words/faults.ts';
import { blockOfRow, blocks, keyIn } from './blocks.ts';
import { checkIdOf, checkSchemas } from './check.ts';
import type { Fault } from './fault.ts';
import { type FieldValue, fieldOf, heldText } from './value.ts';

const number = (source: string): FieldValue => ({ kind: 'number', source });
const entry = (...rows: readonly (readonly [string, FieldValue])[]): FieldValue => ({ kind: 'map', rows });

function settingNamed(path: string): Setting {
  const found = settings.find((setting) => setting.path === path);
  if (!found) throw new Error(`no setting ${path}`);
  return found;
}

/** Every message about a value, with the place it is shown at. */
function messages(path: string, value: FieldValue): readonly string[] {
  const section = blockOfRow(path)?.section.path ?? '';
  const { errors } = validatorFor(section, checks).validateFormData({ [keyIn(section, path)]: value }, {});
  return errors.map(({ property, message }) => `${property} ${message}`);
}

const faults: readonly { name: string; path: string; value: FieldValue; fault: Fault; at?: string; part?: string }[] = [
  {
    name: 'letters where a number belongs',
    path: 'sdk.metrics.file_history_size',
    value: heldText('6o', undefined),
    fault: { code: 'not-a-number' },
  },
  {
    name: 'nothing where a number belongs',
    path: 'sdk.metrics.file_history_size',
    value: heldText('', undefined),
    fault: { code: 'not-a-number' },
  },
  {
    name: 'a fraction',
    path: 'sdk.metrics.file_history_size',
    value: number('1.5'),
    fault: { code: 'not-whole' },
  },
  {
    name: 'below the limit',
    path: 'sdk.metrics.images.quality',
    value: number('-1'),
    fault: { code: 'too-small', limit: settingNamed('sdk.metrics.images.quality').minimum ?? Number.NaN },
  },
  {
    name: 'above the limit',
    path: 'sdk.metrics.images.quality',
    value: number('101'),
    fault: { code: 'too-large', limit: settingNamed('sdk.metrics.images.quality').maximum ?? Number.NaN },
  },
  {
    name: 'a word that is not listed',
    path: 'sdk.aws.boto3.s3.addressing_style',
    value: 'way',
    fault: { code: 'not-listed', listed: ['auto', 'virtual', 'path'] },
  },
  {
    name: 'a word that is not listed, in whatever capitals',
    path: 'api.http.default_method',
    value: 'fetch',
    fault: { code: 'not-listed', listed: ['get', 'post', 'put'] },
  },
  { name: 'an address without a scheme', path: 'api.api_server', value: 'host:8008', fault: { code: 'needs-scheme' } },
  {
    name: 'a text of the wrong form',
    path: 'sdk.storage.cache.size.max_used_bytes',
    value: 'much',
    fault: { code: 'wrong-form' },
  },
  {
    name: 'a share that is none',
    path: 'sdk.storage.cache.disk_space_file_size_strategy.size.cleanup_margin_percent',
    value: 'abc%',
    fault: { code: 'wrong-form' },
  },
  {
    name: 'a host without a port in an entry',
    path: 'sdk.aws.s3.credentials',
    value: [entry(['host', 'minio:9000']), entry(['host', 'minio'])],
    fault: { code: 'needs-port' },
    at: '.1.host',
    part: 'sdk.aws.s3.credentials[].host',
  },
  {
    name: 'an entry without the part ClearML needs',
    path: 'sdk.google.storage.credentials',
    value: [entry(['bucket', 'a']), entry()],
    fault: { code: 'part-missing' },
    at: '.1.bucket',
    part: 'sdk.google.storage.credentials[].bucket',
  },
  {
    name: 'an entry with nothing in the part ClearML needs',
    path: 'sdk.google.storage.credentials',
    value: [entry(['bucket', ''])],
    fault: { code: 'part-missing' },
    at: '.0.bucket',
    part: 'sdk.google.storage.credentials[].bucket',
  },
];

const fine: readonly (readonly [name: string, path: string, value: FieldValue])[] = [
  ['a whole number', 'sdk.metrics.file_history_size', number('60')],
  ['a whole number with a fraction of nothing', 'sdk.metrics.file_history_size', number('60.0')],
  ['a fraction where one may be', 'sdk.development.worker.report_period_sec', number('1.5')],
  ['a listed word in other capitals', 'api.http.default_method', 'POST'],
  ['a word that is not listed where others are fine', 'sdk.metrics.images.format', 'HEIC'],
  ['an empty address', 'api.api_server', ''],
  ['a size with its unit', 'sdk.storage.cache.size.max_used_bytes', '10 GB'],
  ['a size as a number', 'sdk.storage.cache.size.max_used_bytes', number('1000')],
  ['a share', 'sdk.storage.cache.disk_space_file_size_strategy.size.cleanup_margin_percent', '5 %'],
  ['names that are special elsewhere', 'sdk.aws.s3.credentials', [entry(['__proto__', 'a'], ['constructor', 'b'])]],
];

describe('the check of a section', () => {
  it.each(faults)('finds $name', ({ path, value, fault, at = '', part = path }) => {
    const section = blockOfRow(path)?.section.path ?? '';
    expect(messages(path, value)).toContain(`.${keyIn(section, path)}${at} ${faultInWords(fault, settingNamed(part))}`);
  });

  it.each(fine)('lets pass %s', (_, path, value) => {
    expect(messages(path, value)).toEqual([]);
  });

  it('takes every default and every example of the catalog', () => {
    const shown = blocks.flatMap(({ section }) => settingsIn(section.path));
    const wrong = shown.flatMap((setting) =>
      [setting.default, ...(setting.examples ?? [])].flatMap((value) => {
        const held = value === undefined || typeof value === 'object' ? undefined : fieldOf(value);
        return held === undefined ? [] : messages(setting.path, held).map((message) => [setting.path, value, message]);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('is there for every section under a name of its own, and carries no words', () => {
    const checks = checkSchemas();
    const ids = checks.map(({ $id }) => $id);
    expect(ids).toEqual(expect.arrayContaining(blocks.map(({ section }) => checkIdOf(section.path))));
    expect(new Set(ids).size).toBe(checks.length);
    expect(JSON.stringify(checks)).not.toMatch(/"(?:title|description|default|x-[a-z]+)":/);
  });
});
