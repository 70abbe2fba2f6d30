import type { Setting } from '../../catalog/index.ts';
import {
  type ConfigValue,
  type Document,
  type IncludeSource,
  isList,
  isObject,
  lookup,
  type Path,
  type Resolution,
  type Resolved,
  resolve,
  type Sources,
  type ValueNode,
} from '../../hocon/index.ts';
import { valuesOf } from '../../hocon/mistakes/walk.ts';
import { type LineIndex, lineIndexOf } from '../../hocon/position.ts';
import { drawnFrom, type IsDrawn } from '../drawn.ts';
import { type Reading, readingOf } from '../reading.ts';

/** The packages that read settings: each has its own defaults and its own way with the environment. */
export type Program = 'sdk' | 'agent';

/** A file by the name people know it by. */
export interface SettingsFile {
  readonly name: string;
  readonly document: Document;
}

/** Everything a value can come from, besides the defaults. */
export interface Layers {
  readonly document: Document;
  /** Files that ClearML merges below the document, the highest first. */
  readonly below?: readonly SettingsFile[];
  /** The variables that are set; null for a value that is not told. */
  readonly environment?: ReadonlyMap<string, string | null>;
  /** What substitutions and includes of the files may draw on. */
  readonly sources?: Sources;
}

/** What one file says about a setting. */
export interface FileReading extends Pick<Reading, 'value' | 'source' | 'line' | 'drawn'> {
  /** Null for the document itself. */
  readonly name: string | null;
  /** `cut-off`: a plain value stands where the section of the setting should be, and takes the place of all below it. */
  readonly state: Exclude<Reading['state'], 'unset'> | 'cut-off';
}

/** A document that has been read once for many questions. */
export interface ReadFile {
  readonly name: string | null;
  readonly text: string;
  readonly lines: LineIndex;
  readonly resolution: Resolution;
  readonly isDrawn: IsDrawn;
  /** The values that stand in the file itself; null if nothing is included. */
  readonly own: ReadonlySet<ValueNode> | null;
}

/** The files of the layers, the highest first. */
export function readFiles({ document, below = [], sources }: Layers): readonly ReadFile[] {
  return [{ name: null, document }, ...below].map((file) => {
    const { resolution, included } = resolveWithIncludes(file.document, sources);
    return {
      name: file.name,
      text: file.document.text,
      lines: lineIndexOf(file.document),
      resolution,
      isDrawn: drawnFrom([file.document, ...included]),
      own: includes(file.document) ? new Set(valuesOf(file.document).map(({ value }) => value)) : null,
    };
  });
}

/** The reading of a document, and the documents that were included on the way. */
function resolveWithIncludes(document: Document, sources: Sources = {}) {
  const { include } = sources;
  const included: Document[] = [];
  if (!include) return { resolution: resolve(document, sources), included };
  const noting: IncludeSource = (node, from) => {
    const outcome = include(node, from);
    if (outcome.kind === 'document') included.push(outcome.document);
    return outcome;
  };
  return { resolution: resolve(document, { ...sources, include: noting }), included };
}

function includes({ tokens }: Document): boolean {
  return tokens.of('include').length > 0;
}

/** What a file says at a path, if it says anything. What comes from an include has no line here. */
export function fileReading(file: ReadFile, setting: Setting, path: Path): FileReading | null {
  const { name, text, lines } = file;
  const { root } = file.resolution;
  const found = lookup(root, path);
  if (!found) return cutOff(file, path);
  const drawn = file.isDrawn(path, found) ? { drawn: true } : {};
  if (file.own && found.origin?.node && !file.own.has(found.origin.node)) {
    return { name, state: 'computed', value: found.value, ...drawn };
  }
  const { state, setting: _setting, twinLine: _twin, ...rest } = readingOf(setting, found, text, lines);
  return state === 'unset' ? null : { name, state, ...rest, ...drawn };
}

function cutOff({ name, text, lines, resolution }: ReadFile, path: Path): FileReading | null {
  for (let length = 1; length < path.length; length++) {
    const found = lookup(resolution.root, path.slice(0, length));
    if (!found) return null;
    if (isObject(found.value) || isList(found.value)) continue;
    return { name, state: isOpaque(found) ? 'computed' : 'cut-off', ...placeOf(found, text, lines) };
  }
  return null;
}

function placeOf(found: Resolved, text: string, lines: LineIndex) {
  const { field, node } = found.origin ?? { field: null, node: null };
  return {
    value: found.value,
    ...(node && { source: text.slice(node.from, node.to) }),
    ...(field && { line: lines.positionAt(field.key.from).line }),
  };
}

function isOpaque({ value }: Resolved): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'opaque';
}

/** As ClearML merges files: objects key by key, everything else is replaced. */
export function merged(lower: ConfigValue | undefined, higher: ConfigValue): ConfigValue {
  if (!isObject(lower) || !isObject(higher)) return higher;
  const members = new Map(lower);
  for (const [key, value] of higher) members.set(key, merged(members.get(key), value));
  return members;
}
