import { maskedPath, type SettingProblem, settingAt } from '@clearml-conf/shared';
import { mask } from '../diff/paint.ts';
import { plural } from './page.ts';
import { valueInWords } from './values.ts';

/** The words for keys that no row shows. */
export const stray = {
  title: (count: number) => `${plural(count, 'key')} that ClearML does not read`,
  body: 'Move them to where they are read, take them out, or leave them.',
  takeOut: 'Take it out',
  line: (line: number) => `line ${line}`,
} as const;

/** The path of a key as it may be shown. */
export function strayPath({ path }: SettingProblem): string {
  return maskedPath(path, mask);
}

/** What is wrong and what to do about it, in one or two short sentences. */
export function adviceInWords({ code, subject = '', wanted, path }: SettingProblem): string {
  switch (code) {
    case 'unknown':
      return `ClearML has no such option and ignores it.${meant(subject)}`;
    case 'wrong-place':
      return `ClearML does not read it here. It belongs at ${subject}.`;
    case 'command-line':
      return `No option of this file: give ${subject} to clearml-agent when you start it.`;
    case 'server-file':
      return 'It is for the configuration of a ClearML server. Here it does nothing.';
    case 'enterprise':
      return 'Only ClearML Enterprise may read it.';
    case 'not-supported':
      return `ClearML cannot use ${subject} here. Give a key instead.`;
    case 'refused-key':
      return `ClearML stops with an error at ${last(path)}, which it does not know here.${meant(subject) || ' Take it out.'}`;
    case 'section-replaced':
      return 'A plain value stands where a section belongs: all its options and their defaults are gone. Take it out.';
    case 'wrong-type':
      return 'It is of another kind than the option takes.';
    case 'text-for-boolean':
      return 'This is text, and ClearML takes any text for true. Write true or false without quotes.';
    case 'none-text':
      return 'None is ordinary text in this file. To have nothing, take the option out.';
    case 'number-for-text':
      return 'Without quotes ClearML reads a number: 3.10 becomes 3.1, and zeros in front are lost.';
    case 'text-for-list':
      return 'A list belongs here. ClearML would take one text apart or ignore it.';
    case 'object-for-list':
      return 'A list of entries belongs here, in square brackets.';
    case 'words-in-one-entry':
      return `Docker gets each entry as one word: ${subject} and what follows it must be two.`;
    case 'needs':
      return `It counts only if ${subject} is ${wanted ?? 'set as well'}.`;
    case 'conflict':
      return `${partIn(path) ?? 'It'} and ${subject} exclude each other. Keep one of them.`;
    case 'unread':
      return `No package reads it any more.${subject === '' ? ' Take it out.' : ` ${subject} took its place.`}`;
    case 'deprecated':
      return subject === '' ? 'ClearML still reads it, but calls it outdated.' : `Outdated: ${subject} took its place.`;
    case 'slash-at-end':
      return 'With the slash at the end, links to your tasks get two slashes.';
    case 'wrong-port':
      return `This port usually belongs to another server. The usual one here is ${subject}.`;
    case 'same-address':
      return `It is the same address as ${subject}. Each server has one of its own.`;
    case 'entry-without-keys':
      return 'ClearML drops an entry without key and secret. Fill them in, or let it use the credentials chain.';
    case 'scheme-in-host':
      return 'Only host and port belong here, without http:// or https://.';
    case 'no-scheme':
    case 'missing-part':
    case 'out-of-range':
    case 'unknown-word':
      return `Check ${settingAt(path)?.title ?? 'this value'}.`;
  }
}

function meant(subject: string): string {
  return subject === '' ? '' : ` Did you mean ${subject}?`;
}

/** The title of a part of a list entry: in the row of the list it is not plain which part is meant. */
function partIn(path: SettingProblem['path']): string | undefined {
  const title = path.some((step) => typeof step === 'number') ? settingAt(path)?.title : undefined;
  return title === undefined ? undefined : `“${title}”`;
}

function last(path: SettingProblem['path']): string {
  return maskedPath(path.slice(-1), mask);
}

/** What the button does that mends it. */
export function fixInWords({ code, fix }: SettingProblem): string {
  const [first] = fix ?? [];
  switch (code) {
    case 'unknown':
    case 'wrong-place':
    case 'unread':
    case 'deprecated':
      return fix ? 'Move it there' : 'Take it out';
    case 'text-for-boolean':
      return first && 'value' in first ? `Write ${valueInWords([], first.value)}` : 'Mend it';
    case 'none-text':
      return 'Take it out';
    case 'number-for-text':
      return 'Put it in quotes';
    case 'text-for-list':
    case 'object-for-list':
      return 'Make it a list';
    case 'words-in-one-entry':
      return 'Split it';
    case 'needs':
      return 'Switch that on';
    case 'slash-at-end':
      return 'Leave the slash out';
    case 'scheme-in-host':
      return 'Leave it out';
    case 'wrong-type':
      return 'Make it a number';
    default:
      return 'Mend it';
  }
}
