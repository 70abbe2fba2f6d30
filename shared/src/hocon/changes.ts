import type { Change, Range } from './document.ts';

/** The text with the changes made. They must be in order and must not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/**
 * Changes in order and without overlaps: those that overlap or touch become one, and what changes nothing goes.
 * Insertions at one place keep the order in which they were asked for.
 */
export function tidyChanges(text: string, changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = [];
  for (const change of changes.toSorted(byPlace)) {
    const last = joined.at(-1);
    if (last !== undefined && change.from <= last.to) joined[joined.length - 1] = join(last, change);
    else joined.push(change);
  }
  return joined.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
}

/** Two steps as one: `second` is named by places of the text that `first` makes. */
export function composeChanges(text: string, first: readonly Change[], second: readonly Change[]): readonly Change[] {
  const middle = piecesOf(first, text.length);
  const length = applyChanges(text, first).length;
  const last: Piece[] = piecesOf(second, length).flatMap((piece) =>
    typeof piece === 'string' ? [piece] : cut(middle, piece),
  );
  return tidyChanges(text, changesOf(last, text.length));
}

/** A stretch of the text before, or new text. */
type Piece = Range | string;

/** What is new at a place comes before what is taken away there. */
function byPlace(a: Change, b: Change): number {
  return a.from - b.from || Number(a.to > a.from) - Number(b.to > b.from);
}

function join(a: Change, b: Change): Change {
  return { from: a.from, to: Math.max(a.to, b.to), insert: a.insert + b.insert };
}

function piecesOf(changes: readonly Change[], length: number): Piece[] {
  let at = 0;
  const pieces = changes.flatMap(({ from, to, insert }): Piece[] => {
    const kept = { from: at, to: from };
    at = to;
    return [kept, insert];
  });
  return [...pieces, { from: at, to: length }];
}

/** The part of the pieces that lies in a range of the text they make. */
function cut(pieces: readonly Piece[], { from, to }: Range): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : piece.to - piece.from;
    const start = Math.max(0, from - at);
    const end = Math.min(length, to - at);
    if (start < end) found.push(slice(piece, start, end));
    at += length;
  }
  return found;
}

function slice(piece: Piece, start: number, end: number): Piece {
  return typeof piece === 'string' ? piece.slice(start, end) : { from: piece.from + start, to: piece.from + end };
}

function changesOf(pieces: readonly Piece[], length: number): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let insert = '';
  for (const piece of [...pieces, { from: length, to: length }]) {
    if (typeof piece === 'string') {
      insert += piece;
      continue;
    }
    if (piece.from > at || insert !== '') changes.push({ from: at, to: piece.from, insert });
    insert = '';
    at = piece.to;
  }
  return changes;
}
