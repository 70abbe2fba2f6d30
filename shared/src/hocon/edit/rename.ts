import type { Spot } from '../definitions.ts';
import type { Document, KeyNode, Path, Range } from '../document.ts';
import { expressionPath } from '../key.ts';
import { isBareKey, writeKey } from '../literal.ts';
import { startsWith } from '../path.ts';
import { each, Refused, type Stop } from './refusal.ts';
import type { Work } from './work.ts';

/** Gives every definition of a path another name, in the quotes it had. Nothing but the keys changes. */
export function renameSpot(work: Work, spot: Spot, name: string): Stop {
  const { path, definitions, passing } = spot;
  if (refersToItself(work.document, spot)) return new Refused('computed', path);
  return each([...definitions, ...passing], ({ field: { key }, base }) => {
    const part = partOf(work.document.text, key, path.length - 1 - base.length);
    const written = key.path.length === 1 ? writeKey(name, key.quoted) : name;
    if (part === null || (key.path.length > 1 && !isBareKey(name))) return new Refused('unwritable-key', path);
    work.change(part.from, part.to, written);
    return null;
  });
}

/** Whether a value is worked out from what it stood on, or from a part of itself: under another name it finds neither. */
function refersToItself({ text, tokens }: Document, { path, definitions, passing }: Spot): boolean {
  const isOwn = (expression: string) => startsWith(expressionPath(expression), path);
  return [...definitions, ...passing].some(({ field: { value } }) =>
    [...tokens.within(value)].some(
      ({ kind, from, to }) => kind === 'substitution' && isOwn(text.slice(from, to).replace(/^\$\{\??|\}$/g, '')),
    ),
  );
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
