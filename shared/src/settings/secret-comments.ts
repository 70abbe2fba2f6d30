import { type Document, type Path, parse, type Range } from '../hocon/index.ts';
import { remembering } from '../hocon/remembering.ts';
import { type CommentRun, commentRuns, switchedOn } from './comment-runs.ts';
import { hasSecretKeys } from './secret.ts';
import { mayOpenSecrets } from './secret-name.ts';
import { hasReferences, isNamedIn } from './secret-references.ts';
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
  const isNamed = hasReferences(document) ? isNamedIn(document) : null;
  return commentRuns(document).flatMap((run) => {
    const isLikely = hasSecretKeys(run.path) || mayOpenSecrets(text.slice(run.from, run.to));
    if (!isLikely && !isNamed) return [];
    const switched = parsed(switchedOn(text, run));
    return [
      ...(isLikely ? secretsIn(switched, run.path) : []),
      ...(isNamed ? namedIn(switched, run.path, isNamed) : []),
    ].map(({ from, to }) => ({ from: run.from + from, to: run.from + to }));
  });
}

function secretsIn(document: Document, base: CommentRun['path']): readonly Range[] {
  const literals = secretLiterals(document, base).map(insideQuotes);
  return literals.filter(({ from, to }) => !address.test(document.text.slice(from, to)));
}

/** What secrets would refer to, were it switched on. Several words are prose. */
function namedIn(document: Document, base: Path, isNamed: (path: Path) => boolean): readonly Range[] {
  const isInside = base.some((_, place) => isNamed(base.slice(0, place + 1)));
  const literals = secretLiterals(document, base, isInside ? () => true : isNamed);
  return literals.filter((literal) => literal.style !== 'bare' || isOnlyWord(document.text, literal)).map(insideQuotes);
}

const reach = 100;

function isOnlyWord(text: string, { from, to }: Range): boolean {
  const before = text.slice(Math.max(0, from - reach), from);
  return /[:=][ \t]*$/.test(before) && /^[ \t]*(?:[,}\]#\r\n]|\/\/|$)/.test(text.slice(to, to + reach));
}
