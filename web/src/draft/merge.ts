import { diffIndices } from 'node-diff3';

/** Lines of one text, counted from 0; `to` is behind the last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * A run of lines of the text as it was, and what became of it on the disk and in the draft. `disk`, `yours`: only that
 * side changed it · `agreed`: both in the same way · `overlap`: each in its own.
 */
export interface Piece {
  readonly kind: 'same' | 'disk' | 'yours' | 'agreed' | 'overlap';
  readonly was: LineRange;
  readonly disk: LineRange;
  readonly yours: LineRange;
}

/** Whose lines are taken where both sides changed the same ones; `both`: those of the disk and then yours. */
export type Answer = 'disk' | 'yours' | 'both';

/** Three texts put together by lines. */
export interface Merge {
  readonly pieces: readonly Piece[];
  readonly overlaps: readonly Piece[];
  /** The text once every overlap is answered, in their order. */
  readonly text: (answers: readonly Answer[]) => string;
  /** Where each overlap stands in that text. */
  readonly places: (answers: readonly Answer[]) => readonly LineRange[];
  /** One side alone, but with the answers where both changed the same lines; of both, its own. */
  readonly side: (answers: readonly Answer[], side: 'disk' | 'yours') => string;
}

type Side = 'disk' | 'yours' | 'merged';

/** Puts together by lines what two sides made of one text. Nothing is lost: what both changed is left to be asked. */
export function mergeTexts(was: string, disk: string, yours: string): Merge {
  const sides = withEqualEnds(linedOf(was), linedOf(disk), linedOf(yours));
  const pieces = piecesOf(sides);
  const overlaps = pieces.filter(({ kind }) => kind === 'overlap');
  const textOf = (answers: readonly Answer[], side: Side) => {
    const lines = pieces.flatMap((piece) => {
      const answer = piece.kind === 'overlap' ? (answers[overlaps.indexOf(piece)] ?? 'yours') : takenFrom(piece, side);
      return linesTaken(sides, piece, answer === 'both' && side !== 'merged' ? side : answer);
    });
    return lines.join('\n') + (lines.length > 0 && isEnded(sides, side) ? '\n' : '');
  };
  const places = (answers: readonly Answer[]) => {
    let at = 0;
    return pieces.flatMap((piece) => {
      const place = overlaps.indexOf(piece);
      const from = at;
      at += linesTaken(sides, piece, place < 0 ? takenFrom(piece, 'merged') : (answers[place] ?? 'yours')).length;
      return place < 0 ? [] : [{ from, to: at }];
    });
  };
  return { pieces, overlaps, text: (answers) => textOf(answers, 'merged'), places, side: textOf };
}

function isEnded({ was, disk, yours }: Sides, side: Side): boolean {
  if (side !== 'merged') return side === 'disk' ? disk.isEnded : yours.isEnded;
  return yours.isEnded === was.isEnded ? disk.isEnded : yours.isEnded;
}

function linesTaken({ disk, yours }: Sides, piece: Piece, taken: Answer): readonly string[] {
  const [theirs, own] = [linesIn(disk, piece.disk), linesIn(yours, piece.yours)];
  return taken === 'both' ? [...theirs, ...own] : taken === 'disk' ? theirs : own;
}

function takenFrom({ kind }: Piece, side: Side): 'disk' | 'yours' {
  if (side !== 'merged') return side;
  return kind === 'same' || kind === 'disk' ? 'disk' : 'yours';
}

/** A text as lines without their feed; the return of a CR LF belongs to its line. */
interface Lined {
  readonly lines: readonly string[];
  /** Whether a line end follows the last line. */
  readonly isEnded: boolean;
}

interface Sides {
  readonly was: Lined;
  readonly disk: Lined;
  readonly yours: Lined;
}

function linedOf(text: string): Lined {
  if (text === '') return { lines: [], isEnded: false };
  const isEnded = text.endsWith('\n');
  return { lines: (isEnded ? text.slice(0, -1) : text).split('\n'), isEnded };
}

type Ends = 'LF' | 'CR LF' | 'mixed';

/** Where one side gave all lines another end, the other side is compared, and written, with these ends. */
function withEqualEnds(was: Lined, disk: Lined, yours: Lined): Sides {
  const [old, theirs, own] = [endsOf(was), endsOf(disk), endsOf(yours)];
  if (old === own && old !== theirs && theirs !== 'mixed' && old !== 'mixed')
    return { was: withEnds(was, theirs), disk, yours: withEnds(yours, theirs) };
  if (old === theirs && old !== own && own !== 'mixed' && old !== 'mixed')
    return { was: withEnds(was, own), disk: withEnds(disk, own), yours };
  return { was, disk, yours };
}

function endsOf({ lines, isEnded }: Lined): Ends {
  const ended = isEnded ? lines : lines.slice(0, -1);
  const returns = ended.filter((line) => line.endsWith('\r')).length;
  if (returns === 0) return 'LF';
  return returns === ended.length ? 'CR LF' : 'mixed';
}

function withEnds({ lines, isEnded }: Lined, ends: 'LF' | 'CR LF'): Lined {
  const last = lines.length - 1;
  const ended = lines.map((line, at) => {
    const bare = line.replace(/\r$/, '');
    return ends === 'CR LF' && (at < last || isEnded) ? `${bare}\r` : bare;
  });
  return { lines: ended, isEnded };
}

