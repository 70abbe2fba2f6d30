import type { ArrayNode, FieldNode, LiteralNode, ObjectNode, Path, Range, ValueNode } from '../hocon/index.ts';
import { isSecretStep } from './secret.ts';

/** The literals of an object that stand for secrets: those of dead definitions too. `base` is the object's path. */
export function secretLiterals(object: ObjectNode, base: Path): readonly LiteralNode[] {
  return object.members.flatMap((member) => (member.kind === 'field' ? ofField(member, base) : []));
}

function ofField(field: FieldNode, base: Path): readonly LiteralNode[] {
  const path = [...base, ...field.key.path];
  const isCovered = field.key.path.some((_, place) => isSecretStep(path.slice(0, base.length + place + 1)));
  return isCovered ? everyLiteral(field.value) : ofValue(field.value, path);
}

function ofValue(value: ValueNode, path: Path): readonly LiteralNode[] {
  return value.parts.flatMap((part) => {
    if (part.kind === 'object') return secretLiterals(part, path);
    return part.kind === 'array' ? ofItems(part, path) : [];
  });
}

/** The secret literals in the objects of a list. */
export function ofItems(array: ArrayNode, path: Path): readonly LiteralNode[] {
  return array.items.flatMap((item, place) => ofValue(item, [...path, place]));
}

function everyLiteral(value: ValueNode): readonly LiteralNode[] {
  return value.parts.flatMap((part) => {
    if (part.kind === 'literal') return part.style === 'keyword' ? [] : [part];
    if (part.kind === 'array') return part.items.flatMap(everyLiteral);
    if (part.kind !== 'object') return [];
    return part.members.flatMap((member) => (member.kind === 'field' ? everyLiteral(member.value) : []));
  });
}

/** What to mask of a literal: the quotes stay. */
export function insideQuotes(literal: LiteralNode): Range {
  const quotes = literal.style === 'triple' ? 3 : literal.style === 'quoted' ? 1 : 0;
  return { from: literal.from + quotes, to: literal.to - quotes };
}
