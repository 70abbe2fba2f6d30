import type { ConfigJson, Edit, Path } from '@clearml-conf/shared';
import { fromJson, isSecret } from '@clearml-conf/shared';
import { markedJson, withNumbers } from './given-value.ts';

export type GivenEdits =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  /** `row` counts from 1; null when the whole text is no list in JSON. */
  | { readonly ok: false; readonly row: number | null };

type Row = { readonly [key: string]: ConfigJson };

/** Edits as rows `{op, path, value, secret?}` in JSON. */
export function givenEdits(text: string): GivenEdits {
  const { json, mark } = markedJson(text);
  if (!Array.isArray(json)) return { ok: false, row: null };
  const rows: readonly ConfigJson[] = json;
  const edits: Edit[] = [];
  for (const [at, row] of rows.entries()) {
    const edit = isRow(row) ? editOf(row, mark) : null;
    if (!edit) return { ok: false, row: at + 1 };
    edits.push(edit);
  }
  return { ok: true, edits };
}

function editOf(row: Row, mark: string): Edit | null {
  const path = pathOf(row['path'], mark);
  const { op, value } = row;
  if (!path) return null;
  const secret = row['secret'] === true || isSecret(path);
  if (op === 'unset' || op === 'remove') return { op, path, secret };
  if (op === 'uncomment') return { op, path };
  if (op === 'move') return moveOf(path, row['to'], mark);
  if (op === 'rename') return renameOf(path, row['to'], mark, secret);
  if (value === undefined) return null;
  const given = withNumbers(fromJson(value), mark);
  if (op === 'set') return { op, path, value: given, secret };
  return op === 'append' || op === 'insert' ? { op, path, value: given } : null;
}

function moveOf(path: Path, to: ConfigJson | undefined, mark: string): Edit | null {
  const place = to === undefined ? null : placeOf(to, mark);
  return place === null ? null : { op: 'move', path, to: place };
}

function renameOf(path: Path, to: ConfigJson | undefined, mark: string, secret: boolean): Edit | null {
  const name = to === undefined ? null : nameOf(to, mark);
  return name === null ? null : { op: 'rename', path, to: name, secret };
}

function pathOf(json: ConfigJson | undefined, mark: string): Path | null {
  if (!Array.isArray(json)) return null;
  const parts: readonly ConfigJson[] = json;
  const path = parts.map((part) => placeOf(part, mark) ?? nameOf(part, mark));
  return path.every((part) => part !== null) ? path : null;
}

/** A place in a list: whole numbers arrive as marked texts. */
function placeOf(json: ConfigJson, mark: string): number | null {
  const digits = typeof json === 'string' && json.startsWith(mark) ? json.slice(mark.length) : '';
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

function nameOf(json: ConfigJson, mark: string): string | null {
  return typeof json === 'string' && !json.startsWith(mark) ? json : null;
}

function isRow(json: ConfigJson): json is Row {
  return json !== null && typeof json === 'object' && !Array.isArray(json);
}
