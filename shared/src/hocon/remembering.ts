/** An answer in a box, since nothing can be an answer too. */
interface Known<T> {
  readonly answer: T;
}

/**
 * The same pure function, which works out only once what it is asked again and again, as with every key that is typed.
 * It remembers the answers to the last `most` questions, and not more than twice as many.
 */
export function remembering<T>(most: number, work: (text: string) => T): (text: string) => T {
  let recent = new Map<string, Known<T>>();
  let older = new Map<string, Known<T>>();
  return (text) => {
    const known = recent.get(text);
    if (known) return known.answer;
    const found = older.get(text) ?? { answer: work(text) };
    if (recent.size >= most) [older, recent] = [recent, new Map()];
    recent.set(text, found);
    return found.answer;
  };
}

/** The same for what follows from one unchanging object, such as a document: it is worked out once for each of them. */
export function rememberingEach<Of extends object, T>(work: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, Known<T>>();
  return (of) => {
    const found = known.get(of) ?? { answer: work(of) };
    if (!known.has(of)) known.set(of, found);
    return found.answer;
  };
}
