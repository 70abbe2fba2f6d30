import type {
  ArrayNode,
  Document,
  FieldNode,
  LiteralNode,
  ObjectNode,
  Path,
  Range,
  ValueNode,
} from '../hocon/index.ts';
import { isSecretStep } from './secret.ts';

/**
 * The literals of a document that stand for secrets, those of dead definitions too. `base` is the path of the document,
 * where it is a piece of another.
 */
export function secretLiterals({ root }: Document, base: Path = []): readonly LiteralNode[] {
  const found: LiteralNode[] = [];
  if (root.kind === 'object') ofObject(root, base, found);
  else ofItems(root, base, found);
  return found;
}

function ofObject(object: ObjectNode, base: Path, found: LiteralNode[]): void {
  for (const member of object.members) if (member.kind === 'field') ofField(member, base, found);
}

function ofField(field: FieldNode, base: Path, found: LiteralNode[]): void {
  const path = [...base, ...field.key.path];
  const isCovered = field.key.path.some((_, place) => isSecretStep(path.slice(0, base.length + place + 1)));
  if (isCovered) everyLiteral(field.value, found);
  else ofValue(field.value, path, found);
}

function ofValue(value: ValueNode, path: Path, found: LiteralNode[]): void {
  for (const part of value.parts) {
    if (part.kind === 'object') ofObject(part, path, found);
    if (part.kind === 'array') ofItems(part, path, found);
  }
}

function ofItems(array: ArrayNode, path: Path, found: LiteralNode[]): void {
  for (const [place, item] of array.items.entries()) ofValue(item, [...path, place], found);
}

function everyLiteral(value: ValueNode, found: LiteralNode[]): void {
  for (const part of value.parts) {
    if (part.kind === 'literal' && part.style !== 'keyword') found.push(part);
    if (part.kind === 'array') for (const item of part.items) everyLiteral(item, found);
    if (part.kind !== 'object') continue;
    for (const member of part.members) if (member.kind === 'field') everyLiteral(member.value, found);
  }
}

/** What to mask of a literal: the quotes stay. */
export function insideQuotes(literal: LiteralNode): Range {
  const quotes = literal.style === 'triple' ? 3 : literal.style === 'quoted' ? 1 : 0;
  return { from: literal.from + quotes, to: literal.to - quotes };
}
