import { plural } from './page.ts';

/** The review. */
export const review = {
  title: (count: number) => `Review ${plural(count, 'change')}`,
  nothing: 'Nothing changed.',
  onlyText: 'No setting that we know changes, only text.',
  back: 'Back to the settings',
  save: 'Save',
  saving: 'Saving …',
  copy: 'Copy the text',
  copied: 'Copied',
  absent: 'not in the file',
  hidden: '••••••••',
  another: '•••••••• (another value)',
  sides: (before: string, after: string) => `${before} → ${after}`,
  entry: { added: 'added', removed: 'removed', changed: 'changed' },
  entryMoved: (from: number, to: number) => `moved from place ${from} to ${to}`,
  followsTitle: (count: number) => `${plural(count, 'value')} that ${count === 1 ? 'follows' : 'follow'} from these`,
  follows: (sources: readonly string[]) => `Worked out from ${sources.join(' and ')}, and written as before.`,
  willUseHidden: 'ClearML will use the new value.',
  willUseList: 'ClearML will use the list as it is then.',
  willRead: (value: string) => `No setting that we know: whoever reads it gets ${value}.`,
  willUse: (value: string) => `ClearML will use ${value}.`,
  willUseDefault: (value: string) => `ClearML will use its default, ${value}.`,
  willUseOwnDefault: 'ClearML will use its own default.',
  overridden: (variable: string) => `Nothing changes as long as ${variable} is set: it wins.`,
  overriddenFor: (variable: string, whom: string) =>
    `For ${whom} nothing changes as long as ${variable} is set: it wins there.`,
  containers: 'tasks in containers',
  counts: (variable: string) => `ClearML will use ${variable}, which is set.`,
  adds: (variable: string) => `${variable} adds to it.`,
  stops: (variable: string) => `But the agent can make no value of ${variable}, and stops with an error.`,
  mayWin: (variable: string) => `${variable} is set and can win over it.`,
  drop: 'Undo this change',
  dropList: 'Undo all changes to this list',
  listTitle: 'Settings that change',
  refusedTitle: (count: number) => `${plural(count, 'change')} that cannot be written`,
  unreadable: 'ClearML could not read this text',
  unreadableBody:
    'With it every ClearML program on this machine stops with an error when it starts. Save asks once more before it writes it.',
  unanswered: 'These changes take away what another line refers to',
  unansweredBody:
    'Unless a variable of that name is set where ClearML runs, it cannot read the file and stops with an error.',
  keys: (canSave: boolean) =>
    `↑ ↓ from change to change, Enter to its setting, Delete takes it back${canSave ? ', Ctrl+S saves' : ''}`,
  diffTitle: 'The file, line by line',
  bytes: 'Everything else in the file stays as it is, byte for byte.',
} as const;

/** ClearML could not read what is about to be saved. */
export const refused = {
  title: 'ClearML could not read this file',
  body: 'With this text every ClearML program on this machine stops with an error when it starts.',
  anyway: 'Save it all the same',
  back: 'Go back',
} as const;

/** While a save has no answer. */
export const slowSave = {
  title: 'clearml-conf does not answer yet',
  body: 'Nothing is lost: your changes are kept here, and the file is either as it was or has all of them. Trying again is safe: they are never written twice, nor over somebody else’s.',
  wait: 'Wait',
  again: 'Try again',
} as const;
