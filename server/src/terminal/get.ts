import type { ConfigValue } from '@clearml-conf/shared';
import { isList, isObject, lookup, parse, parsePath, resolve, toJson } from '@clearml-conf/shared';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { localIncludes } from './includes.ts';
import { openText } from './opened-text.ts';
import type { Outcome } from './outcome.ts';
import { failure, jsonLine, misuse } from './outcome.ts';
import { editing, placedSentence, problemSentence } from './sentences.ts';

/** The value of one option as ClearML reads it here, in JSON. */
export async function getValue(expression: string, file: string, surroundings: Surroundings): Promise<Outcome> {
  const parsed = parsePath(expression);
  if (!parsed.ok) return misuse(editing.notAPath(expression));
  const opened = await openText(file, surroundings);
  if (!opened.ok) return failure(opened.sentence);
  const include = localIncludes(opened.store.path);
  const { root, problems } = resolve(parse(opened.text), { environment: surroundings.environment, include });
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) return failure(placedSentence(file, error, problemSentence(error)));
  const found = lookup(root, parsed.path);
  if (!found) return failure(editing.notSet(expression, file));
  if (isOpen(found.value)) return failure(editing.notTold(expression));
  return { exitCode: 0, output: jsonLine(toJson(found.value)) };
}

/** Whether something in the value could not be told. */
function isOpen(value: ConfigValue): boolean {
  if (isList(value)) return value.some(isOpen);
  if (isObject(value)) return [...value.values()].some(isOpen);
  return typeof value === 'object' && value !== null && value.kind === 'opaque' && value.reason === 'unresolved';
}
