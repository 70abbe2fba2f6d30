import { describe, expect, test } from 'vitest';
import { bound, growth } from '../../../test/growth.ts';
import { pastes, refusedPastes } from '../../../test/pastes.ts';
import { fc } from '../../../test/random.ts';
import { toJson } from '../../hocon/index.ts';
import { isSecret } from '../secret.ts';
import { readPaste } from './index.ts';

const mask = '••••';

describe('what is understood of a paste', () => {
  test.each(pastes)('$name', ({ paste, form, settings, rest = [] }) => {
    const read = readPaste(paste, mask);
    if (!read.ok) return expect.fail(`${read.code} in line ${read.line}`);
    const found = read.settings.map(({ path, value }) => [path.join('.'), toJson(value)]);
    expect(Object.fromEntries(found)).toEqual(settings);
    expect(read.form).toBe(form);
    expect(read.rest.map(({ line, text }) => `${line} ${text}`)).toEqual(rest);
    for (const { path, secret } of read.settings) expect(secret).toBe(isSecret(path));
  });
});

describe('a paste of which nothing can be made', () => {
  test.each(refusedPastes)('$name', ({ paste, code, at }) => {
    const read = readPaste(paste, mask);
    expect(read).toMatchObject({ ok: false, code, ...(at && { line: at[0], column: at[1] }) });
  });
});

const pieces = fc.constantFrom(
  ...pastes.flatMap(({ paste }) => paste.split(/(?<=\n)/)),
  '"',
  "'",
  '{',
  '}',
  '\\',
  '$',
  '#',
  'export ',
  'CLEARML_API_SECRET_KEY',
);
const garbage = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  fc.constantFrom(...pastes).chain(({ paste }) => fc.nat(paste.length).map((at) => paste.slice(0, at))),
);

test('whatever is pasted, it is read, and what is found stands in it', () => {
  fc.assert(
    fc.property(garbage, (paste) => {
      const read = readPaste(paste, mask);
      if (!read.ok) return read.line >= 1 && read.column >= 1;
      const texts = read.settings.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
      const bare = (text: string) => text.replace(/[\\`\u00a0\u200b\u201c\u201d]/g, '');
      return texts.every((text) => bare(paste.trim()).includes(bare(text)));
    }),
    { numRuns: 800 },
  );
});

test('the rest never shows a key that was found', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), fc.constantFrom(...pastes), (one, other) => {
      const read = readPaste(`${one.paste}\n${other.paste}`, mask);
      const rest = read.ok ? read.rest.map(({ text }) => text).join('\n') : '';
      return !/made-up-secret|MADEUPKEY/.test(rest);
    }),
    { numRuns: 200 },
  );
});

test.each([
  'CLEARML_API_HOST ',
  'access_key ',
  'set -x ',
  '"',
  '> ',
  'https://',
  'A_',
  '  ',
  'key=',
  '%env ',
  '<br ',
  '[',
  '**a',
  '`a',
  'a@b:',
  '<https://a|',
  '1 \n',
])('time grows with the length only: %j', (piece) => {
  const once = piece.repeat(20_000 / piece.length);
  expect(growth((text) => readPaste(text, mask), once, once.repeat(4))).toBeLessThan(bound);
});
