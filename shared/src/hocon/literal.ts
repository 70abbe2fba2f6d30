import type { ConfigValue, NumberText, Path } from './document.ts';
import { isList, isObject } from './value.ts';

/** Why a value or a name cannot be written so that ClearML reads it back (`empty-key` and the like are one code). */
export type UnwritableCode =
  | 'empty-list-item'
  | 'null-in-nested-list'
  | 'lone-surrogate'
  | 'not-finite'
  | 'not-a-number'
  | 'too-deep'
  | 'unwritable-key'
  | 'period'
  | 'unreadable-value';

/** How a value was spelled before, where that is worth keeping. */
export interface Spelling {
  readonly quoting: 'quoted' | 'bare' | 'triple';
  /** The old number had a decimal point: a whole new one keeps it. */
  readonly point: boolean;
}

export type ValueText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: UnwritableCode };

export const quotedSpelling: Spelling = { quoting: 'quoted', point: false };

/** ClearML's parser gives up at about 40 levels. */
const deepest = 30;

const bareText = /^[A-Za-z_/~.][A-Za-z0-9_./~:-]*$/;
const notBare = /^(?:\/\/|\.\d|(?:true|false|null|include)(?![A-Za-z0-9_$]))/i;
const numberText = /^[+-]?(?:\d*\.\d+|\d+(?:\.\d+)?)(?:[eE][+-]?\d+)?$/;
const bareKey = /^[A-Za-z_][A-Za-z0-9_-]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that need care
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const keyBreakers = /["\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value as text on one line, as ClearML's two readers and wherever possible the specification read it back. */
export function formatValue(value: ConfigValue, spelling: Spelling = quotedSpelling): ValueText {
  const code = unwritable(value);
  return code === null ? { ok: true, text: writeValue(value, spelling) } : { ok: false, code };
}

/** The text of a value that `unwritable` has let pass. */
export function writeValue(value: ConfigValue, spelling: Spelling = quotedSpelling): string {
  if (typeof value === 'string') return writeText(value, spelling);
  if (isList(value)) return `[${value.map((item) => writeValue(item)).join(', ')}]`;
  if (isObject(value)) {
    const members = [...value].map(([name, member]) => `${writeKey(name)}: ${writeValue(member)}`);
    return `{${members.join(', ')}}`;
  }
  return writeAtom(value, spelling);
}

/** Why this value cannot stand at this path, or null. */
export function unwritable(value: ConfigValue, at: Path = []): UnwritableCode | null {
  const names = at.findLastIndex((part) => typeof part === 'string');
  return unwritableAt(value, at.length, at.length - 1 - names);
}

/** A name as a key: bare where ClearML and the specification agree, unless all its neighbours are quoted. */
export function writeKey(name: string, quoted = false): string {
  return quoted || !isBareKey(name) ? `"${name}"` : name;
}

export function isBareKey(name: string): boolean {
  return bareKey.test(name) && name.toLowerCase() !== 'include';
}

/** ClearML does not decode escapes in keys, so some names have no spelling. */
export function isWritableKey(name: string): boolean {
  const endsEscaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(name);
  return name !== '' && !keyBreakers.test(name) && !endsEscaped && !hasLoneSurrogate(name);
}

/** Whether this text may stand without quotes. */
export function isBareText(text: string): boolean {
  return bareText.test(text) && !notBare.test(text);
}

function unwritableAt(value: ConfigValue, depth: number, lists: number): UnwritableCode | null {
  if (depth > deepest) return 'too-deep';
  if (value === null) return lists > 1 ? 'null-in-nested-list' : null;
  if (typeof value === 'string') return unwritableText(value, lists > 0);
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'not-finite';
  if (isList(value)) return first(value, (item) => unwritableAt(item, depth + 1, lists + 1));
  if (isObject(value)) return first([...value], ([name, member]) => unwritableMember(name, member, depth));
  if (typeof value === 'object') return unwritableNode(value);
  return null;
}

function unwritableText(text: string, inList: boolean): UnwritableCode | null {
  if (text === '' && inList) return 'empty-list-item';
  return hasLoneSurrogate(text) ? 'lone-surrogate' : null;
}

function unwritableMember(name: string, member: ConfigValue, depth: number): UnwritableCode | null {
  return isWritableKey(name) ? unwritableAt(member, depth + 1, 0) : 'unwritable-key';
}

function unwritableNode(value: { readonly kind: string }): UnwritableCode | null {
  if (isNumberText(value)) {
    if (!numberText.test(value.source)) return 'not-a-number';
    return Number.isFinite(Number(value.source)) ? null : 'not-finite';
  }
  return value.kind === 'period' ? 'period' : 'unreadable-value';
}

function isNumberText(value: { readonly kind: string }): value is NumberText {
  return value.kind === 'number';
}

function first<T>(list: readonly T[], check: (one: T) => UnwritableCode | null): UnwritableCode | null {
  for (const one of list) {
    const code = check(one);
    if (code !== null) return code;
  }
  return null;
}

function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function writeText(text: string, { quoting }: Spelling): string {
  if (quoting === 'bare' && isBareText(text)) return text;
  const keepsTriple = quoting === 'triple' && text.includes('\n');
  if ((keepsTriple || controls.test(text)) && fitsTriple(text)) return `"""${text}"""`;
  return `"${text.replace(/[\\"\n\r\t]/g, (sign) => escapes[sign] ?? sign)}"`;
}

/** Triple quotes know no escapes; ClearML would turn a tab into blanks. */
function fitsTriple(text: string): boolean {
  return !/[\t\r]|"""|^"/.test(text);
}

function writeAtom(value: Exclude<ConfigValue, string>, { point }: Spelling): string {
  if (typeof value === 'number') return writeNumber(value, point);
  if (typeof value === 'object' && value !== null && 'source' in value) return value.source;
  return String(value);
}

function writeNumber(value: number, point: boolean): string {
  const digits = String(value).replace('e+', 'e');
  return point && /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}
