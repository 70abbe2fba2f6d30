import { settingAt } from '../catalog/index.ts';
import { bodyOf } from '../hocon/body.ts';
import { definitionsOf, type Spot } from '../hocon/definitions.ts';
import type { Document } from '../hocon/index.ts';
import { LineIndex } from '../hocon/position.ts';
import { everyTwinIn } from '../hocon/twin.ts';

/**
 * The lines of commented-out settings (`# worker_name: ""`) by the setting's path: those that an edit would switch on.
 * Of several the one in the innermost braces counts, there the last.
 */
export function twinLines(document: Document): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  collect(document, new LineIndex(document.text), definitionsOf(document), found);
  return found;
}

function collect(document: Document, lines: LineIndex, spot: Spot, found: Map<string, number>): void {
  for (const container of spot.bodies) {
    for (const { comment, field } of everyTwinIn(document, bodyOf(document, container))) {
      const setting = settingAt([...spot.path, ...field.key.path]);
      if (setting) found.set(setting.path, lines.positionAt(comment.from).line);
    }
  }
  for (const member of spot.members.values()) collect(document, lines, member, found);
}
