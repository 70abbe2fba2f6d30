import {
  changedSettings,
  type Document,
  documentOf,
  findProblems,
  maskedText,
  type Problem,
  type Range,
  type Reading,
  readSettings,
  rememberingFew,
  type SettingChange,
  secretRanges,
} from '@clearml-conf/shared';
import { firstNotBefore } from '../diff/halving.ts';
import { mask, type Sheet, sheetOf } from '../diff/paint.ts';
import { diffRows, type Row } from '../diff/rows.ts';
import type { Draft } from './draft.ts';
import { outcomeOf, type Refusal } from './outcome.ts';

/** Everything the page shows of one text. */
export interface ReadText {
  readonly document: Document;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly sheet: Sheet;
  readonly problems: readonly Problem[];
}

/** Everything the page shows of a draft beside the file as loaded. All of it follows from the two. */
export interface Derived {
  readonly draft: Draft;
  readonly text: string;
  readonly refusals: readonly Refusal[];
  readonly file: ReadText;
  readonly now: ReadText;
  readonly changes: readonly SettingChange[];
  /** What reads differently only because of the changes: values that are worked out from those. */
  readonly following: readonly SettingChange[];
  readonly rows: readonly Row[];
}

/** Derives all that is shown of a draft. */
export function derive(loaded: string, draft: Draft): Derived {
  const { text, refusals } = outcomeOf(draft);
  const file = readText(loaded);
  const now = readText(text);
  const all = text === loaded ? [] : changedSettings(file.document, now.document);
  return { draft, text, refusals, file, now, ...apart(all), rows: diffRows(loaded, text) };
}

/** What follows apart from what it follows from; where that cannot be told, everything counts. */
export function apart(all: readonly SettingChange[]): Pick<Derived, 'changes' | 'following'> {
  const changes = all.filter(({ follows }) => follows === undefined);
  return changes.length === 0
    ? { changes: all, following: [] }
    : { changes, following: all.filter(({ follows }) => follows) };
}

/** Reads a text. The last few are remembered, since the loaded one is asked for with every key. */
export const readText: (text: string) => ReadText = rememberingFew((text: string) => {
  const document = documentOf(text);
  const secrets = secretRanges(document);
  return {
    document,
    readings: readSettings(document),
    sheet: sheetOf(document, secrets),
    problems: findProblems(document).map((problem) => tellable(problem, secrets)),
  };
});

/** A problem inside a secret is told without the piece of text that it is about. */
function tellable(problem: Problem, secrets: readonly Range[]): Problem {
  const { subject, ...rest } = problem;
  if (subject === undefined) return problem;
  const next = secrets[firstNotBefore(secrets, ({ to }) => to < problem.from)];
  return next && next.from <= problem.to ? rest : { ...rest, subject: maskedText([], subject, mask) };
}
