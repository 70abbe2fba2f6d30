import type { ArrayNode, Document, Member, ObjectNode, Range, Token, ValueNode } from './document.ts';
import { hasBreak, indentBefore, lineEnd, tokensWithin } from './lines.ts';

/** The braces or brackets whose rows an edit adds to, takes from or rewrites. */
export type Container = ObjectNode | ArrayNode;

/** One field, include or item of a container, with what belongs to it on its line. */
export interface Row {
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
  const { text } = document;
  const open = isUnbraced(container) ? container.from : container.from + 1;
  const to = isUnbraced(container) || !container.closed ? container.to : container.to - 1;
  const nodes = container.kind === 'array' ? container.items : container.members;
  const rows = nodes.map((node) => rowOf(document, node));
  const comments = gaps(nodes, open, to).flatMap((gap) => tokensWithin(document, gap).filter(isComment));
  const inside = text.slice(open, to);
  const vertical = isUnbraced(container) || (rows.length > 0 ? rows.some((row) => row.startsLine) : hasBreak(inside));
  return { container, rows, comments, from: open, to, vertical };
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
  const tail = tokensWithin(document, { from: value.to, to: lineEnd(text, value.to) }).find(
    ({ kind }) => kind !== 'blank',
  );
  if (tail?.kind !== 'error' || /[}\]]/.test(text.charAt(tail.from))) return value;
  const source = text.slice(tail.from, tail.to);
  const length = source.startsWith('"') ? source.length : source.replace(/[ \t]+(?:(?:#|\/\/).*)?$/, '').length;
  return { from: value.parts.length === 0 ? tail.from : value.from, to: tail.from + length };
}

function isComment(token: Token): boolean {
  return token.kind === 'comment';
}

function gaps(
  nodes: readonly { from: number; to: number }[],
  from: number,
  to: number,
): { from: number; to: number }[] {
  const starts = [from, ...nodes.map((node) => node.to)];
  return starts.map((start, place) => ({ from: start, to: nodes[place]?.from ?? to }));
}

function rowOf(document: Document, node: Member | ValueNode): Row {
  const { text } = document;
  const startsLine = indentBefore(text, node.from) !== null;
  const to = node.kind === 'include' ? node.to : writtenRange(document, node.kind === 'field' ? node.value : node).to;
  const row = { node, from: node.from, to, startsLine };
  let comma: number | null = null;
  const end = lineEnd(text, to);
  for (const token of tokensWithin(document, { from: to, to: end })) {
    if (token.kind === 'comma' && comma === null) comma = token.from;
    else if (token.kind === 'comment') return finish(row, comma, token, token.to);
    else if (token.kind !== 'blank') return finish(row, comma, null, null);
  }
  return finish(row, comma, null, end);
}

function finish(
  row: Pick<Row, 'node' | 'from' | 'to' | 'startsLine'>,
  comma: number | null,
  behind: Token | null,
  end: number | null,
): Row {
  return { ...row, comma, end: comma === null ? row.to : comma + 1, behind, lineEnd: end };
}
