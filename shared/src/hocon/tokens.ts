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

/** About so many characters make a token. */
const USUAL_LENGTH = 4;

/**
 * Tokens as they are read. Each begins where the one before it ends, so its end and its kind are all that is kept of it,
 * in one number: a text has many tokens, and hardly any of them is ever asked for. They lie where the collector of
 * garbage neither looks nor copies.
 */
export class TokenList implements Tokens {
  private packed: Uint32Array;
  private count = 0;

  /** For a text of this length. */
  constructor(length: number) {
    this.packed = new Uint32Array(Math.ceil(length / USUAL_LENGTH) + WIDTH);
  }

  get end(): number {
    return this.endOf(this.count - 1);
  }

  push(kind: TokenKind, end: number): void {
    if (this.count === this.packed.length) this.grow();
    this.packed[this.count++] = end * WIDTH + NUMBERS[kind];
  }

  private grow(): void {
    const larger = new Uint32Array(this.packed.length * 2);
    larger.set(this.packed);
    this.packed = larger;
  }

  /** Forgets the tokens that end behind an offset. */
  cutAt(offset: number): void {
    while (this.end > offset) this.count--;
  }

  *[Symbol.iterator](): Generator<Token> {
    for (let place = 0; place < this.count; place++) yield this.tokenAt(place);
  }

  *within({ from, to }: Range): Generator<Token> {
    for (const token of this.across({ from, to })) if (token.from >= from) yield token;
  }

  *across({ from, to }: Range): Generator<Token> {
    const first = firstFrom(this.count, (place) => this.endOf(place) > from);
    for (let place = first; place < this.count && this.endOf(place - 1) < to; place++) yield this.tokenAt(place);
  }

  of(kind: TokenKind): readonly Token[] {
    const number = NUMBERS[kind];
    const found: Token[] = [];
    for (let place = 0; place < this.count; place++) {
      if ((this.packed[place] ?? 0) % WIDTH === number) found.push(this.tokenAt(place));
    }
    return found;
  }

  /** The last of all tokens but those of some kinds. */
  lastBut(...left: readonly TokenKind[]): Token | undefined {
    let place = this.count - 1;
    while (place >= 0 && left.includes(kindIn(this.packed[place] ?? 0))) place--;
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
