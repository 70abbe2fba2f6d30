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
    const holds = isSecret(edit.path) || (takesOut(edit) && secrets.some((path) => startsWith(path, edit.path)));
    return holds ? { ...edit, secret: true } : edit;
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

/** The paths of all definitions with a secret in their value. */
function secretFields(text: string): readonly Path[] {
  const document = documentOf(text);
  const ranges = secretRanges(document);
  const found: Path[] = [];
  if (document.root.kind === 'object') collect(document.root, [], ranges, found);
  return found;
}

function collect(object: ObjectNode, base: Path, ranges: readonly Range[], found: Path[]): void {
  for (const member of object.members) {
    if (member.kind !== 'field') continue;
    const path = [...base, ...member.key.path];
    const { from, to, parts } = member.value;
    if (holdsAny(ranges, from, to)) found.push(path);
    for (const part of parts) if (part.kind === 'object') collect(part, path, ranges, found);
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
