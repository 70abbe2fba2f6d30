import type { Document, ObjectNode, Path, Reading } from '@clearml-conf/shared';
import { firstNotBefore } from '../diff/halving.ts';
import { blockOfRow, rowPathOf } from './blocks.ts';

interface Lined {
  readonly from: number;
}

/** A text that was read, and where its lines begin. */
interface ReadLines {
  readonly document: Document;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly sheet: { readonly lines: readonly Lined[] };
}

/** The setting in whose row a line of the text is shown, by the index of the line. A commented-out twin counts too. */
export function settingLines({ document, readings, sheet }: ReadLines): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [path, { twinLine }] of readings) if (twinLine !== undefined) found.set(twinLine - 1, path);
  if (document.root.kind === 'object') collect(document.root, [], sheet.lines, found);
  return found;
}

function collect(object: ObjectNode, base: Path, lines: readonly Lined[], found: Map<number, string>): void {
  for (const member of object.members) {
    if (member.kind !== 'field') continue;
    const path = [...base, ...member.key.path];
    const row = rowPathOf(path);
    if (blockOfRow(row)) {
      const last = lineAt(lines, Math.max(member.from, member.value.to - 1));
      for (let line = lineAt(lines, member.from); line <= last; line += 1) found.set(line, row);
    } else {
      for (const part of member.value.parts) if (part.kind === 'object') collect(part, path, lines, found);
    }
  }
}

/** The index of the line that holds an offset. */
function lineAt(lines: readonly Lined[], offset: number): number {
  return firstNotBefore(lines, ({ from }) => from <= offset) - 1;
}
