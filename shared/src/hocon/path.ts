import type { Path } from './document.ts';

export type PathOutcome =
  | { readonly ok: true; readonly path: Path }
  /** `at` is where the expression stops making sense, in UTF-16 code units. */
  | { readonly ok: false; readonly code: 'invalid-path'; readonly at: number };

const plainName = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const step = /\[(\d+)\]|(\.?)(?:"((?:[^"\\]|\\.)*)"|([^.[\]"]+))/y;

/** A path as people write it: `sdk.aws.s3.credentials[0].key`. Names that are more than a word are quoted. */
export function formatPath(path: Path): string {
  return path.map((part, place) => (typeof part === 'number' ? `[${part}]` : formatName(part, place > 0))).join('');
}

/** The reverse of `formatPath`. Quotes may stand round any name: `environment."MY.NAME"`. */
export function parsePath(expression: string): PathOutcome {
  const path: (string | number)[] = [];
  let at = 0;
  while (at < expression.length || path.length === 0) {
    step.lastIndex = at;
    const match = step.exec(expression);
    if (match === null || !fits(match, path.length)) return { ok: false, code: 'invalid-path', at };
    path.push(readStep(match));
    at = step.lastIndex;
  }
  return { ok: true, path };
}

/** Whether `path` lies at or below `prefix`. */
export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((part, place) => part === path[place]);
}

export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && startsWith(a, b);
}

function formatName(name: string, follows: boolean): string {
  const written = plainName.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
  return follows ? `.${written}` : written;
}

/** The first step is a name without a dot; every later name has one. */
function fits(match: RegExpExecArray, taken: number): boolean {
  const isPlace = match[1] !== undefined;
  return taken === 0 ? !isPlace && match[2] === '' : isPlace || match[2] === '.';
}

function readStep(match: RegExpExecArray): string | number {
  const [, place, , quoted, bare] = match;
  if (place !== undefined) return Number(place);
  return quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/gs, '$1');
}
