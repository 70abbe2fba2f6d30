import { isSecret, maskedPath, type SettingChange, settingAt } from '@clearml-conf/shared';
import { mask } from '../diff/paint.ts';
import type { Refusal } from '../draft/outcome.ts';
import { type Override, winsEverywhere, winsFor } from '../draft/override.ts';
import { review } from './page.ts';
import { defaultInWords, programs } from './settings.ts';
import { valueInWords } from './values.ts';

/** What changes: the title of the setting, or its path where the catalog knows none. */
export function changeTitle(change: SettingChange): string {
  return change.setting?.title ?? changePath(change);
}

/** Where it stands. */
export function changePath({ path }: SettingChange): string {
  return maskedPath(path, mask);
}

/** The value before or after, never a secret. */
export function sideInWords(change: SettingChange, side: 'before' | 'after'): string {
  const value = change[side];
  if (value === undefined) return review.absent;
  return change.secret ? review.hidden : valueInWords(change.path, value);
}

/** What ClearML will do with it. */
export function effectInWords(change: SettingChange, override: Override | undefined): string {
  if (!override) return outcomeInWords(change);
  const { variable, effects } = override;
  if (winsEverywhere(override)) return ifEmpty(change) ? review.counts(variable) : review.overridden(variable);
  const winners = winsFor(override).map((program) => programs[program]);
  const words = outcomeInWords(change);
  if (winners.length > 0) return `${words} ${review.overriddenFor(variable, winners.join(' and '))}`;
  const known = Object.values(effects);
  if (known.includes('adds')) return `${words} ${review.adds(variable)}`;
  if (known.includes('in-containers')) return `${words} ${review.overriddenFor(variable, review.containers)}`;
  return known.includes('unknown') ? `${words} ${review.mayWin(variable)}` : words;
}

/** Whether the variable counts only because of the change: it stands back as long as the file says something. */
function ifEmpty({ setting }: SettingChange): boolean {
  return setting?.['x-env-rule']?.startsWith('if-empty') === true;
}

function outcomeInWords(change: SettingChange): string {
  if (change.after !== undefined) return review.willUse(sideInWords(change, 'after'));
  const words = change.setting ? defaultInWords(change.setting) : null;
  return words === null ? review.willUseOwnDefault : review.willUseDefault(words);
}

/** The title of what could not be written. */
export function refusalTitle(refusal: Refusal): string {
  return settingAt(refusal.path)?.title ?? refusalPath(refusal);
}

/** Where it was to be written. */
export function refusalPath({ path }: Refusal): string {
  return maskedPath(path, mask);
}

/** The value that was typed, never a secret; null where none was. */
export function wishInWords({ edit, path }: Refusal): string | null {
  if (!('value' in edit)) return null;
  return isSecret(path) ? review.hidden : valueInWords(path, edit.value);
}
