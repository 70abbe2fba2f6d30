import { describe, expect, it, test } from 'vitest';
import rows from '../../test/corpus/cases.json';
import more from '../../test/corpus/more-cases.json';
import { type ConfigJson, type IncludeOutcome, type Problem, parse, resolve, toJson } from './index.ts';

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

const cases: readonly Case[] = [...(rows as readonly Case[]), ...(more as readonly Case[])];

/**
 * Cases whose reading cannot be told, each with its reason: ClearML's own parser reads them now so, now otherwise.
 * Every case of `+=`, substitutions and includes can be told, so there are none. Those of bytes are in `bytes.test.ts`.
 */
const untellable: Readonly<Record<string, string>> = {};

/** Opens the files of a case, from names relative to the including one. */
function filesOf(files: Case['files']) {
  return (include: { target: string }, from: string | null): IncludeOutcome => {
    const folder = from?.replace(/[^/]*$/, '') ?? '';
    const name = folder + include.target;
    const text = files?.[name];
    return text === undefined ? { kind: 'missing' } : { kind: 'document', document: parse(text), name };
  };
}

describe('read as ClearML reads it', () => {
  test.each(cases.filter(({ id, input }) => input !== undefined && !(id in untellable)))('$id', (row) => {
    const environment = new Map(Object.entries(row.env ?? {}));
    const reading = resolve(parse(row.input ?? ''), { environment, include: filesOf(row.files) });
    const error = reading.problems.find((problem) => problem.severity === 'error');
    if (row.pyhocon.error === undefined) {
      expect(error).toBeUndefined();
      expect(toJson(reading.value)).toEqual(row.pyhocon.value);
      return;
    }
    expect(error).toBeDefined();
    const { line, col } = row.pyhocon;
    if (line !== undefined && line !== null) expect(error?.clearml).toEqual({ line, column: col });
    if (error) expectInside(row.input ?? '', error);
  });

  it('leaves at most five cases open', () => {
    expect(Object.keys(untellable).length).toBeLessThanOrEqual(5);
  });
});

/** The place where a person must look: inside the text, and at the sign that is not closed, where that is it. */
function expectInside(text: string, { code, from, to, line, column }: Problem): void {
  expect(0 <= from && from <= to && to <= text.length).toBe(true);
  const before = text.slice(0, from).split(/\r\n|\n|\r/);
  expect({ line, column }).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
  if (code === 'unclosed-brace') expect(text[from]).toBe('{');
  if (code === 'unclosed-bracket') expect(text[from]).toBe('[');
  if (code === 'unclosed-quote') expect(text[from]).toBe('"');
  if (code === 'extra-brace') expect(text[from]).toMatch(/[}\]]/);
}
