import { formatValue, maskedText, type Path, settingAt } from '@clearml-conf/shared';
import { mask } from '../diff/paint.ts';
import { type MapValue, rowOf } from '../form/value.ts';
import { newName } from '../words/settings.ts';

/** Why a map cannot have something new under a name; null where it can, and while there is no name. */
export function nameFault(name: string, path: Path, held: MapValue): string | null {
  if (name === '') return null;
  if (rowOf(held, name) !== undefined) return newName.taken(maskedText([], name, mask));
  if (!formatValue(new Map([[name, '']])).ok) return newName.unwritable;
  if (path.join('.') === 'environment' && name.includes('=')) return newName.assignment;
  const known = settingAt([...path, name]);
  return known && !known.path.endsWith('.*') ? newName.hasRow(known.title) : null;
}
