import type { SettingChange } from '@clearml-conf/shared';
import { changeTitle } from './changes.ts';
import { plural } from './page.ts';

/** The page of the earlier texts of the file. */
export const history = {
  title: 'Earlier texts',
  help: 'Before each save the former text is put aside in your own state folder. Nothing goes back into the file before you have reviewed it and press Save.',
  back: 'Back to the settings',
  loading: 'Looking for earlier texts …',
  failed: 'The earlier texts could not be read, because clearml-conf does not answer. They come as soon as it does.',
  empty: 'Nothing is kept yet. The first text is put aside when you save for the first time.',
  until: (moment: string) => `In use until ${moment}`,
  listTitle: 'Earlier texts, the newest first',
  after: (words: string) => `Then changed: ${words}`,
  reading: 'reading …',
  otherText: 'the text is no UTF-8',
  same: 'This is the text of the file now.',
  unreadable: 'This text is not UTF-8 and cannot be shown. The terminal can put it back: clearml-conf restore',
  diffTitle: 'What would change in the file',
  choose: 'Take this text back …',
  chooseHint: 'It becomes a draft. You review it, and only Save writes it.',
  giveWay: (count: number) =>
    `${count === 1 ? 'Your unsaved change gives' : `Your ${count} unsaved changes give`} way to it; Undo brings them back.`,
  clear: 'Delete all …',
  clearTitle: (count: number) => `Delete ${count === 1 ? 'the earlier text' : `all ${count} earlier texts`}?`,
  clearBody: 'They are gone for good, with the keys in them. The file itself stays as it is.',
  clearNow: 'Delete for good',
  clearNot: 'Keep them',
  cleared: 'All earlier texts are deleted.',
  notCleared: 'They could not be deleted. Try again.',
} as const;

/** Unsaved texts that a page left behind. */
export const drafts = {
  title: 'Unsaved changes were kept',
  from: (moment: string, words: string) => `From ${moment}: ${words}.`,
  begun: (titles: string) => `begun and not yet written: ${titles}`,
  take: 'Take them up',
  takeHint: 'They become your draft; nothing is written before you review and save.',
  drop: 'Delete them',
} as const;

const mostNamed = 3;

/** What changes between two texts: the settings by name, the first of them. */
export function changesInWords(changes: readonly SettingChange[], isSameText: boolean): string {
  if (changes.length === 0) return isSameText ? 'nothing' : 'only comments or layout';
  const titles = [...new Set(changes.map(changeTitle))];
  const named = titles.slice(0, mostNamed).join(', ');
  return titles.length > mostNamed ? `${named} and ${plural(titles.length - mostNamed, 'more', 'more')}` : named;
}
