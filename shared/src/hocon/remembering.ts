/**
 * The same pure function, which works out only once what it is asked again and again, as with every key that is typed.
 * It remembers the answers that were asked for last, `most` of them.
 */
export function remembering<T>(most: number, work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, { readonly answer: T }>();
  return (text) => {
    const known = answers.get(text) ?? { answer: work(text) };
    answers.delete(text);
    answers.set(text, known);
    if (answers.size > most) answers.delete(answers.keys().next().value ?? '');
    return known.answer;
  };
}
