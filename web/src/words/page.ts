import type { FileReason } from '@clearml-conf/shared';
import type { SavedChanges } from '../draft/saved-changes.ts';

/** Counts things in words: `plural(1, 'change')`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Why it is this file. */
export const fileReasons: Readonly<Record<FileReason, string>> = {
  argument: 'named with --file',
  environment: 'named by CLEARML_CONFIG_FILE',
  'old-environment': 'named by TRAINS_CONFIG_FILE',
  home: 'in your home folder',
};

/** The words of the page itself. */
export const page = {
  product: 'clearml-conf',
  loading: 'Opening the file …',
  unsavedMark: '●',
  sections: 'Sections',
  start: 'Start here',
  startHelp: 'The settings nearly everybody sets. Everything else is one search away.',
  skip: 'Skip to the settings',
  file: 'The file',
  fileNew: 'New file',
  showFile: 'Show the file',
  showSections: 'Sections',
  close: 'Close',
  search: 'Search settings',
  searchHint: 'Name, path, variable, or what it does',
  clearSearch: 'Clear the search',
  undo: 'Undo',
  redo: 'Redo',
  connectHolds: (count: number) =>
    count === 0 ? 'Connect to ClearML' : `Connect to ClearML (${plural(count, 'change')} not reviewed yet)`,
  discard: 'Discard all',
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  dismiss: 'Dismiss',
  reviewWaits: {
    changed: 'First choose what to do about the file that changed on disk.',
    gone: 'First choose what to do about the file that is gone.',
    unreadable: 'The file on disk cannot be read now.',
  },
  /** Both words stand in one button; on a small window only the first is seen. */
  review: (count: number) => (count === 0 ? 'Review' : `Review ${count}`),
  reviewed: (count: number) => (count === 1 ? 'change' : 'changes'),
  linked: (target: string) => `The link leads to ${target}.`,
  inFile: (set: number, all: number) => `${set} of ${all} set in the file`,
  next: 'Next',
} as const;

/** Sentences about where ClearML really looks. */
export const where = {
  elsewhere: (path: string) => `ClearML here reads ${path}, not this file.`,
  merged: (paths: readonly string[]) => `ClearML also merges ${paths.join(' and ')} below this file.`,
  unreadable: (path: string, line: number | null) =>
    `ClearML cannot read ${path}${line === null ? '' : `: it stops at line ${line}`}, and then reads none of its files. Mend it, or remove it if nothing needs it.`,
  readOnly: 'You can try things out here and copy the result, but not save it.',
} as const;

/** Messages that come and go. */
export const notices = {
  saved: 'Saved.',
  savedSettings: (count: number) => `Saved. ${plural(count, 'setting')} changed.`,
  restart: {
    sdk: 'New tasks read it; a notebook does once its kernel is started again.',
    agent: 'Stop a running agent and start it again for it to count there.',
  },
  reloaded: 'The file changed on disk. This is the new content.',
  discarded: 'All changes are discarded. Undo brings them back.',
  merged:
    'The file changed on disk. Those changes and yours stand together now, as nothing overlaps. Yours are not saved yet: review them once more.',
  joined: 'Both sides stand together as you chose. Nothing is saved yet: review it once more.',
  lost: 'clearml-conf does not answer. Your changes are kept here; this page goes on as soon as it is back. If you stopped it, start it again.',
  unanswered:
    'clearml-conf went away during the save. As soon as it is back, this page shows whether the file was written.',
  written: 'The file was written after all: what you sent before clearml-conf went away is in it.',
  'not-written': 'The file was not written and is as it was. Your changes are kept here; save them again.',
  overtook:
    'Saved. Another program wrote the file at the very same moment; its text is not in the file now, but it is kept.',
  'not-ended': 'clearml-conf was not ended, as it refused. End it in its terminal, with Ctrl+C.',
  toHistory: 'Look at the earlier texts',
  locked:
    'clearml-conf was started again and asks for its link. Your changes are kept here. Copy the link that it printed and open it in this very tab; the page then goes on.',
  unreachable: 'clearml-conf does not answer. Start it again in a terminal, and this page goes on by itself.',
} as const;

