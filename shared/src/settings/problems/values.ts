import type { Fragment, Json, Setting, TypeName } from '../../catalog/index.ts';
import { isSection } from '../../catalog/tree.ts';
import { type ConfigValue, isList, isObject } from '../../hocon/index.ts';
import { fits } from '../fit.ts';
import { shellWords } from '../provenance/shell-words.ts';
import { isSecret } from '../secret.ts';
import { isTold } from './found.ts';
import { type Found, problemAt, type SettingProblem } from './problem.ts';

/** Values that ClearML reads as something else than was meant. */
export function valueProblems(all: readonly Found[]): readonly SettingProblem[] {
  return all.flatMap((found) => {
    if (!isTold(found.resolved)) return [];
    const problem = replacedSection(found) ?? (found.setting && valueProblem(found, found.setting));
    return problem ? [problem] : [];
  });
}

function replacedSection(found: Found): SettingProblem | undefined {
  const { place, resolved } = found;
  if (!place || !isSection(place) || isObject(resolved.value)) return undefined;
  if (place.record?.deprecated) return problemAt(found, 'unread', 'hint', movedTo(place.record));
  return problemAt(found, 'section-replaced', 'error');
}

function movedTo({ 'x-moved-to': subject }: Fragment): Pick<SettingProblem, 'subject'> {
  return subject === undefined ? {} : { subject };
}

function valueProblem(found: Found, setting: Setting): SettingProblem | undefined {
  const { value } = found.resolved;
  const words = wordProblem(found, setting, value);
  if (words) return words;
  return fits(value, setting) ? limitProblem(found, setting, value) : typeProblem(found, setting, value);
}

const truth: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on', 'y', 't', '1'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', 'n', 'f', '0'].map((word) => [word, false] as const),
]);

/** Words that other formats take for true, false or nothing. */
function wordProblem(found: Found, setting: Setting, value: ConfigValue): SettingProblem | undefined {
  if (typeof value !== 'string' || setting.path.endsWith('*')) return undefined;
  if (/^none$/i.test(value) && !setting.enum?.includes(value)) {
    return problemAt(found, 'none-text', 'warning', { subject: value, fix: [{ op: 'unset', path: found.path }] });
  }
  const meant = truth.get(value.toLowerCase().replace(/[;,]+$/, ''));
  if (meant === undefined || !takes(setting, 'boolean')) return undefined;
  return problemAt(found, 'text-for-boolean', 'warning', { subject: value, ...setTo(found, meant) });
}

function typeProblem(found: Found, setting: Setting, value: ConfigValue): SettingProblem | undefined {
  if (value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'bigint') {
    return takes(setting, 'string') ? numberForText(found) : problemAt(found, 'wrong-type', 'warning');
  }
  if (takes(setting, 'boolean') && typeof value === 'string') {
    return problemAt(found, 'text-for-boolean', 'warning', { subject: value });
  }
  if (takes(setting, 'array') && typeof value === 'string') {
    return problemAt(found, 'text-for-list', 'warning', fixIfFits(found, setting, [value]));
  }
  if (takes(setting, 'array') && isObject(value)) {
    const hasComments = /#|\/\//.test(found.source ?? '');
    return problemAt(found, 'object-for-list', 'warning', hasComments ? {} : fixIfFits(found, setting, [value]));
  }
  return problemAt(found, 'wrong-type', 'warning', typeof value === 'string' ? numberFix(found, setting, value) : {});
}

/** Digits are kept as they are written: a number forgets leading zeros. */
function numberForText(found: Found): SettingProblem {
  const severity = isSecret(found.path) ? 'warning' : 'hint';
  return problemAt(found, 'number-for-text', severity, found.source === undefined ? {} : setTo(found, found.source));
}

function numberFix(found: Found, setting: Setting, text: string): Fix {
  const isNumber = takes(setting, 'integer') ? /^-?\d+$/.test(text) : /^-?\d+(?:\.\d+)?$/.test(text);
  const isMeant = isNumber && (takes(setting, 'integer') || takes(setting, 'number'));
  return isMeant ? setTo(found, { kind: 'number', source: text }) : {};
}

function limitProblem(found: Found, setting: Setting, value: ConfigValue): SettingProblem | undefined {
  if (setting.format === 'docker-arguments' && isList(value)) return wordsProblem(found, value);
  if (typeof value === 'string') return enumProblem(found, setting, value);
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = setting;
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  const isOutside = isNumber && (Number(value) < minimum || Number(value) > maximum);
  return isOutside ? problemAt(found, 'out-of-range', 'warning') : undefined;
}

function enumProblem(found: Found, setting: Setting, value: string): SettingProblem | undefined {
  const { enum: words, 'x-enum': kind } = setting;
  if (!words || kind === 'open' || value === '' || setting['x-secret']) return undefined;
  const same = (word: Json): boolean => word === value || (kind === 'any-case' && isSameWord(word, value));
  if (words.some(same)) return undefined;
  const meant = words.find((word) => isSameWord(word, value.replace(/[;,]+$/, '')));
  const fix = typeof meant === 'string' ? setTo(found, meant) : {};
  return problemAt(found, 'unknown-word', 'warning', { subject: value, ...fix });
}

function isSameWord(word: Json, text: string): boolean {
  return typeof word === 'string' && word.toLowerCase() === text.trim().toLowerCase();
}

/** Docker gets each entry as one word: `-e A=B` must be two. */
function wordsProblem(found: Found, entries: readonly ConfigValue[]): SettingProblem | undefined {
  const first = entries.find(holdsWords);
  if (typeof first !== 'string') return undefined;
  const split: readonly ConfigValue[] = entries.flatMap((entry): readonly ConfigValue[] =>
    holdsWords(entry) ? (shellWords(entry) ?? [entry]) : [entry],
  );
  const isWhole = !found.resolved.computed && !split.some(holdsWords);
  const subject = first.trim().split(/\s/)[0] ?? '';
  return problemAt(found, 'words-in-one-entry', 'warning', { subject, ...(isWhole ? setTo(found, split) : {}) });
}

/** An option with a blank before any equals sign; `--label=a b` is one word. */
function holdsWords(entry: ConfigValue): entry is string {
  return typeof entry === 'string' && /^\s*-[^\s=]*\s+\S/.test(entry);
}

type Fix = Pick<SettingProblem, 'fix'>;

function setTo({ path, resolved }: Found, value: ConfigValue): Fix {
  return resolved.computed ? {} : { fix: [{ op: 'set', path, value, secret: isSecret(path) }] };
}

function fixIfFits(found: Found, setting: Setting, value: ConfigValue): Fix {
  return fits(value, setting) ? setTo(found, value) : {};
}

function takes({ type }: Setting, name: TypeName): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}
