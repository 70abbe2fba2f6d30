import { settingAt } from '../catalog/index.ts';
import { commentsOf } from '../hocon/body.ts';
import { definitionsOf, type Spot } from '../hocon/definitions.ts';
import type { Document, Path } from '../hocon/index.ts';
import { type LineIndex, lineIndexOf } from '../hocon/position.ts';
import { everyTwinIn } from '../hocon/twin.ts';

/** A commented-out `# key: value`, under the path it would have. */
export interface CommentedOut {
  readonly path: Path;
  readonly line: number;
}

/** Every commented-out setting of a document; of one path the one that an edit would switch on comes last. */
export function commentedOut(document: Document): readonly CommentedOut[] {
  const found: CommentedOut[] = [];
  collect(document, lineIndexOf(document), definitionsOf(document), found);
  return found;
}

/**
 * The lines of commented-out settings (`# worker_name: ""`) by the setting's path: those that an edit would switch on.
 * Of several the one in the innermost braces counts, there the last.
 */
export function twinLines(document: Document): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { path, line } of commentedOut(document)) {
    const setting = settingAt(path);
    if (setting) found.set(setting.path, line);
  }
  return found;
}

function collect(document: Document, lines: LineIndex, spot: Spot, found: CommentedOut[]): void {
  for (const container of spot.bodies) {
    for (const { comment, field } of everyTwinIn(document, commentsOf(document, container))) {
      found.push({ path: [...spot.path, ...field.key.path], line: lines.positionAt(comment.from).line });
    }
  }
  for (const member of spot.members.values()) collect(document, lines, member, found);
}
