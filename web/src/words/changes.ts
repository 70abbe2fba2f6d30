import { type EnvironmentOverride, maskedPath, type SettingChange } from '@clearml-conf/shared';
import { mask } from '../diff/paint.ts';
import { review } from './page.ts';
import { defaultInWords } from './settings.ts';
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
export function effectInWords(change: SettingChange, override: EnvironmentOverride | undefined): string {
  const rule = change.setting?.['x-env-rule'];
  if (override && rule === undefined) return review.overridden(override.variable);
  if (change.after !== undefined) return review.willUse(sideInWords(change, 'after'));
  const words = change.setting ? defaultInWords(change.setting) : null;
  return words === null ? review.willUseOwnDefault : review.willUseDefault(words);
}
