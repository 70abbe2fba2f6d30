import type { Document, FieldNode, ObjectNode, Path, Range, ValueNode } from '../hocon/index.ts';

/** Braces and the path of what they hold. */
export interface Container extends Range {
  readonly path: Path;
}

/** Every object of a document, an outer one before those inside it, in order. */
export function containersOf({ root, text }: Document): readonly Container[] {
  const whole: Container = { path: [], from: 0, to: text.length };
  return root.kind === 'object' ? [whole, ...insideObject(root, [])] : [whole];
}

function insideObject(object: ObjectNode, path: Path): readonly Container[] {
  const fields = object.members.filter((member): member is FieldNode => member.kind === 'field');
  return fields.flatMap((field) => insideValue(field.value, [...path, ...field.key.path]));
}

function insideValue(value: ValueNode, path: Path): readonly Container[] {
  return value.parts.flatMap((part) => {
    if (part.kind === 'object') return [{ path, from: part.from, to: part.to }, ...insideObject(part, path)];
    return part.kind === 'array' ? part.items.flatMap((item, place) => insideValue(item, [...path, place])) : [];
  });
}

/** For places in ascending order: the innermost container of each. */
export function containerOfEach(document: Document, places: readonly Range[]): readonly Container[] {
  const waiting = containersOf(document);
  const open: Container[] = [];
  let next = 0;
  return places.map(({ from }) => {
    for (let found = waiting[next]; found && found.from <= from; found = waiting[++next]) open.push(found);
    while (open.length > 1 && (open.at(-1)?.to ?? 0) <= from) open.pop();
    return open.at(-1) ?? { path: [], from: 0, to: document.text.length };
  });
}
