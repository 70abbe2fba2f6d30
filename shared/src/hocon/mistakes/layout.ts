import type { Change, Part, Problem, Range, ValueNode } from '../document.ts';
import { insertAt, type Source, warning } from './mistake.ts';
import type { ValuePlace } from './walk.ts';

const SETTING = /^("[^"\n]+"|[A-Za-z_][\w.-]*)[ \t]*[:=]/;
const INNER_SETTING = /[ \t](?=("[^"\n]+"|[A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]|$))/;

/** Values that take more than was meant: the next line, or the next setting of the same line. */
export function layoutMistakes(source: Source, place: ValuePlace): readonly Problem[] {
  const swallowed = swallowedLine(source, place);
  return swallowed.length > 0 ? swallowed : runTogether(source, place);
}

/** A key without a value reads the next line as its value, name and all. */
function swallowedLine(source: Source, { field, value }: ValuePlace): readonly Problem[] {
  const separator = field?.separator;
  if (!field || !separator || value.parts.length === 0) return [];
  const keyLine = source.lines.positionAt(field.key.from);
  const valuePlace = source.lines.positionAt(value.from);
  const text = source.text.slice(value.from, source.lines.lineEnd(value.from));
  if (valuePlace.line === keyLine.line || !SETTING.test(text)) return [];
  const isNested = valuePlace.column > keyLine.column;
  if (isNested) return [warning(source, 'yaml-layout', field.key, braces(source, field.key, separator))];
  return [warning(source, 'missing-value', field.key, [insertAt(separator.to, ' ""')])];
}

/** Braces round the lines that stand deeper than the key; sections inside them are left to the person. */
function braces(source: Source, key: Range, separator: Range): readonly Change[] {
  const depth = source.lines.positionAt(key.from).column;
  const block = deeperLines(source, source.lines.lineEnd(separator.to), depth);
  const last = block.at(-1);
  const holdsSection = block.some((line) => /[:=][ \t]*$|^[ \t]*-[ \t]/.test(source.text.slice(line.from, line.to)));
  if (!last || holdsSection) return [];
  return [insertAt(separator.to, ' {'), insertAt(last.to, `\n${' '.repeat(depth - 1)}}`)];
}

function deeperLines(source: Source, lineEnd: number, depth: number): readonly Range[] {
  const lines: Range[] = [];
  let from = nextLine(source, lineEnd);
  while (from < source.text.length) {
    const to = source.lines.lineEnd(from);
    const line = source.text.slice(from, to);
    const column = line.length - line.trimStart().length + 1;
    if (line.trim() !== '' && column <= depth) break;
    if (line.trim() !== '') lines.push({ from, to });
    from = nextLine(source, to);
  }
  return lines;
}

function nextLine(source: Source, end: number): number {
  return end + (source.text.startsWith('\r\n', end) ? 2 : 1);
}

/** Without a comma between them, two settings or two items are one text. */
function runTogether(source: Source, { field, value }: ValuePlace): readonly Problem[] {
  if (value.parts.length < 2 || value.parts.some((part) => part.kind === 'substitution')) return [];
  if (value.parts.every((part) => part.kind === 'literal')) {
    return field ? settingsTogether(source, value) : itemsTogether(source, value);
  }
  const areBlocks = value.parts.every((part) => part.kind === 'object');
  return !field && areBlocks ? [warning(source, 'missing-comma', value, commas(value))] : [];
}

function settingsTogether(source: Source, value: ValueNode): readonly Problem[] {
  const text = source.text.slice(value.from, value.to);
  const match = INNER_SETTING.exec(text);
  if (!match) return [];
  return [warning(source, 'missing-comma', value, [insertAt(value.from + match.index, ',')])];
}

/** Words in a row may well be one text; quoted texts or numbers in a row are not. */
function itemsTogether(source: Source, value: ValueNode): readonly Problem[] {
  const areQuoted = value.parts.every((part) => part.kind === 'literal' && part.style === 'quoted');
  const areNumbers = value.parts.every((part) => /^[+-]?[\d.]+$/.test(source.text.slice(part.from, part.to)));
  return areQuoted || areNumbers ? [warning(source, 'missing-comma', value, commas(value))] : [];
}

function commas(value: ValueNode): readonly Change[] {
  return value.parts.slice(0, -1).map((part: Part) => insertAt(part.to, ','));
}
