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
import { fits } from './fit.ts';
import { drawsOnSecretIn } from './secret-references.ts';

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
  /** It is worked out from a secret, so that its value is one, too. */
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
  const drawsOnSecret = drawsOnSecretIn(document);
  const readings = [
    ...whole.map(({ setting, path }) => readingOf(setting, lookup(root, path), document.text, lines)),
    ...rests.map(({ setting, section }) => readingOfRest(setting, section, root, document.text, lines)),
  ];
  return new Map(
    readings.map((reading) => {
      const { path } = reading.setting;
      const twinLine = twins.get(path);
      const isDrawn = reading.state === 'computed' && drawsOnSecret(path.split('.'));
      return [path, { ...reading, ...(twinLine !== undefined && { twinLine }), ...(isDrawn && { drawn: true }) }];
    }),
  );
}

/** The reading of all keys of a section that have no setting of their own, as one map. */
function readingOfRest(setting: Setting, section: Path, root: Resolved, text: string, lines: LineIndex): Reading {
  const members = [...(lookup(root, section)?.members ?? [])].filter(
    ([name]) => settingAt([...section, name]) === setting,
  );
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
