import type { Range } from '../hocon/index.ts';
import { isSecretKey } from './secret-name.ts';

const option = /(?<![\w-])--(?<name>[A-Za-z][\w.-]{0,100})/g;
/** These take their secret from elsewhere: no word of it follows. */
const wordless = /^no-|-stdin$/;
const wordPattern = /(?:[^\s"'\\]|\\.)+/y;
const insidePattern = /(?:[^"\\\r\n]|\\.)+/y;
const itemPattern = /[^\s"'[\]{},:=]+/y;
/** As far as the next item of a list is looked for. */
const GAP_LIMIT = 1000;

/** Whether the word behind this one is a secret: `--password`. */
export function isSecretOption(text: unknown): boolean {
  if (typeof text !== 'string' || !text.startsWith('--')) return false;
  const name = text.slice(2);
  return !wordless.test(name) && isSecretKey(name);
}

/**
 * The words behind options that say they are secret, found in the bare text: in the same text (`--token x`), or as the
 * next item of a list (`"--token", "x"`), in comments and in broken text too.
 */
export function optionSecrets(text: string): readonly Range[] {
  const found: Range[] = [];
  option.lastIndex = 0;
  for (let match = option.exec(text); match; match = option.exec(text)) {
    if (!isSecretOption(match[0])) continue;
    const end = option.lastIndex;
    const value = isBlank(text[end]) ? wordBehind(text, end) : itemBehind(text, end);
    if (!value) continue;
    found.push(value);
    option.lastIndex = Math.max(end, value.to);
  }
  return found;
}

function wordBehind(text: string, end: number): Range | null {
  let from = end;
  while (isBlank(text[from])) from++;
  if (text.startsWith('\\"', from)) return { from: from + 2, to: endAt(text, /\\"|[\r\n]/g, from + 2) };
  return quoted(text, from) ?? bare(text, wordPattern, from);
}

function itemBehind(text: string, end: number): Range | null {
  const isQuoted = text[end] === '"' || text[end] === "'";
  if (!isQuoted && text[end] !== ',') return null;
  const from = itemFrom(text, end + 1);
  return from === null ? null : (quoted(text, from) ?? bare(text, itemPattern, from));
}

/** Behind blanks, commas and comments. What is commented out as well is the next item. */
function itemFrom(text: string, end: number): number | null {
  for (let at = end; at < Math.min(end + GAP_LIMIT, text.length); at++) {
    const isComment = text[at] === '#' || text.startsWith('//', at);
    if (!isComment && !/[\s,]/.test(text[at] ?? '')) return at;
    if (!isComment) continue;
    while (/[#/ \t]/.test(text[at] ?? '')) at++;
    if (text[at] === '"' || text[at] === "'") return at;
    at = endAt(text, /[\r\n]/g, at);
  }
  return null;
}

function quoted(text: string, from: number): Range | null {
  if (text.startsWith('"""', from)) return { from: from + 3, to: endAt(text, /"""/g, from + 3) };
  if (text[from] === '"') return { from: from + 1, to: matched(text, insidePattern, from + 1)?.to ?? from + 1 };
  return text[from] === "'" ? { from: from + 1, to: endAt(text, /['\r\n]/g, from + 1) } : null;
}

/** The name of a variable is no secret. */
function bare(text: string, pattern: RegExp, from: number): Range | null {
  return text.startsWith('${', from) ? null : matched(text, pattern, from);
}

function matched(text: string, pattern: RegExp, from: number): Range | null {
  pattern.lastIndex = from;
  const to = from + (pattern.exec(text)?.[0].length ?? 0);
  return to > from ? { from, to } : null;
}

function endAt(text: string, sign: RegExp, from: number): number {
  sign.lastIndex = from;
  return sign.exec(text)?.index ?? text.length;
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}
