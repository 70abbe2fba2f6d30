/** Where the line of an offset begins; a byte order mark stands before the first line. */
export function lineStart(text: string, offset: number): number {
  const first = firstLine(text);
  let at = offset;
  while (at > first && !isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the first line begins. */
export function firstLine(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  return afterBreak(text, lineEnd(text, offset));
}

/** Where the line before the one that begins at `start` begins; null on the first line. */
export function previousLine(text: string, start: number): number | null {
  return start <= firstLine(text) ? null : lineStart(text, beforeBreak(text, start));
}

/** The end of the line before the one that begins at `start`. */
export function beforeBreak(text: string, start: number): number {
  if (start >= 2 && text.startsWith('\r\n', start - 2)) return start - 2;
  return Math.max(firstLine(text), start - 1);
}

/** The blanks between the start of the line and the offset; null if something else stands there. */
export function indentBefore(text: string, offset: number): string | null {
  const first = firstLine(text);
  let at = offset;
  while (at > first && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at === first || isBreak(text.charCodeAt(at - 1)) ? text.slice(at, offset) : null;
}

/** The blanks a line begins with. */
export function lineIndent(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text.slice(start, at);
}

export function isBlankLine(text: string, start: number): boolean {
  return isBlank(text.slice(start, lineEnd(text, start)));
}

export function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

/**
 * Where what cannot be read ends: with its line or at a comma, but not past a sign that closes a block which is open
 * there.
 */
export function brokenEnd(text: string, from: number, isInBlock: boolean): number {
  let depth = 0;
  let at = from;
  for (; at < text.length && !isBreak(text.charCodeAt(at)); at++) {
    const sign = text.charAt(at);
    if (sign === '{' || sign === '[') depth++;
    if (sign === '}' || sign === ']') depth--;
    if ((depth < 0 && isInBlock) || (sign === ',' && depth <= 0)) break;
  }
  return at;
}

export function hasBreak(text: string): boolean {
  return /[\r\n]/.test(text);
}

function afterBreak(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(text.length, end + 1);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
