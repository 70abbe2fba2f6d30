import { isPart, type Setting, settingNamed } from '../../catalog/index.ts';
import { type Document, type Edit, isList, isObject, type Path, type Resolved } from '../../hocon/index.ts';
import { startsWith } from '../../hocon/path.ts';
import { fits } from '../fit.ts';
import { isSecret } from '../secret.ts';
import { isTold } from './found.ts';
import { knownMistake } from './known-mistakes.ts';
import { nearestPart, nearestSection, nearestSetting } from './nearest.ts';
import { type Found, problemAt, type SettingProblem } from './problem.ts';

/** Entries that ClearML hands on key by key: a key it does not know stops the program. */
const handedOn =
  /^(?:sdk\.(?:aws\.s3|google\.storage)\.credentials\[\]|sdk\.azure\.storage\.containers\[\]|api\.http\.retries)\./;

/** The name that ClearML's own loader takes. */
const reserved = 'env';

/** Keys that ClearML does not know: what was meant instead, or that there is no such thing. */
export function unknownKeys(all: readonly Found[], document: Document): readonly SettingProblem[] {
  const isSet = new Set(all.filter(({ setting }) => setting).map(({ path }) => path.join('.')));
  const used = substitutedIn(document);
  const isUsed = ({ path }: Found): boolean => used.some((expression) => startsWith(expression, path));
  return all.filter((found) => !found.place && !isUsed(found)).flatMap((found) => explain(found, isSet));
}

/** What substitutions take from the file itself: a key of one's own that is used there is not unknown. */
function substitutedIn({ tokens, text }: Document): readonly Path[] {
  return tokens.of('substitution').map(({ from, to }) =>
    text
      .slice(from, to)
      .replace(/^\$\{\??|\}$/g, '')
      .trim()
      .split('.'),
  );
}

function explain(found: Found, isSet: ReadonlySet<string>): readonly SettingProblem[] {
  const path = catalogPath(found.path);
  if (path === reserved) return [];
  if (handedOn.test(path)) return [refused(found, path)];
  const known = knownMistake(path);
  if (known) {
    const { code, subject } = known;
    return [problemAt(found, code, code === 'enterprise' ? 'hint' : 'warning', meaning(found, subject, isSet))];
  }
  return isObject(found.resolved.value) ? explainSection(found, path, isSet) : [explainLeaf(found, path, isSet)];
}

function refused(found: Found, path: string): SettingProblem {
  const known = knownMistake(path);
  if (known)
    return problemAt(found, known.code, 'error', known.subject === undefined ? {} : { subject: known.subject });
  const subject = nearestPart(path)?.path;
  return problemAt(found, 'refused-key', 'error', subject === undefined ? {} : { subject });
}

/** A section in the wrong place is one problem; otherwise each key in it is, if something can be said of one. */
function explainSection(found: Found, path: string, isSet: ReadonlySet<string>): readonly SettingProblem[] {
  const inside = found.inside ?? [];
  const keys = inside.map((member) => String(member.path.at(-1)));
  const section = nearestSection(path, keys);
  if (section) return [problemAt(found, 'wrong-place', 'warning', { subject: section.path })];
  const problems = inside.flatMap((member) => explain(member, isSet));
  return problems.some(({ subject }) => subject !== undefined) ? problems : [problemAt(found, 'unknown', 'warning')];
}

function explainLeaf(found: Found, path: string, isSet: ReadonlySet<string>): SettingProblem {
  const near = isList(found.resolved.value) ? nearestPart(path) : nearestSetting(path);
  if (!near) return problemAt(found, 'unknown', 'warning');
  const isElsewhere = near.path.split('.').at(-1) === found.path.at(-1);
  return problemAt(found, isElsewhere ? 'wrong-place' : 'unknown', 'warning', meaning(found, near.path, isSet));
}

/** What was meant, and the value moved there if it fits and nothing stands there yet. */
function meaning({ path, resolved }: Found, subject: string | undefined, isSet: ReadonlySet<string>) {
  if (subject === undefined) return {};
  const target = settingNamed(subject);
  const canMove = target && !isPart(subject) && !isSet.has(subject) && !resolved.computed && isTold(resolved);
  return canMove && fits(resolved.value, target) ? { subject, fix: moved(path, target, resolved) } : { subject };
}

/** Edits that take a value to another place. */
export function moved(path: Path, target: Setting, { value }: Resolved): readonly Edit[] {
  const to = target.path.split('.');
  const secret = isSecret(path) || isSecret(to);
  return [
    { op: 'set', path: to, value, secret },
    { op: 'unset', path, secret },
  ];
}

function catalogPath(path: Path): string {
  return path.reduce<string>((dotted, step) => {
    if (typeof step === 'number') return `${dotted}[]`;
    return dotted === '' ? step : `${dotted}.${step}`;
  }, '');
}
