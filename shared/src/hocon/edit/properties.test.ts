import { describe, expect, it } from 'vitest';
import { documents, names, values } from '../../../test/documents.ts';
import { fc } from '../../../test/random.ts';
import { applyChanges } from '../changes.ts';
import type { ConfigValue, Edit, Path } from '../document.ts';
import { parse } from '../parser.ts';
import { resolve } from '../resolve.ts';
import { isList, isObject, sameValue, valueAt } from '../value.ts';
import { applyEdits } from './apply.ts';

/** Documents that ClearML reads, and a path in them: often one that is there. */
const cases = fc
  .tuple(documents, fc.array(names, { minLength: 1, maxLength: 3 }), fc.nat())
  .filter(([text]) => resolve(parse(text)).problems.every(({ severity }) => severity !== 'error'))
  .map(([text, path, pick]) => ({ text, path: choosePath(text, path, pick) }))
  .filter(({ text, path }) => leadsThroughObjects(read(text), path));

const runs = { numRuns: 300 };

describe('whatever the file and the edit', () => {
  it('set then read gives the value', () => {
    check(cases, values, ({ text, path }, value) => {
      const result = after(text, { op: 'set', path, value });
      expect(holds(valueAt(read(result), path), value)).toBe(true);
    });
  });

  it('unset then read gives absence', () => {
    check(cases, fc.boolean(), ({ text, path }, secret) => {
      const result = after(text, { op: 'unset', path, secret });
      expect(valueAt(read(result), path)).toBeUndefined();
    });
  });

  it('other paths read as before', () => {
    check(cases, values, ({ text, path }, value) => {
      for (const edit of [
        { op: 'set', path, value },
        { op: 'unset', path },
      ] as const) {
        const result = after(text, edit);
        expect(samePathsBut(path, read(text), read(result))).toBe(true);
      }
    });
  });

  it('bytes outside the changes are equal', () => {
    check(cases, values, ({ text, path }, value) => {
      const outcome = applyEdits(text, [{ op: 'set', path, value }]);
      expect(outcome).toMatchObject({ ok: true });
      if (outcome.ok) expect(applyChanges(text, outcome.changes)).toBe(outcome.text);
    });
  });

  it('setting the value it has is no change', () => {
    check(cases, fc.constant(null), ({ text, path }) => {
      const value = valueAt(read(text), path);
      if (value !== undefined) expect(after(text, { op: 'set', path, value })).toBe(text);
    });
  });

  it('there and back is no change', () => {
    check(cases, values, ({ text, path }, value) => {
      const old = valueAt(read(text), path);
      const back: Edit = old === undefined ? { op: 'unset', path } : { op: 'set', path, value: old };
      expect(after(text, { op: 'set', path, value }, back)).toBe(text);
    });
  });

  it('line ends and the final line break stay', () => {
    check(cases, values, ({ text, path }, value) => {
      const result = after(text, { op: 'set', path, value });
      const isWindows = text.includes('\r\n');
      if (isWindows) expect(result.replace(/\r\n/g, '')).not.toMatch(/\n/);
      else expect(result).not.toMatch(/\r/);
      if (text !== '') expect(/\n$/.test(result)).toBe(/\n$/.test(text));
    });
  });

  it('comments on lines of their own stay, unless they are switched on or stand inside what goes', () => {
    check(cases, values, ({ text, path }, value) => {
      const old = valueAt(read(text), path);
      if (isObject(old ?? null) || isList(old ?? null) || isObject(value)) return;
      const result = after(text, { op: 'set', path, value });
      const lost = ownComments(text).length - ownComments(result).length;
      expect(lost).toBeLessThanOrEqual(old === undefined ? 1 : 0);
    });
  });

  it('another name leaves every value, and back is no change', () => {
    check(cases, fc.constant('renamed'), ({ text, path }, to) => {
      const value = valueAt(read(text), path);
      const edit: Edit = { op: 'rename', path, to };
      const there = [...path.slice(0, -1), to];
      fc.pre(value !== undefined && valueAt(read(text), there) === undefined && applyEdits(text, [edit]).ok);
      const result = read(after(text, edit));
      expect(sameValue(valueAt(result, there) ?? null, value ?? null)).toBe(true);
      expect(samePathsBut(there, read(after(text, { op: 'unset', path })), result)).toBe(true);
      expect(after(text, edit, { op: 'rename', path: there, to: String(path.at(-1)) })).toBe(text);
    });
  });

  it('edits on different paths commute in what is read', () => {
    check(fc.tuple(cases, names, names), fc.tuple(values, values), ([{ text, path }, one, other], [first, second]) => {
      if (one === other) return;
      const parent = path.slice(0, -1);
      const edits: [Edit, Edit] = [
        { op: 'set', path: [...parent, one], value: first },
        { op: 'set', path: [...parent, other], value: second },
      ];
      const together = read(after(text, ...edits));
      expect(sameValue(together, read(after(text, edits[1], edits[0])))).toBe(true);
      expect(sameValue(together, read(after(after(text, edits[1]), edits[0])))).toBe(true);
    });
  });
});

function check<A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>, run: (a: A, b: B) => void): void {
  fc.assert(fc.property(a, b, run), runs);
}

function read(text: string): ConfigValue {
  return resolve(parse(text)).value;
}

function after(text: string, ...edits: readonly Edit[]): string {
  const outcome = applyEdits(text, edits);
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return outcome.text;
}

function choosePath(text: string, path: Path, pick: number): Path {
  const all = pathsIn(read(text));
  return pick % 3 === 0 || all.length === 0 ? path : (all[pick % all.length] ?? path);
}

function pathsIn(value: ConfigValue): Path[] {
  if (!isObject(value)) return [];
  return [...value].flatMap(([name, member]) => [[name], ...pathsIn(member).map((path) => [name, ...path])]);
}

function leadsThroughObjects(value: ConfigValue, path: Path): boolean {
  return path.every((_, depth) => isObject(valueAt(value, path.slice(0, depth)) ?? new Map()));
}

/** Numbers come back as the same number, however they are held. */
function holds(read: ConfigValue | undefined, value: ConfigValue): boolean {
  return read !== undefined && sameValue(read, value);
}

/** An object that lost its only member may be gone with it. */
function samePathsBut(path: Path, before: ConfigValue | undefined, now: ConfigValue | undefined): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  const [left, right] = [before ?? new Map(), now ?? new Map()];
  if (!isObject(left) || !isObject(right)) return false;
  return [...new Set([...left.keys(), ...right.keys()])].every((key) => {
    const [old, new_] = [left.get(key), right.get(key)];
    if (key === name) return samePathsBut(rest, old, new_);
    return old !== undefined && new_ !== undefined && sameValue(old, new_);
  });
}

function ownComments(text: string): readonly string[] {
  return text.match(/^[ \t]*(?:#|\/\/).*$/gm) ?? [];
}
