import { parse, secretRanges } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { mask, paintLine, type Segment, sheetOf } from './paint.ts';

function painted(text: string, line = 0): readonly Segment[] {
  const document = parse(text);
  const sheet = sheetOf(document, secretRanges(document));
  const at = sheet.lines[line];
  return at ? paintLine(sheet, at, []) : [];
}

const shown = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('');

describe('a painted line', () => {
  it.each(['api {', '  # a comment: "x"', 'a: ${HOME}"/x" // why', 'list = [1, "two", true]', '\tb += [3]'])(
    'shows every sign of %s',
    (text) => {
      expect(shown(painted(text))).toBe(text);
    },
  );

  it('tells keys, texts, numbers, words and comments apart', () => {
    const tones = painted('a: ["x", 5, true] # c').filter(({ text }) => text.trim() !== '');
    expect(tones.map(({ text, tone }) => [text, tone])).toEqual([
      ['a', 'key'],
      [':', 'separator'],
      ['[', 'open'],
      ['"x"', 'text'],
      [',', 'comma'],
      ['5', 'number'],
      [',', 'comma'],
      ['true', 'word'],
      [']', 'close'],
      ['# c', 'comment'],
    ]);
  });

  it.each([
    ['a value', 'api { credentials { secret_key: "a-canary" } }', 0],
    ['a comment', 'api {\n  # secret_key: "a-canary"\n}', 1],
    ['docker arguments', 'agent.extra_docker_arguments: ["-e", "HF_TOKEN=a-canary"]', 0],
    ['an address', 'api.api_server: "https://me:a-canary@host"', 0],
    ['a text that cannot be read', 'api { credentials { secret_key: "a-canary', 0],
  ])('masks a secret in %s, however long it is', (_, text, line) => {
    const segments = painted(text, line);
    expect(shown(segments)).not.toContain('canary');
    expect(segments.filter(({ masked }) => masked).map((segment) => segment.text)).toEqual([mask]);
  });
});
