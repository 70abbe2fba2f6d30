import { type Json, type Setting, settingAt } from '@clearml-conf/shared';
import type { RJSFValidationError } from '@rjsf/utils';
import { prefixOf } from './blocks.ts';

/** What is wrong with a value. Only `not-a-number` keeps it out of the file; the others are advice. */
export type Fault =
  | { readonly code: 'not-a-number' | 'not-whole' | 'wrong-form' | 'needs-scheme' | 'needs-port' | 'wrong-type' }
  | { readonly code: 'too-small' | 'too-large'; readonly limit: number }
  | { readonly code: 'not-listed'; readonly listed: readonly Json[] }
  | { readonly code: 'part-missing' };

/** A fault and the setting it is about: a part of a list entry is a setting of its own. */
export interface FoundFault {
  readonly setting: Setting;
  readonly fault: Fault;
}

/** What an error of a section's check means for one of its settings. Its property reads `.credentials.0.host`. */
export function faultOf(section: string, error: RJSFValidationError, data: unknown): FoundFault | null {
  const names = (error.property ?? '').split('.').filter(Boolean);
  const setting = settingAt([
    ...prefixOf(section).split('.').filter(Boolean),
    ...names.map((name) => (/^\d+$/.test(name) ? Number(name) : name)),
  ]);
  return setting ? { setting, fault: faultIn(setting, error.name ?? '', heldAt(data, names)) } : null;
}

function faultIn(setting: Setting, keyword: string, held: unknown): Fault {
  switch (keyword) {
    case 'type':
      return typeFault(setting, held);
    case 'minimum':
      return { code: 'too-small', limit: setting.minimum ?? 0 };
    case 'maximum':
      return { code: 'too-large', limit: setting.maximum ?? 0 };
    case 'required':
      return { code: 'part-missing' };
    case 'enum':
      return { code: 'not-listed', listed: setting.enum ?? [] };
    default:
      return textFault(setting, held);
  }
}

function typeFault(setting: Setting, held: unknown): Fault {
  if (typeof held === 'number') return { code: 'not-whole' };
  const isNumeric = [setting.type].flat().some((type) => type === 'integer' || type === 'number');
  return { code: isNumeric && typeof held === 'string' ? 'not-a-number' : 'wrong-type' };
}

function textFault(setting: Setting, held: unknown): Fault {
  if (held === '') return { code: 'part-missing' };
  if (setting.enum) return { code: 'not-listed', listed: setting.enum };
  if (setting.pattern === undefined && setting.format === 'address') return { code: 'needs-scheme' };
  return { code: setting.pattern === undefined && setting.format === 'host-port' ? 'needs-port' : 'wrong-form' };
}

function heldAt(data: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>((held, name) => (isHolder(held) ? held[name] : undefined), data);
}

function isHolder(held: unknown): held is Readonly<Record<string, unknown>> {
  return typeof held === 'object' && held !== null;
}
