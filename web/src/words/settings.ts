import { type Json, maskedText, type Program, type Setting } from '@clearml-conf/shared';
import { mask } from '../diff/paint.ts';
import { type Override, winsEverywhere, winsFor } from '../draft/override.ts';
import { plural } from './page.ts';

/** The words in the row of a setting. */
export const row = {
  inFile: 'in the file',
  notInFile: 'not in the file',
  changed: 'changed',
  removed: 'taken out',
  commented: (line: number) => `commented out in line ${line}`,
  line: (line: number) => `Line ${line} of the file`,
  goToLine: (line: number) => `Show line ${line} of the file`,
  noDefault: 'no default',
  default: (value: string) => `default: ${value}`,
  more: 'more',
  less: 'less',
  explain: 'Explain',
  explainLess: 'Explain less',
  reset: 'Take it out of the file, so that the default counts',
  undo: 'Undo this change',
  empty: 'Set it to empty text',
  copyPath: 'Copy the path',
  copyLink: 'Copy a link to this setting',
  docs: 'ClearML’s own page about it',
  reveal: 'Show',
  conceal: 'Hide',
  on: 'true',
  off: 'false',
  text: 'text …',
  path: 'path …',
  unset: 'default',
  nothing: 'null in the file',
  emptyText: 'empty text in the file',
  deprecated: 'out of use',
  enterprise: 'only in ClearML Enterprise',
  addItem: 'Add',
  emptyItem: 'nothing is written while this is empty',
  keptItem: 'empty: the file keeps the old text until you type or remove it',
  keptValue: 'the file keeps its value until you type',
  addEntry: 'Add an entry',
  moreParts: (count: number) => plural(count, 'more field'),
  remove: 'Remove',
  duplicate: 'Duplicate',
  moveUp: 'Move up',
  moveDown: 'Move down',
  value: 'Value',
  addRow: 'Add a row',
  entry: (place: number) => `Entry ${place}`,
  part: (part: string, entry: string) => `${part}, ${entry}`,
  twin: (title: string, place: number) => `${title} (${place})`,
  leftOut: {
    'line-breaks': 'Line breaks were left out of what you pasted: one line is expected here.',
    quotes: 'The quotes round what you pasted were left out.',
    blanks: 'The blanks round what you pasted were left out.',
  },
  pasted: (words: number) => `What you pasted is a command line of ${plural(words, 'argument')}:`,
  pastedMore: 'The image, and what runs in it, are left out: they are no arguments.',
  takeWords: (words: number) => `Use ${plural(words, 'entry', 'entries')}, one each`,
  keepWords: 'Paste it as one entry',
  cancelPaste: 'Cancel',
  hiddenLines: (lines: number) => `${lines} lines. Show them to type in them.`,
  asText: 'One text instead of a list',
  asList: 'A list instead of one text',
  replace: 'Replace it …',
  keep: 'Keep it as it is',
  other: (value: string) => `${value} (not in ClearML’s list)`,
} as const;

/** The names of a map: one that is to be added, and those that are there. */
export const newName = {
  label: 'Name',
  of: (name: string) => `Name: ${name}`,
  missing: (name: string) => `Type a name. The file keeps “${name}” until then.`,
  taken: (name: string) => `“${name}” is there already. Change its value, or choose another name.`,
  hasRow: (title: string) => `This has a row of its own: “${title}”.`,
  shows: (name: string) =>
    `What “${name}” holds is hidden for its name; under this one it would be seen. Keep a word such as token or secret in the name, or remove the entry and add another.`,
  assignment: 'No variable has = in its name. Add the name alone, and write the value into the box beside it.',
  unwritable:
    'ClearML cannot read a name with quotes, tabs or line breaks, or with \\ at its end. Choose another name.',
} as const;

/** Sentences for values that are shown as they are written. */
export const raw = {
  misfit: (expected: string) => `The file holds something else than ${expected}.`,
  computed: 'The value is worked out from other values.',
  complex: 'The file holds something that no field can show.',
  reads: (value: string) => `ClearML reads ${value}.`,
  unknown: 'What ClearML reads depends on where it runs.',
} as const;

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'a group of settings',
};

/** The types of a setting in words: "a whole number or a text". */
export function typeInWords(setting: Pick<Setting, 'type'>): string {
  const names = typeof setting.type === 'string' ? [setting.type] : setting.type;
  return names.map((name) => typeNames[name] ?? name).join(' or ');
}

/** A default value as the row shows it. */
export function defaultInWords(setting: Setting): string | null {
  if (setting['x-default-note']) return setting['x-default-note'];
  return setting.default === undefined ? null : jsonInWords(setting.default);
}

/** A value of the catalog in words. */
export function jsonInWords(value: Json): string {
  if (value === '') return 'empty';
  if (value === null) return 'none';
  if (Array.isArray(value)) return listInWords(value);
  return typeof value === 'object' ? 'none' : String(value);
}

function listInWords(list: readonly Json[]): string {
  if (list.length === 0) return 'empty list';
  const isPlain = list.every((item) => typeof item !== 'object' || item === null);
  return isPlain ? list.map(jsonInWords).join(', ') : plural(list.length, 'entry', 'entries');
}

/** The programs by the names people know. */
export const programs: Readonly<Record<Program, string>> = { sdk: 'the SDK', agent: 'the agent' };

/** What a variable of the environment does to the setting, said before anybody types in vain. */
export function overrideInWords(override: Override, setting: Setting): string {
  const { variable, value } = override;
  const told = value === null ? null : maskedText(setting.path.split('.'), value, mask);
  return `${variable} is set${told === null ? '' : ` to ${told}`}${ruleInWords(override, setting)}`;
}

function ruleInWords(override: Override, setting: Setting): string {
  if (override.effects.agent === 'stops') return ', of which the agent can make no value: it stops with an error.';
  switch (setting['x-env-rule']) {
    case 'if-empty':
      return '. It counts only while this is not set in the file.';
    case 'if-empty-sdk':
      return '. The SDK uses it only while this is not set in the file; the agent always does.';
    case 'turns-on':
      return ' and can switch this on, whatever the file says.';
    case 'adds':
      return ' and adds to what the file says.';
    default:
      return winInWords(override);
  }
}

function winInWords(override: Override): string {
  if (winsEverywhere(override)) return ' and wins over the file here: ClearML does not use what you type.';
  const winners = winsFor(override).map((program) => programs[program]);
  if (winners.length > 0) return ` and wins over the file for ${winners.join(' and ')}.`;
  const effects = Object.values(override.effects);
  if (effects.includes('in-containers')) return ' and wins over the file for tasks in containers.';
  if (effects.includes('cannot-switch-off')) return ', which changes nothing: the file counts.';
  if (effects.includes('unreadable')) return ', which ClearML cannot read: the file counts.';
  return ' and can win over the file.';
}
