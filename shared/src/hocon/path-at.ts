import type { Document, FieldNode, ObjectNode, Part, Path, ValueNode } from './document.ts';

/** What of the document stands at an offset. */
export interface PathAt {
  /** The path of what the offset is in: a field, an item of a list, or the object whose braces are nearest. */
  readonly path: Path;
  /** `key`: in the name of the field · `value`: behind it · `object`: between the fields of the object. */
  readonly part: 'key' | 'value' | 'object';
  /** The nearest object round the offset, where another field could be written. */
  readonly object: { readonly path: Path; readonly node: ObjectNode | null };
  /** The value the offset is in, with `part: 'value'`. */
  readonly value: ValueNode | null;
}

/** The path of the place at an offset of the text, by what is written there; a dead definition has a path too. */
export function pathAt({ root, text }: Document, offset: number): PathAt {
  // Behind a key without a value, blanks are where the value would stand.
  const start = offset - (/[ \t]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const at = { offset, start };
  if (root.kind === 'object') return inObject(root, [], at);
  return inItems(root.items, { path: [], part: 'object', object: { path: [], node: null }, value: null }, at);
}

/** The offset, and where the blanks before it start. */
interface Offset {
  readonly offset: number;
  readonly start: number;
}

function inObject(node: ObjectNode, path: Path, at: Offset): PathAt {
  const object = { path, node };
  const field = node.members.find((member) => member.from <= at.offset && at.offset <= reachOf(member, at));
  if (field?.kind !== 'field') return { path, part: 'object', object, value: null };
  return inField(field, { path: [...path, ...field.key.path], part: 'key', object, value: null }, at);
}

/** How far a member goes: to its end, behind blanks where its value is missing, without end where a brace is not closed. */
function reachOf(member: ObjectNode['members'][number], { offset, start }: Offset): number {
  if (member.kind !== 'field') return member.to;
  if (member.value.parts.some(isOpen)) return Number.POSITIVE_INFINITY;
  return member.value.parts.length === 0 && start <= member.to ? offset : member.to;
}

function inField({ key, value }: FieldNode, found: PathAt, at: Offset): PathAt {
  return at.offset <= key.to ? found : inValue(value, found, at);
}

function inValue(value: ValueNode, found: PathAt, at: Offset): PathAt {
  const here: PathAt = { ...found, part: 'value', value };
  const part = value.parts.find((one) => one.from < at.offset && (at.offset < one.to || isOpen(one)));
  if (part?.kind === 'object') return inObject(part, found.path, at);
  return part?.kind === 'array' ? inItems(part.items, here, at) : here;
}

function isOpen(part: Part): boolean {
  return (part.kind === 'object' || part.kind === 'array') && !part.closed;
}

function inItems(items: readonly ValueNode[], found: PathAt, at: Offset): PathAt {
  const place = items.findIndex((item) => item.from <= at.offset && at.offset <= item.to);
  const item = items[place];
  return item ? inValue(item, { ...found, path: [...found.path, place] }, at) : found;
}
