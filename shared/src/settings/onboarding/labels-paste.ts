import { LineIndex } from '../../hocon/position.ts';
import { type Attempt, accessKey, apiServer, type Finding, filesServer, secretKey, webServer } from './paste.ts';
import { pieceAt } from './piece.ts';
import { isKey, isPlaceholder, isPlausible, seen } from './placeholder.ts';
import { restLines } from './rest.ts';

/** The names that stand before the five values, in files as on pages. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/^web/i, webServer],
  [/^api/i, apiServer],
  [/^file/i, filesServer],
  [/^(?:access|key$)/i, accessKey],
  [/^secret/i, secretKey],
];
const label =
  /(?<![\w$-])(?:web|api|files?)[ _-]?(?:server|host)\b|(?<![\w$-])web[ _-]?app\b|(?<![\w$-])(?:web|api|files?|file store)(?=["']?[ \t]*[:=][ \t]*["']?https?:)|(?<![\w$-])(?:access|secret)[ _-]?key(?![\w-])|\b(?:key|secret)(?==)(?<=set_credentials\([^)]{0,400}(?:key|secret))/gi;
const separator = /["']?[ \t]*(?:[:=][ \t]*|\r?\n[ \t]*)(?:\r?\n[ \t]*)?|["']?[ \t]+/y;
/** What a key looks like where nothing but a blank says that it is one. */
const keyAlone = { [accessKey]: /^(?!A[KS]IA)[A-Z0-9]{16,40}$/, [secretKey]: /^[^\s]{40,90}$/ } as const;
/** What nothing but a key of ClearML looks like: of these lengths are those that its servers make. */
const surely = {
  [accessKey]: /^(?!A[KS]IA)(?:[A-Z0-9]{20}|[A-Z0-9]{30})$/,
  [secretKey]: /^[^\s:/.]{50}(?:[^\s:/.]{17})?$/,
} as const;

/** Reads values with a name before each, whatever stands between: a broken or squeezed block, YAML, words of a page. */
export function labelsPaste(text: string, mask: string): Attempt {
  const labelled = withLabels(text);
  const findings = labelled.length > 0 ? labelled : keysAlone(text);
  const rest = restLines(
    text,
    findings.map(({ range }) => range),
    mask,
  );
  return { form: text.includes('{') ? 'block' : 'labels', findings, rest, isSound: findings.length > 0 };
}

function withLabels(text: string): readonly Finding[] {
  const isOneLine = !/[\r\n]/.test(text.trim());
  const lines = new LineIndex(text);
  const found: Finding[] = [];
  let free = 0;
  for (const match of text.matchAll(label)) {
    if (match.index < free || (!isOneLine && isInComment(text, match.index, lines))) continue;
    const finding = findingAt(text, match.index, match[0]);
    if (!finding) continue;
    found.push(finding);
    free = finding.range.to;
  }
  return found;
}

function findingAt(text: string, from: number, name: string): Finding | null {
  const setting = labels.find(([pattern]) => pattern.test(name))?.[1];
  separator.lastIndex = from + name.length;
  if (setting === undefined || !separator.test(text)) return null;
  const between = text.slice(from + name.length, separator.lastIndex);
  const piece = pieceAt(text, separator.lastIndex, null, 'program');
  const finding = { setting, value: seen(piece.value), range: { from, to: piece.to } };
  if (/^["']?[ \t]+$/.test(between) && !isTelling(setting, piece.value)) return null;
  if (piece.isCut && isKey(setting)) return { ...finding, trouble: 'cut-off' };
  if (isPlaceholder(piece.value)) return isKey(setting) ? { ...finding, trouble: 'placeholder' } : null;
  return isPlausible(setting, finding.value) ? finding : null;
}

function isTelling(setting: string, value: string): boolean {
  if (setting === accessKey || setting === secretKey) return keyAlone[setting].test(value);
  return /^https?:\/\//i.test(value);
}

const comment = /[ \t]*(?:#|\/\/)/y;

function isInComment(text: string, at: number, lines: LineIndex): boolean {
  comment.lastIndex = at - lines.positionAt(at).column + 1;
  return comment.test(text);
}

/** One or two words and nothing else: the one that looks like an access key, and the one that looks like a secret. */
function keysAlone(text: string): readonly Finding[] {
  const words = [...text.matchAll(/[^\s,;"']+/g)];
  const [first, second] = words;
  if (!first || words.length > 2) return [];
  if (!second)
    return ([accessKey, secretKey] as const).flatMap((key) =>
      surely[key].test(first[0]) ? [findingOf(key, first)] : [],
    );
  const [access, secret] = keyAlone[accessKey].test(first[0]) ? [first, second] : [second, first];
  if (!keyAlone[accessKey].test(access[0]) || !keyAlone[secretKey].test(secret[0])) return [];
  return [findingOf(accessKey, access), findingOf(secretKey, secret)];
}

function findingOf(setting: string, { 0: value, index }: RegExpExecArray): Finding {
  return { setting, value, range: { from: index, to: index + value.length } };
}
