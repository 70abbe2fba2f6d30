import { type Definition, definitionsOf, definitionsOfItem, type Spot } from '../definitions.ts';
import type { Change, Document, Problem, ValueNode } from '../document.ts';
import { insertAt, type Source, warning } from './mistake.ts';
import type { ValuePlace } from './walk.ts';

/**
 * A `+=` after which the list before it is lost: inside braces it replaces whatever stood there, and at the root it adds
 * lists only.
 */
export function appendMistakes(source: Source, document: Document, values: readonly ValuePlace[]): readonly Problem[] {
  if (!source.text.includes('+=')) return [];
  const items = values.filter(({ field }) => field === null);
  return [
    ...lossesIn(source, definitionsOf(document), true),
    ...items.flatMap(({ value }) => lossesIn(source, definitionsOfItem(value, [0]), false)),
  ];
}

/** Nothing leads from the root of the file into a list, so there the earlier list cannot be referred to. */
function lossesIn(source: Source, spot: Spot, canRefer: boolean): readonly Problem[] {
  const losses = spot.definitions.filter((definition, at) => loses(definition, spot.definitions[at - 1]));
  const here = losses.map((definition) => {
    const fix = canRefer ? joined(source, spot, definition) : [];
    return warning(source, 'append-replaces', definition.field.key, fix);
  });
  return [...here, ...[...spot.members.values()].flatMap((member) => lossesIn(source, member, canRefer))];
}

function loses({ field, base }: Definition, before: Definition | undefined): boolean {
  if (field.separator?.sign !== '+=' || !before?.field.value.parts.some(({ kind }) => kind === 'array')) return false;
  return base.length > 0 || !(isList(field.value) || isText(field.value));
}

function isList({ parts }: ValueNode): boolean {
  return parts.length > 0 && parts.every(({ kind }) => kind === 'array');
}

/** A text is an error there, not a loss. */
function isText({ parts }: ValueNode): boolean {
  const [first, more] = parts;
  const isOther = first?.kind === 'literal' && more === undefined && typeof first.value !== 'string';
  return !isOther && parts.every(({ kind }) => kind === 'literal');
}

/** At the root in brackets, `l += [2]`; inside braces, where nothing is added, `l: ${s.l} [2]`. */
function joined({ text }: Source, spot: Spot, { field, base }: Definition): readonly Change[] {
  const { key, separator, value } = field;
  const isPlain = spot.path.every((name) => typeof name === 'string' && /^[A-Za-z_][\w-]*$/.test(name));
  const isTold =
    value.parts.length > 0 && value.parts.every(({ kind }) => kind !== 'substitution' && kind !== 'include');
  if (!separator || !isTold || (base.length > 0 && !isPlain)) return [];
  const brackets = isList(value) ? [] : [insertAt(value.from, '['), insertAt(value.to, ']')];
  if (base.length === 0) return brackets;
  const blank = /[ \t\n\r[]/.test(text.charAt(separator.to)) ? '' : ' ';
  return [{ from: key.to, to: separator.to, insert: `: \${${spot.path.join('.')}}${blank}` }, ...brackets];
}
