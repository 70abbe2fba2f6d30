import { changedSettings, type SettingChange } from '@clearml-conf/shared';
import { apart, readText } from './derived.ts';

/** What somebody else changed in the file, without what only follows from it. */
export function outsideChanges(former: string, now: string): readonly SettingChange[] {
  return apart(changedSettings(readText(former).document, readText(now).document)).changes;
}
