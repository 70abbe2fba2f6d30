import { type ConfigValue, formatPath, isList, isObject, type Path, parse, type Range } from '../hocon/index.ts';
import { isSecret, isSecretStep } from './secret.ts';
import { addressSecrets } from './secret-addresses.ts';
import { assignedSecrets } from './secret-assignments.ts';
import { isSecretOption, optionSecrets } from './secret-options.ts';
import { secretRanges } from './secret-ranges.ts';

/** A text that is the value at a path, as it may be shown: every secret in it is replaced by the mask. */
export function maskedText(path: Path, text: string, mask: string): string {
  if (text === '') return text;
  return isBelowSecret(path) ? mask : masked(text, secretsIn(path, text), mask);
}

/** A value in HOCON or JSON as it may be shown, where it is the value at a path. */
export function maskedSource(path: Path, source: string, mask: string): string {
  const { start, end } = surroundingsOf(path);
  const ranges = secretRanges(parse(start + source + end)).map(({ from, to }) => ({
    from: Math.max(0, from - start.length),
    to: Math.min(to - start.length, source.length),
  }));
  return masked(source, ranges, mask);
}

/** A value as it may be shown. Names are masked too where they hold an address with a password. */
export function maskedValue(path: Path, value: ConfigValue, mask: string): ConfigValue {
  if (isList(value)) {
    return value.map((item, place) =>
      isBehindOption(value, place) && typeof item === 'string' && item !== ''
        ? mask
        : maskedValue([...path, place], item, mask),
    );
  }
  if (isObject(value)) {
    const members = [...value].map(
      ([name, held]) => [maskedText([], name, mask), maskedValue([...path, name], held, mask)] as const,
    );
    return new Map(members);
  }
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return maskedText(path, value, mask);
  if (isBelowSecret(path)) return mask;
  return typeof value === 'object' && value.kind === 'opaque'
    ? { ...value, source: maskedSource(path, value.source, mask) }
    : value;
}

/** Whether the item of a list is the secret of an option that stands before it. */
export function isBehindOption(list: ConfigValue | undefined, place: number): boolean {
  return isList(list) && isSecretOption(list[place - 1]);
}

/** A path as it may be shown. */
export function maskedPath(path: Path, mask: string): string {
  return formatPath(path.map((step) => (typeof step === 'string' ? maskedText([], step, mask) : step)));
}

/** Whether a text at this path must not be shown as it is: for its place, or for what it holds. */
export function hasSecret(path: Path, text: string): boolean {
  return isSecret(path) || maskedText(path, text, '') !== text;
}

function isBelowSecret(path: Path): boolean {
  return path.some((_, place) => isSecretStep(path.slice(0, place + 1)));
}

/** As it would be masked in the file, between quotes, and as it stands: programs may read either. */
function secretsIn(path: Path, text: string): readonly Range[] {
  return [...assignedSecrets(text), ...addressSecrets(text), ...optionSecrets(text), ...secretsInQuotes(path, text)];
}

function secretsInQuotes(path: Path, text: string): readonly Range[] {
  const around = surroundingsOf(path);
  const start = `${around.start}["`;
  const signs = [...text].map((sign) => ({ length: sign.length, quoted: JSON.stringify(sign).slice(1, -1) }));
  const ranges = secretRanges(parse(`${start}${signs.map(({ quoted }) => quoted).join('')}"]${around.end}`));
  const found: Range[] = [];
  let [at, quotedAt, next] = [0, start.length, 0];
  for (const { length, quoted } of signs) {
    const end = quotedAt + quoted.length;
    while ((ranges[next]?.to ?? end) <= quotedAt) next++;
    if ((ranges[next]?.from ?? end) < end) found.push({ from: at, to: at + length });
    at += length;
    quotedAt = end;
  }
  return found;
}

/** What stands round the value at a path in a file. Places in lists have no name. */
function surroundingsOf(path: Path): { readonly start: string; readonly end: string } {
  const names = path.filter((step) => typeof step === 'string').map((name) => JSON.stringify(name));
  return { start: `${names.join(': {') || 'x'}: `, end: '}'.repeat(Math.max(0, names.length - 1)) };
}

/** One mask for what overlaps or touches. */
function masked(text: string, ranges: readonly Range[], mask: string): string {
  let shown = '';
  let at = 0;
  let maskedTo = -1;
  const found = ranges.filter(({ from, to }) => from < to);
  for (const { from, to } of found.toSorted((one, other) => one.from - other.from)) {
    if (from > maskedTo) shown += text.slice(at, from) + mask;
    maskedTo = Math.max(maskedTo, to);
    at = maskedTo;
  }
  return shown + text.slice(at);
}
