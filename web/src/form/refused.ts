import { type Edit, type Path, samePath, startsWith } from '@clearml-conf/shared';
import type { Refusal } from '../draft/outcome.ts';
import { type FieldValue, type FormData, fieldOf, isList, isMap, rowOf, withRow } from './value.ts';

/** What a form holds, with what was typed and refused still in its boxes, so that nobody has to type it again. */
export function withRefused(
  data: FormData,
  pathOf: (key: string) => Path,
  keys: Iterable<string>,
  refusals: readonly Refusal[],
  edits: readonly Edit[],
): FormData {
  if (refusals.length === 0) return data;
  const typed = [...keys].flatMap((key) => {
    const path = pathOf(key);
    return refusals
      .filter((refusal) => startsWith(refusal.path, path))
      .map((refusal) => [key, placed(data[key], refusal.path.slice(path.length), valueFor(edits, refusal))] as const);
  });
  return { ...data, ...Object.fromEntries(typed) };
}

function valueFor(edits: readonly Edit[], { path }: Refusal): FieldValue | undefined {
  const edit = edits.findLast((one) => one.op === 'set' && samePath(one.path, path));
  return edit?.op === 'set' ? fieldOf(edit.value) : undefined;
}

/** The value with another one at a place inside it, as far as there is such a place. */
function placed(held: FieldValue | undefined, path: Path, value: FieldValue | undefined): FieldValue | undefined {
  const [first, ...rest] = path;
  if (value === undefined) return held;
  if (first === undefined) return value;
  if (isList(held)) return held.map((item, at) => (at === first ? (placed(item, rest, value) ?? item) : item));
  if (isMap(held) && typeof first === 'string') return withRow(held, first, placed(rowOf(held, first), rest, value));
  return held;
}
