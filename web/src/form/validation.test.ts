import type { Setting } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { type Fault, faultsOf } from './validation.ts';
import type { FieldValue } from './value.ts';

const setting = (keywords: Partial<Setting>): Setting => ({
  path: 'sdk.x',
  title: 'X',
  description: 'x',
  type: 'string',
  ...keywords,
});
const number = (source: string): FieldValue => ({ kind: 'number', source });
const seconds = setting({ type: 'integer', minimum: 0, maximum: 60 });
const image = setting({ enum: ['JPEG', 'PNG'], 'x-enum': 'any-case' });
const entries = setting({ path: 'sdk.l', type: 'array', items: { type: 'object' } });
const host = setting({ path: 'sdk.l[].host', title: 'Host', 'x-required': true });

const cases: readonly { name: string; setting: Setting; value: FieldValue | undefined; faults: readonly Fault[] }[] = [
  { name: 'what is not in the file is fine', setting: seconds, value: undefined, faults: [] },
  { name: 'a whole number in its limits', setting: seconds, value: number('60'), faults: [] },
  { name: 'letters', setting: seconds, value: number('6o'), faults: [{ code: 'not-a-number' }] },
  { name: 'nothing where a number belongs', setting: seconds, value: number(''), faults: [{ code: 'not-a-number' }] },
  { name: 'a fraction', setting: seconds, value: number('1.5'), faults: [{ code: 'not-whole' }] },
  { name: 'below the limit', setting: seconds, value: number('-1'), faults: [{ code: 'too-small', limit: 0 }] },
  { name: 'above the limit', setting: seconds, value: number('61'), faults: [{ code: 'too-large', limit: 60 }] },
  { name: 'a fraction where one may be', setting: setting({ type: 'number' }), value: number('1.5'), faults: [] },
  { name: 'null where it means nothing', setting: setting({ type: ['integer', 'null'] }), value: null, faults: [] },
  { name: 'null where it is no value', setting: seconds, value: null, faults: [{ code: 'null' }] },
  { name: 'a listed word in other capitals', setting: image, value: 'png', faults: [] },
  {
    name: 'a word not listed',
    setting: image,
    value: 'gif',
    faults: [{ code: 'not-listed', listed: ['JPEG', 'PNG'] }],
  },
  {
    name: 'a word not listed where others are fine',
    setting: setting({ enum: ['a'], 'x-enum': 'open' }),
    value: 'b',
    faults: [],
  },
  {
    name: 'an address without a scheme',
    setting: setting({ format: 'url' }),
    value: 'host:8008',
    faults: [{ code: 'needs-scheme' }],
  },
  { name: 'an empty address', setting: setting({ format: 'url' }), value: '', faults: [] },
  {
    name: 'a host without a port',
    setting: setting({ format: 'host-port' }),
    value: 'minio',
    faults: [{ code: 'needs-port' }],
  },
  {
    name: 'a text of the wrong form',
    setting: setting({ pattern: '^\\d+$' }),
    value: 'x',
    faults: [{ code: 'wrong-form' }],
  },
  {
    name: 'an entry without the part ClearML needs',
    setting: entries,
    value: [
      { kind: 'map', rows: [['host', 'a']] },
      { kind: 'map', rows: [] },
    ],
    faults: [{ code: 'part-missing', part: 'Host', entry: 1 }],
  },
];

describe('the check of a value', () => {
  it.each(cases)('$name', ({ setting: subject, value, faults }) => {
    expect(faultsOf(subject, [host], value)).toEqual(faults);
  });
});
