import { type Document, type Path, parse, type Range } from '../hocon/index.ts';
import { remembering } from '../hocon/remembering.ts';
import { type CommentRun, commentRuns, switchedOn } from './comment-runs.ts';
import { hasSecretKeys } from './secret.ts';
import { mayOpenSecrets } from './secret-name.ts';
import { referredNames } from './secret-references.ts';
import { insideQuotes, secretLiterals } from './secret-values.ts';

/** Prose such as "how to make a token: https://…" looks like a setting; a password in an address is found elsewhere. */
const address = /^https?:\/\/[^\s@]+$/;

/** Comments stay as they are while settings are typed. */
const parsed = remembering(500, parse);

/**
 * Secrets in commented-out settings that are known by the path they would have only: in lists, in `environment`, and
 * where a secret refers to.
 */
export function commentedSecrets(document: Document): readonly Range[] {
  const { text } = document;
  const names = new Set(referredNames(document).map(spelled));
  return commentRuns(document).flatMap((run) => {
    const isLikely = hasSecretKeys(run.path) || mayOpenSecrets(text.slice(run.from, run.to));
    if (!isLikely && names.size === 0) return [];
    const switched = parsed(switchedOn(text, run));
    return [...(isLikely ? secretsIn(switched, run.path) : []), ...referredIn(switched, run.path, names)].map(
      ({ from, to }) => ({ from: run.from + from, to: run.from + to }),
    );
  });
}

function secretsIn(document: Document, base: CommentRun['path']): readonly Range[] {
  const literals = secretLiterals(document, base).map(insideQuotes);
  return literals.filter(({ from, to }) => !address.test(document.text.slice(from, to)));
}

/** What secrets would refer to, were it switched on. */
function referredIn(document: Document, base: Path, names: ReadonlySet<string>): readonly Range[] {
  if (names.size === 0) return [];
  const isNamed = (path: Path): boolean => names.has(spelled(path));
  const isInside = base.some((_, place) => isNamed(base.slice(0, place + 1)));
  return secretLiterals(document, base, isInside ? () => true : isNamed).map(insideQuotes);
}

function spelled(path: Path): string {
  return JSON.stringify(path);
}
