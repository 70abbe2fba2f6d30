import { type Body, type Container, isUnbraced, sameLine } from './body.ts';
import type { Document, FieldNode, ObjectNode, Token, ValueNode } from './document.ts';
import { hasBreak, indentBefore, lineIndent } from './lines.ts';

/** How the text round a place is laid out, so that what is new looks like what is there. */
export interface Style {
  readonly newline: string;
  /** One step of indentation. */
  readonly unit: string;
  /** What the lines of the rows begin with. */
  readonly indent: string;
  /** From a key to its value: `: `, ` = ` and the like. */
  readonly separator: string;
  /** From a key to the brace of its object; `null` if the brace has a line of its own. */
  readonly opening: string | null;
  /** Rows below each other are separated by commas, and the last one has one too. */
  readonly commas: boolean;
  readonly trailing: boolean;
  /** Between two rows on one line. */
  readonly gap: string;
  readonly quotedKeys: boolean;
  /** Items stand without quotes. */
  readonly bareItems: boolean;
}

/** What the whole file does, for places that have no neighbours to go by. */
export interface Habits {
  readonly newline: string;
  readonly unit: string;
  readonly separator: string;
  readonly opening: string | null;
  /** Every key is quoted and braces stand round everything. */
  readonly json: boolean;
}

const defaultUnit = '    ';

/** Looks through a whole document for its habits, and only for those that are asked for. */
export function habitsOf(document: Document): Habits {
  const { text, root } = document;
  const containers = once(() => allContainers(root));
  const fields = once(() => containers().flatMap(fieldsOf));
  const newline = once(() => newlineOf(document));
  const unit = once(() => mostUsed(containers().flatMap((one) => indentSteps(text, one))) ?? defaultUnit);
  const separator = once(() => mostUsed(separators(text, fields())) ?? ': ');
  const opening = once(() => mostUsedOpening(text, fields(), () => ' '));
  const isBraced = root.kind === 'object' && root.braced;
  const json = once(() => isBraced && fields().length > 0 && fields().every((field) => field.key.quoted));
  return {
    get newline() {
      return newline();
    },
    get unit() {
      return unit();
    },
    get separator() {
      return separator();
    },
    get opening() {
      return opening();
    },
    get json() {
      return json();
    },
  };
}

/** The style of the rows of one container. */
export function styleOf(document: Document, body: Body, habits: Habits): Style {
  const { text } = document;
  const { container } = body;
  const fields = fieldsOf(container);
  const { commas, trailing } = commaStyle(body, habits);
  return {
    newline: habits.newline,
    get unit() {
      return habits.unit;
    },
    indent: indentOf(document, body, habits),
    separator: mostUsed(separators(text, fields)) ?? habits.separator,
    get opening() {
      return mostUsedOpening(text, fields, () => habits.opening);
    },
    commas,
    trailing,
    gap: gapOf(text, body),
    quotedKeys: fields.length > 0 ? fields.every((field) => field.key.quoted) : habits.json,
    bareItems: container.kind === 'array' && container.items.length > 0 && container.items.every(isBareItem),
  };
}

/** The style inside a new block among rows of this style. */
export function nestedStyle(style: Style): Style {
  const commas = style.quotedKeys && style.commas;
  return { ...style, indent: style.indent + style.unit, commas, trailing: false, gap: ', ', bareItems: false };
}

/** The object an item is, if it is nothing but one. */
export function objectOf(value: ValueNode): ObjectNode | null {
  const [part, more] = value.parts;
  return part?.kind === 'object' && more === undefined ? part : null;
}

/** Works something out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | null = null;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

function newlineOf({ text, tokens }: Document): string {
  if (!text.includes('\r')) return '\n';
  return mostUsed(tokens.filter(isLineBreak).map(({ from, to }) => text.slice(from, to))) ?? '\n';
}

function isLineBreak(token: Token): boolean {
  return token.kind === 'newline';
}

function allContainers(root: Container): Container[] {
  const found: Container[] = [];
  const open: Container[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...childContainers(next));
  }
  return found;
}

function childContainers(container: Container): Container[] {
  const values = container.kind === 'array' ? container.items : fieldsOf(container).map((field) => field.value);
  return values.flatMap((value) => value.parts.filter((part) => part.kind === 'object' || part.kind === 'array'));
}

function fieldsOf(container: Container): FieldNode[] {
  if (container.kind === 'array') return [];
  return container.members.filter((member) => member.kind === 'field');
}

function indentSteps(text: string, container: Container): string[] {
  const first = (container.kind === 'array' ? container.items : container.members)[0];
  const inner = first === undefined || isUnbraced(container) ? null : indentBefore(text, first.from);
  if (inner === null) return [];
  const outer = lineIndent(text, container.from);
  return inner.startsWith(outer) && inner.length > outer.length ? [inner.slice(outer.length)] : [];
}

function separators(text: string, fields: readonly FieldNode[]): string[] {
  return fields
    .filter(hasPlainSeparator)
    .map((field) => {
      const empty = field.value.parts.length === 0;
      const between = text.slice(field.key.to, field.value.from);
      return empty ? `${between} ` : between;
    })
    .filter((between) => /^[ \t]*[:=][ \t]*$/.test(between));
}

function hasPlainSeparator(field: FieldNode): boolean {
  const sign = field.separator?.sign;
  return (sign === ':' || sign === '=') && field.value.parts[0]?.kind !== 'object';
}

function mostUsedOpening(text: string, fields: readonly FieldNode[], otherwise: () => string | null): string | null {
  const openings = fields.filter((field) => objectOf(field.value) !== null && field.separator?.sign !== '+=');
  const found = mostUsed(openings.map((field) => text.slice(field.key.to, field.value.from)));
  if (found === null) return otherwise();
  return hasBreak(found) ? null : found;
}

function indentOf(document: Document, body: Body, habits: Habits): string {
  const { text } = document;
  const row = body.rows.findLast((one) => one.startsLine);
  if (row !== undefined) return lineIndent(text, row.from);
  if (isUnbraced(body.container)) return '';
  const outer = lineIndent(text, body.container.from);
  const comment = body.comments.map((one) => indentBefore(text, one.from)).findLast((blanks) => blanks !== null);
  return comment !== undefined && comment !== null && comment.length > outer.length ? comment : outer + habits.unit;
}

function commaStyle(body: Body, habits: Habits): { commas: boolean; trailing: boolean } {
  const { rows } = body;
  const last = rows.at(-1);
  const trailing = last !== undefined && last.comma !== null;
  const before = rows.slice(0, -1);
  const separated = before.filter((row) => row.comma !== null).length;
  const commas = before.length > 0 ? separated * 2 > before.length : trailing || habits.json;
  return { commas, trailing: trailing && commas };
}

function gapOf(text: string, body: Body): string {
  for (const [place, row] of body.rows.entries()) {
    const next = body.rows[place + 1];
    if (next !== undefined && row.comma !== null && sameLine(text, row.to, next.from))
      return text.slice(row.to, next.from);
  }
  return ', ';
}

function isBareItem(item: ValueNode): boolean {
  const [part, more] = item.parts;
  return more === undefined && part?.kind === 'literal' && part.style === 'bare';
}

/** The one that occurs most, the first of these if several do. */
function mostUsed(all: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  let best: string | null = null;
  for (const [one, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = one;
  return best;
}
