import { expect, test } from 'vitest';
import { applyChanges } from '../changes.ts';
import { parse } from '../parser.ts';
import { findProblems } from './index.ts';

/** The text after the fixes of all its problems, one after the other. */
function mended(text: string): string {
  let current = text;
  for (let round = 0; round < 10; round++) {
    const fix = findProblems(parse(current)).find((problem) => problem.fix)?.fix;
    if (!fix) break;
    current = applyChanges(current, fix);
  }
  return current;
}

/**
 * The mistakes people make most, the likeliest first: what is found, and the text once all that can be mended is mended;
 * null where only the person can tell. That `yes` is no boolean and an id of digits no text, the catalog has to know.
 */
const mistakes: readonly (readonly [name: string, text: string, found: readonly string[], after: string | null])[] = [
  ['a sign in an unquoted value', 'api { key: ab! }\n', ['error needs-quotes 1:14'], 'api { key: "ab!" }\n'],
  ['a sign in an unquoted value', 'u: https://h/x?y=1\n', ['error needs-quotes 1:15'], 'u: "https://h/x?y=1"\n'],
  ['a sign in an unquoted value', 'k: abc==\nb: 1\n', ['error needs-quotes 1:7'], 'k: "abc=="\nb: 1\n'],
  ['a sign in an unquoted value', 'g: *.py\n', ['error needs-quotes 1:4'], 'g: "*.py"\n'],
  ['a sign in an unquoted value', 'a: a&b\n', ['error needs-quotes 1:5'], 'a: "a&b"\n'],
  ['a sign in an unquoted value', 'a: p^q\n', ['error needs-quotes 1:5'], 'a: "p^q"\n'],
  ['a sign in an unquoted value', 'a: p`q\n', ['error needs-quotes 1:5'], 'a: "p`q"\n'],
  ['a sign in an unquoted value', 'a: p*q\n', ['error needs-quotes 1:5'], 'a: "p*q"\n'],
  ['a sign in an unquoted value', 'l: [a, b@c, d]\n', ['error needs-quotes 1:9'], 'l: [a, "b@c", d]\n'],
  ['a sign in an unquoted value', 'l: [*.py, x]\n', ['error needs-quotes 1:5'], 'l: ["*.py", x]\n'],
  [
    'a sign in an unquoted value',
    'l: [\n  a\n  @x  # c\n]\n',
    ['error needs-quotes 3:3'],
    'l: [\n  a\n  "@x"  # c\n]\n',
  ],
  ['a sign in an unquoted value', 'include file x\na: 1\n', ['error include-unreadable 1:1'], null],
  ['a sign in an unquoted value', 'a: include file x\n', ['error needs-quotes 1:4'], 'a: "include file x"\n'],
  [
    'a # in an unquoted value',
    's { key: p#w }\n',
    ['error unclosed-brace 1:3', 'warning cut-by-comment 1:10'],
    's { key: "p#w }"\n}\n',
  ],
  ['a # in an unquoted value', 'u: http://h/#/x\n', ['warning cut-by-comment 1:4'], 'u: "http://h/#/x"\n'],
  [
    'a closing brace missing',
    'api {\n  credentials {\n    a: 1\n\nsdk {\n  b: 1\n}\n',
    ['error unclosed-brace 1:5', 'error unclosed-brace 2:15'],
    'api {\n  credentials {\n    a: 1\n\n  }\n}\nsdk {\n  b: 1\n}\n',
  ],
  [
    'a closing brace missing',
    'api {\n  l: [\n    1\n  b: 2\n}\n',
    ['error unclosed-bracket 2:6'],
    'api {\n  l: [\n    1\n  ]\n  b: 2\n}\n',
  ],
  ['a brace too many', 'api { a: 1 }\n}\nb: 1\n', ['error extra-brace 2:1'], 'api { a: 1 }\n\nb: 1\n'],
  ['a brace too many', 'api {\n a: 1\n}\n}\nsdk {\n}\n', ['error extra-brace 4:1'], 'api {\n a: 1\n}\n\nsdk {\n}\n'],
  ['a brace too many', 'a: [1]]\nb: 1\n', ['error extra-brace 1:7'], 'a: [1]\nb: 1\n'],
  ['a Windows path', 'p: "C:\\new\\table"\n', ['warning decoded-escape 1:4'], 'p: "C:\\\\new\\\\table"\n'],
  ['a Windows path', 'p: "C:\\dir\\"\nb: 1\n', ['error unclosed-quote 1:4'], 'p: "C:\\\\dir\\\\"\nb: 1\n'],
  ['an empty value', 'a:\nb: 2\n', ['warning missing-value 1:1'], 'a: ""\nb: 2\n'],
  ['an empty value', 's {\n  a:\n  b: 2\n}\n', ['warning missing-value 2:3'], 's {\n  a: ""\n  b: 2\n}\n'],
  ['an empty value', 'a =\nb = 2\n', ['error missing-value 1:1'], 'a = ""\nb = 2\n'],
  [
    'an empty value',
    'a =  # c\nb =\n\nc = 2\n',
    ['error missing-value 1:1', 'error missing-value 2:1'],
    'a = ""  # c\nb = ""\n\nc = 2\n',
  ],
  ['an empty value', 's {\n  a =\n  "b" += 2\n}\n', ['error missing-value 2:3'], 's {\n  a = ""\n  "b" += 2\n}\n'],
  ['an empty value', 'a: # c\nb: 2\n', ['warning missing-value 1:1'], 'a: "" # c\nb: 2\n'],
  ['a comma missing', 's { a: x b: y }\n', ['warning missing-comma 1:8'], 's { a: x, b: y }\n'],
  ['a comma missing', 'l: ["a" "b"]\n', ['warning missing-comma 1:5'], 'l: ["a", "b"]\n'],
  ['a comma missing', 's { a: "x" b: "y" }\n', ['warning missing-comma 1:8'], 's { a: "x", b: "y" }\n'],
  ['a comma missing', 's { a: 1 b: 2 }\n', ['warning missing-comma 1:8'], 's { a: 1, b: 2 }\n'],
  ['a quote not closed', 'a: "x\nb: 1\n', ['error unclosed-quote 1:4'], 'a: "x"\nb: 1\n'],
  ['a quote not closed', 'a: "p"w"\n', ['error unclosed-quote 1:8'], 'a: "p\\"w"\n'],
  ['a quote not closed', 'l: ["x, "y"]\n', ['error unclosed-quote 1:11'], null],
  ['other quotes', 'a: “x”\n', ['warning wrong-quotes 1:4'], 'a: "x"\n'],
  ['other quotes', "a: 'x'\n", ['warning wrong-quotes 1:4'], 'a: "x"\n'],
  ['other quotes', "l: ['x', 'y']\n", ['warning wrong-quotes 1:5', 'warning wrong-quotes 1:10'], 'l: ["x", "y"]\n'],
  ['other quotes', 'a: ‘x’\n', ['warning wrong-quotes 1:4'], 'a: "x"\n'],
  ['YAML layout', 'api:\n  host: h\nb: 1\n', ['warning yaml-layout 1:1'], 'api: {\n  host: h\n}\nb: 1\n'],
  [
    'YAML layout',
    'sdk:\n  storage:\n    cache: x\n',
    ['warning yaml-layout 1:1'],
    'sdk: {\n  storage: {\n    cache: x\n  }\n}\n',
  ],
  [
    'YAML layout',
    'l:\n  - a\n  - b\n',
    ['warning yaml-layout 1:1', 'error missing-separator 3:3'],
    'l: [\n  a\n  b\n]\n',
  ],
  ['YAML layout', 'api =\n  host = h\nb = 1\n', ['error missing-value 1:1'], 'api = {\n  host = h\n}\nb = 1\n'],
  ['a byte order mark', '\ufeffa: 1\n', ['error byte-order-mark 1:1'], 'a: 1\n'],
  ['an invisible sign', 'a:\u00a0x\n', ['error invisible-sign 1:3'], 'a: x\n'],
  ['an invisible sign', 'a\u00a0: x\n', ['error invisible-sign 1:2'], 'a : x\n'],
  ['an invisible sign', '\u00a0a: x\n', ['error invisible-sign 1:1'], ' a: x\n'],
  ['an invisible sign', 'a: x\u00a0y\n', ['error invisible-sign 1:5'], 'a: x y\n'],
  ['an invisible sign', 'a: x\u200by\n', ['warning invisible-sign 1:5'], 'a: xy\n'],
  ['an invisible sign', 'a: \u200bx\n', ['warning invisible-sign 1:4'], 'a: x\n'],
  ['digits that are lost', 'a: 007\n', ['warning lost-digits 1:4'], 'a: "007"\n'],
  ['digits that are lost', 'a: 3.10\n', ['warning lost-digits 1:4'], 'a: "3.10"\n'],
  ['digits that are lost', 'a: 1e10\n', ['warning lost-digits 1:4'], 'a: "1e10"\n'],
  ['a substitution that nothing answers', 'a: ${X_UNSET}\n', ['warning unresolved-substitution 1:4'], null],
  [
    'a substitution that nothing answers',
    'a: ${X:-d}\n',
    ['warning unresolved-substitution 1:4'],
    'a: "d"\na: ${?X}\n',
  ],
  [
    'a substitution that nothing answers',
    's {\n  a: ${X:-http://h:8008}\n}\n',
    ['warning unresolved-substitution 2:6'],
    's {\n  a: "http://h:8008"\n  a: ${?X}\n}\n',
  ],
  ['a substitution that nothing answers', 'a: ${X-d}/x\n', ['warning unresolved-substitution 1:4'], null],
  ['a placeholder', 'a: $HOME\n', ['error needs-quotes 1:4'], 'a: ${HOME}\n'],
  [
    'a placeholder',
    'a: http://{HOST}:8008\n',
    ['error mixed-types 1:4', 'error missing-separator 1:12'],
    'a: "http://{HOST}:8008"\n',
  ],
  ['a placeholder', 'a {\n ...\n}\n', ['error missing-separator 2:2'], 'a {\n \n}\n'],
  ['a placeholder', '...\n', ['error missing-separator 1:1'], '\n'],
  ['a substitution in quotes', 'a: "${HOME}/x"\n', ['warning quoted-substitution 1:4'], 'a: ${HOME}"/x"\n'],
  ['a tab in quotes', 'a: "x\ty"\n', ['warning raw-tab 1:4'], 'a: "x\\ty"\n'],
  ['a quoted part in a dotted key', 'aws."s3.x": 1\n', ['error quoted-part-in-key 1:5'], 'aws { "s3.x": 1 }\n'],
  ['a quoted part in a dotted key', 'aws."s3" { a: 1 }\n', ['error quoted-part-in-key 1:5'], 'aws { "s3" { a: 1 } }\n'],
  ['no separator, or two', 'a 1\n', ['error missing-separator 1:1'], 'a: 1\n'],
  ['no separator, or two', 's {\n host h\n}\n', ['error missing-separator 2:2'], 's {\n host: h\n}\n'],
  ['no separator, or two', 'a == 1\n', ['error needs-quotes 1:4'], 'a = 1\n'],
  ['no separator, or two', 'a := 1\n', ['error needs-quotes 1:4'], 'a : 1\n'],
  ['= twice', 'l: --ipc=host\n', ['error needs-quotes 1:9'], 'l: "--ipc=host"\n'],
  ['= twice', 'l: ["a"]\ne: A=1\n', ['error needs-quotes 2:5'], 'l: ["a"]\ne: "A=1"\n'],
  ['= twice', 'l: [-e A=1, x]\n', ['error needs-quotes 1:9'], 'l: ["-e A=1", x]\n'],
  [
    'merge marks',
    '<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n',
    ['error merge-mark 1:1', 'error merge-mark 3:1', 'error merge-mark 5:1'],
    null,
  ],
  ['INI layout', '[api]\nhost = x\n', ['error syntax 2:1'], null],
  ['a keyword in a text', 'a: null-x\n', ['warning keyword-in-text 1:4'], 'a: "null-x"\n'],
  ['a keyword in a text', 'a: true-x\n', ['warning keyword-in-text 1:4'], 'a: "true-x"\n'],
  ['a keyword in a text', 'a: x true\n', ['warning keyword-in-text 1:4'], 'a: "x true"\n'],
  ['a value, then a section', 'a: 1\na { b: 2 }\n', ['error section-after-value 2:1'], null],
  ['comments of other languages', '/* c */\na: 1\n', ['error invalid-key 1:2'], '# /* c */\na: 1\n'],
  ['comments of other languages', 'a: 1 /* c */\n', ['error needs-quotes 1:7'], 'a: 1 # /* c */\n'],
  ['comments of other languages', 'a: 1;\n', ['warning semicolon 1:4'], 'a: 1\n'],
  ['comments of other languages', '-- c\na: 1\n', ['error missing-separator 1:1'], '# -- c\na: 1\n'],
  ['comments of other languages', '; c\na: 1\n', ['error invalid-key 1:1'], '# ; c\na: 1\n'],
  ['+= with a text', 'l: [1]\nl += "x"\n', ['error append-to-text 2:1'], 'l: [1]\nl: ${l} ["x"]\n'],
  ['+= that loses a list', 'l: [1]\nl += 2\n', ['warning append-replaces 2:1'], 'l: [1]\nl += [2]\n'],
  ['+= that loses a list', 'l: [1]\nl += { a: 1 }\n', ['warning append-replaces 2:1'], 'l: [1]\nl += [{ a: 1 }]\n'],
  [
    '+= that loses a list',
    's { l: [1]\n  l += [2] }\n',
    ['warning append-replaces 2:3'],
    's { l: [1]\n  l: ${s.l} [2] }\n',
  ],
  [
    '+= that loses a list',
    's { l: [1] }\ns { t: x, l += 2 }\n',
    ['warning append-replaces 2:11'],
    's { l: [1] }\ns { t: x, l: ${s.l} [2] }\n',
  ],
  ['+= that loses a list', 'b: [2]\nl: [1]\nl += ${b}\n', ['warning append-replaces 3:1'], null],
  ['+= that loses a list', 'm: [{ l: [1], l += [2] }]\n', ['warning append-replaces 1:15'], null],
];

test.each(mistakes)('%s: %j', (_, text, found, after) => {
  const problems = findProblems(parse(text)).map(
    ({ code, severity, line, column }) => `${severity} ${code} ${line}:${column}`,
  );
  expect(problems).toEqual(found);
  expect(mended(text)).toBe(after ?? text);
  const left = findProblems(parse(mended(text))).filter(({ code }) => !after || code !== 'unresolved-substitution');
  expect(left.length > 0).toBe(after === null);
});
