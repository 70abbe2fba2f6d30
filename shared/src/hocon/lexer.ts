import * as shape from './characters.ts';
import type { TokenKind } from './document.ts';
import { TokenList } from './tokens.ts';

/**
 * Reads a text from left to right and remembers every character as part of exactly one token. It knows how words are
 * spelled; what may stand where is the parser's business, so what it finds depends on what it is asked for.
 */
export class Lexer {
  readonly text: string;
  readonly tokens: TokenList;
  /** Where the next token begins. */
  position = 0;
  /** A period is read from any digit of this run, which ends the file. */
  private readonly period: { readonly from: number; readonly digits: number } | null;
  /** From here on no triple quote closes: asked once, so that many open ones stay linear. */
  private unclosedTriple = Number.POSITIVE_INFINITY;

  constructor(text: string) {
    this.text = text;
    this.tokens = new TokenList(text.length);
    this.period = findPeriod(text);
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The next character, or the empty text at the end. */
  sign(): string {
    return this.text.charAt(this.position);
  }

  /** The length of what the expression matches here, or 0. */
  peek(expression: RegExp): number {
    expression.lastIndex = this.position;
    return expression.test(this.text) ? expression.lastIndex - this.position : 0;
  }

  /** Makes a token of the next characters. */
  emit(kind: TokenKind, length: number): void {
    if (length === 0) return;
    this.position += length;
    this.tokens.push(kind, this.position);
  }

  /** Emits a token of what the expression matches here, if it does. */
  accept(kind: TokenKind, expression: RegExp): boolean {
    const length = this.peek(expression);
    this.emit(kind, length);
    return length > 0;
  }

  /** Emits a token of the sign, if it is the next one. */
  acceptSign(kind: TokenKind, sign: string): boolean {
    if (this.sign() !== sign) return false;
    this.emit(kind, 1);
    return true;
  }

  /** Goes back to an earlier place and forgets the tokens behind it. */
  rewind(position: number): void {
    this.tokens.cutAt(position);
    this.position = position;
  }

  blanks(): void {
    this.emit('blank', shape.afterBlanks(this.text, this.position) - this.position);
  }

  lineBreak(): boolean {
    const next = this.sign();
    if (next !== '\n' && next !== '\r') return false;
    this.emit('newline', next === '\r' && this.text.charAt(this.position + 1) === '\n' ? 2 : 1);
    return true;
  }

  comma(): boolean {
    return this.acceptSign('comma', ',');
  }

  get atComment(): boolean {
    return shape.startsComment(this.text, this.position);
  }

  comment(): boolean {
    return this.atComment && this.accept('comment', shape.COMMENT);
  }

  /** Blanks and line breaks and comments, but no comma: what may stand round a separator. */
  spaceWithoutCommas(): void {
    do this.blanks();
    while (this.lineBreak() || this.comment());
  }

  /** Inside a value, commas and line breaks are passed over only where a comment follows them at once. */
  breaksBeforeComment(): boolean {
    const after = shape.afterBreaks(this.text, this.position);
    if (after === this.position) return false;
    if (!shape.startsComment(this.text, shape.afterBlanks(this.text, after))) return false;
    while (this.comma() || this.lineBreak());
    this.blanks();
    return this.comment();
  }

  get atPeriod(): boolean {
    const period = this.period;
    return period !== null && this.position >= period.from && this.position < period.digits;
  }

  /** The length of the period here, without a line feed behind it. */
  periodLength(): number {
    return this.text.slice(this.position).trimEnd().length;
  }

  /** The length of a number here. Few values begin like one, so the expression is asked only for those. */
  numberLength(): number {
    const code = this.text.charCodeAt(this.position);
    const mayBegin = (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46 || code > 127;
    return mayBegin ? this.peek(shape.NUMBER) : 0;
  }

  keywordLength(): number {
    const code = this.text.charCodeAt(this.position) | 32;
    if (code !== 116 && code !== 102 && code !== 110) return 0;
    return shape.startsKeyword(this.text, this.position) ? this.peek(shape.KEYWORD) : 0;
  }

  tripleLength(): number {
    if (!this.text.startsWith('"""', this.position) || this.position >= this.unclosedTriple) return 0;
    const length = this.peek(shape.TRIPLE_QUOTED);
    if (length === 0) this.unclosedTriple = this.position;
    return length;
  }
}

function findPeriod(text: string): { from: number; digits: number } | null {
  const match = shape.UNIT_AT_END.exec(text.slice(-16));
  const unit = match?.[1];
  if (!match || unit === undefined || !shape.PERIOD_UNITS.has(unit)) return null;
  let digits = text.length - match[0].length;
  while (digits > 0 && shape.isPythonSpace(text.charAt(digits - 1))) digits--;
  let from = digits;
  while (from > 0 && shape.isDigit(text.charAt(from - 1))) from--;
  return from < digits ? { from, digits } : null;
}
