/** An answer in a box, since nothing can be an answer too. */
interface Known<T> {
  readonly answer: T;
}

/**
 * The same pure function, which works out only once what it is asked again and again, as with every key that is typed.
 * It remembers the answers to the last `most` questions, and not more than twice as many.
 */
export function remembering<T>(most: number, work: (text: string) => T): (text: string) => T {
  return rememberingLast(most, work);
}

/** Of so many texts there is talk at a time: the file, what it was edited to, and what it is being edited to. */
const together = 3;

/** The same for what follows from one unchanging object, such as a document: it is worked out once for the last few. */
export function rememberingEach<Of extends object, T>(work: (of: Of) => T): (of: Of) => T {
  return rememberingLast(together, work);
}

function rememberingLast<Asked, T>(most: number, work: (asked: Asked) => T): (asked: Asked) => T {
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
