import type { Range, Token, TokenKind, Tokens } from './document.ts';
import { firstFrom } from './halving.ts';

/** The numbers that the kinds are packed under. */
const NUMBERS: Readonly<Record<TokenKind, number>> = {
  blank: 0,
  newline: 1,
  comment: 2,
  key: 3,
  separator: 4,
  comma: 5,
  open: 6,
  close: 7,
  literal: 8,
  substitution: 9,
  include: 10,
  continuation: 11,
  error: 12,
};
const KINDS: readonly TokenKind[] = Object.keys(NUMBERS).filter(isKind);
const WIDTH = 16;

/**
 * Tokens as they are read. Each begins where the one before it ends, so its end and its kind are all that is kept of it,
 * in one number: a text has many tokens, and hardly any of them is ever asked for.
 */
export class TokenList implements Tokens {
  private readonly packed: number[] = [];

  get end(): number {
    return this.endOf(this.packed.length - 1);
  }

  push(kind: TokenKind, end: number): void {
    this.packed.push(end * WIDTH + NUMBERS[kind]);
  }

  /** Forgets the tokens that end behind an offset. */
  cutAt(offset: number): void {
    while (this.end > offset) this.packed.pop();
  }

  *[Symbol.iterator](): Generator<Token> {
    for (let place = 0; place < this.packed.length; place++) yield this.tokenAt(place);
  }

  *within({ from, to }: Range): Generator<Token> {
    for (const token of this.across({ from, to })) if (token.from >= from) yield token;
  }

  *across({ from, to }: Range): Generator<Token> {
    const first = firstFrom(this.packed.length, (place) => this.endOf(place) > from);
    for (let place = first; place < this.packed.length && this.endOf(place - 1) < to; place++)
      yield this.tokenAt(place);
  }

  of(kind: TokenKind): readonly Token[] {
    const number = NUMBERS[kind];
    const found: Token[] = [];
    for (let place = 0; place < this.packed.length; place++) {
      if ((this.packed[place] ?? 0) % WIDTH === number) found.push(this.tokenAt(place));
    }
    return found;
  }

  /** The last of all tokens but those of some kinds. */
  lastBut(...left: readonly TokenKind[]): Token | undefined {
    const place = this.packed.findLastIndex((packed) => !left.includes(kindIn(packed)));
    return place < 0 ? undefined : this.tokenAt(place);
  }

  private endOf(place: number): number {
    return place < 0 ? 0 : Math.floor((this.packed[place] ?? 0) / WIDTH);
  }

  private tokenAt(place: number): Token {
    return { kind: kindIn(this.packed[place] ?? 0), from: this.endOf(place - 1), to: this.endOf(place) };
  }
}

function kindIn(packed: number): TokenKind {
  return KINDS[packed % WIDTH] ?? 'error';
}

function isKind(name: string): name is TokenKind {
  return name in NUMBERS;
}
