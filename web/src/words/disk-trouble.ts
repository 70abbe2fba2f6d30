import type { ApiProblemCode, FileCode, ReadOnlyCode } from '@clearml-conf/shared';
import { readOnlyTrouble } from './trouble.ts';

/** Why the path cannot be opened, and what to do about it. */
export const fileTrouble: Readonly<Record<FileCode, string>> = {
  folder: 'It is a folder, not a file. Start clearml-conf with --file and the path of the file.',
  'not-a-file': 'It is a device or a pipe, not a file. Start clearml-conf with --file and the path of a file.',
  'reserved-name': 'Windows keeps this name for a device or a stream. Start clearml-conf with --file and another name.',
  'link-loop': 'It is a link that leads back to itself. Remove the link, or make it lead to a file.',
  'no-permission': 'You may not read it. Give yourself permission to read it, for example with chmod u+r.',
  'too-large-to-open':
    'It is larger than 10 MiB. A clearml.conf has a few kilobytes, so this is probably another file.',
  'disk-error': 'The disk reports an error. Check that it is connected and not full.',
};

/** Why a save failed. The file is then as it was. */
export function saveTrouble(code: ApiProblemCode): string {
  const known = saveSentences[code];
  if (known) return known;
  if (code in readOnlyTrouble) return `${readOnlyTrouble[code as ReadOnlyCode]} Nothing was written.`;
  if (code in fileTrouble) return `${fileTrouble[code as FileCode]} Nothing was written.`;
  return 'The save failed and nothing was written. Try again; if it fails again, start clearml-conf again.';
}

const saveSentences: Readonly<Partial<Record<ApiProblemCode, string>>> = {
  'disk-full': 'The disk is full. The file is as it was. Make room and save again.',
  'cannot-replace': 'The file cannot be replaced here, because another program holds it. The file is as it was.',
  'no-recovery-copy':
    'This file can only be written in its own place, and no copy could be put aside first. Nothing was written. Make room in your state folder and save again.',
  'half-written':
    'The disk failed in the middle of writing. The former text is safe, and is put back when clearml-conf starts again.',
  'not-confirmed':
    'The new text was written, but the disk reported an error right after, so it may not last. Check the disk.',
  'read-back-differs': 'The disk gave back something else than was written. Check the disk before you go on.',
  'body-too-large': 'The text is larger than 1 MiB and was not saved.',
  'no-session': 'This page is from an earlier start of clearml-conf. Copy your text, then load the page again.',
  'needs-start-link': 'Open the link that clearml-conf printed in the terminal, or start clearml-conf again.',
  'no-state-folder':
    'There is no folder where former and unsaved texts could be kept: your account has no home folder.',
  'no-such-entry': 'That text is not kept any more.',
  'start-link-used': 'That link was used already. Start clearml-conf again to get another one.',
  'other-account': 'This connection belongs to another account. Start clearml-conf with --link and open its link.',
  'foreign-origin': 'The page was opened under another address than clearml-conf expects. Open the address it printed.',
  'wrong-host': 'The page was opened under another address than clearml-conf expects. Open the address it printed.',
};
