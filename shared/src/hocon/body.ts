import type { ArrayNode, Document, Member, ObjectNode, Range, Token, ValueNode } from './document.ts';
import { firstFrom } from './halving.ts';
import { hasBreak, indentBefore } from './lines.ts';
import { rememberingFew } from './remembering.ts';

/** The braces or brackets whose rows an edit adds to, takes from or rewrites. */
export type Container = ObjectNode | ArrayNode;

/** One field, include or item of a container, with what belongs to it on its line. */
export interface Row {
  /** Which of the rows it is. */
  readonly place: number;
  readonly node: Member | ValueNode;
  readonly from: number;
  readonly to: number;
  /** The place of the comma behind it, if one follows on the same line. */
  readonly comma: number | null;
  /** The end of the row itself: behind its comma, if it has one. */
  readonly end: number;
  /** The comment behind it on its line. */
  readonly behind: Token | null;
  /** Only blanks stand before it on its line. */
  readonly startsLine: boolean;
  /** Where its line ends, comment included; null if something else follows on that line. */
  readonly lineEnd: number | null;
}

/** A container laid open: its rows in order and the comments that stand in none of them. */
export interface Body {
  readonly container: Container;
  readonly rows: readonly Row[];
  readonly comments: readonly Token[];
  /** What lies between the opening and the closing sign. */
  readonly from: number;
  readonly to: number;
  /** The rows stand below each other. */
  readonly vertical: boolean;
}

export function bodyOf(document: Document, container: Container): Body {
  const { from, to } = insideOf(container);
  const rows = nodesOf(container).map((node, place) => rowOf(document, node, place));
  const isSpread = rows.length > 0 ? rows.some((row) => row.startsLine) : hasBreak(document.text.slice(from, to));
  let comments: readonly Token[] | undefined;
  return {
    container,
    rows,
    // Most edits concern values and ask for none, and to find them all others are passed by.
    get comments() {
      comments ??= commentsOf(document, container);
      return comments;
    },
    from,
    to,
    vertical: isUnbraced(container) || isSpread,
  };
}

/** The comments of a container that stand in none of its rows. */
export function commentsOf(document: Document, container: Container): readonly Token[] {
  const all = everyComment(document);
  const { from, to } = insideOf(container);
  const comments: Token[] = [];
  let at = firstBehind(all, from);
  for (const node of [...nodesOf(container), { from: to, to }]) {
    for (let comment = all[at]; comment && comment.from < node.from; comment = all[++at]) comments.push(comment);
    if ((all[at]?.from ?? node.to) < node.to) at = firstBehind(all, node.to);
  }
  return comments;
}

/** Every comment of a document, in order. */
export const everyComment: (document: Document) => readonly Token[] = rememberingFew(({ tokens }) =>
  tokens.of('comment'),
);

function firstBehind(tokens: readonly Token[], offset: number): number {
  return firstFrom(tokens.length, (place) => (tokens[place]?.from ?? offset) >= offset);
}

export function isUnbraced(container: Container): boolean {
  return container.kind === 'object' && !container.braced;
}

/** A row that has its lines to itself. */
export function ownsLines(row: Row): row is Row & { readonly lineEnd: number } {
  return row.startsLine && row.lineEnd !== null;
}

export function sameLine(text: string, from: number, to: number): boolean {
  return !hasBreak(text.slice(from, to));
}

/** A comment with nothing but blanks before it. */
export function standsAlone(text: string, comment: Token): boolean {
  return indentBefore(text, comment.from) !== null;
}

/**
 * Where a value is written: its parts and what follows them on the line and cannot be read (`p@ss`), which was meant to
 * belong to it. A bracket too many was not.
 */
export function writtenRange(document: Document, value: ValueNode): Range {
  const { text } = document;
  const tail = nextToken(document, value.to);
  if (tail?.kind !== 'error' || /[}\]]/.test(text.charAt(tail.from))) return value;
  const source = text.slice(tail.from, tail.to);
  const length = source.startsWith('"') ? source.length : source.replace(/[ \t]+(?:(?:#|\/\/).*)?$/, '').length;
  return { from: value.parts.length === 0 ? tail.from : value.from, to: tail.from + length };
}

/** What follows on the line, past blanks. */
function nextToken(document: Document, offset: number): Token | null {
  for (const token of document.tokens.within({ from: offset, to: offset + 200 })) {
    if (token.kind !== 'blank') return token;
  }
  return null;
}

function nodesOf(container: Container): readonly (Member | ValueNode)[] {
  return container.kind === 'array' ? container.items : container.members;
}

function insideOf(container: Container): Range {
  if (isUnbraced(container)) return container;
  return { from: container.from + 1, to: container.closed ? container.to - 1 : container.to };
}

function rowOf(document: Document, node: Member | ValueNode, place: number): Row {
  const { text } = document;
  const to = node.kind === 'include' ? node.to : writtenRange(document, node.kind === 'field' ? node.value : node).to;
  const startsLine = indentBefore(text, node.from) !== null;
  const { comma, behind, lineEnd } = tailOf(document, to);
  const end = comma === null ? to : comma + 1;
  return { place, node, from: node.from, to, comma, end, behind, startsLine, lineEnd };
}

/** What follows a row on its line. */
function tailOf(document: Document, to: number): Pick<Row, 'comma' | 'behind' | 'lineEnd'> {
  let comma: number | null = null;
  for (const token of document.tokens.within({ from: to, to: document.text.length })) {
    if (token.kind === 'comma' && comma === null) comma = token.from;
    else if (token.kind === 'comment') return { comma, behind: token, lineEnd: token.to };
    else if (token.kind === 'newline') return { comma, behind: null, lineEnd: token.from };
    else if (token.kind !== 'blank') return { comma, behind: null, lineEnd: null };
  }
  return { comma, behind: null, lineEnd: document.text.length };
}
