import { describe, expect, it } from 'vitest';
import rows from '../../../test/corpus/edits.json';
import more from '../../../test/corpus/more-edits.json';
import type { Edit } from '../document.ts';
import { parse } from '../parser.ts';
import { resolve } from '../resolve.ts';
import { type ConfigJson, fromJson, sameValue, toJson } from '../value.ts';
import { applyEdits } from './apply.ts';

/** One edit as the corpus writes it; its value is JSON. */
interface Row {
  readonly op: string;
  readonly path: readonly (string | number)[];
  readonly value?: ConfigJson;
  readonly secret?: boolean;
  readonly to?: number | string;
}

interface Case {
  readonly id: string;
  readonly input: string;
  readonly edits: readonly Row[];
  readonly expect: { readonly value: ConfigJson };
  readonly must_keep: readonly string[];
  readonly ideal: string;
}

const cases: readonly Case[] = [...(rows as readonly Case[]), ...(more as readonly Case[])];

/** Cases whose text differs from the ideal, each with its reason. */
const differences: Readonly<Record<string, string>> = {};

describe.each(cases)('$id', ({ id, input, edits, ideal, must_keep: pieces, ...row }) => {
  const outcome = applyEdits(input, edits.map(toEdit));

  it('reads as it should', () => {
    const value = outcome.ok ? resolve(parse(outcome.text)).value : null;
    expect(value !== null && sameValue(value, fromJson(row.expect.value)), describeValue(value)).toBe(true);
  });

  it('keeps what it must', () => {
    for (const piece of pieces) expect(outcome).toMatchObject({ text: expect.stringContaining(piece) });
  });

  it.skipIf(id in differences)('is the ideal text', () => {
    expect(outcome).toMatchObject({ ok: true, text: ideal });
  });

  it('changes only what it says it changes', () => {
    const changes = outcome.ok ? outcome.changes : [];
    let rebuilt = '';
    let at = 0;
    for (const { from, to, insert } of changes) {
      rebuilt += input.slice(at, from) + insert;
      at = to;
    }
    expect(outcome).toMatchObject({ text: rebuilt + input.slice(at) });
  });
});

it('differs from the ideal in at most one case in twenty', () => {
  expect(Object.keys(differences).length).toBeLessThanOrEqual(cases.length / 20);
});

function toEdit({ op, path, value, secret, to }: Row): Edit {
  switch (op) {
    case 'set':
      return { op, path, value: fromJson(value ?? null), ...(secret === undefined ? {} : { secret }) };
    case 'unset':
      return { op, path, ...(secret === undefined ? {} : { secret }) };
    case 'append':
    case 'insert':
      return { op, path, value: fromJson(value ?? null) };
    case 'remove':
    case 'uncomment':
      return { op, path };
    case 'move':
      return { op, path, to: Number(to) };
    case 'rename':
      return { op, path, to: String(to), ...(secret === undefined ? {} : { secret }) };
    default:
      throw new Error(`the corpus has no ${op}`);
  }
}

function describeValue(value: Parameters<typeof toJson>[0]): string {
  return `it reads ${JSON.stringify(toJson(value))}`;
}
