import * as shape from './characters.ts';
import { decodeLiteral } from './decode.ts';
import type { IncludeNode } from './document.ts';
import type { Lexer } from './lexer.ts';
import type { Expansion } from './position.ts';
import type { SyntaxProblems } from './syntax-problems.ts';

/**
 * Reads an include where one begins; otherwise the word is a key or a text, and nothing is read. Behind a form or
 * `required` there is no way back for ClearML: it is an include, or `broken`.
 */
export function readInclude(
  lexer: Lexer,
  expansion: Expansion,
  problems: SyntaxProblems,
  isInValue: boolean,
): IncludeNode | 'broken' | null {
  const code = lexer.text.charCodeAt(lexer.position) | 32;
  if (code !== 105 || !shape.startsKeyword(lexer.text, lexer.position)) return null;
  const from = lexer.position;
  const head = lexer.peek(shape.INCLUDE);
  if (head === 0) return null;
  lexer.emit('include', head);
  lexer.blanks();
  const afterHead = lexer.position;
  const content = readContent(lexer, expansion);
  if (content) return { kind: 'include', ...content, from, to: lexer.position };
  const isBroken = lexer.position > afterHead;
  if (isBroken) problems.brokenInclude(from, lexer.position, isInValue);
  lexer.rewind(from);
  return isBroken ? 'broken' : null;
}

type Content = Pick<IncludeNode, 'target' | 'form' | 'required'>;

function readContent(lexer: Lexer, expansion: Expansion): Content | null {
  const plain = readTarget(lexer, expansion);
  if (plain !== null) return { target: plain, form: 'plain', required: false };
  const form = lexer.peek(shape.INCLUDE_FORM);
  if (form > 0) return readForm(lexer, expansion, form);
  const required = lexer.peek(shape.REQUIRED);
  if (required === 0) return null;
  lexer.emit('include', required);
  const target = readParenthesised(lexer, () => readTarget(lexer, expansion) ?? readNestedForm(lexer, expansion));
  return target === null ? null : { target, form: 'plain', required: true };
}

function readForm(lexer: Lexer, expansion: Expansion, length: number): Content | null {
  const form = lexer.text.startsWith('url', lexer.position) ? 'url' : 'file';
  lexer.emit('include', length);
  const target = readParenthesised(lexer, () => readTarget(lexer, expansion));
  return target === null ? null : { target, form, required: false };
}

/** `required(file("x"))` is read, and then makes ClearML stumble: an include whose target is the whole form. */
function readNestedForm(lexer: Lexer, expansion: Expansion): string | null {
  const from = lexer.position;
  const length = lexer.peek(shape.INCLUDE_FORM);
  if (length === 0) return null;
  lexer.emit('include', length);
  const target = readParenthesised(lexer, () => readTarget(lexer, expansion));
  return target === null ? null : lexer.text.slice(from, lexer.position);
}

function readParenthesised(lexer: Lexer, read: () => string | null): string | null {
  lexer.blanks();
  if (!lexer.acceptSign('include', '(')) return null;
  lexer.blanks();
  const target = read();
  lexer.blanks();
  return target !== null && lexer.acceptSign('include', ')') ? target : null;
}

function readTarget(lexer: Lexer, expansion: Expansion): string | null {
  const from = lexer.position;
  if (!lexer.accept('include', shape.QUOTED)) return null;
  const value = decodeLiteral('quoted', expansion.slice(from + 1, lexer.position - 1));
  return typeof value === 'string' ? value : null;
}
