import type { ConfigValue, Path } from '@clearml-conf/shared';
import { isList, isObject, isSecret, maskedSource, toJson } from '@clearml-conf/shared';
import { jsonLine } from './outcome.ts';
import { explaining } from './setting-sentences.ts';

/** A value on one line, as it may be shown: secrets, and words in it that look like secrets, are left out. */
export function shownValue(path: Path, value: ConfigValue): string {
  if (value === '' || value === null) return JSON.stringify(value);
  // Of a list or a map that holds secrets the rest may be shown.
  const holds = isList(value) || isObject(value);
  if (!holds && isSecret(path)) return explaining.secret;
  return maskedSource(path, jsonLine(toJson(value)).trimEnd(), explaining.secret);
}
