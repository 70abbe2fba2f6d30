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
 * begins no deeper than the line that opened the block they are still in.
 */
export function unclosedByLayout(document: Document): Unclosed | null {
  const { text, tokens } = document;
  const lines = lineIndexOf(document);
  const open: Open[] = [];
  let lineStart = 0;
  let isFirst = true;
  for (const token of tokens) {
    if (token.kind === 'newline') {
      lineStart = token.to;
      isFirst = true;
      continue;
    }
    if (token.kind === 'blank' || token.kind === 'comment') continue;
    const top = open.at(-1);
    const isSetting =
      isFirst && (token.kind === 'key' || (token.kind === 'literal' && SETTING.test(rest(text, token))));
    if (isSetting && top && token.from - lineStart <= top.indent && isBlock(text, top.token)) {
      return { open: top.token, fix: [insertAt(lineStart, `${' '.repeat(top.indent)}${closing(text, top.token)}\n`)] };
    }
    if (token.kind === 'open') open.push({ token, indent: indentOf(text, lines, token) });
    if (token.kind === 'close') open.pop();
    isFirst = false;
  }
  const top = open.at(-1);
  return top
    ? { open: top.token, fix: [insertAt(text.length, `${endBreak(text)}${closing(text, top.token)}\n`)] }
    : null;
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
