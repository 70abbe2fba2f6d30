import type { Edit } from '@clearml-conf/shared';
import { type Draft, withEdits } from '../draft/draft.ts';
import { unsavedOf } from '../draft/outcome.ts';
import { configOf, type FieldValue, fieldOf, isPlainData } from './value.ts';

/** What was typed and stands in no text: edits that were refused, and what is no value yet. Plain data, to be kept. */
export interface Unfinished {
  readonly refused: readonly PlainEdit[];
  readonly held: HeldRows;
}

/** What was typed but is no value yet, with the path of its setting. */
export type HeldRows = readonly (readonly [setting: string, typed: FieldValue])[];

interface PlainEdit extends Pick<Edit, 'path'> {
  readonly op: Edit['op'];
  readonly value?: FieldValue;
  readonly to?: number | string;
  readonly secret?: boolean;
}

/** What of a draft is not in its text; null where all of it is. */
export function unfinishedOf(draft: Draft, text: string, isRefused: boolean, held: HeldRows): Unfinished | null {
  const refused = isRefused ? unsavedOf(draft, text).edits.flatMap(plainOf) : [];
  return refused.length === 0 && held.length === 0 ? null : { refused, held };
}

/** A draft with the refused edits beside its text again. */
export function withUnfinished(draft: Draft, unfinished: Unfinished | null | undefined): Draft {
  return withEdits(draft, unfinished?.refused.flatMap(editOf) ?? []);
}

/** The settings concerned, by the paths that are kept. */
export function pathsOf(unfinished: Unfinished | null | undefined): readonly Edit['path'][] {
  const { refused, held } = unfinished ?? { refused: [], held: [] };
  return [...refused.map(({ path }) => path), ...held.map(([setting]) => setting.split('.'))];
}

/** Whether something that was kept can be what it should be: an earlier version may have written something else. */
export function isUnfinished(found: unknown): found is Unfinished {
  if (typeof found !== 'object' || found === null || !('refused' in found && 'held' in found)) return false;
  const { refused, held } = found;
  return Array.isArray(refused) && refused.every(isPlainEdit) && Array.isArray(held) && held.every(isHeldRow);
}

function plainOf(edit: Edit): readonly PlainEdit[] {
  if (!('value' in edit)) return [edit];
  const value = fieldOf(edit.value);
  return value === undefined ? [] : [{ ...edit, value }];
}

function editOf({ op, path, value: field, to, secret }: PlainEdit): readonly Edit[] {
  const mark = secret === true ? { secret } : {};
  const value = field === undefined ? undefined : configOf(field);
  switch (op) {
    case 'set':
      return value === undefined ? [] : [{ op, path, value, ...mark }];
    case 'append':
    case 'insert':
      return value === undefined ? [] : [{ op, path, value }];
    case 'move':
      return typeof to === 'number' ? [{ op, path, to }] : [];
    case 'rename':
      return typeof to === 'string' ? [{ op, path, to, ...mark }] : [];
    case 'unset':
    case 'remove':
      return [{ op, path, ...mark }];
    case 'uncomment':
      return [{ op, path }];
    default:
      return [];
  }
}

function isPlainEdit(found: unknown): boolean {
  if (typeof found !== 'object' || found === null || !('op' in found && 'path' in found)) return false;
  const isPath = Array.isArray(found.path) && found.path.every((part) => ['string', 'number'].includes(typeof part));
  return isPath && typeof found.op === 'string' && (!('value' in found) || isPlainData(found.value));
}

function isHeldRow(found: unknown): boolean {
  return Array.isArray(found) && found.length === 2 && typeof found[0] === 'string' && isPlainData(found[1]);
}
