/** The items of a list that a pasted text stands for: its lines, or the words of a docker command line. */
export function pastedItems(text: string, format: string | undefined): readonly string[] {
  if (format === 'docker-arguments' && isCommandLine(text)) return wordsOf(text);
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** One word may hold spaces, as the path of a folder, so only what looks like a command line is taken for one. */
function isCommandLine(text: string): boolean {
  return /^\s*(?:-|docker\s)/.test(text) && /\S\s+\S/.test(text);
}

const parts = /\\(?<escaped>.)|'(?<exact>[^']*)'|"(?<loose>(?:\\.|[^"\\])*)"|(?<end>\s+)|(?<plain>[^\s\\'"]+|.)/gs;

/** The words of a command line as a shell parts them: quotes and backslashes count, variables stay. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (const { groups } of line.replace(/^\s*docker\s+(?:container\s+)?(?:run|create)\b/, '').matchAll(parts)) {
    if (groups?.['end'] !== undefined) {
      if (word) words.push(word);
      word = null;
    } else word = (word ?? '') + meantBy(groups ?? {});
  }
  return word ? [...words, word] : words;
}

function meantBy(found: Readonly<Record<string, string | undefined>>): string {
  const escaped = found['escaped'];
  // A backslash at the end of a line only says that the command goes on.
  if (escaped !== undefined) return escaped === '\n' || escaped === '\r' ? '' : escaped;
  return found['exact'] ?? found['loose']?.replaceAll(/\\(["\\$`])/g, '$1') ?? found['plain'] ?? '';
}
