import { describe, expect, it } from 'vitest';
import { fold, rowOfLine } from './folds.ts';
import { visible } from './hidden-signs.ts';
import { linesOf } from './lines.ts';
import { diffRows, type Row } from './rows.ts';
import { type WordLine, wordMarks } from './words.ts';

const signs = { same: ' ', removed: '-', added: '+' } as const;
const shape = (rows: readonly Row[]) => rows.map((row) => signs[row.kind]).join('');
const line = (text: string, ...secrets: readonly (readonly [number, number])[]): WordLine => ({
  text,
  secrets: secrets.map(([from, to]) => ({ from, to })),
});
const marked = (subject: WordLine, ranges: readonly { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => subject.text.slice(from, to));

describe('the lines of a text', () => {
  it.each([
    ['', []],
    ['a', ['']],
    ['a\n', ['\n']],
    ['a\r\nb\nc', ['\r\n', '\n', '']],
    ['\n\n', ['\n', '\n']],
  ])('of %j end with %j', (text, ends) => {
    expect(linesOf(text).map(({ end }) => end)).toEqual(ends);
  });
});

describe('the comparison of two texts', () => {
  it.each([
    ['the same', 'a\nb\n', 'a\nb\n', '  '],
    ['a changed line', 'a\nb\nc\n', 'a\nx\nc\n', ' -+ '],
    ['an added line', 'a\nc\n', 'a\nb\nc\n', ' + '],
    ['a removed line', 'a\nb\nc\n', 'a\nc\n', ' - '],
    ['everything new', '', 'a\nb', '++'],
    ['a line end alone', 'a\r\n', 'a\n', '-+'],
    ['a missing last line end', 'a\nb', 'a\nb\n', ' -+'],
    ['two places', 'a\nb\nc\nd\n', 'x\nb\nc\ny\n', '-+  -+'],
  ])('shows %s', (_, base, draft, rows) => {
    expect(shape(diffRows(base, draft))).toBe(rows);
  });

  it('names the line that took the place of another', () => {
    expect(diffRows('a\nb\n', 'a\nx\ny\n')).toEqual([
      { kind: 'same', base: 0, draft: 0 },
      { kind: 'removed', base: 1, partner: 1 },
      { kind: 'added', draft: 1, partner: 1 },
      { kind: 'added', draft: 2, partner: null },
    ]);
  });
});

describe('folding', () => {
  const text = Array.from({ length: 30 }, (_, at) => `line ${at}\n`).join('');
  const rows = diffRows(text, text.replace('line 15\n', 'changed\n'));
  const shown = (stretches: ReturnType<typeof fold>) =>
    stretches.map(({ kind, at, rows: held }) => [kind, at, held.length]);

  it('leaves three lines round a change', () => {
    expect(shown(fold(rows, new Set(), null))).toEqual([
      ['folded', 0, 12],
      ['shown', 12, 8],
      ['folded', 20, 11],
    ]);
  });

  it('shows the file round the place people are at while nothing changed', () => {
    const long = text.repeat(10);
    expect(shown(fold(diffRows(text, text), new Set(), null))).toEqual([['shown', 0, 30]]);
    expect(shown(fold(diffRows(long, long), new Set(), 150))).toEqual([
      ['folded', 0, 90],
      ['shown', 90, 121],
      ['folded', 211, 89],
    ]);
  });

  it('shows what was opened and the lines round the place people are at', () => {
    const stretches = fold(rows, new Set([20]), rowOfLine(rows, 2));
    expect(shown(stretches)).toEqual([
      ['shown', 0, 9],
      ['shown', 9, 3],
      ['shown', 12, 8],
      ['shown', 20, 11],
    ]);
  });
});

describe('word marks', () => {
  it('show what changed in a line', () => {
    const [base, draft] = [line('# region: "eu-west-1"'), line('region: "us-west-1"')];
    const marks = wordMarks(base, draft);
    expect(marked(base, marks.base)).toEqual(['# ', 'eu']);
    expect(marked(draft, marks.draft)).toEqual(['us']);
  });

  it('never tell which part of a secret changed', () => {
    const [base, draft] = [line('key: "abc def"', [6, 13]), line('key: "abc xyz"', [6, 13])];
    expect(marked(draft, wordMarks(base, draft).draft)).toEqual(['abc xyz']);
  });

  it('stay away where the lines have little in common', () => {
    expect(wordMarks(line('first'), line('second: 5'))).toEqual({ base: [], draft: [] });
  });
});

describe('signs that cannot be seen', () => {
  it('are shown by their number', () => {
    expect(visible('a\u202eb\u0000\u200b\tc')).toBe('a‹U+202E›b‹U+0000›‹U+200B›\tc');
  });
});
