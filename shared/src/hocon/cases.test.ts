import { expect, test } from 'vitest';
import rows from '../../test/corpus/cases.json';
import { type ConfigJson, type IncludeOutcome, parse, resolve, toJson } from './index.ts';

/** One input, and what ClearML's own parser made of it. */
interface Case {
  readonly id: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly pyhocon: {
    readonly value?: ConfigJson;
    readonly error?: string;
    readonly line?: number | null;
    readonly col?: number | null;
  };
}

const cases: readonly Case[] = rows as readonly Case[];

/** Opens the files of a case, from names relative to the including one. */
function filesOf(files: Case['files']) {
  return (include: { target: string }, from: string | null): IncludeOutcome => {
    const folder = from?.replace(/[^/]*$/, '') ?? '';
    const name = folder + include.target;
    const text = files?.[name];
    return text === undefined ? { kind: 'missing' } : { kind: 'document', document: parse(text), name };
  };
}

test.each(cases.filter((row) => row.input !== undefined))('$id', ({ input = '', env, files, pyhocon }) => {
  const environment = new Map(Object.entries(env ?? {}));
  const reading = resolve(parse(input), { environment, include: filesOf(files) });
  const error = reading.problems.find((problem) => problem.severity === 'error');
  if (pyhocon.error === undefined) {
    expect(error).toBeUndefined();
    expect(toJson(reading.value)).toEqual(pyhocon.value);
    return;
  }
  expect(error).toBeDefined();
  const { line, col } = pyhocon;
  if (line !== undefined && line !== null) expect(error?.clearml).toEqual({ line, column: col });
});
