import { settingAt } from '../catalog/index.ts';
import { type Document, type FieldNode, type Path, parse } from '../hocon/index.ts';
import { LineIndex } from '../hocon/position.ts';
import { type CommentRun, commentRuns } from './comment-runs.ts';

const maybeSetting = /^[ \t]*"?[\p{L}_][^:=]*[:=]/u;

/**
 * The lines of commented-out settings (`# worker_name: ""`) by the setting's path: whole settings on one line, the last
 * one where there are several. What stands inside a commented-out block belongs to that block.
 */
export function twinLines(document: Document): ReadonlyMap<string, number> {
  const lines = new LineIndex(document.text);
  const found = new Map<string, number>();
  for (const run of commentRuns(document)) {
    for (const { offset, path } of twinsIn(run)) {
      const setting = settingAt(path);
      if (setting) found.set(setting.path, lines.positionAt(offset).line);
    }
  }
  return found;
}

interface Twin {
  readonly offset: number;
  readonly path: Path;
}

function twinsIn(run: CommentRun): readonly Twin[] {
  let depth = 0;
  let offset = run.from;
  const twins: Twin[] = [];
  for (const line of run.text.split(/(?<=[\r\n])/)) {
    const field = depth === 0 && maybeSetting.test(line) ? wholeSetting(line) : null;
    if (field) twins.push({ offset, path: [...run.path, ...field.key.path] });
    depth = Math.max(0, depth + count(line, /[{[]/g) - count(line, /[}\]]/g));
    offset += line.length;
  }
  return twins;
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}

/** The one setting a line consists of. Several bare words behind a colon are prose. */
function wholeSetting(line: string): FieldNode | null {
  const { root, problems } = parse(line.trim());
  if (root.kind !== 'object' || root.braced || problems.length > 0) return null;
  const [field, more] = root.members;
  return field?.kind === 'field' && more === undefined && field.separator && field.value.parts.length === 1
    ? field
    : null;
}
