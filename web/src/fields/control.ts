import type { Path, Setting } from '@clearml-conf/shared';
import type { FieldValue } from '../form/value.ts';

/** What every control is given, in a row and in a card alike. */
export interface ControlProps {
  readonly id: string;
  readonly setting: Setting;
  /** Where the value stands in the file, if that is not the setting's own path: a part of an entry. */
  readonly path?: Path | undefined;
  /** Undefined when the file says nothing. */
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | undefined) => void;
  readonly label: string;
  /** Ids of what explains it. */
  readonly describedBy: string;
  readonly invalid: boolean;
  /** What is wrong with a part of one entry of a list, in words. */
  readonly faultsAt?: (entry: number, part: string) => readonly string[];
}

/** Where a value stands in the file. */
export function placeOf({ setting, path }: Pick<ControlProps, 'setting' | 'path'>): Path {
  return path ?? setting.path.split('.');
}

/** What keeps browsers and password managers from filling in, correcting or remembering what is typed. */
export const privately = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
} as const;
