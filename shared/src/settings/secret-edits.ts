import { documentOf, type Edit, isObject, type ObjectNode, type Path, type Range, startsWith } from '../hocon/index.ts';
import { isSecret } from './secret.ts';
import { secretRanges } from './secret-ranges.ts';

/**
 * The edits with a mark on those whose old value may not stay behind in a comment: for its setting, for its name, or for
 * what is written there, in any of its definitions.
 */
export function withSecretMarks(text: string, edits: readonly Edit[]): readonly Edit[] {
  if (!edits.some(mayLeave)) return edits;
  const secrets = edits.some(takesOut) ? secretFields(text) : [];
  return edits.map((edit) => {
    if (!mayLeave(edit)) return edit;
    if (isSecret(edit.path)) return { ...edit, secret: true };
    const below = takesOut(edit) ? secrets.filter(({ path }) => startsWith(path, edit.path)) : [];
    if (below.length === 0) return edit;
    if (edit.op !== 'set') return { ...edit, secret: true };
    // What goes beside the secrets stays in its comments with its own value.
    return { ...edit, secrets: below.filter(({ isBlock }) => !isBlock).map(({ path }) => path) };
  });
}

type Leaving = Extract<Edit, { readonly secret?: boolean }>;

/** What takes a name out can leave a comment, and any new value what `#` had cut off the old one; so can what comes after a new name. */
function mayLeave(edit: Edit): edit is Leaving {
  return (edit.op === 'set' || takesOut(edit)) && edit.secret !== true;
}

function takesOut(edit: Edit): edit is Leaving {
  if (edit.op === 'set') return isObject(edit.value);
  if (edit.op === 'rename') return true;
  return (edit.op === 'unset' || edit.op === 'remove') && typeof edit.path.at(-1) === 'string';
}

interface SecretField {
  readonly path: Path;
  /** It is a section over several lines: no comment holds it as a whole, only its members can become comments. */
  readonly isBlock: boolean;
}

/** All definitions with a secret in their value. */
function secretFields(text: string): readonly SecretField[] {
  const document = documentOf(text);
  const ranges = secretRanges(document);
  const found: SecretField[] = [];
  if (document.root.kind === 'object') collect(text, document.root, [], ranges, found);
  return found;
}

function collect(text: string, object: ObjectNode, base: Path, ranges: readonly Range[], found: SecretField[]): void {
  for (const member of object.members) {
    if (member.kind !== 'field') continue;
    const path = [...base, ...member.key.path];
    const { from, to, parts } = member.value;
    const isBlock = parts.every(({ kind }) => kind === 'object') && /[\n\r]/.test(text.slice(from, to));
    if (holdsAny(ranges, from, to)) found.push({ path, isBlock });
    for (const part of parts) if (part.kind === 'object') collect(text, part, path, ranges, found);
  }
}

/** Whether one of the ranges, which are in order, lies in part between the two places; by halving. */
function holdsAny(ranges: readonly Range[], from: number, to: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.from ?? to) < to;
}
