import type { EnvironmentOverride, Json, Setting } from '@clearml-conf/shared';
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
  unset: 'default',
  nothing: 'null in the file',
  emptyText: 'empty text in the file',
  deprecated: 'out of use',
  enterprise: 'only in ClearML Enterprise',
  addItem: 'Add',
  emptyItem: 'nothing is written while this is empty',
  keptItem: 'empty: the file keeps the old text until you type or remove it',
  addEntry: 'Add an entry',
  remove: 'Remove',
  duplicate: 'Duplicate',
  moveUp: 'Move up',
  moveDown: 'Move down',
  name: 'Name',
  value: 'Value',
  addRow: 'Add a row',
  entry: (place: number) => `Entry ${place}`,
  asText: 'One text instead of a list',
  asList: 'A list instead of one text',
  replace: 'Replace it …',
  keep: 'Keep it as it is',
  other: (value: string) => `${value} (not in ClearML’s list)`,
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

/** What a variable of the environment does to the setting, said before anybody types in vain. */
export function overrideInWords(override: EnvironmentOverride, setting: Setting): string {
  const { variable, value } = override;
  const holds = value === null ? `${variable} is set` : `${variable} is set to ${value}`;
  switch (setting['x-env-rule']) {
    case 'if-empty':
      return `${holds}. It counts only while this is not set in the file.`;
    case 'if-empty-sdk':
      return `${holds}. The SDK uses it only while this is not set in the file; the agent always does.`;
    case 'turns-on':
      return `${holds} and can switch this on, whatever the file says.`;
    case 'adds':
      return `${holds} and adds to what the file says.`;
    default:
      return `${holds} and wins over the file here: ClearML does not use what you type.`;
  }
}
