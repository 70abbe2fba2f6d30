import { describe, expect, it } from 'vitest';
import { fc } from '../../../shared/test/random.ts';
import { type Answer, mergeTexts } from './merge.ts';

const lines = (...all: readonly string[]) => all.map((line) => `${line}\n`).join('');

interface Case {
  readonly name: string;
  readonly was: string;
  readonly disk: string;
  readonly yours: string;
  readonly merged: string;
}

const quiet: readonly Case[] = [
  {
    name: 'a comment there and a value here',
    was: lines('api {', '  a: 1', '}'),
    disk: lines('# seen', 'api {', '  a: 1', '}'),
    yours: lines('api {', '  a: 2', '}'),
    merged: lines('# seen', 'api {', '  a: 2', '}'),
  },
  {
    name: 'two lines beside each other',
    was: lines('a: 1', 'b: 1'),
    disk: lines('a: 2', 'b: 1'),
    yours: lines('a: 1', 'b: 2'),
    merged: lines('a: 2', 'b: 2'),
  },
  {
    name: 'the same change on both sides',
    was: lines('a: 1', 'b: 1'),
    disk: lines('a: 2', 'b: 1'),
    yours: lines('a: 2', 'b: 1', 'c: 1'),
    merged: lines('a: 2', 'b: 1', 'c: 1'),
  },
  {
    name: 'an unknown key put in there, a section mended here',
    was: lines('api {', '  a: 1', '', 'x: 1'),
    disk: lines('api {', '  a: 1', '', 'mine: 5', 'x: 1'),
    yours: lines('api {', '  a: 1', '}', '', 'x: 1'),
    merged: lines('api {', '  a: 1', '}', '', 'mine: 5', 'x: 1'),
  },
  {
    name: 'line ends of CR LF',
    was: 'a: 1\r\nb: 1\r\nc: 1\r\n',
    disk: 'a: 1\r\nb: 1\r\nc: 2\r\n',
    yours: 'a: 2\r\nb: 1\r\nc: 1\r\n',
    merged: 'a: 2\r\nb: 1\r\nc: 2\r\n',
  },
  {
    name: 'all line ends turned to CR LF there',
    was: lines('a: 1', 'b: 1'),
    disk: 'a: 1\r\nb: 1\r\n',
    yours: lines('a: 2', 'b: 1', 'c: 1'),
    merged: 'a: 2\r\nb: 1\r\nc: 1\r\n',
  },
  {
    name: 'a last line without an end, which got one there',
    was: 'a: 1\nb: 1',
    disk: 'a: 1\nb: 1\n',
    yours: 'a: 2\nb: 1',
    merged: 'a: 2\nb: 1\n',
  },
  {
    name: 'a last line without an end on all sides',
    was: 'a: 1\nb: 1',
    disk: 'a: 3\nb: 1',
    yours: 'a: 1\nb: 1\nc: 1',
    merged: 'a: 3\nb: 1\nc: 1',
  },
];

describe('two sides of one text', () => {
  it.each(quiet)('are put together: $name', ({ was, disk, yours, merged }) => {
    const merge = mergeTexts(was, disk, yours);
    expect(merge.overlaps).toEqual([]);
    expect(merge.text([])).toBe(merged);
  });

  it.each<[string, string, string, string, Readonly<Record<Answer, string>>]>([
    [
      'one line',
      lines('a: 1', 'b: 1'),
      lines('a: 2', 'b: 1'),
      lines('a: 3', 'b: 1'),
      { disk: lines('a: 2', 'b: 1'), yours: lines('a: 3', 'b: 1'), both: lines('a: 2', 'a: 3', 'b: 1') },
    ],
    [
      'one place',
      lines('a: 1'),
      lines('a: 1', 'b: 2'),
      lines('a: 1', 'c: 3'),
      { disk: lines('a: 1', 'b: 2'), yours: lines('a: 1', 'c: 3'), both: lines('a: 1', 'b: 2', 'c: 3') },
    ],
    [
      'a section that is gone here',
      lines('s {', '  a: 1', '}', 'z: 1'),
      lines('s {', '  a: 2', '}', 'z: 1'),
      lines('z: 1'),
      { disk: lines('s {', '  a: 2', '}', 'z: 1'), yours: lines('z: 1'), both: lines('s {', '  a: 2', '}', 'z: 1') },
    ],
  ])('are asked about where both changed %s', (_, was, disk, yours, texts) => {
    const merge = mergeTexts(was, disk, yours);
    expect(merge.overlaps).toHaveLength(1);
    for (const answer of ['disk', 'yours', 'both'] as const) expect(merge.text([answer])).toBe(texts[answer]);
  });

  it('are asked about no neighbour of the line that both changed', () => {
    const merge = mergeTexts(
      lines('a: 1', 'b: 1', 'c: 1'),
      lines('a: 1', 'b: 2', 'c: 2'),
      lines('a: 3', 'b: 3', 'c: 1'),
    );
    expect(merge.overlaps.map(({ was }) => was)).toEqual([{ from: 1, to: 2 }]);
    expect(merge.text(['disk'])).toBe(lines('a: 3', 'b: 2', 'c: 2'));
    expect(merge.text(['yours'])).toBe(lines('a: 3', 'b: 3', 'c: 2'));
  });

  it('need no answer for what both made alike round the place where they differ', () => {
    const merge = mergeTexts(lines('a'), lines('new', 'x', 'end'), lines('new', 'y', 'end'));
    expect(merge.overlaps.map(({ disk, yours }) => [disk, yours])).toEqual([
      [
        { from: 1, to: 2 },
        { from: 1, to: 2 },
      ],
    ]);
    expect(merge.text(['yours'])).toBe(lines('new', 'y', 'end'));
  });
});

const ends = fc.constantFrom('\n', '\n', '\n', '\r\n');
const text = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '}', ''), ends), { maxLength: 8 }), fc.boolean())
  .map(([parts, isEnded]) => {
    const whole = parts.map(([line, end]) => line + end).join('');
    return isEnded ? whole : whole.replace(/\r?\n$/, '');
  });

describe('putting together any texts', () => {
  it('gives the other side where one changed nothing', () => {
    void fc.assert(
      fc.property(text, text, (was, other) => {
        expect(mergeTexts(was, other, was).text([])).toBe(other);
        expect(mergeTexts(was, was, other).text([])).toBe(other);
        expect(mergeTexts(was, other, other).text([])).toBe(other);
      }),
    );
  });

  it('keeps every line that either side put in, where nothing overlaps', () => {
    const own = (side: string) =>
      fc
        .array(fc.tuple(fc.nat(20), fc.nat(1000)), { maxLength: 4 })
        .map((all) => all.map(([at, id]) => ({ at, line: `${side}${id}` })));
    const base = Array.from({ length: 12 }, (_, at) => `line ${at}`);
    const put = (into: readonly { readonly at: number; readonly line: string }[]) =>
      lines(...base.flatMap((line, at) => [...into.filter((one) => one.at === at).map((one) => one.line), line]));
    void fc.assert(
      fc.property(own('disk'), own('yours'), (theirs, mine) => {
        const merge = mergeTexts(lines(...base), put(theirs), put(mine));
        const found = merge.text(merge.overlaps.map(() => 'both')).split('\n');
        for (const side of [put(theirs), put(mine)]) {
          let at = 0;
          for (const line of side.split('\n')) at = found.indexOf(line, at) + 1 || Number.NaN;
          expect(at).toBeGreaterThan(0);
        }
      }),
    );
  });
});
