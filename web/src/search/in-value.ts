import { isSecret, maskedSource, type Reading } from '@clearml-conf/shared';
import { rows } from '../form/blocks.ts';

/** Rows with a secret in them. */
export const secretRows: ReadonlySet<string> = new Set(
  rows.map(({ path }) => path).filter((path) => isSecret(path.split('.'))),
);

/** Whether the file says the word in a row, apart from anything secret. */
export function isInValue(word: string, reading: Reading | undefined): boolean {
  // Nearly always this says no, and hiding what is secret takes time.
  if (reading?.source === undefined || !reading.source.toLowerCase().includes(word)) return false;
  const { source, setting } = reading;
  if (setting.type !== 'array' && secretRows.has(setting.path)) return false;
  return maskedSource(setting.path.split('.'), source, '').toLowerCase().includes(word);
}
