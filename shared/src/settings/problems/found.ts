import { settingNamed } from '../../catalog/index.ts';
import { type Place, placeAt, stepsOf } from '../../catalog/tree.ts';
import { type Document, isList, isObject, type Path, type Resolved, resolutionOf } from '../../hocon/index.ts';
import { type LineIndex, lineIndexOf } from '../../hocon/position.ts';
import { isTagged } from '../../hocon/value.ts';
import type { Found } from './problem.ts';

/**
 * Everything a document sets, an outer value before those in it. What stands below an unknown key is not looked at. A
 * document that holds one section only, as in ClearML's packages, has that section's path.
 */
export function foundIn(document: Document, base = ''): readonly Found[] {
  const lines = lineIndexOf(document);
  const all: Found[] = [];
  const { text } = document;
  const visit = (resolved: Resolved, path: Path, place: Place | undefined): void => {
    const found = foundAt(resolved, path, place, { text, lines });
    if (path.length > 0) all.push(found);
    if (!place || isFree(place)) return;
    for (const [key, member] of resolved.members ?? []) visit(member, [...path, key], childOf(place, key));
    for (const [at, item] of (resolved.items ?? []).entries()) visit(item, [...path, at], place.children.get('[]'));
  };
  const { root } = resolutionOf(document);
  if (root.members) visit(root, stepsOf(base), placeAt(base));
  return all;
}

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

function foundAt(resolved: Resolved, path: Path, place: Place | undefined, source: Source): Found {
  const { field, node } = resolved.origin ?? { field: null, node: null };
  const from = field?.key.from ?? node?.from;
  const setting = place && settingNamed(place.path);
  return {
    path,
    resolved,
    ...(from !== undefined && { line: source.lines.positionAt(from).line }),
    ...(node && { source: source.text.slice(node.from, node.to) }),
    ...(place && { place }),
    ...(setting && { setting }),
    ...(!place && { inside: membersOf(resolved, path, source) }),
  };
}

function membersOf({ members }: Resolved, path: Path, source: Source): readonly Found[] {
  return [...(members ?? [])].map(([key, member]) => foundAt(member, [...path, key], undefined, source));
}

/** An object where a list of objects is meant is looked at as one of its entries. */
function childOf(container: Place, key: string): Place | undefined {
  const place = container.children.get('[]') ?? container;
  return key === '[]' || key === '*' ? undefined : (place.children.get(key) ?? place.children.get('*'));
}

/** A place that takes anything: nothing in it can be unknown. */
function isFree({ path, children }: Place): boolean {
  return children.size === 0 || path.startsWith('logging');
}

/** Whether the value can be told from the file. */
export function isTold({ value }: Resolved): boolean {
  return !isTagged(value);
}

/** Whether a value is there at all: empty texts, lists and objects are as good as none. */
export function isFilled({ value }: Resolved): boolean {
  if (isList(value)) return value.length > 0;
  return isObject(value) ? value.size > 0 : value !== null && value !== '';
}
