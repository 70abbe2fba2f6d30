import type { ConfigObject, ConfigValue, Path } from '../document.ts';
import { isBareKey, quotedSpelling, type Spelling, unwritable, writeKey, writeValue } from '../literal.ts';
import { nestedStyle, openingOf, type Style } from '../style.ts';
import { isList, isObject } from '../value.ts';
import { Refused, type Stop } from './refusal.ts';

/** Where a value is written: on lines of its own, or all on one. */
export type Layout = 'block' | 'line';

/** Refuses what ClearML would not read back. */
export function refuseUnwritable(value: ConfigValue, path: Path): Stop {
  const code = unwritable(value, path);
  return code === null ? null : new Refused(code, path);
}

/** A new field, in the style of the rows it comes to stand with. */
export function renderField(key: string, value: ConfigValue, style: Style, layout: Layout): string {
  if (!isObject(value)) return key + style.separator + renderValue(value, style, layout);
  if (layout === 'line' || value.size === 0)
    return key + inlineOpening(style, layout) + renderValue(value, style, 'line');
  const opening = openingOf(style) ?? style.newline + style.indent;
  return key + opening + renderValue(value, style, layout);
}

/** A value in the style of the rows round it. In a block, objects and lists of objects take several lines. */
export function renderValue(
  value: ConfigValue,
  style: Style,
  layout: Layout,
  spelling: Spelling = quotedSpelling,
): string {
  if (isObject(value)) return layout === 'block' && value.size > 0 ? block(value, style) : braces(value, style);
  if (isList(value) && layout === 'block' && value.some(isObject)) return listBlock(value, style);
  return writeValue(value, spelling);
}

/** The key of a new field; null if the names have no spelling as one dotted key. */
export function renderKey(names: readonly string[], style: Style): string | null {
  if (names.length === 1) return names.map((name) => writeKey(name, style.quotedKeys)).join('');
  return names.every(isBareKey) ? names.join('.') : null;
}

function inlineOpening(style: Style, layout: Layout): string {
  return (layout === 'block' ? openingOf(style) : null) ?? style.separator;
}

function block(members: ConfigObject, style: Style): string {
  const inner = nestedStyle(style);
  const fields = [...members].map(
    ([name, value]) => inner.indent + renderField(writeKey(name, inner.quotedKeys), value, inner, 'block'),
  );
  const separator = (inner.commas ? ',' : '') + style.newline;
  return `{${style.newline}${fields.join(separator)}${style.newline}${style.indent}}`;
}

function listBlock(items: readonly ConfigValue[], style: Style): string {
  const inner = nestedStyle(style);
  const lines = items.map((item) => inner.indent + renderValue(item, inner, 'block'));
  return `[${style.newline}${lines.join(`,${style.newline}`)}${style.newline}${style.indent}]`;
}

function braces(members: ConfigObject, style: Style): string {
  const fields = [...members].map(([name, value]) =>
    renderField(writeKey(name, style.quotedKeys), value, style, 'line'),
  );
  return `{${fields.join(style.gap)}}`;
}
