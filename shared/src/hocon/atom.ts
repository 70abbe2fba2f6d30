import * as shape from './characters.ts';
import { decodeLiteral } from './decode.ts';
import type { LiteralNode, LiteralStyle, Part, SubstitutionNode } from './document.ts';
import type { Lexer } from './lexer.ts';
import type { Expansion } from './position.ts';

/** Reads `${path}` or `${?path}` where one begins. */
export function readSubstitution(lexer: Lexer, expansion: Expansion): SubstitutionNode | null {
  const from = lexer.position;
  if (!lexer.accept('substitution', shape.SUBSTITUTION)) return null;
  const to = lexer.position;
  const inside = expansion.slice(from + 2, to - 1);
  const optional = inside.length > 1 && inside.startsWith('?');
  const expression = optional ? inside.slice(1) : inside;
  return { kind: 'substitution', expression, optional, from, to };
}

/** Reads a time span, number, keyword or text where one begins, in the order in which ClearML tries them. */
export function readLiteral(lexer: Lexer, expansion: Expansion): LiteralNode | null {
  if (lexer.atPeriod) return emitLiteral(lexer, expansion, 'period', lexer.periodLength());
  const number = lexer.numberLength();
  if (number > 0) return emitLiteral(lexer, expansion, 'number', number);
  const keyword = lexer.keywordLength();
  if (keyword > 0) return emitLiteral(lexer, expansion, 'keyword', keyword);
  if (lexer.sign() === '"') return readQuoted(lexer, expansion);
  const word = lexer.peek(shape.WORD);
  return word > 0 ? emitLiteral(lexer, expansion, 'bare', word) : null;
}

function readQuoted(lexer: Lexer, expansion: Expansion): LiteralNode | null {
  const triple = lexer.tripleLength();
  if (triple > 0) return emitLiteral(lexer, expansion, 'triple', triple);
  const quoted = lexer.peek(shape.QUOTED);
  return quoted > 0 ? emitLiteral(lexer, expansion, 'quoted', quoted) : null;
}

function emitLiteral(lexer: Lexer, expansion: Expansion, style: LiteralStyle, length: number): LiteralNode {
  const from = lexer.position;
  const to = from + length;
  lexer.emit('literal', length);
  const quotes = quotesAround(style);
  return { kind: 'literal', style, value: decodeLiteral(style, expansion.slice(from + quotes, to - quotes)), from, to };
}

function quotesAround(style: LiteralStyle): number {
  if (style === 'quoted') return 1;
  return style === 'triple' ? 3 : 0;
}

/** Blanks behind such a part are read with it. */
export function takesBlanks(part: Part): boolean {
  if (part.kind === 'literal') return part.style === 'quoted' || part.style === 'bare';
  return part.kind === 'substitution';
}
