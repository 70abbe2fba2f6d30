import { type Document, parse, type Range } from '../hocon/index.ts';
import { remembering } from '../hocon/remembering.ts';
import { type CommentRun, commentRuns, switchedOn } from './comment-runs.ts';
import { hasSecretKeys } from './secret.ts';
import { mayOpenSecrets } from './secret-name.ts';
import { insideQuotes, secretLiterals } from './secret-values.ts';

/** Prose such as "how to make a token: https://…" looks like a setting; a password in an address is found elsewhere. */
const address = /^https?:\/\/[^\s@]+$/;

/** Comments stay as they are while settings are typed. */
const parsed = remembering(500, parse);

/** Secrets in commented-out settings that are known by the path they would have only: in lists, in `environment`. */
export function commentedSecrets(document: Document): readonly Range[] {
  const { text } = document;
  const runs = commentRuns(document).filter(
    (run) => hasSecretKeys(run.path) || mayOpenSecrets(text.slice(run.from, run.to)),
  );
  return runs.flatMap((run) => secretsIn(switchedOn(text, run), run));
}

function secretsIn(text: string, run: CommentRun): readonly Range[] {
  const literals = secretLiterals(parsed(text), run.path).map(insideQuotes);
  const secrets = literals.filter(({ from, to }) => !address.test(text.slice(from, to)));
  return secrets.map(({ from, to }) => ({ from: run.from + from, to: run.from + to }));
}
