import type { Range } from '../../hocon/index.ts';
import type { PasteForm } from './paste.ts';
import { type Piece, pieceAt } from './piece.ts';

/** An environment variable with its value, as a shell, a notebook or a program sets it. */
export interface Assignment extends Range {
  readonly name: string;
  readonly value: string;
  readonly form: PasteForm;
  /** The text ends before the closing quote. */
  readonly isCut: boolean;
  /** Only the shell could tell the value. */
  readonly isComputed: boolean;
}

/** A name in capitals that is not itself the value of something (`$NAME`). */
const names = /(?<=^|[^\w$%{]|%env |-e)[A-Z][A-Z0-9]{1,30}(?:_+[A-Z0-9]{1,30}){1,12}(?![\w%])/g;

/** What the beginning of a line says about the language, the last word counting most. */
const forms: readonly (readonly [RegExp, PasteForm])[] = [
  [/%(?:set_)?env[ \t]+[^%]*$/, 'notebook'],
  [/(?:\$env:|SetEnvironmentVariable\(["'])$/i, 'powershell'],
  [/\bset[ \t]+(?:-{1,2}\w+[ \t]+)*(?:-\w*x\w*|--export)[ \t]+(?:-{1,2}\w+[ \t]+)*$/, 'fish'],
  [/\bsetx?[ \t]+"?$/i, 'cmd'],
  [/(?:-e|--env)[ \t=]*["']?$/, 'docker'],
  [/^[ \t]*ENV[ \t]/, 'docker'],
  [/\b(?:os\.)?environ\b/, 'python'],
  [/\b(?:export|declare|setenv)\b/, 'shell'],
];
/** Between a name and its value there is only a blank. */
const blankApart = /(?:%(?:set_)?env|\bset|\bsetx|\bsetenv|^[ \t]*ENV)(?:[ \t]+-{1,2}\w+)*[ \t]+["']?$/i;
const separator = /["']?\]?[ \t]*(?:[:=]|,(?=[ \t]*["']))[ \t]*/y;
const blanks = /["']?[ \t]+/y;
const valueBelow = /["']?[ \t]*\r?\n[ \t]*value:[ \t]*/y;

/** Every variable that the text sets, in order. */
export function assignmentsIn(text: string): readonly Assignment[] {
  const found: Assignment[] = [];
  let free = 0;
  for (const match of text.matchAll(names)) {
    if (match.index < free) continue;
    const assignment = assignmentAt(text, match.index, match[0]);
    if (!assignment) continue;
    found.push(assignment);
    free = assignment.to;
  }
  return found;
}

function assignmentAt(text: string, from: number, name: string): Assignment | null {
  const before = lineBefore(text, from);
  const end = from + name.length;
  const start = valueStart(text, end, before);
  if (start === null) return null;
  const form = forms.find(([pattern]) => pattern.test(before))?.[1] ?? 'variables';
  const opening = text[from - 1] ?? '';
  const isWrapped = (opening === '"' || opening === "'") && text[end] !== opening;
  const piece = withoutQuoteOf(
    before,
    pieceAt(text, start, isWrapped ? opening : null, spellingOf(form, text[from - 1])),
  );
  return { name, form, from, to: piece.to, value: piece.value, isCut: piece.isCut, isComputed: piece.isComputed };
}

/** A bare value without the quote that closes what its line began before it: `echo 'export NAME=value'`. */
function withoutQuoteOf(before: string, piece: Piece): Piece {
  const quote = /^[^'"]+(['"])$/.exec(piece.value)?.[1];
  const isOpen = quote !== undefined && before.split(quote).length % 2 === 0;
  return isOpen ? { ...piece, value: piece.value.slice(0, -1), to: piece.to - 1 } : piece;
}

/** What stands before a place on its line, as far as it can matter. */
function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 200), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

function valueStart(text: string, end: number, before: string): number | null {
  const patterns = blankApart.test(before) ? [separator, blanks] : [separator, valueBelow];
  for (const pattern of patterns) {
    pattern.lastIndex = end;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return null;
}

function spellingOf(form: PasteForm, sign: string | undefined): Piece['spelling'] {
  if (form === 'notebook') return 'plain';
  if (form === 'powershell') return 'powershell';
  if (form === 'cmd') return 'cmd';
  if (form === 'python') return 'program';
  if (form === 'variables') return sign === '"' ? 'program' : 'file';
  return 'shell';
}
