/** An answer in a box, since nothing can be an answer too. */
interface Known<T> {
  readonly answer: T;
}

/**
 * The same pure function, which works out only once what it is asked again and again, as words that stand in every text.
 * It remembers the answers to the last `most` questions, and not more than twice as many.
 */
export function remembering<T>(most: number, work: (text: string) => T): (text: string) => T {
  let recent = new Map<string, Known<T>>();
  let older = new Map<string, Known<T>>();
  return (asked) => {
    const known = recent.get(asked);
    if (known) return known.answer;
    const own = apart(asked);
    const found = older.get(asked) ?? { answer: work(own) };
    if (recent.size >= most) [older, recent] = [recent, new Map()];
    recent.set(own, found);
    return found.answer;
  };
}

/** The same text in a place of its own: a piece of a large text that is kept would keep all of that text in memory. */
function apart(text: string): string {
  return ` ${text}`.slice(1);
}

/** Of so many texts there is talk at a time: the file, what it was edited to, and what it is being edited to. */
const together = 3;

/**
 * The same for what follows from a whole text, or from one unchanging object, such as a document: it is worked out once
 * for the last few. No more are kept than are needed, since what is kept of a text is large.
 */
export function rememberingFew<Of, T>(work: (of: Of) => T): (of: Of) => T {
  let last: readonly { readonly asked: Of; readonly answer: T }[] = [];
  return (asked) => {
    if (last[0]?.asked === asked) return last[0].answer;
    const found = last.find((one) => one.asked === asked) ?? { asked, answer: work(asked) };
    last = [found, ...last.filter((one) => one !== found)].slice(0, together);
    return found.answer;
  };
}
