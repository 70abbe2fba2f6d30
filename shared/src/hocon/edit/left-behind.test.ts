import { describe, expect, it } from 'vitest';
import { documents } from '../../../test/documents.ts';
import { fc } from '../../../test/random.ts';
import { definitionsOf, type Spot } from '../definitions.ts';
import type { ConfigValue, Edit, Path } from '../document.ts';
import { documentOf } from '../parser.ts';
import { resolve } from '../resolve.ts';
import { isList, isObject, toJson, valueAt } from '../value.ts';
import { applyEdits } from './apply.ts';

/** Every text value is one of its own, so that each can be looked for afterwards; in quotes, without or in three. */
const marked = documents.map((text) => {
  let count = 0;
  return text.replace(/(?<=[:=[,{ \n])(?:word|"t"|"a b")(?=[\s,\]}])/g, (word) => {
    const mark = `S${count++}S`;
    return word === 'word' ? mark : word === '"t"' ? `"${mark}"` : `"""${mark}"""`;
  });
});

/** A document and a path in it that has such a text, in it or below. */
const cases = fc
  .tuple(marked, fc.nat())
  .filter(([text]) => resolve(documentOf(text)).problems.every(({ severity }) => severity !== 'error'))
  .map(([text, pick]) => ({ text, path: secretPath(text, pick) }))
  .filter(({ path }) => path.length > 0);

const runs = { numRuns: 500 };

describe('of a secret nothing stays behind', () => {
  it('where it is unset, not even of those that it replaced', () => {
    check(({ text, path }) => {
      const result = after(text, unset(path));
      for (const mark of marksIn(sourcesOf(text, path))) expect(result).not.toContain(mark);
    });
  });

  it('where it has another value', () => {
    check(({ text, path }) => {
      const result = after(text, set(path, 'another'));
      for (const mark of marksIn(readAt(text, path))) expect(result).not.toContain(mark);
    });
  });

  it('where one was set and unset again', () => {
    check(({ text, path }) => {
      const result = after(text, set(path, 'NEVER'), unset(path));
      expect(result).not.toContain('NEVER');
      for (const mark of marksIn(sourcesOf(text, path))) expect(result).not.toContain(mark);
    });
  });

  it('under the name that it had', () => {
    check(({ text, path }) => {
      const rename: Edit = { op: 'rename', path, to: 'renamed', secret: true };
      const there = [...path.slice(0, -1), 'renamed'];
      fc.pre(applyEdits(text, [rename]).ok);
      expect(marksIn(after(text, rename))).toEqual(marksIn(text));
      const gone = after(text, rename, unset(there));
      for (const mark of marksIn(sourcesOf(text, path))) expect(gone).not.toContain(mark);
      const other = after(text, rename, set(there, 'another'));
      for (const mark of marksIn(readAt(text, path))) expect(other).not.toContain(mark);
    });
  });

  it('in a list where it was, if it is moved or removed', () => {
    check(({ text, path }) => {
      const list = valueAt(read(text), path);
      fc.pre(list !== undefined && isList(list) && list.length > 1);
      const move: Edit = { op: 'move', path: [...path, 0], to: 1 };
      expect(marksIn(after(text, move)).toSorted()).toEqual(marksIn(text).toSorted());
      const remove: Edit = { op: 'remove', path: [...path, 1], secret: true };
      for (const mark of marksIn(readAt(text, [...path, 0]))) expect(after(text, move, remove)).not.toContain(mark);
    });
  });
});

it('another name changes only the bytes of keys', () => {
  check(({ text, path }) => {
    const outcome = applyEdits(text, [{ op: 'rename', path, to: 'renamed' }]);
    fc.pre(outcome.ok);
    const keys = documentOf(text).tokens.of('key');
    for (const { from, to, insert } of outcome.ok ? outcome.changes : []) {
      expect(keys.some((key) => key.from <= from && to <= key.to)).toBe(true);
      expect(insert).toMatch(/^"?renamed"?$/);
    }
  });
});

function check(run: (one: { readonly text: string; readonly path: Path }) => void): void {
  fc.assert(fc.property(cases, run), runs);
}

function set(path: Path, value: string): Edit {
  return { op: 'set', path, value, secret: true };
}

function unset(path: Path): Edit {
  return { op: 'unset', path, secret: true };
}

function after(text: string, ...edits: readonly Edit[]): string {
  const outcome = applyEdits(text, edits);
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return outcome.text;
}

function read(text: string): ConfigValue {
  return resolve(documentOf(text)).value;
}

function readAt(text: string, path: Path): string {
  return JSON.stringify(toJson(valueAt(read(text), path) ?? ''));
}

/** All that is written for a path and below it, what is dead as well. */
function sourcesOf(text: string, path: Path): string {
  let spot: Spot | undefined = definitionsOf(documentOf(text));
  for (const name of path) spot = spot?.members.get(String(name));
  return spot ? writtenIn(text, spot) : '';
}

function writtenIn(text: string, { definitions, members }: Spot): string {
  const own = definitions.map(({ field: { value } }) => text.slice(value.from, value.to));
  return [...own, ...[...members.values()].map((member) => writtenIn(text, member))].join(' ');
}

function marksIn(text: string): readonly string[] {
  return text.match(/S\d+S/g) ?? [];
}

function secretPath(text: string, pick: number): Path {
  const all = pathsIn(read(text)).filter((path) => marksIn(readAt(text, path)).length > 0);
  return all[pick % Math.max(1, all.length)] ?? [];
}

function pathsIn(value: ConfigValue): Path[] {
  if (!isObject(value)) return [];
  return [...value].flatMap(([name, member]) => [[name], ...pathsIn(member).map((path) => [name, ...path])]);
}
