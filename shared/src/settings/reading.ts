import { isPart, isRest, type Setting, settingAt, settings } from '../catalog/index.ts';
import {
  type ConfigValue,
  type Document,
  lookup,
  type Path,
  type Resolved,
  resolutionOf,
  type ValueNode,
} from '../hocon/index.ts';
import { type LineIndex, lineIndexOf } from '../hocon/position.ts';
import { twinLines } from './commented-out.ts';
import { drawnIn, secretNodesIn } from './drawn.ts';
import { fits } from './fit.ts';
import { type Atom, everyAtom } from './secret-values.ts';

/**
 * `misfit`: of another type than the setting may have · `computed`: a substitution, a concatenation, a `+=` or an
 * include has a part in it. Both are shown as they are written.
 */
export type ReadingState = 'unset' | 'set' | 'misfit' | 'computed';

/** What a document says about one setting. A list of objects or a map is one reading. */
export interface Reading {
  readonly setting: Setting;
  readonly state: ReadingState;
  /** As ClearML reads it. */
  readonly value?: ConfigValue;
  /** As the definition that wins is written. */
  readonly source?: string;
  readonly line?: number;
  /** The line of the setting's commented-out twin. */
  readonly twinLine?: number;
  /** A reference has brought a secret here, so that this value is one, too. */
  readonly drawn?: boolean;
}

const whole = settings
  .filter((setting) => !isPart(setting.path))
  .map((setting) => ({ setting, path: setting.path.split('.') }));

const rests = settings.filter(isRest).map((setting) => ({ setting, section: setting.path.split('.').slice(0, -1) }));

/** What a document says about every setting, by the setting's dotted path. */
export function readSettings(document: Document): ReadonlyMap<string, Reading> {
  const { root } = resolutionOf(document);
  const twins = twinLines(document);
  const lines = lineIndexOf(document);
  const isDrawn = drawnIn(document);
  const readings = [
    ...whole.map(({ setting, path }) => {
      const found = lookup(root, path);
      const reading = readingOf(setting, found, document.text, lines);
      return isDrawn(path, found) ? drawn(reading, found, document) : reading;
    }),
    ...rests.map(({ setting, section }) => {
      const found = restOf(setting, section, root);
      const reading = readingOfRest(setting, found, document.text, lines);
      return isDrawn(section, found) ? drawn(reading, found, document) : reading;
    }),
  ];
  return new Map(
    readings.map((reading) => {
      const { path } = reading.setting;
      const twinLine = twins.get(path);
      return [path, twinLine === undefined ? reading : { ...reading, twinLine }];
    }),
  );
}

/** All keys of a section that have no setting of their own. */
function restOf(setting: Setting, section: Path, root: Resolved): Resolved | undefined {
  const found = lookup(root, section);
  const members = [...(found?.members ?? [])].filter(([name]) => settingAt([...section, name]) === setting);
  return found && { ...found, members: new Map(members) };
}

/** The reading of these as one map. */
function readingOfRest(setting: Setting, rest: Resolved | undefined, text: string, lines: LineIndex): Reading {
  const members = [...(rest?.members ?? [])];
  if (members.length === 0) return { setting, state: 'unset' };
  const fields = members.flatMap(([, { origin }]) => origin?.field ?? []);
  const isOf = (state: ReadingState) =>
    members.some(([, found]) => readingOf(setting, found, text, lines).state === state);
  return {
    setting,
    state: isOf('computed') ? 'computed' : isOf('misfit') ? 'misfit' : 'set',
    value: new Map(members.map(([name, { value }]) => [name, value])),
    source: fields.map(({ from, to }) => text.slice(from, to)).join('\n'),
    ...(fields[0] && { line: lines.positionAt(fields[0].key.from).line }),
  };
}

/** The reading of a setting whose value has been looked up. */
export function readingOf(setting: Setting, found: Resolved | undefined, text: string, lines: LineIndex): Reading {
  if (!found) return { setting, state: 'unset' };
  const { field, node } = found.origin ?? { field: null, node: null };
  return {
    setting,
    state: isComputed(found) ? 'computed' : fits(found.value, setting) ? 'set' : 'misfit',
    value: found.value,
    ...(node && { source: text.slice(node.from, node.to) }),
    ...(field && { line: lines.positionAt(field.key.from).line }),
  };
}

/** Shown as it is written, as far as this is no secret: it may be written where a reference leads to. */
function drawn({ source, ...reading }: Reading, found: Resolved | undefined, document: Document): Reading {
  const atoms: Atom[] = [];
  everyAtom(found?.origin?.node?.parts ?? [], atoms);
  const secrets = secretNodesIn(document);
  const isShown = source !== undefined && !atoms.some((atom) => atom.kind === 'literal' && secrets.has(atom));
  return { ...reading, state: 'computed', drawn: true, ...(isShown && { source }) };
}

function isComputed(found: Resolved): boolean {
  const node = found.origin?.node;
  if (found.computed || (node && isJoined(node))) return true;
  return [...(found.items ?? []), ...(found.members?.values() ?? [])].some(isComputed);
}

/** Several words without quotes are an ordinary text; anything else in several parts is put together from these. */
function isJoined({ parts }: ValueNode): boolean {
  const isWord = (part: ValueNode['parts'][number]): boolean =>
    part.kind === 'literal' && part.style !== 'quoted' && part.style !== 'triple';
  return parts.length > 1 && !parts.every(isWord);
}
