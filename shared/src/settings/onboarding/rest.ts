import { parse, type Range } from '../../hocon/index.ts';
import { secretRanges } from '../secret-ranges.ts';
import type { PasteRest } from './paste.ts';

/** What stands for a piece that is taken. */
const gap = '…';
/** What belongs to the writing, not to what is said. */
const writing =
  /%(?:set_)?env\b|\b(?:export|declare|set|setx|setenv|api|credentials|env|import os)\b|\$env|(?:\bos)?\.environ(?:\.\w+)?|\[(?:System\.)?Environment\]|::SetEnvironmentVariable|(?:^|\s)-{1,2}\w+\b|^\s*(?:#|\/\/).*$|(?:^|\s)#[^…]*/gim;

/** The lines that hold more than what was taken of them, with their secrets masked. */
export function restLines(text: string, taken: readonly Range[], mask: string): readonly PasteRest[] {
  const pieces = replaced(text, taken, mask);
  return pieces.split('\n').flatMap((line, at) => {
    const shown = line.trim();
    return /[\p{L}\p{N}]/u.test(shown.replace(writing, '')) ? [{ line: at + 1, text: shown }] : [];
  });
}

/** A piece of the text as it may be shown, on one line. */
export function shownPiece(text: string, { from, to }: Range, secrets: readonly Range[], mask: string): string {
  const inside = secrets.filter((secret) => secret.from < to && secret.to > from);
  let shown = '';
  let at = from;
  for (const secret of inside) {
    shown += text.slice(at, Math.max(at, secret.from)) + mask;
    at = Math.min(to, secret.to);
  }
  return firstLine(shown + text.slice(at, to));
}

function firstLine(text: string): string {
  const [first = '', ...more] = text.trim().split(/[\r\n]+/);
  return more.length > 0 ? `${first.trimEnd()} ${gap}` : first;
}

/** The text with what is taken as gaps and its secrets masked; its line breaks stay, as `\n`. */
function replaced(text: string, taken: readonly Range[], mask: string): string {
  const ranges = [
    ...taken.map((range) => ({ ...range, insert: gap })),
    ...secretRanges(parse(text)).map((range) => ({ ...range, insert: mask })),
  ].sort((one, other) => one.from - other.from || (one.insert === gap ? -1 : 1));
  let shown = '';
  let at = 0;
  for (const { from, to, insert } of ranges) {
    if (to <= at) continue;
    if (from >= at) shown += text.slice(at, from) + insert;
    shown += text.slice(Math.max(at, from), to).replace(/[^\n\r]+/g, '');
    at = to;
  }
  return (shown + text.slice(at)).replace(/\r\n?/g, '\n');
}
