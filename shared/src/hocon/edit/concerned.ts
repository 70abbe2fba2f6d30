import { documentOf } from '../parser.ts';
import { parsePath } from '../path.ts';
import { lineIndexOf } from '../position.ts';
import { resolutionOf } from '../resolve.ts';
import { lookup } from '../resolved.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

/** What stands in the file is in the way; all other refusals are about what was asked for. */
const inTheFile: ReadonlySet<RefusalCode> = new Set([
  'not-a-list',
  'through-scalar',
  'computed',
  'already-set',
  'unreadable-place',
  'would-change-others',
]);

/** The line of a text in which that stands for which an edit of it was refused; null where nothing stands in the way. */
export function concernedLine(text: string, { code, path, detail }: Omit<Refusal, 'ok' | 'index'>): number | null {
  if (!inTheFile.has(code)) return null;
  const document = documentOf(text);
  const other = detail === undefined ? null : parsePath(detail);
  const { field, node } = lookup(resolutionOf(document).root, other?.ok ? other.path : path)?.origin ?? {};
  const from = field?.key.from ?? node?.from;
  return from === undefined ? null : lineIndexOf(document).positionAt(from).line;
}
