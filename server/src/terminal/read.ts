import type { ConfigJson, Problem } from '@clearml-conf/shared';
import { parse, resolve, toJson } from '@clearml-conf/shared';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { localIncludes } from './includes.ts';
import { openText } from './opened-text.ts';
import { problemSentence } from './sentences.ts';

/** One line of the answer: what ClearML reads from a file, or why it refuses. */
export type FileReport =
  | { readonly file: string; readonly value: ConfigJson }
  | { readonly file: string; readonly problems: readonly ReportedProblem[] };

interface ReportedProblem {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly clearml?: { readonly line: number; readonly column: number };
}

/** Reads a file as ClearML would read it right here: with the variables of this process and the includes beside it. */
export async function reportFile(file: string, surroundings: Surroundings): Promise<FileReport> {
  const opened = await openText(file, surroundings);
  if (!opened.ok) {
    const { code, line, sentence } = opened;
    return { file, problems: [{ code, line, column: 1, message: sentence }] };
  }
  const { value, problems } = resolve(parse(opened.text), {
    environment: surroundings.environment,
    include: localIncludes(opened.store.path),
  });
  const errors = problems.filter((problem) => problem.severity === 'error').map(reported);
  return errors.length > 0 ? { file, problems: errors } : { file, value: toJson(value) };
}

function reported(problem: Problem): ReportedProblem {
  const { code, line, column, clearml } = problem;
  return { code, line, column, message: problemSentence(problem), ...(clearml ? { clearml } : {}) };
}
