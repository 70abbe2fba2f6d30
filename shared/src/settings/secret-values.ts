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
import { addressSecrets } from './secret-addresses.ts';
import { assignedSecrets } from './secret-assignments.ts';
import { isSecretOption, optionSecrets } from './secret-options.ts';

/** What a value is put together from in the end. */
export type Atom = LiteralNode | SubstitutionNode;

/** Whether all at and below a path is a secret, its ancestors left aside. */
type IsSecretStep = (path: Path) => boolean;

/**
 * The literals of a document that stand for secrets, those of dead definitions too. `base` is the path of the document,
 * where it is a piece of another; `isStep` tells what is secret by another measure than the catalog and the names.
 */
export function secretLiterals(document: Document, base?: Path, isStep?: IsSecretStep): readonly LiteralNode[] {
  return secretAtoms(document, base, isStep).filter((atom) => atom.kind === 'literal');
}

/** The same, and the substitutions beside them. */
export function secretAtoms({ root }: Document, base: Path = [], isStep: IsSecretStep = isSecretStep): readonly Atom[] {
  const search = { isStep, found: [] };
  if (root.kind === 'object') ofObject(root, base, search);
  else ofItems(root, base, search);
  return search.found;
}

interface Search {
  readonly isStep: IsSecretStep;
  readonly found: Atom[];
}

function ofObject(object: ObjectNode, base: Path, search: Search): void {
  for (const member of object.members) if (member.kind === 'field') ofField(member, base, search);
}

function ofField(field: FieldNode, base: Path, search: Search): void {
  const path = [...base, ...field.key.path];
  const isCovered = field.key.path.some((_, place) => search.isStep(path.slice(0, base.length + place + 1)));
  if (isCovered) everyAtom(field.value.parts, search.found);
  else ofValue(field.value, path, search);
}

function ofValue(value: ValueNode, path: Path, search: Search): void {
  if (value.parts.length > 1) search.found.push(...secretsInJoined(value.parts));
  for (const part of value.parts) {
    // It stands for an object whose members are secret.
    if (part.kind === 'substitution' && hasSecretKeys(path)) search.found.push(part);
    if (part.kind === 'object') ofObject(part, path, search);
    if (part.kind === 'array') ofItems(part, path, search);
  }
}

function ofItems(array: ArrayNode, path: Path, search: Search): void {
  for (const [place, item] of array.items.entries()) {
    // The literals behind such an option are found in the bare text.
    if (isSecretOption(textOf(array.items[place - 1]))) everyAtom(item.parts.filter(isSubstitution), search.found);
    else ofValue(item, [...path, place], search);
  }
}

function isSubstitution({ kind }: Part): boolean {
  return kind === 'substitution';
}

function textOf(value: ValueNode | undefined): unknown {
  const [only] = value?.parts ?? [];
  return value?.parts.length === 1 && only?.kind === 'literal' ? only.value : null;
}

/** Substitutions that stand where the text that they are a part of has a secret, as in `"TOKEN="${x}`. */
function secretsInJoined(parts: readonly Part[]): readonly SubstitutionNode[] {
  let text = '';
  const places = new Map<SubstitutionNode, number>();
  for (const part of parts) {
    if (part.kind === 'substitution') places.set(part, text.length);
    text += part.kind === 'literal' ? String(part.value ?? '') : standIn;
  }
  if (places.size === 0) return [];
  const isSecret = new Uint8Array(text.length);
  const secrets = [...assignedSecrets(text), ...addressSecrets(text), ...optionSecrets(text)];
  for (const { from, to } of secrets) isSecret.fill(1, from, to);
  return [...places].filter(([, at]) => isSecret[at] === 1).map(([part]) => part);
}

/** For what a substitution stands for. */
const standIn = 'x';

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
