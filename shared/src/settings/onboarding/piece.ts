/**
 * Whose rules for quotes and variables a value follows. `plain`: none, it is the text up to the next blank · `file`: a
 * list of variables, in which a dollar is only that.
 */
type Spelling = 'plain' | 'file' | 'shell' | 'powershell' | 'cmd' | 'program';

/** A value as it stands in a text. */
export interface Piece {
  readonly spelling: Spelling;
  readonly value: string;
  /** Behind the value and its closing quote. */
  readonly to: number;
  readonly isCut: boolean;
  readonly isComputed: boolean;
}

const escapes: Readonly<Record<Spelling, RegExp | null>> = {
  plain: null,
  cmd: null,
  file: /\\(["\\$`])/g,
  shell: /\\(["\\$`])/g,
  powershell: /`(.)/g,
  program: /\\(["'\\/])/g,
};
const variables: Readonly<Record<Spelling, RegExp | null>> = {
  plain: null,
  file: null,
  program: null,
  cmd: /%\w+%/,
  shell: /(?<!\\)\$[\w{(]/,
  powershell: /(?<!`)\$[\w{(]/,
};

/** Reads the value that begins at a place. `wrapper`: the quote that stands before its name and closes behind it. */
export function pieceAt(text: string, from: number, wrapper: string | null, spelling: Spelling): Piece {
  const prefix = wrapper === null && spelling === 'program' ? prefixAt(text, from) : '';
  const first = text[from + prefix.length];
  const quote = wrapper ?? (first === '"' || first === "'" ? first : null);
  if (quote === null) return barePiece(text, from, spelling);
  const start = wrapper === null ? from + prefix.length + 1 : from;
  const end = closingQuote(text, start, quote, spelling);
  const inside = text.slice(start, end);
  const isRaw = spelling === 'program' ? /r/i.test(prefix) : quote === "'";
  return {
    spelling,
    value: isRaw ? inside : decoded(inside, spelling),
    to: Math.min(text.length, end + 1),
    isCut: text[end] !== quote,
    isComputed: !isRaw && (variables[spelling]?.test(inside) ?? false),
  };
}

/** The letters before a quote with which Python says how to read what is inside. */
function prefixAt(text: string, from: number): string {
  return /^[rbu]{1,2}(?=["'])/i.exec(text.slice(from, from + 3))?.[0] ?? '';
}

function barePiece(text: string, from: number, spelling: Spelling): Piece {
  const end = bareEnd(text, from, spelling);
  const inside = text.slice(from, end);
  const isComputed = variables[spelling]?.test(inside) ?? false;
  const value = spelling === 'shell' ? inside.replace(/\\(.)/g, '$1') : inside;
  return { spelling, value, to: end, isCut: false, isComputed };
}

function bareEnd(text: string, from: number, spelling: Spelling): number {
  let at = from;
  while (at < text.length && !/\s/.test(text[at] ?? '')) at++;
  const word = text.slice(from, at);
  if (spelling === 'plain') return at;
  const next = word.search(spelling === 'program' ? /[,})\]]*$/ : /&&|[;,})\]]*$/);
  return next < 0 ? at : from + next;
}

/** The closing quote on the same line, or the end of the line. */
function closingQuote(text: string, from: number, quote: string, spelling: Spelling): number {
  const shield = spelling === 'powershell' ? '`' : '\\';
  const hasEscapes = spelling === 'program' || (quote === '"' && spelling !== 'plain' && spelling !== 'cmd');
  let at = from;
  for (; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n' || sign === '\r' || sign === quote) return at;
    if (sign === shield && hasEscapes) at++;
  }
  return text.length;
}

function decoded(inside: string, spelling: Spelling): string {
  const pattern = escapes[spelling];
  return pattern ? inside.replace(pattern, '$1') : inside;
}
