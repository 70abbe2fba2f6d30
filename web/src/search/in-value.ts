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
  return shownOf(reading, source).includes(word);
}

const known = new WeakMap<Reading, string>();

/** In small letters. A reading stays the same object while people go on typing what they look for. */
function shownOf(reading: Reading, source: string): string {
  const shown = known.get(reading) ?? maskedSource(reading.setting.path.split('.'), source, '').toLowerCase();
  known.set(reading, shown);
  return shown;
}