/** The page without the key that a start link brings. */
export const locked = {
  'no-link': 'This page needs a link',
  'link-used': 'This link was used already',
  why: {
    'no-link':
      'clearml-conf was started so that only its link lets a browser in. A page that is loaded again is not let in any more.',
    'link-used': 'Each link lets in one page, once. So a link that was seen by somebody else opens nothing.',
  },
  how: 'Start clearml-conf again with the same file, in a second terminal. The first one keeps running; the second opens this page with a new link, or prints one.',
  kept: 'Changes that were not saved are offered there again.',
} as const;

/** What was saved, and what it takes for it to count. */
export function savedInWords({ settings, readers }: SavedChanges): string {
  if (settings === 0) return notices.saved;
  return [notices.savedSettings(settings), ...readers.map((reader) => notices.restart[reader])].join(' ');
}

/** An address that names no setting. */
export const nowhere = {
  title: (path: string) => `There is no setting “${path}”`,
  near: 'These have a name like it:',
  none: 'No setting has a name like it. Search for what it does, with / .',
  start: 'Start here',
} as const;

/** The page for a path whose folder is not there. */
export const missingFolder = {
  title: 'The folder of this file does not exist',
  at: (path: string, reason: string) =>
    `The file would be ${path} (${reason}). Its folder is missing, so nothing could be saved there.`,
  make: 'Make the folder, and this page goes on by itself:',
  other: {
    argument: 'Or start clearml-conf again with --file and another path.',
    environment: 'Or give CLEARML_CONFIG_FILE another path, and start clearml-conf again.',
    'old-environment': 'Or give TRAINS_CONFIG_FILE another path, and start clearml-conf again.',
    home: 'Or start clearml-conf again with --file and a path that exists.',
  },
} as const;

/** The menu in the header, and the end of the program. */
export const menu = {
  open: 'Menu',
  history: 'Earlier texts of the file',
  copyPath: 'Copy the path of the file',
  copied: 'Copied',
  keys: 'Keys',
  quit: 'Quit clearml-conf',
  quitTitle: 'Quit with unsaved changes?',
  quitBody: 'They are kept on this computer, and offered when you start clearml-conf again.',
  quitLosesConnection:
    'What waits on the page Connect to ClearML cannot be kept. Review and save it first, or it is lost.',
  quitLoses: 'They cannot be kept: there is no folder for them here. Save them first, or they are lost.',
  quitNow: 'Quit',
  quitNot: 'Stay',
} as const;

/** The page after Quit. */
export const ended = {
  title: 'clearml-conf has ended',
  body: (path: string) => `Nothing was written to ${path} since your last save.`,
  kept: 'Your unsaved changes are kept and offered next time.',
  again: 'You can close this tab. To go on, start clearml-conf again; this page then goes on by itself.',
} as const;

/** The diff and the file beside the form. */
export const diff = {
  title: 'Changes to the file',
  unchanged: 'The file',
  empty: 'The file is empty.',
  fold: (lines: number) => `${plural(lines, 'line')} as before`,
  added: 'added',
  removed: 'removed',
  caption: 'The file, line by line: what is removed and what is added',
  columns: ['Line before', 'Line after', 'Sign', 'Text'],
  fileColumns: ['Line', 'Text'],
  sideColumns: ['Line before', 'Text before', 'Line after', 'Text after'],
  go: (line: number, title: string) => `Line ${line}: go to ${title}`,
  sideBySide: 'Side by side',
  noFinalLineEnd: 'no line end',
  lineEndChanged: 'line end',
  counts: (added: number, removed: number) => `${plural(added, 'line')} added, ${removed} removed`,
} as const;

/** The list of keys. */
export const keyList = { title: 'Keys', close: 'Close' } as const;
