import type { ConfigValue, Reading, Setting } from '@clearml-conf/shared';
import { controlOf } from './control.ts';
import { type FieldValue, type FormData, fieldOf, isNumber } from './value.ts';

/** What one form shows: its settings under the keys they have in it. */
export type Fields = ReadonlyMap<string, Setting>;

/**
 * The data of a form: what the file says about its settings, as far as it fits the declared type. Defaults never enter
 * it, nor does anything that is worked out from other values.
 */
export function projection(readings: ReadonlyMap<string, Reading>, fields: Fields): FormData {
  const data: Record<string, FieldValue> = {};
  for (const [key, setting] of fields) {
    const field = fieldOfReading(readings.get(setting.path));
    if (field !== undefined) data[key] = field;
  }
  return data;
}

/** Whether the row shows what the file says as it is written there, and no control. */
export function isRaw(reading: Reading | undefined, setting: Setting): boolean {
  if (reading === undefined || reading.state === 'unset') return false;
  return reading.state !== 'set' || fieldOfReading(reading) === undefined || controlOf(setting) === 'none';
}

/** What a form holds of a reading, or undefined where it shows none. */
export function fieldOfReading(reading: Reading | undefined): FieldValue | undefined {
  if (reading?.state !== 'set' || reading.value === undefined) return undefined;
  return spelled(reading.value, reading.source) ?? fieldOf(reading.value);
}

/** A number as the file spells it, since `72.0` must not become `72` because somebody looked at it. */
function spelled(value: ConfigValue, source: string | undefined): FieldValue | undefined {
  const numeric = typeof value === 'number' || typeof value === 'bigint';
  return numeric && source !== undefined && isNumber(source) ? { kind: 'number', source: source.trim() } : undefined;
}
