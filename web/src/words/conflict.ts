import { plural } from './page.ts';

/** The page on which two sides of a file are put together, place by place. */
export const joining = {
  title: 'Your changes, and those on disk',
  intro: (places: number) =>
    places === 0
      ? 'Nothing is left to choose. Look at it once more, then review it.'
      : `${plural(places, 'place')} changed on both sides. Choose for each; all other changes of both sides are kept.`,
  outsideTitle: (settings: number) =>
    settings === 0 ? 'What changed on disk: text only' : `What changed on disk: ${plural(settings, 'setting')}`,
  outsideDiff: 'The file on disk, line by line',
  place: (at: number, all: number) => `Place ${at} of ${all}`,
  lines: 'text that is no setting',
  was: 'It was',
  disk: 'On disk',
  yours: 'Yours',
  result: 'Then the file says',
  both: 'Both, the lines on disk first',
  nothing: 'no line here',
  absent: 'not set',
  sameSetting: 'Both sides set it, in different places of the file.',
  left: (count: number) => `${plural(count, 'choice')} left`,
  allDisk: 'Take all from disk',
  allYours: 'Take all of mine',
  join: 'Put together and review',
  back: 'Back to the settings',
  spoiled: 'Put together like this, ClearML could not read the file',
  spoiledBody: 'It could read each side. Choose otherwise, or go on and mend it before you save.',
} as const;

/** The file changed, went away or became unreadable while it was open. */
export const conflict = {
  changed: 'The file changed on disk while you were editing',
  changedBody: (count: number) =>
    `Your ${plural(count, 'change')} ${count === 1 ? 'is' : 'are'} kept. Review and Save wait until you choose.`,
  gone: 'The file is gone from the disk',
  goneBody: 'Your text is kept. Review and Save wait until you choose.',
  unreadable: 'The file on disk cannot be read now',
  unreadableBody: 'Your text is kept. Review and Save wait until the file can be read again.',
  textOnly: 'No setting changed there, only text.',
  more: (count: number) => `and ${plural(count, 'other setting')}`,
  choose: 'Choose, place by place',
  take: 'Load the new file and drop my changes',
  keepGone: 'Keep my text; saving makes the file again',
  takeGone: 'Drop my text',
} as const;
