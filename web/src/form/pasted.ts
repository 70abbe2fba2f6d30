import type { Setting } from '@clearml-conf/shared';

type Format = NonNullable<Setting['format']>;

/** What pasting left out, so that it can be said. */
export type LeftOut = 'line-breaks' | 'quotes' | 'blanks';

/** Which ends of a box the pasted text reaches: blanks in the middle of what is there may be meant. */
export interface Reached {
  readonly start: boolean;
  readonly end: boolean;
}

/** A pasted text as a box of one line takes it, and what was left out of it. */
export function pastedLine(
  text: string,
  format: string | undefined,
  reached: Reached = { start: true, end: true },
): { text: string; leftOut: LeftOut | null } {
  const line = text.replace(/^[\r\n]+|[\r\n]+$/g, '');
  const isPath = format !== undefined && pathFormats.includes(format);
  // Windows copies a path with quotes round it.
  const quoted = isPath ? /^\s*(["'])(?<path>[^"'\r\n]+)\1\s*$/.exec(line)?.groups?.['path'] : undefined;
  if (quoted !== undefined) return { text: quoted, leftOut: 'quotes' };
  const joined = line.replace(/\s*[\r\n]+\s*/g, format === undefined ? ' ' : '');
  const trimmed = isTight(format) ? withoutBlanks(joined, reached) : joined;
  return { text: trimmed, leftOut: joined !== line ? 'line-breaks' : trimmed !== joined ? 'blanks' : null };
}

function withoutBlanks(text: string, { start, end }: Reached): string {
  const front = start ? text.trimStart() : text;
  return end ? front.trimEnd() : front;
}

/** Formats of paths on this or another machine. */
export const pathFormats: readonly string[] = [
  'file',
  'directory',
  'container-path',
  'url-or-directory',
  'url-or-file',
] satisfies readonly Format[];

/** Formats of what never begins or ends with a blank. */
function isTight(format: string | undefined): boolean {
  return format !== undefined && (pathFormats.includes(format) || tightFormats.includes(format));
}

const tightFormats: readonly string[] = [
  'address',
  'docker-image',
  'host',
  'host-port',
  'octal',
  'size',
  'url-template',
  'variable',
] satisfies readonly Format[];

/** The items that a pasted text stands for, and whether they are the words of a command line. */
export interface PastedItems {
  readonly items: readonly string[];
  readonly isCommand: boolean;
  /** Whether an image, and what runs in it, stood behind the arguments: it is left out. */
  readonly hasMore: boolean;
}

/** The items of a list that a pasted text stands for: its lines, or the words of a docker command line. */
export function pastedItems(text: string, format: string | undefined): PastedItems {
  if (format === 'docker-arguments' && isCommandLine(text)) return argumentsOf(text);
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return { items: lines.filter((line) => line !== ''), isCommand: false, hasMore: false };
}

/** One word may hold spaces, as the path of a folder, so only what looks like a command line is taken for one. */
function isCommandLine(text: string): boolean {
  return /^\s*(?:-|(?:sudo\s+)?docker\s)/.test(text) && /\S[ \t]+\S/.test(text);
}

const command = /^\s*(?:sudo\s+)?docker\s+(?:container\s+)?(?:run|create)\b/;

/** Only a whole command has an image in it; what stands alone is all arguments. */
function argumentsOf(text: string): PastedItems {
  const words = wordsOf(text.replace(command, ''));
  const end = command.test(text) ? endOfOptions(words) : words.length;
  const items = words.slice(0, end);
  return { items, isCommand: true, hasMore: end < words.length };
}

/** The options of docker run that take no value; the word behind any other belongs to it. */
const switches: ReadonlySet<string> = new Set(
  ['detach', 'disable-content-trust', 'help', 'init', 'interactive', 'no-healthcheck', 'oom-kill-disable']
    .concat(['privileged', 'publish-all', 'quiet', 'read-only', 'rm', 'sig-proxy', 'tty', 'use-api-socket'])
    .map((name) => `--${name}`),
);

/** Where the options end: at the image. */
function endOfOptions(words: readonly string[]): number {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (word === '--' || !word.startsWith('-')) return at;
    at += takesNext(word) ? 2 : 1;
  }
  return words.length;
}

function takesNext(option: string): boolean {
  if (option.startsWith('--')) return !option.includes('=') && !switches.has(option);
  // Short options may stand in one word: the first that takes a value takes the rest of it, or else the next word.
  return /^-[ditPqh]*[^ditPqh]$/.test(option);
}

const parts = /\\(?<escaped>.)|'(?<exact>[^']*)'|"(?<loose>(?:\\.|[^"\\])*)"|(?<end>\s+)|(?<plain>[^\s\\'"]+|.)/gs;

/** The words of a command line as a shell parts them: quotes and backslashes count, variables stay. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (const { groups } of line.matchAll(parts)) {
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
