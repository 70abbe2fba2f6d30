import type { Change, Part, Problem, ValueNode } from '../document.ts';
import { insertAt, type Source, warning } from './mistake.ts';
import type { ValuePlace } from './walk.ts';
import { bracesRound, ITEM } from './yaml.ts';

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
  const isItem = ITEM.test(text);
  if (valuePlace.line === keyLine.line || !(isItem || SETTING.test(text))) return [];
  if (isItem || valuePlace.column > keyLine.column) {
    return [warning(source, 'yaml-layout', field.key, bracesRound(source, field.key.from, separator.to))];
  }
  return [warning(source, 'missing-value', field.key, [insertAt(separator.to, ' ""')])];
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
