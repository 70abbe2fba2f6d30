import type { Body, Row } from '../body.ts';
import { ownsLines, sameLine, standsAlone, writtenRange } from '../body.ts';
import type { Definition, Spot } from '../definitions.ts';
import type { Document, ValueNode } from '../document.ts';
import { lineEnd, lineStart, previousLine } from '../lines.ts';
import { samePath } from '../path.ts';
import { contentOf, onlyField } from '../twin.ts';
import type { Stop } from './refusal.ts';
import type { Work } from './work.ts';

export interface UnsetManner {
  /** The value must not stay behind in a comment. */
  readonly secret: boolean;
  /** It is a member of a list's item; those have no documentation of their own. */
  readonly inItem: boolean;
}

/**
 * Takes every definition of a path out of the file. A one-line setting that is documented becomes a comment, so that its
 * description still describes something; anything else goes.
 */
export function unsetSpot(work: Work, spot: Spot, manner: UnsetManner): Stop {
  for (const definition of spot.definitions) unsetDefinition(work, definition, manner);
  for (const { container, field } of spot.passing) work.remove(container, field);
  return null;
}

function unsetDefinition(work: Work, { container, field }: Definition, { secret, inItem }: UnsetManner): void {
  const { document } = work;
  const body = work.body(container);
  const row = work.row(container, field);
  if (row === undefined) return;
  const { from, to } = writtenRange(document, field.value);
  const rest = secret ? cutOff(document, to) : to;
  if (inItem || !isOneLine(document, row) || !isDocumented(document, body, row)) {
    if (rest > to && !ownsLines(row)) work.change(to, rest, '');
    work.remove(container, field);
    return;
  }
  work.commentOut(container, field);
  if (secret) work.change(from, rest, emptied(field.value));
}

/** Where the text of a secret ends: `ab#cd` without quotes was meant as one, though ClearML reads `ab`. */
export function cutOff({ text }: Document, to: number): number {
  return text[to] === '#' && text[to - 1] !== '"' ? lineEnd(text, to) : to;
}

/** What stands for a value that must not be seen. */
function emptied({ parts: [part] }: ValueNode): string {
  if (part?.kind === 'object') return '{}';
  return part?.kind === 'array' ? '[]' : '""';
}

function isOneLine({ text }: Document, row: Row): boolean {
  return ownsLines(row) && sameLine(text, row.from, row.to);
}

/** A comment stands behind it, right above it, or right above the run of one-line rows that it belongs to. */
function isDocumented(document: Document, body: Body, row: Row): boolean {
  const { text } = document;
  const rows = new Map(body.rows.map((one) => [lineStart(text, one.from), one]));
  const comments = new Map(
    body.comments.filter((one) => standsAlone(text, one)).map((one) => [lineStart(text, one.from), one]),
  );
  let line = previousLine(text, lineStart(text, row.from));
  const above = line === null ? undefined : comments.get(line);
  if (above !== undefined && isTwinOf(contentOf(text, above), row)) return false;
  if (row.behind !== null) return true;
  for (; line !== null && !comments.has(line); line = previousLine(text, line)) {
    const other = rows.get(line);
    if (other === undefined || !isOneLine(document, other)) return false;
  }
  return line !== null;
}

/** Whether a comment is this very setting, switched off. */
function isTwinOf(content: string, row: Row): boolean {
  const field = onlyField(content);
  return field !== null && row.node.kind === 'field' && samePath(field.key.path, row.node.key.path);
}
