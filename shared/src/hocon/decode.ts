import { PERIOD } from './characters.ts';
import type { LiteralStyle, Period, Scalar } from './document.ts';

/** The only escapes ClearML decodes. Every other backslash stays in the text, together with what follows it. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\\\', '\\'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
  ['\\=', '='],
  ['\\#', '#'],
  ['\\!', '!'],
  ['\\"', '"'],
]);

function decodeEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\[^\n]/g, (pair) => ESCAPES.get(pair) ?? pair) : text;
}

/** What ClearML reads from one literal, spelled without its quotes and with its tabs already expanded. */
export function decodeLiteral(style: LiteralStyle, spelling: string): Scalar {
  switch (style) {
    case 'triple':
      return spelling;
    case 'quoted':
    case 'bare':
      return decodeEscapes(spelling);
    case 'keyword':
      return decodeKeyword(spelling);
    case 'number':
      return decodeNumber(spelling);
    case 'period':
      return decodePeriod(spelling);
  }
}

function decodeKeyword(spelling: string): boolean | null {
  const word = spelling.toLowerCase();
  return word === 'null' ? null : word === 'true';
}

/** Whole numbers that a float surely holds; `-0` is not among them, since ClearML reads 0. */
const FEW_DIGITS = /^(?:0|-?[1-9]\d{0,14})$/;

/** Whole numbers of any size are exact: beyond 2^53 - 1 they come as a bigint. */
export function decodeNumber(spelling: string): number | bigint {
  if (FEW_DIGITS.test(spelling)) return Number(spelling);
  const digits = spelling.replace(/\p{Nd}/gu, asciiDigit);
  if (/[.eE]/.test(digits)) return Number(digits);
  const whole = BigInt(digits.replace(/^\+/, '').replace(/^-(?=\d)/, '')) * (digits.startsWith('-') ? -1n : 1n);
  const number = Number(whole);
  return Number.isSafeInteger(number) ? number : whole;
}

/** Decimal digits of every script stand in blocks of ten that begin with their zero; some blocks follow each other. */
function asciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  let before = 0;
  const code = digit.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['second', 1],
  ['m', 60],
  ['minute', 60],
  ['h', 3600],
  ['hour', 3600],
  ['d', 86_400],
  ['day', 86_400],
  ['w', 604_800],
  ['week', 604_800],
]);
const MONTHS = new Set(['mo', 'month', 'months']);
const YEARS = new Set(['y', 'year', 'years']);

function decodePeriod(spelling: string): Period {
  const match = PERIOD.exec(spelling);
  const amount = Number(decodeNumber(match?.[1] ?? '0'));
  const unit = match?.[2] ?? 's';
  if (MONTHS.has(unit)) return { kind: 'period', unit: 'months', amount };
  if (YEARS.has(unit)) return { kind: 'period', unit: 'years', amount };
  return { kind: 'period', unit: 'seconds', amount: secondsOf(amount, unit) };
}

function secondsOf(amount: number, unit: string): number {
  if (/^(us|micro)/.test(unit)) return amount / 1e6;
  if (/^(ns|nano)/.test(unit)) return Math.trunc(amount / 1000) / 1e6;
  if (/^(ms|milli)/.test(unit)) return amount / 1000;
  return amount * (SECONDS.get(unit) ?? SECONDS.get(unit.replace(/s$/, '')) ?? 1);
}
