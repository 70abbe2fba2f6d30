import type { ReadOnlyCode, RefusalCode } from '@clearml-conf/shared';
import { maskedText } from '@clearml-conf/shared';
import { mask } from '../diff/paint.ts';
import type { Refusal } from '../draft/outcome.ts';

/** Why the file cannot be saved where it lies. */
export const readOnlyTrouble: Readonly<Record<ReadOnlyCode, string>> = {
  'not-utf-8': 'The file is not UTF-8 text.',
  'too-large-to-save': 'The file is larger than 1 MiB; files of that size are only shown.',
  'read-only-file': 'You may read this file, but not write it.',
  'read-only-folder': 'You may not write in the folder of this file.',
  'no-folder': 'The folder of this file does not exist.',
};

/** Why a value did not get into the text, and what stands in its way where. */
export function refusalInWords({ code, detail, line }: Pick<Refusal, 'code' | 'detail' | 'line'>): string {
  const sentence = `Not written: ${refusalSentences[code]}`;
  if (detail === undefined) return line === undefined ? sentence : `${sentence} See line ${line}.`;
  const place = line === undefined ? '' : `, in line ${line}`;
  return `${sentence} The setting concerned is ${maskedText([], detail, mask)}${place}.`;
}

const refusalSentences: Readonly<Record<RefusalCode, string>> = {
  'through-scalar': 'a plain value stands in the file where this section belongs. Mend the file there first.',
  'not-a-list': 'the file holds no list here any more.',
  'out-of-range': 'the list is shorter now.',
  'not-found': 'it is not in the file any more.',
  computed: 'the value comes from somewhere else in the file. Mend it there.',
  'unreadable-place': 'ClearML cannot read the file at that place. Mend the file there first.',
  'would-change-others': 'another setting would change with it.',
  'not-settings': 'the file holds a list, not settings.',
  'empty-path': 'it has no name. Give it one.',
  'already-set': 'it is set already.',
  ambiguous: 'it stands in the file as a comment more than once. Remove the # at the one you mean.',
  'would-not-read-back': 'ClearML would read something else there than you typed. Write it in the file itself.',
  'empty-list-item': 'ClearML drops empty texts from a list. Type something, or remove the item.',
  'null-in-nested-list': 'ClearML cannot read null in a list inside a list. Remove it.',
  'lone-surrogate': 'one character is only half there. Type it again.',
  'not-finite': 'ClearML cannot read a number that large. Type a smaller one.',
  'not-a-number': 'ClearML cannot read this number. Write it in digits, as 1.5.',
  'too-deep': 'ClearML cannot read groups that lie this deep in each other.',
  'unwritable-key':
    'ClearML cannot read a name with quotes, tabs or line breaks, or without a letter. Choose another name.',
  period: 'ClearML would read a time span here. Give the number alone.',
  'unreadable-value': 'this is no value that could be written.',
};
