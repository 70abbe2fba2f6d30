import { type Body, isUnbraced, sameLine } from './body.ts';
import type { Document, ValueNode } from './document.ts';
import { fieldsOf, type Habits, openingAmong, separatorAmong } from './habits.ts';
import { indentBefore, lineIndent } from './lines.ts';

/** How the text round a place is laid out, so that what is new looks like what is there. */
export interface Style {
  /** What goes where the rows have no custom of their own. */
  readonly habits: Habits;
  readonly newline: string;
  /** One step of indentation, where it is not the file's. */
  readonly unit?: string;
  /** What the lines of the rows begin with. */
  readonly indent: string;
  /** From a key to its value: `: `, ` = ` and the like. */
  readonly separator: string;
  /** From a key to the brace of its object, where there are such; `null` if the brace has a line of its own. */
  readonly opening: string | null | undefined;
  /** Rows below each other are separated by commas, and the last one has one too. */
  readonly commas: boolean;
  readonly trailing: boolean;
  /** Between two rows on one line. */
  readonly gap: string;
  readonly quotedKeys: boolean;
  /** Items stand without quotes. */
  readonly bareItems: boolean;
}

/** The style of the rows of one container. */
export function styleOf(document: Document, body: Body, habits: Habits): Style {
  const { text } = document;
  const { container } = body;
  const fields = fieldsOf(container);
  const { commas, trailing } = commaStyle(body, habits);
  return {
    habits,
    newline: habits.newline,
    indent: indentOf(document, body, habits),
    separator: separatorAmong(text, fields) ?? habits.separator,
    opening: openingAmong(text, fields),
    commas,
    trailing,
    gap: gapOf(text, body),
    quotedKeys: fields.length > 0 ? fields.every((field) => field.key.quoted) : habits.json,
    bareItems: container.kind === 'array' && container.items.length > 0 && container.items.every(isBareItem),
  };
}

/** The style inside a new block among rows of this style. */
export function nestedStyle(style: Style): Style {
  const indent = style.indent + (style.unit ?? style.habits.unit);
  const commas = style.quotedKeys && style.commas;
  return { ...style, indent, commas, trailing: false, gap: ', ', bareItems: false };
}

/** From a key to the brace of its object; `null` if the brace has a line of its own. */
export function openingOf({ opening, habits }: Style): string | null {
  return opening === undefined ? habits.opening : opening;
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
