import { changedSettings, type SettingChange } from '@clearml-conf/shared';
import { readText } from './derived.ts';

/** What somebody else changed in the file, without what only follows from it. */
export function outsideChanges(former: string, now: string): readonly SettingChange[] {
  const all = changedSettings(readText(former).document, readText(now).document);
  const own = all.filter(({ follows }) => follows === undefined);
  return own.length > 0 ? own : all;
}
