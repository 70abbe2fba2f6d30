import { isInvisible } from '../characters.ts';
import type { ArrayNode, Change, FieldNode, ObjectNode, Problem, Range, Tokens } from '../document.ts';
import { insertAt, quoted, quoteFix, replace, type Source } from './mistake.ts';
import type { ValuePlace } from './walk.ts';
import { bracesRound } from './yaml.ts';

/** What the ways to mend an error of syntax look at. */
export interface Broken extends Source {
  readonly root: ObjectNode | ArrayNode;
  readonly tokens: Tokens;
  readonly values: readonly ValuePlace[];
}

const PLACEHOLDERS = /^(?:[^\s"'{}]|\{[ \t]*[\w.-]+[ \t]*\})+$/;

/** The ways in which an error may be mended, the likeliest first. Whether one does mend it, a reading has to show. */
export function mends(broken: Broken, problem: Problem): readonly (readonly Change[])[] {
  switch (problem.code) {
    case 'needs-quotes':
    case 'unclosed-substitution':
      return [
        doubledSeparator(broken, problem),
        blockComment(broken, problem),
        inBraces(broken, problem),
        quoteWhole(broken, problem),
        quoteRun(broken, problem),
        replace(problem, ''),
      ];
    case 'invalid-key':
    case 'syntax':
      return [quoteRun(broken, problem), comment(broken, problem), withoutSign(problem)];
    case 'unclosed-quote':
      return [quoteInside(broken, problem), ...closeQuote(broken, problem)];
    case 'extra-brace':
    case 'byte-order-mark':
      return [replace(problem, '')];
    case 'invisible-sign':
      return [replace(problem, isSpace(broken, problem) ? ' ' : ''), replace(problem, '')];
    case 'missing-separator':
      return [
        quoteRound(broken, problem),
        separate(broken, problem),
        comment(broken, problem),
        ellipsis(broken, problem),
      ];
    case 'missing-value':
      return [sectionByLayout(broken, problem), emptyText(broken, problem)];
    case 'quoted-part-in-key':
      return [nest(broken, problem)];
    case 'append-to-text':
      return [joinLists(broken, problem)];
    default:
      return [];
  }
}

/** A text with a word in it that is not only one, as `include file`. */
function quoteWhole(broken: Broken, problem: Range): readonly Change[] {
  if (!/^include$/i.test(broken.text.slice(problem.from, problem.to))) return [];
  const around = broken.values.findLast(({ value }) => value.from <= problem.from && problem.to <= value.to);
  return around ? quoteFix(broken, around.value) : [];
}

/** `http://{HOST}:8008`: a word in braces within a text. */
function quoteRound(broken: Broken, problem: Range): readonly Change[] {
  const around = broken.values.findLast(({ value }) => value.from <= problem.from && problem.to <= value.to)?.value;
  if (!around || around.parts.length < 2) return [];
  const isPlaceholder = PLACEHOLDERS.test(broken.text.slice(around.from, around.to));
  return isPlaceholder ? quoteFix(broken, around) : [];
}

/** The value that ends at the problem, and what was skipped behind it, as one quoted text. */
function quoteRun(broken: Broken, problem: Range): readonly Change[] {
  const value = broken.values.findLast(
    ({ value: node, field }) => node.from <= problem.from && node.parts.length + (field ? 1 : 0) > 0,
  );
  const [at] = broken.tokens.across({ from: problem.from, to: problem.from + 1 });
  const skipped = at?.kind === 'error' ? at : null;
  if (!value || !skipped) return [];
  const isNew = value.value.parts.length === 0 || beginsItem(broken, skipped);
  const from = isNew ? skipped.from : value.value.from;
  const isSameLine = !/[\n\r]/.test(broken.text.slice(from, skipped.from));
  const run = broken.text.slice(from, skipped.to);
  const end = /[ \t]+(?:#|\/\/)|[ \t]*$/.exec(run)?.index ?? run.length;
  const change = isSameLine ? quoteFix(broken, { from, to: from + end }) : [];
  const isEmpty = value.value.parts.length === 0 && value.field?.separator?.to === from;
  return isEmpty ? change.map((part) => ({ ...part, insert: ` ${part.insert}` })) : change;
}

/** Nothing but blanks stands between it and a line break, a comma or the sign that opens a list. */
function beginsItem({ text }: Broken, { from }: Range): boolean {
  let before = from - 1;
  while (text.charAt(before) === ' ' || text.charAt(before) === '\t') before--;
  return '[,\n\r'.includes(text.charAt(before));
}

/** A line is never thrown away to mend it. */
function withoutSign(problem: Range): readonly Change[] {
  return problem.to - problem.from <= 2 ? replace(problem, '') : [];
}

/** `"p"w"`: a quote that was meant to be part of the text. */
function quoteInside(broken: Broken, problem: Range): readonly Change[] {
  const before = broken.values.findLast(({ value }) => value.from < problem.from && value.to === problem.from);
  const from = before?.value.from ?? problem.from;
  const line = broken.text.slice(from, broken.lines.lineEnd(from));
  const [written = '', inside = ''] = /^"([^\\]*)"(?=[ \t,]*$)/.exec(line) ?? [];
  const text = quoted(inside);
  return written === '' || text === null ? [] : replace({ from, to: from + written.length }, text);
}

/** `==` and `:=` as one sign. */
function doubledSeparator({ text }: Broken, problem: Range): readonly Change[] {
  const isDoubled = text.charAt(problem.from) === '=' && /[:=]$/.test(text.slice(0, problem.from));
  return isDoubled ? replace(problem, '') : [];
}

/** A comment of another language behind a value. */
function blockComment({ text }: Broken, problem: Range): readonly Change[] {
  return text.startsWith('/*', problem.from - 1) ? [insertAt(problem.from - 1, '# ')] : [];
}

/** `$HOME` as `${HOME}`. */
function inBraces({ text, lines }: Broken, problem: Range): readonly Change[] {
  const name = /^\$([A-Za-z_]\w*)/.exec(text.slice(problem.from, lines.lineEnd(problem.from)))?.[1];
  return name === undefined ? [] : replace({ from: problem.from, to: problem.from + 1 + name.length }, `\${${name}}`);
}

/** Dots that an example left where settings were to follow. */
function ellipsis({ text, lines }: Broken, problem: Range): readonly Change[] {
  const dots = /^\.{2,}[ \t]*$/.exec(text.slice(problem.from, lines.lineEnd(problem.from)));
  return dots ? replace({ from: problem.from, to: problem.from + dots[0].length }, '') : [];
}

/** `l += "x"` at the root as `l: ${l} ["x"]`. */
function joinLists({ root, text }: Broken, problem: Range): readonly Change[] {
  const members = root.kind === 'object' ? root.members : [];
  const field = members.find((member) => member.kind === 'field' && member.from === problem.from);
  if (field?.kind !== 'field' || !field.separator) return [];
  const { key, separator, value } = field;
  return [
    { from: key.to, to: separator.to, insert: `: \${${text.slice(key.from, key.to)}}` },
    insertAt(value.from, '['),
    insertAt(value.to, ']'),
  ];
}

/** A quote at the end of the line; and for a path that ends in a backslash, the backslashes doubled. */
function closeQuote(broken: Broken, problem: Range): readonly (readonly Change[])[] {
  const run = broken.text.slice(problem.from, broken.lines.lineEnd(problem.from));
  const body = /^"(.*?)[ \t,]*$/.exec(run.replace(/[ \t]+(?:#|\/\/).*$/, ''))?.[1] ?? '';
  const at = problem.from + 1 + body.length;
  if (body.endsWith('\\"')) {
    return [replace({ from: problem.from, to: at }, `"${body.slice(0, -1).replace(/\\\\|\\/g, '\\\\')}"`)];
  }
  return [[insertAt(at, '"')]];
}

/** `key value` as `key: value`. */
function separate(broken: Broken, problem: Range): readonly Change[] {
  const line = broken.text.slice(problem.from, broken.lines.lineEnd(problem.from)).replace(/[ \t]*(?:#|\/\/).*$/, '');
  const match = /^([A-Za-z_][\w.-]*)[ \t]+(\S.*?)[ \t,]*$/.exec(line);
  const key = match?.[1];
  return match && key ? [insertAt(problem.from + key.length, ':')] : [];
}

/** `api =`, and further in `host = h`: a section was meant. */
function sectionByLayout(broken: Broken, problem: Range): readonly Change[] {
  const field = fieldAt(broken, problem);
  const next = broken.values.find(({ field: other }) => other !== null && other.from > problem.from)?.field;
  if (!field?.separator || !next) return [];
  const isFurtherIn = broken.lines.positionAt(next.from).column > broken.lines.positionAt(field.from).column;
  return isFurtherIn ? bracesRound(broken, field.from, field.separator.to) : [];
}

function emptyText(broken: Broken, problem: Range): readonly Change[] {
  const separator = fieldAt(broken, problem)?.separator;
  return separator ? [insertAt(separator.to, ' ""')] : [];
}

function fieldAt({ values }: Broken, { from }: Range): FieldNode | null {
  return values.find(({ field }) => field?.from === from)?.field ?? null;
}

/** A line that was meant as a comment: `-- x`, `; x`, `/* x`. */
function comment(broken: Broken, problem: Range): readonly Change[] {
  const start = broken.text.lastIndexOf('\n', problem.from - 1) + 1;
  const line = broken.text.slice(start, broken.lines.lineEnd(start));
  const mark = /^[ \t]*(--|;|\/\*|%|<!--)/.exec(line);
  return mark ? [insertAt(start + (line.length - line.trimStart().length), '# ')] : [];
}

/** `aws."s3.x": 1` as `aws { "s3.x": 1 }`. */
function nest(broken: Broken, problem: Range): readonly Change[] {
  const start = broken.text.lastIndexOf('\n', problem.from - 1) + 1;
  const end = broken.lines.lineEnd(problem.from);
  const match = /^[ \t]*([A-Za-z_][\w-]*)\.("[^"]+"[ \t]*(?:[:=].*?|\{.*\}))[ \t,]*$/.exec(
    broken.text.slice(start, end),
  );
  const [, outer, inner] = match ?? [];
  if (outer === undefined || inner === undefined) return [];
  const from = broken.text.indexOf(outer, start);
  return replace({ from, to: from + outer.length + 1 + inner.length }, `${outer} { ${inner} }`);
}

function isSpace(broken: Broken, problem: Range): boolean {
  const sign = broken.text.charAt(problem.from);
  return isInvisible(sign) && /\s/.test(sign);
}
