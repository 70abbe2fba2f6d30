import type { ConfigValue, Path } from '@clearml-conf/shared';
import { formatPath, isList, isObject, isSecret, parse, secretRanges, toJson } from '@clearml-conf/shared';
import { jsonLine } from './outcome.ts';
import { explaining } from './setting-sentences.ts';

/** A value on one line, as it may be shown: secrets, and words in it that look like secrets, are left out. */
export function shownValue(path: Path, value: ConfigValue): string {
  if (value === '' || value === null) return JSON.stringify(value);
  // Of a list or a map that holds secrets the rest may be shown.
  const holds = isList(value) || isObject(value);
  if (!holds && isSecret(path)) return explaining.secret;
  const json = jsonLine(toJson(value)).trimEnd();
  const names = path.filter((step) => typeof step === 'string');
  const start = `${formatPath(names)}: `;
  const ranges = secretRanges(parse(start + json));
  return ranges.reduceRight(
    (text, { from, to }) => text.slice(0, from - start.length) + explaining.secret + text.slice(to - start.length),
    json,
  );
}
