/**
 * The character classes and word shapes of ClearML's dialect, as sticky expressions. Python's idea of white space and
 * of digits differs from JavaScript's, so both are spelled out. None of them backtracks over more than it has read.
 */

const PYTHON_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const DIGIT = '\\p{Nd}';

export const COMMENT = /(?:#|\/\/)[^\n\r]*/y;

/** A quoted key may hold no line break at all. */
export const QUOTED_KEY = /"(?:[^"\n\r\\]|\\[^\n])*"/y;
export const BARE_KEY = /[A-Za-z0-9À-ÖØ-öø-ÿ._\- \t/]+/y;

/** A number, only where what follows can end a value. */
export const NUMBER = new RegExp(
  `[+-]?(?:${DIGIT}*\\.${DIGIT}+|${DIGIT}+(?:\\.${DIGIT}+)?)(?:[eE][+-]?${DIGIT}+)?(?=$|[ \\t]*(?:[$}\\],#\\n\\r]|//))`,
  'uy',
);
export const KEYWORD = /(?:true|false|null)(?![A-Za-z0-9_$])/iy;
export const TRIPLE_QUOTED = /"""[\s\S]*?"*"""/y;
export const QUOTED = /"(?:[^"\\\n]|\\[^\n])*"/y;
/** Unquoted text up to the next space: the sign of a comment ends it only as `#`, never as `//`. */
export const WORD = new RegExp(`(?:[^\\^\`+?!@*&"\\[{${PYTHON_SPACE}\\]}#,=$\\\\]|\\\\[^\\n])+`, 'y');
export const SUBSTITUTION = /\$\{([^}]+)\}/y;

/**
 * A period is read only where it is the very last thing of the file; one final line feed may follow. The unit is one
 * of `PERIOD_UNITS`; between amount and unit any white space may stand, line breaks too.
 */
export const UNIT_AT_END = /([a-z]+)\n?$/;
export const PERIOD_UNITS: ReadonlySet<string> = new Set(
  (
    'ns nano nanos nanosecond nanoseconds us micro micros microsecond microseconds ms milli millis millisecond ' +
    'milliseconds s second seconds m minute minutes h hour hours w week weeks d day days mo month months y year years'
  ).split(' '),
);
export const PERIOD = new RegExp(`^(${DIGIT}+)[${PYTHON_SPACE}]*([a-z]+)`, 'u');
const DIGIT_SIGN = new RegExp(DIGIT, 'u');
const SPACE_SIGN = new RegExp(`[${PYTHON_SPACE}]`);

export function isDigit(sign: string): boolean {
  return DIGIT_SIGN.test(sign);
}

export function isPythonSpace(sign: string): boolean {
  return SPACE_SIGN.test(sign);
}

export const INCLUDE = /include(?![A-Za-z0-9_$])/iy;
export const INCLUDE_FORM = /(?:url|file)(?![A-Za-z0-9_$])/y;
export const REQUIRED = /required(?![A-Za-z0-9_$])/y;

/** True where ClearML would not take the character before a keyword for a part of it. */
export function startsKeyword(text: string, at: number): boolean {
  return at === 0 || !/[A-Za-z0-9_$]/.test(text.charAt(at - 1));
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;

/** Spaces and marks that nobody sees and that ClearML does not take for blanks or line breaks. */
export function isInvisible(sign: string): boolean {
  return INVISIBLE.test(sign) && !' \t\n\r'.includes(sign);
}

/** Behind the blanks here. Only these two are blanks; every other Unicode space is an ordinary or a forbidden character. */
export function afterBlanks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || code === 9; code = text.charCodeAt(at)) at++;
  return at;
}

/** Before the blanks that end here. */
export function beforeBlanks(text: string, to: number): number {
  let at = to;
  for (let code = text.charCodeAt(at - 1); code === 32 || code === 9; code = text.charCodeAt(at - 1)) at--;
  return at;
}

/** Behind a run of commas and line breaks here. */
export function afterBreaks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 10 || code === 13 || code === 44; code = text.charCodeAt(at)) at++;
  return at;
}

export function startsComment(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 35 || (code === 47 && text.charCodeAt(at + 1) === 47);
}
