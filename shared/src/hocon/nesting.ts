/** Deeper nesting ends the parse with a problem. ClearML itself gives up at about 40. */
export const DEPTH_LIMIT = 1000;

export type Closing = '}' | ']';

/** The blocks and the names that lead to where a parser is. One key may stand for many names. */
export class Nesting {
  /** The closing signs that are waited for, innermost last. */
  private readonly open: Closing[] = [];
  private names = 0;

  /** How many blocks are open. */
  get depth(): number {
    return this.open.length;
  }

  /** False where the block would be too deep. */
  enter(closing: Closing): boolean {
    if (this.open.length >= DEPTH_LIMIT) return false;
    this.open.push(closing);
    return true;
  }

  leave(): void {
    this.open.pop();
  }

  /** False where what the names lead to would be too deep. */
  goBelow(names: number): boolean {
    if (this.names + names > DEPTH_LIMIT + 1) return false;
    this.names += names;
    return true;
  }

  comeBack(names: number): void {
    this.names -= names;
  }

  /** True for the sign that ends a block like this one, or for one that must end a block further out. */
  isEnd(sign: string, own: Closing): boolean {
    if (sign === own) return this.open.length > 0;
    return (sign === '}' || sign === ']') && this.open.includes(sign);
  }
}
