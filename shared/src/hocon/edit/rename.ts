import type { Spot } from '../definitions.ts';
import type { KeyNode, Path, Range } from '../document.ts';
import { isBareKey, writeKey } from '../literal.ts';
import { each, Refused, type Stop } from './refusal.ts';
import type { Work } from './work.ts';

/** Gives every definition of a path another name, in the quotes it had. Nothing but the keys changes. */
export function renameSpot(work: Work, { path, definitions, passing }: Spot, name: string): Stop {
  return each([...definitions, ...passing], ({ field: { key }, base }) => {
    const part = partOf(work.document.text, key, path.length - 1 - base.length);
    const written = key.path.length === 1 ? writeKey(name, key.quoted) : name;
    if (part === null || (key.path.length > 1 && !isBareKey(name))) return new Refused('unwritable-key', path);
    work.change(part.from, part.to, written);
    return null;
  });
}

/** Where one part of a key is written; a dotted key has no quotes. */
function partOf(text: string, key: KeyNode, place: number): Range | null {
  if (key.path.length === 1) return key;
  const parts = text.slice(key.from, key.to).split('.');
  if (parts.length !== key.path.length) return null;
  const from = key.from + parts.slice(0, place).reduce((length, part) => length + part.length + 1, 0);
  return { from, to: from + (parts[place] ?? '').length };
}

/** The path that something has once the last part of its own has another name. */
export function renamedPath(path: Path, name: string): Path {
  return [...path.slice(0, -1), name];
}
