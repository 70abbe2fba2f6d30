import * as shape from './characters.ts';
import { decodeNumber } from './decode.ts';
import type { KeyNode, SeparatorNode } from './document.ts';
import type { Lexer } from './lexer.ts';
import type { Expansion } from './position.ts';
import { pythonText } from './python-text.ts';
import { remembering } from './remembering.ts';

const PARTS = /"[^"]+"|[^$}[\]:=+#`^?!@*&.]+/g;

/**
 * The parts a key stands for, as ClearML splits it: at dots outside quotes; quotes go unless the part holds a special
 * sign, and those of a part that keeps them are not part of its name either. Escapes are not decoded. ClearML stumbles
 * over an empty part, and over a key without any. The same keys stand in many sections, and in every text that is read.
 */
const keyPath = remembering(4000, (spelling: string) => expressionPath(spelling.trim()));

function stripQuotes(part: string): string {
  return part.replace(/^"+|"+$/g, '');
}

/** A substitution's path expression is split like a key, except that blanks round it count. */
export function expressionPath(expression: string): readonly string[] {
  return (expression.match(PARTS) ?? []).map((part) => stripQuotes(part));
}

/** Reads a key where one begins, with the blanks behind it. */
export function readKey(lexer: Lexer, expansion: Expansion): KeyNode | null {
  const from = lexer.position;
  const quoted = lexer.peek(shape.QUOTED_KEY);
  const number = quoted > 0 ? 0 : lexer.numberLength();
  const length = quoted || number || lexer.peek(shape.BARE_KEY);
  if (length === 0) return null;
  const to = quoted > 0 ? from + length : shape.beforeBlanks(lexer.text, from + length);
  lexer.emit('key', to - from);
  lexer.blanks();
  const spelling = expansion.slice(from, to);
  const path = number > 0 ? [pythonText(decodeNumber(spelling), spelling)] : keyPath(spelling);
  return { kind: 'key', path, quoted: quoted > 0, from, to };
}

/** What stands between a key and its value, where it is no opening brace. */
export function readSeparator(lexer: Lexer): SeparatorNode | null {
  const sign = lexer.sign() === '+' && lexer.text.startsWith('+=', lexer.position) ? '+=' : lexer.sign();
  if (sign !== ':' && sign !== '=' && sign !== '+=') return null;
  const from = lexer.position;
  lexer.emit('separator', sign.length);
  return { kind: 'separator', sign, from, to: lexer.position };
}
