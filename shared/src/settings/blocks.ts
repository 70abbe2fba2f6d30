import type { Document, ObjectNode, Path, Range, ValueNode } from '../hocon/index.ts';
import { rememberingFew } from '../hocon/remembering.ts';

/** Braces and the path of what they hold. */
export interface Block extends Range {
  readonly path: Path;
}

/** Every object of a document, an outer one before those inside it, in order. */
export const blocksOf: (document: Document) => readonly Block[] = rememberingFew(({ root, text }) => {
  const found: Block[] = [{ path: [], from: 0, to: text.length }];
  if (root.kind === 'object') collectMembers(root, [], found);
  return found;
});

function collectMembers(object: ObjectNode, path: Path, found: Block[]): void {
  for (const member of object.members) {
    if (member.kind === 'field') collect(member.value, [...path, ...member.key.path], found);
  }
}

function collect(value: ValueNode, path: Path, found: Block[]): void {
  for (const part of value.parts) {
    if (part.kind === 'array') for (const [place, item] of part.items.entries()) collect(item, [...path, place], found);
    if (part.kind !== 'object') continue;
    found.push({ path, from: part.from, to: part.to });
    collectMembers(part, path, found);
  }
}

/** For places in ascending order: the innermost block of each. */
export function blockOfEach(document: Document, places: readonly Range[]): readonly Block[] {
  if (places.length === 0) return [];
  const waiting = blocksOf(document);
  const open: Block[] = [];
  let next = 0;
  return places.map(({ from }) => {
    for (let found = waiting[next]; found && found.from <= from; found = waiting[++next]) open.push(found);
    while (open.length > 1 && (open.at(-1)?.to ?? 0) <= from) open.pop();
    return open.at(-1) ?? { path: [], from: 0, to: document.text.length };
  });
}
