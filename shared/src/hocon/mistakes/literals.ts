import type { Change, LiteralNode, Problem, ValueNode } from '../document.ts';
import { quoted, quoteFix, replace, type Source, warning } from './mistake.ts';
import type { ValuePlace } from './walk.ts';

const OPENING = `'‘’‚“”„`;
const CLOSING = `'‘’“”`;

/** Mistakes inside a single text, number or keyword: ClearML reads them, but not as they were meant. */
export function literalMistakes(source: Source, { value }: ValuePlace): readonly Problem[] {
  const found = value.parts.flatMap((part) => (part.kind === 'literal' ? inLiteral(source, part) : []));
  return [...found, ...inWhole(source, value)];
}

function inLiteral(source: Source, literal: LiteralNode): readonly Problem[] {
  const spelling = source.text.slice(literal.from, literal.to);
  if (HIDDEN.test(spelling)) return hidden(source, literal, spelling);
  if (literal.style === 'quoted') return inQuoted(source, literal, spelling);
  if (literal.style === 'bare') return inBare(source, literal, spelling);
  if (literal.style === 'number') return lostDigits(source, literal, spelling);
  return [];
}

/** Marks without width, as they come along from web pages: ClearML keeps them in the text. */
const HIDDEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

function hidden(source: Source, literal: LiteralNode, spelling: string): readonly Problem[] {
  const from = literal.from + spelling.search(HIDDEN);
  return [warning(source, 'invisible-sign', { from, to: from + 1 }, replace({ from, to: from + 1 }, ''))];
}

function inQuoted(source: Source, literal: LiteralNode, spelling: string): readonly Problem[] {
  if (spelling.includes('\t'))
    return [warning(source, 'raw-tab', literal, replace(literal, spelling.replaceAll('\t', '\\t')))];
  if (decodesPath(spelling)) return [warning(source, 'decoded-escape', literal, replace(literal, doubled(spelling)))];
  const substitution = /\$\{\??[A-Za-z_][\w.]*\}/.exec(spelling);
  if (!substitution) return [];
  return [warning(source, 'quoted-substitution', literal, replace(literal, outside(spelling)))];
}

/** A Windows path in which ClearML finds a line break or a tab: `C:\new\table`. */
function decodesPath(spelling: string): boolean {
  const body = spelling.replace(/^"|"$/g, '').replaceAll('\\\\', '');
  return /^(?:[A-Za-z]:\\|\\)/.test(body) && /\\[nrt]/.test(body);
}

function doubled(spelling: string): string {
  return spelling.replace(/\\\\|\\/g, '\\\\');
}

/** `"${HOME}/x"` as `${HOME}"/x"`. */
function outside(spelling: string): string {
  const pieces = spelling.slice(1, -1).split(/(\$\{[^}]+\})/);
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => (/^\$\{[^}]+\}$/.test(piece) ? piece : `"${piece}"`))
    .join('');
}

function inBare(source: Source, literal: LiteralNode, spelling: string): readonly Problem[] {
  if (decodesPath(spelling)) return [warning(source, 'decoded-escape', literal, quoteFix(source, literal))];
  const cut = source.text.charAt(literal.to) === '#';
  if (cut) return [warning(source, 'cut-by-comment', literal, quoteToLineEnd(source, literal))];
  if (spelling.length > 1 && spelling.endsWith(';')) {
    return [warning(source, 'semicolon', literal, [{ from: literal.to - 1, to: literal.to, insert: '' }])];
  }
  const comment = /[^:/]\/\/$/.exec(spelling);
  if (comment && /^[ \t]/.test(source.text.slice(literal.to))) {
    return [warning(source, 'comment-in-text', literal, [{ from: literal.to - 2, to: literal.to - 2, insert: ' ' }])];
  }
  return [];
}

function quoteToLineEnd(source: Source, literal: LiteralNode): readonly Change[] {
  const end = source.lines.lineEnd(literal.from);
  const run = source.text.slice(literal.from, end);
  const stop = /[ \t]+(?:#|\/\/)|[ \t,]*$/.exec(run)?.index ?? run.length;
  return quoteFix(source, { from: literal.from, to: literal.from + stop });
}

/** `007` is 7, `3.10` is 3.1 and `1e10` has eleven digits: a version or an id needs quotes. */
function lostDigits(source: Source, literal: LiteralNode, spelling: string): readonly Problem[] {
  const isLost = /^[+-]?0\d|^\d+[eE]\d+$/.test(spelling) || /^\d+\.\d+0$/.test(spelling.replace(/\.0+$/, ''));
  return isLost ? [warning(source, 'lost-digits', literal, quoteFix(source, literal))] : [];
}

function inWhole(source: Source, value: ValueNode): readonly Problem[] {
  return [...wrongQuotes(source, value), ...keywordInText(source, value), ...timeSpan(source, value)];
}

/** Single and typographic quotes are ordinary signs to ClearML, so they become part of the value. */
function wrongQuotes(source: Source, value: ValueNode): readonly Problem[] {
  if (!value.parts.every((part) => part.kind === 'literal' && part.style !== 'quoted')) return [];
  const text = source.text.slice(value.from, value.to);
  const isQuoted =
    text.length > 1 && OPENING.includes(text.charAt(0)) && CLOSING.includes(text.charAt(text.length - 1));
  if (!isQuoted) return [];
  const inner = quoted(text.slice(1, -1));
  return [warning(source, 'wrong-quotes', value, inner === null ? [] : replace(value, inner))];
}

/** `true-ish` reads as `True-ish`, and `null.txt` as the print of an internal object. */
function keywordInText(source: Source, value: ValueNode): readonly Problem[] {
  const hasKeyword = value.parts.some((part) => part.kind === 'literal' && part.style === 'keyword');
  const isText = value.parts.length > 1 && value.parts.every((part) => part.kind === 'literal');
  return hasKeyword && isText ? [warning(source, 'keyword-in-text', value, quoteFix(source, value))] : [];
}

/** Only as the very last thing of a file is `10 s` a time span instead of text. */
function timeSpan(source: Source, value: ValueNode): readonly Problem[] {
  const isPeriod = value.parts.some((part) => part.kind === 'literal' && part.style === 'period');
  return isPeriod ? [warning(source, 'time-span', value, quoteFix(source, value))] : [];
}
