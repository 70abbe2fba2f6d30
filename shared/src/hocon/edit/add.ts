import type { Container } from '../body.ts';
import type { Definition, Spot } from '../definitions.ts';
import type { ConfigObject, ConfigValue, ObjectNode } from '../document.ts';
import { objectIn } from '../habits.ts';
import { isBlankLine, lineStart, previousLine } from '../lines.ts';
import { parse } from '../parser.ts';
import { resolve } from '../resolve.ts';
import { spellingOf } from '../spelling.ts';
import type { Style } from '../style.ts';
import { type Twin, twinsIn } from '../twin.ts';
import { isObject, sameValue } from '../value.ts';
import { Refused, type Stop } from './refusal.ts';
import { aboveRow } from './removal.ts';
import { type Layout, refuseUnwritable, renderField, renderKey, renderValue } from './render.ts';
import type { SwitchedRow } from './row-plan.ts';
import type { Work } from './work.ts';

/**
 * Writes a member that is not there yet where a careful person would: as its commented-out default, else in the last
 * braces of its parent, else behind its dotted siblings, else behind the expression that gives its parent.
 */
export function addMember(work: Work, trail: readonly Spot[], name: string, value: ConfigValue): Stop {
  const parent = trail.at(-1);
  if (parent === undefined) return null;
  const stop = refuseUnwritable(new Map([[name, value]]), parent.path);
  if (stop !== null) return stop;
  const rest = work.ways.usesTwins ? switchOnTwins(work, trail, [name], value) : value;
  return rest === undefined ? null : place(work, parent, name, rest);
}

function place(work: Work, parent: Spot, name: string, value: ConfigValue): Stop {
  const container = parent.bodies.at(-1);
  const sibling = parent.livePassing.at(-1);
  const written = parent.live.at(-1);
  if (container !== undefined) addField(work, container, [name], value);
  else if (sibling !== undefined) addDotted(work, parent, sibling, name, value);
  else if (written !== undefined) joinObject(work, written, name, value);
  else return new Refused('computed', parent.path);
  return null;
}

/** Switches on what has a commented-out default; what is left of the value has none. */
function switchOnTwins(
  work: Work,
  trail: readonly Spot[],
  names: readonly string[],
  value: ConfigValue,
): ConfigValue | undefined {
  const found = findTwin(work, trail, names, value);
  if (found !== null) {
    work.switchOn(found.container, switchedRow(work, found, value));
    return undefined;
  }
  if (!isObject(value) || value.size === 0) return value;
  const rest = new Map<string, ConfigValue>();
  for (const [name, member] of value) {
    const left = switchOnTwins(work, trail, [...names, name], member);
    if (left !== undefined) rest.set(name, left);
  }
  return rest.size > 0 ? rest : undefined;
}

interface FoundTwin {
  readonly container: Container;
  readonly twin: Twin;
}

/** The innermost braces count first; of several the one with the same value, else the last. */
function findTwin(work: Work, trail: readonly Spot[], names: readonly string[], value: ConfigValue): FoundTwin | null {
  const outermost = trail[0]?.path.length ?? 0;
  for (const spot of trail.toReversed()) {
    const path = [...(trail.at(-1)?.path ?? []), ...names].slice(outermost).map(String);
    const key = path.slice(spot.path.length - outermost);
    const found = spot.bodies.flatMap((container) =>
      twinsIn(work.document, container, key).map((twin) => ({ container, twin })),
    );
    const same = found.findLast(({ twin }) => sameValue(readingOf(twin), value));
    const best = same ?? found.at(-1);
    if (best !== undefined) return best;
  }
  return null;
}

/** What the comment would read as. */
function readingOf(twin: Twin): ConfigValue {
  let value: ConfigValue = resolve(parse(`${twin.content}\n\n`)).value;
  for (const name of twin.field.key.path) value = isObject(value) ? (value.get(name) ?? null) : null;
  return value;
}

function switchedRow(work: Work, { container, twin }: FoundTwin, value: ConfigValue): SwitchedRow {
  const { comment, content, field } = twin;
  const style = work.style(container);
  const old = content.slice(field.value.from, field.value.to);
  const written = sameValue(readingOf(twin), value)
    ? old
    : renderValue(value, style, 'line', spellingOf(content, field.value));
  const lead = content.slice(
    field.from,
    field.separator === null && !isObject(value) ? field.key.to : field.value.from,
  );
  const separator = field.separator === null && !isObject(value) ? style.separator : '';
  const rest = content.slice(field.value.to);
  const comma = /^[ \t]*,/.test(rest);
  return {
    kind: 'switched',
    from: comment.from,
    to: comment.to,
    text: indentOf(work, twin, style) + lead + separator + written,
    behind: comma ? rest.replace(',', '') : rest,
    comma,
  };
}

/** The marker goes with one blank; one in the first column takes the indentation of the neighbours. */
function indentOf(work: Work, { comment, content, field }: Twin, style: Style): string {
  const blanks = content.slice(0, field.from);
  const isFirstColumn = lineStart(work.document.text, comment.from) === comment.from;
  return isFirstColumn ? style.indent : blanks.replace(/^[ \t]/, '');
}

function addField(
  work: Work,
  container: ObjectNode,
  names: readonly string[],
  value: ConfigValue,
  after: Definition | null = null,
): void {
  const style = work.style(container);
  const body = work.body(container);
  const layout: Layout = body.vertical ? 'block' : 'line';
  const key = renderKey(names, style) ?? names.join('.');
  const text = renderField(key, value, style, layout);
  const wide = layout === 'block' && isObject(value) && value.size > 0 && setsOffBlocks(work, container);
  work.add(container, { kind: 'fresh', text, wide }, after?.field ?? null);
}

/** Lines behind the last dotted one, with the same beginning. */
function addDotted(work: Work, parent: Spot, sibling: Definition, name: string, value: ConfigValue): void {
  const prefix = sibling.field.key.path.slice(0, parent.path.length - sibling.base.length);
  addDottedMember(work, sibling, prefix, name, value);
}

/** A name that must be quoted cannot stand in a dotted key, so it gets braces. */
function addDottedMember(
  work: Work,
  sibling: Definition,
  prefix: readonly string[],
  name: string,
  value: ConfigValue,
): void {
  const names = [...prefix, name];
  if (renderKey(names, work.style(sibling.container)) === null) {
    addField(work, sibling.container, prefix, new Map([[name, value]]), sibling);
  } else if (!isObject(value) || value.size === 0) {
    addField(work, sibling.container, names, value, sibling);
  } else {
    for (const [member, inner] of value) addDottedMember(work, sibling, names, member, inner);
  }
}

/** An object that a substitution gives is extended in its own definition: a later line could lose its members. */
function joinObject(work: Work, { field, container }: Definition, name: string, value: ConfigValue): void {
  const style = work.style(container);
  const members: ConfigObject = new Map([[name, value]]);
  work.change(field.value.to, field.value.to, ` ${renderValue(members, style, 'line')}`);
}

/** Whether a blank line stands before the last block that has a row before it. */
function setsOffBlocks(work: Work, container: ObjectNode): boolean {
  const { text } = work.document;
  const body = work.body(container);
  const last = body.rows.findLast(
    ({ node, startsLine }, place) => place > 0 && startsLine && node.kind === 'field' && objectIn(node.value) !== null,
  );
  const line = last === undefined ? null : previousLine(text, aboveRow(text, body, last));
  return line !== null && isBlankLine(text, line);
}
