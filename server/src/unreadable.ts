import type { ProblemPlace } from '@clearml-conf/shared';
import { parse, resolve } from '@clearml-conf/shared';

/**
 * What makes ClearML refuse a text wherever it runs. Variables that are not set here may well be set there, so they do
 * not count.
 */
export function errorsForClearml(text: string): readonly ProblemPlace[] {
  return resolve(parse(text))
    .problems.filter((problem) => problem.severity === 'error')
    .map(({ code, line, column }) => ({ code, line, column }));
}
