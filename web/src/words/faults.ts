import type { Setting } from '@clearml-conf/shared';
import type { Fault } from '../form/fault.ts';
import { typeInWords } from './settings.ts';

const units: Readonly<Record<string, string>> = {
  seconds: 'of seconds',
  hours: 'of hours',
  bytes: 'of bytes',
  MB: 'of megabytes',
  GB: 'of gigabytes',
  percent: 'of percent',
  entries: 'of entries',
  files: 'of files',
};

/** What is wrong with a value and how to mend it. */
export function faultInWords(fault: Fault, setting: Setting): string {
  switch (fault.code) {
    case 'not-a-number':
      return `Not written yet: this needs ${amount(setting)}${limits(setting)}.`;
    case 'not-whole':
      return `ClearML needs ${amount(setting)}${limits(setting)} here.`;
    case 'too-small':
      return `Written, but ClearML expects at least ${fault.limit}.`;
    case 'too-large':
      return `Written, but ClearML expects at most ${fault.limit}.`;
    case 'not-listed':
      return `ClearML knows ${fault.listed.map(String).join(', ')}.`;
    case 'wrong-form':
      return formInWords(setting);
    case 'needs-scheme':
      return 'Start it with http:// or https://, or with s3://, gs:// or azure:// for storage.';
    case 'needs-port':
      return 'Add the port, as in minio.example.com:9000.';
    case 'wrong-type':
      return `ClearML expects ${typeInWords(setting)} here.`;
    case 'part-missing':
      return `ClearML needs “${setting.title}” in every entry.`;
  }
}

function formInWords({ examples = [] }: Setting): string {
  const example = examples.find((one) => typeof one === 'string' && one !== '');
  return typeof example === 'string' ? `Write it like ${example}.` : 'It does not have the form ClearML expects.';
}

function amount(setting: Setting): string {
  const types = [setting.type].flat().filter((type) => type !== 'null');
  if (types.length > 1) return typeInWords({ type: types });
  const whole = !types.includes('number');
  const unit = setting['x-unit'];
  return `a ${whole ? 'whole ' : ''}number${unit ? ` ${units[unit] ?? ''}` : ''}`;
}

function limits({ minimum, maximum }: Setting): string {
  if (minimum !== undefined && maximum !== undefined) return `, from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  return maximum === undefined ? '' : `, at most ${maximum}`;
}
