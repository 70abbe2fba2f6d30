import { type FieldValue, isHeld, isNumberText } from '../form/value.ts';
import { row } from '../words/settings.ts';

/** A value as a text box shows it. */
export function shownText(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (isNumberText(value)) return value.source;
  if (isHeld(value)) return value.typed;
  return typeof value === 'object' ? '' : String(value);
}

/** Unset and empty look alike in a box, so what is there but empty says so. */
export function emptyWord(value: FieldValue | undefined): string {
  return value === '' ? row.emptyText : value === null ? row.nothing : '';
}
