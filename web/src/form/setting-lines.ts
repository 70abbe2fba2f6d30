import {
  type Document,
  type FieldNode,
  type ObjectNode,
  type Path,
  type Range,
  type Reading,
  rememberingFew,
} from '@clearml-conf/shared';
import { firstNotBefore } from '../diff/halving.ts';
import type { Line } from '../diff/lines.ts';
import { blockOfRow, rowPathOf } from './blocks.ts';

/** A text that was read, and its lines. */
interface ReadLines {
  readonly document: Document;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly sheet: { readonly lines: readonly Line[] };
}

/** The setting in whose row a line of the text is shown, by the index of the line. */
export type SettingOfLine = (line: number) => string | undefined;

/** Looks for the settings of lines as they are asked for: few of a long file are in sight. A twin counts too. */
export function settingLines({ document, readings, sheet }: ReadLines): SettingOfLine {
  return (at) => {
    const line = sheet.lines[at];
    if (!line || document.root.kind !== 'object') return undefined;
    const row = rowWithin(document.root, [], { from: line.from, to: line.to + line.end.length });
    return row ?? twinsByLine(readings).get(at);
  };
}

const twinsByLine = rememberingFew((readings: ReadLines['readings']): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  for (const [path, { twinLine }] of readings) if (twinLine !== undefined) found.set(twinLine - 1, path);
  return found;
});

/** Of the settings that stand in a line, in part at least, the last. */
function rowWithin({ members }: ObjectNode, base: Path, line: Range): string | undefined {
  for (let at = firstNotBefore(members, ({ from }) => from < line.to) - 1; at >= 0; at -= 1) {
    const member = members[at];
    if (member?.kind !== 'field') continue;
    if (!reaches(member, line)) return undefined;
    const path = [...base, ...member.key.path];
    const row = rowPathOf(path);
    const found = blockOfRow(row) ? row : rowWithinParts(member, path, line);
    if (found !== undefined) return found;
  }
  return undefined;
}

function rowWithinParts({ value }: FieldNode, path: Path, line: Range): string | undefined {
  const objects = value.parts.filter((part) => part.kind === 'object');
  return objects.reduce<string | undefined>((found, part) => rowWithin(part, path, line) ?? found, undefined);
}

/** Whether a field that begins before the end of the line goes on to it. One without a value has its key's line. */
function reaches({ from, value }: FieldNode, line: Range): boolean {
  return Math.max(from, value.to - 1) >= line.from;
}
