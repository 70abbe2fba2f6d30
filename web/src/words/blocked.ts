import type { BlockedReason } from '../session/session.ts';
import { fileTrouble, saveTrouble } from './disk-trouble.ts';

/** The heading and the sentence for a file that cannot be edited. */
export function blockedInWords(reason: BlockedReason): { readonly title: string; readonly sentence: string } {
  if (reason.code === 'not-utf-8')
    return { title: 'This file is not UTF-8 text', sentence: encodingSentence(reason.line, reason.utf16) };
  if (reason.code === 'other')
    return { title: 'This file cannot be opened', sentence: saveTrouble(reason.detail ?? 'server-fault') };
  return { title: 'This file cannot be opened', sentence: fileTrouble[reason.code] };
}

function encodingSentence(line: number, utf16: boolean): string {
  if (utf16)
    return 'It looks like UTF-16, which Windows editors call “Unicode”. Save it as UTF-8 with the editor that made it. Nothing was changed.';
  return `Line ${line} holds bytes that are no UTF-8. Save the file as UTF-8 with the editor that made it. Nothing was changed.`;
}
