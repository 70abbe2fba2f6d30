import type { Range, Token, TokenKind, Tokens } from './document.ts';
import { firstFrom } from './halving.ts';

/**
 * Tokens as they are read. Each begins where the one before it ends, so an end and a kind are all that is kept of it:
 * a text has many tokens, and hardly any of them is ever asked for.
 */
export class TokenList implements Tokens {
  private readonly kinds: TokenKind[] = [];
  private readonly ends: number[] = [];

  get end(): number {
    return this.ends.at(-1) ?? 0;
  }

  push(kind: TokenKind, end: number): void {
    this.kinds.push(kind);
    this.ends.push(end);
  }

  /** Forgets the tokens that end behind an offset. */
  cutAt(offset: number): void {
    while (this.end > offset) {
      this.kinds.pop();
      this.ends.pop();
    }
  }

  *[Symbol.iterator](): Generator<Token> {
    for (const [place, kind] of this.kinds.entries()) yield this.tokenAt(place, kind);
  }

  *within({ from, to }: Range): Generator<Token> {
    for (const token of this.across({ from, to })) if (token.from >= from) yield token;
  }

  *across({ from, to }: Range): Generator<Token> {
    const first = firstFrom(this.ends.length, (place) => (this.ends[place] ?? 0) > from);
    for (let place = first; place < this.kinds.length && this.startOf(place) < to; place++) {
      const kind = this.kinds[place];
      if (kind !== undefined) yield this.tokenAt(place, kind);
    }
  }

  of(kind: TokenKind): readonly Token[] {
    const found: Token[] = [];
    for (let place = this.kinds.indexOf(kind); place >= 0; place = this.kinds.indexOf(kind, place + 1)) {
      found.push(this.tokenAt(place, kind));
    }
    return found;
  }

  /** The last of all tokens but those of some kinds. */
  lastBut(...left: readonly TokenKind[]): Token | undefined {
    const place = this.kinds.findLastIndex((kind) => !left.includes(kind));
    const kind = this.kinds[place];
    return kind && this.tokenAt(place, kind);
  }

  private startOf(place: number): number {
    return this.ends[place - 1] ?? 0;
  }

  private tokenAt(place: number, kind: TokenKind): Token {
    return { kind, from: this.startOf(place), to: this.ends[place] ?? 0 };
  }
}
