import { type Container, commentsOf } from '../body.ts';
import { arraysOf, definitionsOf, definitionsOfItem, type Spot } from '../definitions.ts';
import type { ArrayNode, Document, Path, Range } from '../document.ts';
import { lineStart } from '../lines.ts';
import { parse } from '../parser.ts';
import { samePath } from '../path.ts';
import type { Resolved } from '../resolved.ts';
import type { Style } from '../style.ts';
import { type CommentBlock, commentBlocks, contentOf, onlyField } from '../twin.ts';
import { Refused, type Stop } from './refusal.ts';
import type { SwitchedRow } from './row-plan.ts';
import type { Work } from './work.ts';

/** A commented-out setting or item and the text it becomes. `value` is where in that text its value ends. */
interface Candidate {
  readonly container: Container;
  readonly block: CommentBlock;
  readonly content: string;
  readonly end: number;
}

/** Switches on a commented-out setting, or an item of a list, as it stands; it may take several lines. */
export function planUncomment(work: Work, path: Path): Stop {
  const place = path.at(-1);
  const trail = trailTo(work, path.slice(0, -1));
  if (trail === null) return new Refused('not-found', path);
  if (isSet(trail, place)) return new Refused('already-set', path);
  const found = typeof place === 'number' ? itemsAt(work, trail, place) : settingsAt(work, trail, path);
  const [first, more] = found;
  if (first === undefined) return new Refused('not-found', path);
  if (more !== undefined && typeof place === 'string') return new Refused('ambiguous', path);
  work.switchOn(first.container, switchedRow(first));
  return null;
}

function isSet(trail: readonly Spot[], place: string | number | undefined): boolean {
  return typeof place === 'string' && (trail.at(-1)?.members.get(place)?.live.length ?? 0) > 0;
}

/** The spots from the braces where names begin to the parent. */
function trailTo(work: Work, path: Path): readonly Spot[] | null {
  let trail: readonly Spot[] = [definitionsOf(work.document)];
  let resolved: Resolved | undefined = work.resolution.root;
  for (const [at, step] of path.entries()) {
    if (typeof step === 'string') {
      const next: Spot | undefined = trail.at(-1)?.members.get(step);
      resolved = resolved?.members?.get(step);
      if (next === undefined) return null;
      trail = [...trail, next];
    } else {
      resolved = resolved?.items?.[step];
      if (!resolved?.origin?.node) return null;
      trail = [definitionsOfItem(resolved.origin.node, path.slice(0, at + 1))];
    }
  }
  return trail;
}

function settingsAt(work: Work, trail: readonly Spot[], path: Path): readonly Candidate[] {
  return trail.flatMap((spot) => {
    const key = path.slice(spot.path.length);
    return spot.bodies.flatMap((container) => settingsIn(work, container, key));
  });
}

function settingsIn(work: Work, container: Container, key: Path): readonly Candidate[] {
  return commentBlocks(work.document, commentsOf(work.document, container)).flatMap((block) => {
    const content = withoutMarkers(work.document, block, work.style(container));
    const field = onlyField(content);
    const isOne = field?.value.parts.length === 1 && samePath(field.key.path, key);
    return isOne ? [{ container, block, content, end: field.value.to }] : [];
  });
}

/** Commented-out items between the item before this place and the one at it. */
function itemsAt(work: Work, trail: readonly Spot[], place: number): readonly Candidate[] {
  const spot = trail.at(-1);
  const arrays = spot === undefined ? [] : arraysOf(spot);
  const array = arrays.at(-1);
  if (array === undefined || arrays.length > 1) return [];
  const between = { from: array.items[place - 1]?.to ?? array.from, to: array.items[place]?.from ?? array.to };
  return place > array.items.length ? [] : itemsIn(work, array, between);
}

function itemsIn(work: Work, array: ArrayNode, between: Range): readonly Candidate[] {
  const { document } = work;
  return commentBlocks(document, commentsOf(document, array)).flatMap((block) => {
    const from = block[0]?.from ?? 0;
    if (from < between.from || from > between.to) return [];
    const content = withoutMarkers(document, block, work.style(array));
    const end = endOfItem(content);
    return end === null ? [] : [{ container: array, block, content, end }];
  });
}

/** Where the one object or list that a text is ends; null if it is anything else, prose above all. */
function endOfItem(content: string): number | null {
  const opening = '[\n';
  const { root, problems } = parse(`${opening}${content}\n]`);
  if (root.kind !== 'array' || problems.some((problem) => problem.severity === 'error')) return null;
  const [item, more] = root.items;
  const isNested = item?.parts.length === 1 && (item.parts[0]?.kind === 'object' || item.parts[0]?.kind === 'array');
  return isNested && more === undefined ? item.to - opening.length : null;
}

/** The lines of a block without marker and the one blank behind it; the first begins where its marker did. */
function withoutMarkers(document: Document, block: CommentBlock, style: Style): string {
  const { text } = document;
  const first = block[0];
  const inFirstColumn = first !== undefined && lineStart(text, first.from) === first.from;
  const lines = block.map((comment) => contentOf(text, comment));
  const common = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0),
  );
  return lines
    .map((line, place) => {
      if (inFirstColumn) return (place > 0 ? style.newline : '') + style.indent + line.slice(common);
      const before = place > 0 ? text.slice(block[place - 1]?.to, block[place]?.from) : '';
      return before + line.replace(/^[ \t]/, '');
    })
    .join('');
}

function switchedRow({ block, content, end }: Candidate): SwitchedRow {
  const rest = content.slice(end);
  const comma = /^[ \t]*,/.test(rest);
  const behind = comma ? rest.replace(',', '') : rest;
  const [from, to] = [block[0]?.from ?? 0, block.at(-1)?.to ?? 0];
  return { kind: 'switched', from, to, text: content.slice(0, end), behind, comma };
}
