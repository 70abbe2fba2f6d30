const piece = /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<sign>.)|(?<blank>\s+)|(?<plain>[^\s'"\\]+)/sy;

/**
 * A line split into words as a POSIX shell does, and Python's shlex: blanks part them, quotes and backslashes keep them
 * together. Null if a quote stays open.
 */
export function shellWords(line: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < line.length; at = piece.lastIndex) {
    piece.lastIndex = at;
    const groups = piece.exec(line)?.groups;
    if (!groups) return null;
    if (groups['blank'] === undefined) word = (word ?? '') + textOf(groups);
    else if (word !== null) words.push(word);
    if (groups['blank'] !== undefined) word = null;
  }
  return word === null ? words : [...words, word];
}

/** Inside double quotes a backslash stands for itself unless a quote or another one follows. */
function textOf({ single, double, sign, plain }: Readonly<Record<string, string | undefined>>): string {
  return single ?? double?.replace(/\\(["\\])/g, '$1') ?? sign ?? plain ?? '';
}
