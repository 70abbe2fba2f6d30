import type { Setting } from '@clearml-conf/shared';
import { typesOf } from './control.ts';
import { type FieldValue, heldText, isNumber, isNumberText, isWholeNumber, saidOf } from './value.ts';

/**
 * The value that a typed text stands for. What the setting cannot hold is no value yet: it stays with the form as it
 * was typed, so that neither the text nor the box changes while somebody is on the way to something else.
 */
export function typedValue(text: string, setting: Pick<Setting, 'type'>, before: FieldValue | undefined): FieldValue {
  const types = typesOf(setting);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  const takesText = types.includes('string');
  // `3.10` as a number would be read as 3.1: beside a text only what reads back as it is spelled is a number.
  if (isNumberFor(text, types) && (!takesText || String(Number(text)) === text))
    return { kind: 'number', source: text };
  return takesText ? text : heldText(text, before);
}

function isNumberFor(text: string, types: readonly string[]): boolean {
  if (types.includes('number')) return isNumber(text);
  return types.includes('integer') && isWholeNumber(text) && isNumber(text);
}

/** What was typed as an item. ClearML drops an empty one without a word, so it stays with the form until it is filled. */
export function typedItem(text: string, setting: Pick<Setting, 'items'>, before: FieldValue | undefined): FieldValue {
  if (text === '') return heldText('', before);
  const type = setting.items?.type;
  if (type === 'integer' || type === 'number') return typedValue(text, { type }, before);
  return isNumberText(saidOf(before)) && isNumber(text) ? { kind: 'number', source: text } : text;
}
