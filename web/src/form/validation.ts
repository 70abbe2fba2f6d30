import type { Json, Setting } from '@clearml-conf/shared';
import { mayBeNull, typesOf } from './control.ts';
import { type FieldValue, isList, isMap, isNumber, isNumberText, isWholeNumber, rowOf } from './value.ts';

/** What is wrong with a value. Only `not-a-number` keeps it out of the file; the others are advice. */
export type Fault =
  | { readonly code: 'not-a-number' | 'not-whole' | 'wrong-form' | 'needs-scheme' | 'needs-port' | 'null' }
  | { readonly code: 'too-small' | 'too-large'; readonly limit: number }
  | { readonly code: 'not-listed'; readonly listed: readonly Json[] }
  | { readonly code: 'part-missing'; readonly part: string; readonly entry: number };

/** Checks a value against the keywords of its setting, and its parts against theirs. */
export function faultsOf(setting: Setting, parts: readonly Setting[], value: FieldValue | undefined): readonly Fault[] {
  if (value === undefined) return [];
  if (value === null) return mayBeNull(setting) ? [] : [{ code: 'null' }];
  if (isNumberText(value)) return numberFaults(setting, value.source);
  if (typeof value === 'string') return textFaults(setting, value);
  return isList(value) ? value.flatMap((item, at) => entryFaults(parts, item, at)) : [];
}

/** Whether it keeps the value out of the file. */
export function isBlocking(fault: Fault): boolean {
  return fault.code === 'not-a-number';
}

function numberFaults(setting: Setting, source: string): readonly Fault[] {
  if (!isNumber(source)) return [{ code: 'not-a-number' }];
  const types = typesOf(setting);
  if (!types.includes('number') && types.includes('integer') && !isWholeNumber(source)) return [{ code: 'not-whole' }];
  const amount = Number(source);
  if (setting.minimum !== undefined && amount < setting.minimum) return [{ code: 'too-small', limit: setting.minimum }];
  if (setting.maximum !== undefined && amount > setting.maximum) return [{ code: 'too-large', limit: setting.maximum }];
  return setting.enum ? listedFaults(setting, setting.enum, source) : [];
}

function textFaults(setting: Setting, text: string): readonly Fault[] {
  if (setting.enum) return listedFaults(setting, setting.enum, text);
  if (text === '') return [];
  if (setting.pattern !== undefined && !new RegExp(setting.pattern, 'u').test(text)) return [{ code: 'wrong-form' }];
  return formatFaults(setting, text);
}

function formatFaults(setting: Setting, text: string): readonly Fault[] {
  if (setting.format === 'url' && !/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return [{ code: 'needs-scheme' }];
  if (setting.format === 'host-port' && !/:\d+$/.test(text)) return [{ code: 'needs-port' }];
  return [];
}

function listedFaults(setting: Setting, listed: readonly Json[], text: string): readonly Fault[] {
  const same = setting['x-enum'] === 'any-case' ? text.toLowerCase() : text;
  const known = listed.some((option) => {
    const name = String(option);
    return (setting['x-enum'] === 'any-case' ? name.toLowerCase() : name) === same;
  });
  return known || setting['x-enum'] === 'open' || text === '' ? [] : [{ code: 'not-listed', listed }];
}

function entryFaults(parts: readonly Setting[], item: FieldValue, entry: number): readonly Fault[] {
  if (!isMap(item)) return [];
  const missing = parts.filter((part) => {
    const value = rowOf(item, part.path.slice(part.path.lastIndexOf('.') + 1));
    return part['x-required'] && (value === undefined || value === '');
  });
  return missing.map((part) => ({ code: 'part-missing', part: part.title, entry }));
}
