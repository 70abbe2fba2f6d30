import type {
  ArrayNode,
  Document,
  FieldNode,
  LiteralNode,
  ObjectNode,
  Part,
  Path,
  Range,
  SubstitutionNode,
  ValueNode,
} from '../hocon/index.ts';
import { hasSecretKeys, isSecretStep } from './secret.ts';

/** What a value is put together from in the end. */
export type Atom = LiteralNode | SubstitutionNode;

/**
 * The literals of a document that stand for secrets, those of dead definitions too. `base` is the path of the document,
 * where it is a piece of another.
 */
export function secretLiterals(document: Document, base: Path = []): readonly LiteralNode[] {
  return secretAtoms(document, base).filter((atom) => atom.kind === 'literal');
}

/** The same, and the substitutions beside them. */
export function secretAtoms({ root }: Document, base: Path = []): readonly Atom[] {
  const found: Atom[] = [];
  if (root.kind === 'object') ofObject(root, base, found);
  else ofItems(root, base, found);
  return found;
}

function ofObject(object: ObjectNode, base: Path, found: Atom[]): void {
  for (const member of object.members) if (member.kind === 'field') ofField(member, base, found);
}

function ofField(field: FieldNode, base: Path, found: Atom[]): void {
  const path = [...base, ...field.key.path];
  const isCovered = field.key.path.some((_, place) => isSecretStep(path.slice(0, base.length + place + 1)));
  if (isCovered) everyAtom(field.value.parts, found);
  else ofValue(field.value, path, found);
}

function ofValue(value: ValueNode, path: Path, found: Atom[]): void {
  for (const part of value.parts) {
    // It stands for an object whose members are secret.
    if (part.kind === 'substitution' && hasSecretKeys(path)) found.push(part);
    if (part.kind === 'object') ofObject(part, path, found);
    if (part.kind === 'array') ofItems(part, path, found);
  }
}

function ofItems(array: ArrayNode, path: Path, found: Atom[]): void {
  for (const [place, item] of array.items.entries()) ofValue(item, [...path, place], found);
}

/** Adds the literals and substitutions among some parts, those of members and items too. */
export function everyAtom(parts: readonly Part[], found: Atom[]): void {
  for (const part of parts) {
    if (part.kind === 'substitution' || (part.kind === 'literal' && part.style !== 'keyword')) found.push(part);
    if (part.kind === 'array') for (const item of part.items) everyAtom(item.parts, found);
    if (part.kind !== 'object') continue;
    for (const member of part.members) if (member.kind === 'field') everyAtom(member.value.parts, found);
  }
}

/** What to mask of a literal: the quotes stay. */
export function insideQuotes(literal: LiteralNode): Range {
  const quotes = literal.style === 'triple' ? 3 : literal.style === 'quoted' ? 1 : 0;
  return { from: literal.from + quotes, to: literal.to - quotes };
}
