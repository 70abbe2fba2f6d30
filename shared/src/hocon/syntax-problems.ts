import { isInvisible } from './characters.ts';
import type { KeyNode, Problem, ProblemCode, Range, TokenKind } from './document.ts';
import type { Lexer } from './lexer.ts';
import { type Expansion, LineIndex } from './position.ts';

const SUBJECT_LENGTH = 60;
const NOT_VALUES: ReadonlySet<TokenKind> = new Set(['newline', 'comma', 'open', 'comment']);

/**
 * Collects what makes ClearML refuse a text. Its parser stops at the first error, so only the first problem says
 * where ClearML reports it; the others are what the person would meet next.
 */
export class SyntaxProblems {
  readonly found: Problem[] = [];
  private readonly text: string;
  private readonly lines: LineIndex;
  private readonly expansion: Expansion;
  /** Past the depth limit nothing is read any more: what stays open there is no news. */
  private stopped = false;

  constructor(text: string, expansion: Expansion) {
    this.text = text;
    this.lines = new LineIndex(text);
    this.expansion = expansion;
  }

  /** Something stands where no member and no item can begin; `depth` is the number of open blocks. */
  stray(lexer: Lexer, depth: number, isItem = false): void {
    const at = lexer.position;
    const code = this.strayCode(lexer, depth, isItem);
    const width = String.fromCodePoint(this.text.codePointAt(at) ?? 0).length;
    const takesLine = code === 'unclosed-quote' || code === 'merge-mark';
    this.add(code, { from: at, to: takesLine ? this.lines.lineEnd(at) : at + width }, at);
  }

  private strayCode(lexer: Lexer, depth: number, isItem: boolean): ProblemCode {
    const at = lexer.position;
    const sign = lexer.sign();
    if (sign === '\ufeff' && at === 0) return 'byte-order-mark';
    if (sign === '}' || sign === ']') return 'extra-brace';
    if (isInvisible(sign)) return 'invisible-sign';
    if (sign === '"') return 'unclosed-quote';
    if (sign === '$' && this.text.charAt(at + 1) === '{') return 'unclosed-substitution';
    if (isMergeMark(this.text, at)) return 'merge-mark';
    if (isItem || this.valueBefore(lexer)) return 'needs-quotes';
    return depth === 0 && sign === '{' ? 'syntax' : 'invalid-key';
  }

  afterRoot(lexer: Lexer): void {
    const at = lexer.position;
    const code = lexer.sign() === '}' || lexer.sign() === ']' ? 'extra-brace' : 'syntax';
    this.add(code, { from: at, to: this.lines.lineEnd(at) }, at);
  }

  unclosed(code: 'unclosed-brace' | 'unclosed-bracket', open: number, at: number): void {
    if (!this.stopped) this.add(code, { from: open, to: open + 1 }, at);
  }

  tooDeep(at: number): void {
    this.stopped = true;
    this.add('too-deep', { from: at, to: at + 1 }, at);
  }

  /** In a value the word was hardly meant as one that reads another file. */
  brokenInclude(from: number, at: number, isInValue: boolean): void {
    const word = { from, to: from + 'include'.length };
    if (isInValue) this.add('needs-quotes', word, at);
    else this.add('include-unreadable', { from, to: this.lines.lineEnd(from) }, at);
  }

  strayBackslash(at: number): void {
    this.add('needs-quotes', { from: at, to: at + 1 }, at + 1);
  }

  /** A key that neither a separator nor a brace follows. ClearML looks for one over line breaks and comments. */
  noSeparator(lexer: Lexer, key: KeyNode): void {
    let at = key.to;
    while (' \t\n\r'.includes(this.text.charAt(at)) && at < this.text.length) at++;
    const rest = this.text.slice(key.to, this.lines.lineEnd(key.to)).replace(/^[ \t]+/, '');
    const sign = rest.charAt(0);
    const isAlone = sign === '' || sign === '#' || sign === '}' || sign === ',';
    const range = isAlone ? key : { from: at, to: at + 1 };
    this.add(isAlone ? 'missing-separator' : afterKeyCode(sign, key), range, lexer.position);
  }

  noValue(lexer: Lexer, key: KeyNode): void {
    this.add('missing-value', key, lexer.position);
  }

  emptyKey(key: KeyNode): void {
    this.add('invalid-key', key, this.text.length);
  }

  /** True if a value ends right before this place, so that the sign here was meant to be part of it. */
  private valueBefore(lexer: Lexer): boolean {
    const last = lexer.tokens.lastBut('blank')?.kind;
    return last !== undefined && !NOT_VALUES.has(last);
  }

  private add(code: ProblemCode, range: Range, clearmlAt: number): void {
    const { from, to } = range;
    const subject = this.text.slice(from, Math.min(to, this.lines.lineEnd(from), from + SUBJECT_LENGTH));
    const clearml = this.found.length === 0 ? { clearml: this.expansion.positionAt(clearmlAt) } : {};
    this.found.push({ code, severity: 'error', from, to, ...this.lines.positionAt(from), subject, ...clearml });
  }
}

/** Where a merge of two versions was left undone. */
function isMergeMark(text: string, at: number): boolean {
  const isLineStart = at === 0 || '\n\r'.includes(text.charAt(at - 1));
  return isLineStart && /^(?:<{7}|={7}|>{7})(?![<=>])/.test(text.slice(at, at + 8));
}

function afterKeyCode(sign: string, key: KeyNode): ProblemCode {
  if (sign === '"' || key.quoted) return 'quoted-part-in-key';
  return isInvisible(sign) ? 'invisible-sign' : 'invalid-key';
}
