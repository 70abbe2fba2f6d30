import type { Document, Range, Token, TokenKind, Tokens } from '@clearml-conf/shared';
import { visible } from './hidden-signs.ts';
import { type Line, linesOf } from './lines.ts';

export type Tone = TokenKind | 'text' | 'number' | 'word';

/** A piece of a line as it is shown. */
export interface Segment {
  readonly text: string;
  readonly tone: Tone;
  readonly marked: boolean;
  readonly masked: boolean;
}

/** Whether two lines look the same. */
export function sameSegments(ones: readonly Segment[], others: readonly Segment[]): boolean {
  return ones.length === others.length && ones.every((one, at) => sameSegment(one, others[at]));
}

function sameSegment(one: Segment, other: Segment | undefined): boolean {
  return (
    one.text === other?.text && one.tone === other.tone && one.marked === other.marked && one.masked === other.masked
  );
}

/** A text with everything that its lines need to be painted. */
export interface Sheet {
  readonly document: Document;
  readonly lines: readonly Line[];
  /** What is masked, in order, not overlapping. */
  readonly secrets: readonly Range[];
}

/** What stands for every secret, however long it is. */
export const mask = '••••••••';

/** `secrets`: what is to be masked, in order and without overlap. */
export function sheetOf(document: Document, secrets: readonly Range[]): Sheet {
  return { document, lines: linesOf(document.text), secrets };
}

/** The secrets of a line as ranges inside it. */
export function secretsIn(sheet: Sheet, line: Line): readonly Range[] {
  return sheet.secrets
    .filter((secret) => secret.from < line.to && secret.to > line.from)
    .map(({ from, to }) => ({ from: Math.max(from, line.from) - line.from, to: Math.min(to, line.to) - line.from }));
}

/** The pieces of a line: coloured by token, marked where words changed, secrets masked. */
export function paintLine(sheet: Sheet, line: Line, marks: readonly Range[]): readonly Segment[] {
  const { text, tokens } = sheet.document;
  const secrets = secretsIn(sheet, line);
  const inside = (ranges: readonly Range[], at: number) => ranges.find((range) => at >= range.from && at < range.to);
  const segments: Segment[] = [];
  const cuts = cutsOf(tokens, line, [...secrets, ...marks]);
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [from = 0, to = 0] = [cuts[at], cuts[at + 1]];
    const secret = inside(secrets, from);
    const marked = inside(marks, from) !== undefined;
    if (secret && secret.from !== from) continue;
    const piece = secret ? mask : visible(text.slice(line.from + from, line.from + to));
    segments.push({ text: piece, tone: toneAt(text, tokens, line.from + from), marked, masked: secret !== undefined });
  }
  return segments;
}

function cutsOf(tokens: Tokens, line: Line, ranges: readonly Range[]): readonly number[] {
  const cuts = new Set([0, line.to - line.from]);
  for (const token of tokens.within(line)) cuts.add(token.from - line.from);
  for (const { from, to } of ranges) cuts.add(from).add(to);
  return [...cuts].sort((one, other) => one - other);
}

function toneAt(text: string, tokens: Tokens, offset: number): Tone {
  const [token] = tokens.across({ from: offset, to: offset + 1 });
  return token ? toneOf(text, token) : 'blank';
}

/** The colour of a token: literals by what they are. */
export function toneOf(text: string, token: Token): Tone {
  if (token.kind !== 'literal') return token.kind;
  const first = text[token.from] ?? '';
  if (first === '"') return 'text';
  if (/[\d.+-]/.test(first)) return 'number';
  return /^(?:true|false|null)$/.test(text.slice(token.from, token.to)) ? 'word' : 'text';
}
