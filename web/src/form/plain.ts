import type { Json } from '@clearml-conf/shared';
import { type FieldValue, type FormData, isHeld, isList, isMap, isNumberText } from './value.ts';

/** What a form holds as plain JSON, as a JSON Schema sees it. */
export function plainOf(data: FormData): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, field]) => (field === undefined ? [] : [[key, plainValue(field)]])),
  );
}

/** Letters where a number belongs stay text, so that a check sees them. */
function plainValue(field: FieldValue): Json {
  if (isHeld(field)) return field.typed;
  if (isNumberText(field)) return Number(field.source);
  if (isList(field)) return field.map(plainValue);
  return isMap(field) ? Object.fromEntries(field.rows.map(([name, value]) => [name, plainValue(value)])) : field;
}
