/** An answer in a box, since nothing can be an answer too. */
interface Known<T> {
  readonly answer: T;
}

/**
 * The same pure function, which works out only once what it is asked again and again, as with every key that is typed.
 * It remembers the answers to the last `most` questions, and not more than twice as many. Objects, which must not
 * change, are the same question only if they are one and the same.
 */
export function remembering<Asked extends string | object, T>(
  most: number,
  work: (asked: Asked) => T,
): (asked: Asked) => T {
  let recent = new Map<Asked, Known<T>>();
  let older = new Map<Asked, Known<T>>();
  return (asked) => {
    const known = recent.get(asked);
    if (known) return known.answer;
    const found = older.get(asked) ?? { answer: work(asked) };
    if (recent.size >= most) [older, recent] = [recent, new Map()];
    recent.set(asked, found);
    return found.answer;
  };
}
