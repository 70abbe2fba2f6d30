import { isPart, type Setting, settings } from '../../catalog/index.ts';
import {
  type Document,
  type FieldNode,
  findProblems,
  fromJson,
  lookup,
  type ObjectNode,
  type Path,
  type Problem,
  parse,
  type Range,
  type Resolved,
  resolve,
  sameValue,
} from '../../hocon/index.ts';
import { LineIndex } from '../../hocon/position.ts';
import { readingOf } from '../reading.ts';
import { secretRanges } from '../secret-ranges.ts';
import { type Attempt, apiServer, connectionSettings, type Finding, type PasteForm, type PasteRest } from './paste.ts';
import { isKey, isPlaceholder, isPlausible, seen } from './placeholder.ts';
import { shownPiece } from './rest.ts';

const whole = settings.filter(({ path }) => !isPart(path));
/** What the oldest servers called the API server. */
const oldApiServer = 'host';
/** Mistakes that say: this is no HOCON, it only looks so. */
const misread: ReadonlySet<string> = new Set(['yaml-layout', 'missing-comma', 'wrong-quotes', 'cut-by-comment']);
/** A paste that ends before its last braces is read all the same. */
const harmless: ReadonlySet<string> = new Set(['unclosed-brace', 'extra-brace']);

/** Reads a paste as ClearML reads a file, with `api { … }` round it or without. */
export function configPaste(text: string, mask: string): Attempt {
  const document = parse(text);
  const { root, problems } = resolve(document);
  const lines = new LineIndex(text);
  const found = whole.flatMap((setting) => findingOf(setting, root, text, lines));
  return {
    form: formOf(found, root),
    findings: found,
    rest: restOf(document, found, lines, mask),
    isSound: found.length > 0 && problems.every(isHarmless) && isSound(document, root),
  };
}

function isSound(document: Document, root: Resolved): boolean {
  const isMisread = findProblems(document).some(({ code }) => misread.has(code));
  return !isMisread && connectionSettings.every((path) => isClear(root, path));
}

function isHarmless({ code, severity }: Problem): boolean {
  return severity === 'warning' || harmless.has(code);
}

/** Absent, or of a kind that it can have. */
function isClear(root: Resolved, setting: string): boolean {
  const value = placesOf(setting)
    .map((path) => lookup(root, path))
    .find((one) => one !== undefined)?.value;
  return typeof value !== 'string' || value === '' || isPlausible(setting, seen(value)) || isPlaceholder(value);
}

function findingOf(setting: Setting, root: Resolved, text: string, lines: LineIndex): readonly Finding[] {
  const found = placesOf(setting.path)
    .map((path) => lookup(root, path))
    .find((one) => one !== undefined);
  const field = found?.origin?.field;
  const reading = readingOf(setting, found, text, lines);
  if (!found || !field || reading.state !== 'set' || reading.value === undefined || reading.value === '') return [];
  const finding = { setting: setting.path, value: reading.value, range: { from: field.key.from, to: field.value.to } };
  if (connectionSettings.includes(setting.path)) return connectionFinding(finding);
  const isDefault = setting.default !== undefined && sameValue(reading.value, fromJson(setting.default));
  return isDefault ? [] : [finding];
}

function connectionFinding(finding: Finding): readonly Finding[] {
  const { setting } = finding;
  if (typeof finding.value !== 'string') return [];
  const value = seen(finding.value);
  if (isPlaceholder(value)) return isKey(setting) ? [{ ...finding, trouble: 'placeholder' }] : [];
  return isPlausible(setting, value) ? [{ ...finding, value }] : [];
}

/** Where a setting may stand: in its place, or for those of the connection without what belongs round it. */
function placesOf(setting: string): readonly Path[] {
  const path = setting.split('.');
  if (!connectionSettings.includes(setting)) return [path];
  const bare = path.map((_, from) => path.slice(from));
  return setting === apiServer ? [...bare, ['api', oldApiServer], [oldApiServer]] : bare;
}

function formOf(found: readonly Finding[], root: Resolved): PasteForm {
  const isConnection = found.every(({ setting }) => setting.startsWith('api.'));
  if (!isConnection) return 'file';
  if (root.members?.has('api')) return 'block';
  return found.some(({ setting }) => !isKey(setting)) ? 'top-level' : 'credentials';
}

/** What is not taken: values in their own words, and what is no setting at all. */
function restOf(document: Document, found: readonly Finding[], lines: LineIndex, mask: string): readonly PasteRest[] {
  const taken = new Set(found.map(({ setting }) => setting));
  const secrets = secretRanges(document);
  const errors = document.tokens.of('error');
  const left = [...leftFields(document, taken), ...errors].sort((one, other) => one.from - other.from);
  return left.flatMap((range) => {
    const text = shownPiece(document.text, range, secrets, mask);
    return !/[\p{L}\p{N}]/u.test(text) ? [] : [{ line: lines.positionAt(range.from).line, text }];
  });
}

function leftFields({ root }: Document, taken: ReadonlySet<string>): readonly Range[] {
  const left: Range[] = [];
  const visit = (object: ObjectNode, base: Path): void => {
    for (const member of object.members) {
      if (member.kind !== 'field') left.push(member);
      else visitField(member, [...base, ...member.key.path]);
    }
  };
  const visitField = (field: FieldNode, path: Path): void => {
    const names = namesOf(path);
    if (names.some((name) => taken.has(name))) return;
    const inner = field.value.parts.filter((part) => part.kind === 'object');
    if (inner.length === 0 || inner.length < field.value.parts.length)
      left.push({ from: field.key.from, to: field.value.to });
    else for (const part of inner) visit(part, path);
  };
  if (root.kind === 'object') visit(root, []);
  return left;
}

/** The settings that a path of a paste can stand for. */
function namesOf(path: Path): readonly string[] {
  const name = path.join('.');
  const full = [name, `api.${name}`, `api.credentials.${name}`];
  return name === oldApiServer || name === `api.${oldApiServer}` ? [...full, apiServer] : full;
}
