import type { Need, Setting } from '../../catalog/index.ts';
import { settingNamed } from '../../catalog/index.ts';
import { type ConfigValue, fromJson, isList, sameValue } from '../../hocon/index.ts';
import { fits } from '../fit.ts';
import { isFilled, isTold } from './found.ts';
import { type Found, problemAt, type SettingProblem } from './problem.ts';
import { moved } from './unknown.ts';

type Index = ReadonlyMap<string, Found>;

/** Settings that count for nothing beside others, or that nobody reads. Those that only repeat a default are left alone. */
export function relationProblems(all: readonly Found[]): readonly SettingProblem[] {
  const index = new Map(all.map((found) => [found.path.join('.'), found]));
  return all.flatMap((found) => {
    const { setting } = found;
    if (!setting || found.path.length === 0) return [];
    return oldPlace(found, setting, index) ?? [...unmet(found, setting, index), ...conflicts(found, setting, index)];
  });
}

/** What nobody reads, or what has a newer place. */
function oldPlace(found: Found, setting: Setting, index: Index): readonly SettingProblem[] | undefined {
  const isUnread = setting['x-read-by'] === 'none';
  if (!isUnread && !setting.deprecated) return undefined;
  if (!(isUnread && setting.deprecated) && repeatsDefault(found, setting)) return [];
  const subject = setting['x-moved-to'];
  const target = subject === undefined ? undefined : settingNamed(subject);
  const canMove = target && !index.has(target.path) && !found.resolved.computed && isTold(found.resolved);
  const fix = canMove && fits(found.resolved.value, target) ? { fix: moved(found.path, target, found.resolved) } : {};
  return [problemAt(found, isUnread ? 'unread' : 'deprecated', 'hint', { ...(subject && { subject }), ...fix })];
}

function repeatsDefault({ resolved }: Found, setting: Setting): boolean {
  const preset = setting.default;
  if (preset === undefined) return !isFilled(resolved);
  const usual = fromJson(preset);
  return sameValue(resolved.value, usual) || isPartOf(resolved.value, usual);
}

/** Older files have the shorter lists of older defaults. */
function isPartOf(value: ConfigValue, usual: ConfigValue): boolean {
  return isList(value) && isList(usual) && value.every((item) => usual.some((one) => sameValue(item, one)));
}

/** The first thing it needs that is not so. */
function unmet(found: Found, setting: Setting, index: Index): readonly SettingProblem[] {
  // What the parts of list entries need is said of the whole entry.
  const isPart = setting.path.includes('[]') || setting.path.includes('*');
  if (isPart || !isFilled(found.resolved) || found.resolved.value === false || repeatsDefault(found, setting))
    return [];
  const need = setting['x-requires']?.find((one) => !isMet(one, index));
  if (!need) return [];
  const { path: subject, equals: wanted } = need;
  const more = { subject, ...(wanted !== undefined && { wanted }), ...needFix(need, index) };
  return [problemAt(found, 'needs', 'hint', more)];
}

function isMet({ path, equals }: Need, index: Index): boolean {
  const found = index.get(path);
  if (found && !isTold(found.resolved)) return true;
  const value = found ? found.resolved.value : presetOf(path);
  if (equals === undefined) return value !== undefined && value !== null && value !== '';
  return value !== undefined && sameValue(value, fromJson(equals));
}

function presetOf(path: string): ConfigValue | undefined {
  const preset = settingNamed(path)?.default;
  return preset === undefined ? undefined : fromJson(preset);
}

/** A switch can be switched on; what has to be filled in, nobody can guess. */
function needFix({ path, equals }: Need, index: Index): Pick<SettingProblem, 'fix'> {
  if (equals !== true || index.get(path)?.resolved.computed) return {};
  return { fix: [{ op: 'set', path: path.split('.'), value: true }] };
}

function conflicts(found: Found, setting: Setting, index: Index): readonly SettingProblem[] {
  const others = setting['x-conflicts'] ?? [];
  if (others.length === 0 || !isOn(found)) return [];
  const other = others.map((path) => index.get(siblingOf(found, path))).find((one) => one && isOn(one));
  if (!other || isSaidThere(other, found, index)) return [];
  const stops = setting.path.startsWith('sdk.storage.path_substitution[]');
  return [problemAt(found, 'conflict', stops ? 'error' : 'hint', { subject: other.path.join('.') })];
}

/** Of two parts of one entry, which share a row, it is said of the first alone. */
function isSaidThere(other: Found, found: Found, index: Index): boolean {
  if (!found.setting?.path.includes('[]')) return false;
  const order = [...index.values()];
  return order.indexOf(other) < order.indexOf(found);
}

/** The key in the index: for a part of a list entry the same part of the same entry. */
function siblingOf(found: Found, path: string): string {
  const own = [...found.path];
  const steps = path.replaceAll('[]', '.[]').split('.');
  return steps.map((step, at) => (step === '[]' ? String(own[at]) : step)).join('.');
}

function isOn({ resolved }: Found): boolean {
  const { value } = resolved;
  return isTold(resolved) && isFilled(resolved) && value !== false;
}
