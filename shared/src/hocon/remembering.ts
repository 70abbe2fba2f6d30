/**
 * The same pure function, which works out only once what it is asked again and again, as with every key that is typed.
 * When it has remembered `most` answers it begins anew.
 */
export function remembering<T>(most: number, work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, { readonly answer: T }>();
  return (text) => {
    const known = answers.get(text);
    if (known) return known.answer;
    const answer = work(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, { answer });
    return answer;
  };
}