function linesIn({ lines }: Lined, { from, to }: LineRange): readonly string[] {
  return lines.slice(from, to);
}

/** Lines of the text as it was, and the lines that one side has in their place. */
interface Hunk {
  readonly side: 'disk' | 'yours';
  readonly was: LineRange;
  readonly now: LineRange;
}

function hunksOf(side: Hunk['side'], { lines: olds }: Lined, { lines: news }: Lined): readonly Hunk[] {
  return diffIndices([...olds], [...news]).map(({ buffer1: [from, length], buffer2: [at, count] }) => ({
    side,
    was: { from, to: from + length },
    now: { from: at, to: at + count },
  }));
}

/** Whether two sides changed the same lines, or put lines at the same place. Side by side is not the same. */
function meet(one: Hunk, other: Hunk): boolean {
  if (one.side === other.side) return false;
  const isBothEmpty = one.was.from === one.was.to && other.was.from === other.was.to;
  if (isBothEmpty) return one.was.from === other.was.from;
  return one.was.from < other.was.to && other.was.from < one.was.to;
}

function piecesOf(sides: Sides): readonly Piece[] {
  const hunks = [...hunksOf('disk', sides.was, sides.disk), ...hunksOf('yours', sides.was, sides.yours)];
  hunks.sort((one, other) => one.was.from - other.was.from || one.was.to - other.was.to);
  const clusters: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = clusters.at(-1);
    if (last?.some((other) => meet(hunk, other))) last.push(hunk);
    else clusters.push([hunk]);
  }
  const pieces: Piece[] = [];
  let at = { was: 0, disk: 0, yours: 0 };
  for (const cluster of clusters) {
    const from = Math.min(...cluster.map(({ was }) => was.from));
    const to = Math.max(...cluster.map(({ was }) => was.to));
    at = pushSame(pieces, at, from - at.was);
    const grown = { disk: growth(cluster, 'disk'), yours: growth(cluster, 'yours') };
    const next = { was: to, disk: at.disk + to - from + grown.disk, yours: at.yours + to - from + grown.yours };
    pieces.push(...settled(sides, cluster, at, next));
    at = next;
  }
  pushSame(pieces, at, sides.was.lines.length - at.was);
  return pieces;
}

type At = Readonly<Record<'was' | 'disk' | 'yours', number>>;

function pushSame(pieces: Piece[], at: At, count: number): At {
  const next = moved(at, count);
  if (count > 0) pieces.push(pieceOf('same', at, next));
  return next;
}

function pieceOf(kind: Piece['kind'], at: At, next: At): Piece {
  return {
    kind,
    was: { from: at.was, to: next.was },
    disk: { from: at.disk, to: next.disk },
    yours: { from: at.yours, to: next.yours },
  };
}

function growth(cluster: readonly Hunk[], side: Hunk['side']): number {
  return cluster
    .filter((hunk) => hunk.side === side)
    .reduce((sum, { was, now }) => sum + (now.to - now.from) - (was.to - was.from), 0);
}

/** What both sides made alike at either end of a cluster needs no answer. */
function settled(sides: Sides, cluster: readonly Hunk[], at: At, next: At): readonly Piece[] {
  const [first] = cluster;
  if (first && cluster.every(({ side }) => side === first.side)) return [pieceOf(first.side, at, next)];
  const [theirs, own] = [
    linesIn(sides.disk, { from: at.disk, to: next.disk }),
    linesIn(sides.yours, { from: at.yours, to: next.yours }),
  ];
  const count = next.was - at.was;
  if (theirs.length === count && own.length === count) return lineByLine(sides, at, count);
  const start = alike(theirs, own);
  if (start === theirs.length && start === own.length) return [pieceOf('agreed', at, next)];
  const end = alike(theirs.slice(start).reverse(), own.slice(start).reverse());
  const inner = { was: at.was, disk: at.disk + start, yours: at.yours + start };
  const outer = { was: next.was, disk: next.disk - end, yours: next.yours - end };
  return [
    ...(start > 0 ? [pieceOf('agreed', at, inner)] : []),
    pieceOf('overlap', inner, outer),
    ...(end > 0 ? [pieceOf('agreed', outer, next)] : []),
  ];
}

/** As many lines on all sides: each is a line of its own, so that a neighbour that changed is no part of the question. */
function lineByLine(sides: Sides, at: At, count: number): readonly Piece[] {
  const kinds = Array.from({ length: count }, (_, step) => {
    const was = sides.was.lines[at.was + step];
    const [disk, yours] = [sides.disk.lines[at.disk + step], sides.yours.lines[at.yours + step]];
    if (disk === yours) return disk === was ? 'same' : 'agreed';
    return disk === was ? 'yours' : yours === was ? 'disk' : 'overlap';
  });
  const pieces: Piece[] = [];
  for (let from = 0; from < count; ) {
    const kind = kinds[from] ?? 'same';
    const end = kinds.findIndex((other, step) => step > from && other !== kind);
    const to = end < 0 ? count : end;
    pieces.push(pieceOf(kind, moved(at, from), moved(at, to)));
    from = to;
  }
  return pieces;
}

function moved(at: At, by: number): At {
  return { was: at.was + by, disk: at.disk + by, yours: at.yours + by };
}

function alike(ones: readonly string[], others: readonly string[]): number {
  const most = Math.min(ones.length, others.length);
  let count = 0;
  while (count < most && ones[count] === others[count]) count += 1;
  return count;
}
