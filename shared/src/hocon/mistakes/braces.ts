import type { Change, Document, Token } from '../document.ts';
import { type LineIndex, lineIndexOf } from '../position.ts';
import { insertAt } from './mistake.ts';

/** A block whose end is missing, as the indentation tells it. */
export interface Unclosed {
  readonly open: Token;
  readonly fix: readonly Change[];
}

interface Open {
  readonly token: Token;
  readonly indent: number;
}

/**
 * The block that lacks its closing sign. A parser notices at the end of the file only; people see it where a line
 * begins no deeper than the line that opened the block they are still in. If that block is closed all the same, below
 * the beginning of that line, it is only written without indentation.
 */
export function unclosedByLayout(document: Document): Unclosed | null {
  const { text, tokens } = document;
  const lines = lineIndexOf(document);
  const open: Open[] = [];
  const suspects = new Map<Token, Unclosed>();
  let lineStart = 0;
  let isFirst = true;
  for (const token of tokens) {
    if (token.kind === 'newline') {
      lineStart = token.to;
      isFirst = true;
      continue;
    }
    if (token.kind === 'blank' || token.kind === 'comment') continue;
    const column = token.from - lineStart;
    const top = open.at(-1);
    if (isFirst && top && column <= top.indent && isSetting(text, token) && isBlock(text, top.token)) {
      if (!suspects.has(top.token)) suspects.set(top.token, endingAt(lineStart, text, top));
    }
    if (token.kind === 'open') open.push({ token, indent: indentOf(text, lines, token) });
    if (token.kind === 'close') {
      const closed = open.pop();
      if (closed && isFirst && column === closed.indent) suspects.delete(closed.token);
    }
    isFirst = false;
  }
  const [suspect = endless(text, open.at(-1))] = suspects.values();
  return suspect;
}

function endingAt(lineStart: number, text: string, { token, indent }: Open): Unclosed {
  return { open: token, fix: [insertAt(lineStart, `${' '.repeat(indent)}${closing(text, token)}\n`)] };
}

/** The innermost block that is open at the end. */
function endless(text: string, top: Open | undefined): Unclosed | null {
  if (!top) return null;
  return { open: top.token, fix: [insertAt(text.length, `${endBreak(text)}${closing(text, top.token)}\n`)] };
}

function isSetting(text: string, token: Token): boolean {
  return token.kind === 'key' || (token.kind === 'literal' && SETTING.test(rest(text, token)));
}

/** What a line begins with that is a setting, even where a list is still open and it is read as an item. */
const SETTING = /^[A-Za-z_][\w.-]*[ \t]*[:={]/;

function rest(text: string, { from }: Token): string {
  return text.slice(from, from + 200);
}

/** Only a block that goes on below its first line has an indentation to tell from. */
function isBlock(text: string, open: Token): boolean {
  return (
    /^[^\n\r]*(?:#.*)?[\n\r]/.test(text.slice(open.to, open.to + 400)) &&
    !/^[ \t]*[^ \t\n\r#/]/.test(text.slice(open.to))
  );
}

function indentOf(text: string, lines: LineIndex, token: Token): number {
  const start = token.from - lines.positionAt(token.from).column + 1;
  return /^[ \t]*/.exec(text.slice(start, token.from))?.[0].length ?? 0;
}

function closing(text: string, open: Token): string {
  return text.charAt(open.from) === '[' ? ']' : '}';
}

function endBreak(text: string): string {
  return text === '' || text.endsWith('\n') ? '' : '\n';
}
