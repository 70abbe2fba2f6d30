import type { Setting } from '@clearml-conf/shared';

type Format = NonNullable<Setting['format']>;

/** What pasting left out, so that it can be said. */
export type LeftOut = 'line-breaks' | 'quotes';

/** A pasted text as a box of one line takes it, and what was left out of it. */
export function pastedLine(text: string, format: string | undefined): { text: string; leftOut: LeftOut | null } {
  const line = text.replace(/^[\r\n]+|[\r\n]+$/g, '');
  const isPath = format !== undefined && pathFormats.includes(format);
  // Windows copies a path with quotes round it.
  const quoted = isPath ? /^\s*(["'])(?<path>[^"'\r\n]+)\1\s*$/.exec(line)?.groups?.['path'] : undefined;
  if (quoted !== undefined) return { text: quoted, leftOut: 'quotes' };
  const joined = line.replace(/\s*[\r\n]+\s*/g, format === undefined ? ' ' : '');
  return { text: joined, leftOut: joined === line ? null : 'line-breaks' };
}

/** Formats of paths on this or another machine. */
export const pathFormats: readonly string[] = [
  'file',
  'directory',
  'container-path',
  'url-or-directory',
  'url-or-file',
] satisfies readonly Format[];

/** The items that a pasted text stands for, and whether they are the words of a command line. */
export interface PastedItems {
  readonly items: readonly string[];
  readonly isCommand: boolean;
}

/** The items of a list that a pasted text stands for: its lines, or the words of a docker command line. */
export function pastedItems(text: string, format: string | undefined): PastedItems {
  if (format === 'docker-arguments' && isCommandLine(text)) return { items: wordsOf(text), isCommand: true };
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return { items: lines.filter((line) => line !== ''), isCommand: false };
}

/** One word may hold spaces, as the path of a folder, so only what looks like a command line is taken for one. */
function isCommandLine(text: string): boolean {
  return /^\s*(?:-|docker\s)/.test(text) && /\S[ \t]+\S/.test(text);
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
