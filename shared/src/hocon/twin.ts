import { type Container, commentsOf, standsAlone } from './body.ts';
import type { Document, FieldNode, Token } from './document.ts';
import { parse } from './parser.ts';
import { samePath } from './path.ts';
import { lineIndexOf } from './position.ts';
import { remembering } from './remembering.ts';

/** A comment line that is one whole setting: `# worker_name: ""`. */
export interface Twin {
  readonly comment: Token;
  /** What stands behind the marker. */
  readonly content: string;
  /** The setting; its ranges are those of `content`. */
  readonly field: FieldNode;
}

/** Comment lines that belong together: one, or as many as brackets are open over. */
export type CommentBlock = readonly Token[];

/** The comment lines among comments, the lines of a commented-out block as one. */
export function commentBlocks(document: Document, comments: readonly Token[]): readonly CommentBlock[] {
  const { text } = document;
  const lines = lineIndexOf(document);
  const lineOf = ({ from }: Token) => lines.positionAt(from).line;
  const blocks: Token[][] = [];
  let depth = 0;
  for (const comment of comments) {
    if (!standsAlone(text, comment)) continue;
    const block = depth > 0 ? blocks.at(-1) : undefined;
    const last = block?.at(-1);
    if (block && last && lineOf(comment) === lineOf(last) + 1) block.push(comment);
    else {
      blocks.push([comment]);
      depth = 0;
    }
    depth = Math.max(0, depth + opened(contentOf(text, comment)));
  }
  return blocks;
}

/** The commented-out settings of this key that stand directly in a container. */
export function twinsIn(document: Document, container: Container, key: readonly string[]): readonly Twin[] {
  const name = key.at(-1) ?? '';
  const lines = linesAmong(document, commentsOf(document, container));
  const named = lines.filter(({ from, to }) => document.text.slice(from, to).includes(name));
  return twinsAmong(document, named).filter(({ field }) => samePath(field.key.path, key));
}

/** Every commented-out setting among the comments of a container. */
export function everyTwinIn(document: Document, comments: readonly Token[]): readonly Twin[] {
  // Most containers have none, and then it does not matter which of their comments are blocks.
  if (!comments.some((comment) => beginsLikeSetting(document.text, comment))) return [];
  return twinsAmong(document, linesAmong(document, comments));
}

/** Those that are a line of their own and not one of a commented-out block. */
function linesAmong(document: Document, comments: readonly Token[]): readonly Token[] {
  const lines: Token[] = [];
  for (const [comment, more] of commentBlocks(document, comments)) if (comment && !more) lines.push(comment);
  return lines;
}

function twinsAmong({ text }: Document, comments: readonly Token[]): readonly Twin[] {
  const twins: Twin[] = [];
  for (const comment of comments) {
    if (!beginsLikeSetting(text, comment)) continue;
    const content = contentOf(text, comment);
    const field = settingIn(content);
    if (field !== null) twins.push({ comment, content, field });
  }
  return twins;
}

/** What stands behind the marker of a comment. */
export function contentOf(text: string, comment: Token): string {
  const marker = text.startsWith('//', comment.from) ? 2 : 1;
  return text.slice(comment.from + marker, comment.to);
}

/** The one field that a text is, if it is nothing else; two line breaks keep ClearML from seeing a period at its end. */
export function onlyField(content: string): FieldNode | null {
  const { root, problems } = parse(`${content}\n\n`);
  if (root.kind !== 'object' || root.braced || problems.some((problem) => problem.severity === 'error')) return null;
  const [member, more] = root.members;
  return member?.kind === 'field' && more === undefined ? member : null;
}

/** Nearly all comments are prose, which is told apart where it stands. */
function beginsLikeSetting(text: string, { from }: Token): boolean {
  settingStart.lastIndex = from;
  return settingStart.test(text);
}

const settingStart = /(?:#|\/\/)[ \t]*("[^"\n\r]*"|[^\s"#:={[]+)[ \t]*[:={]/y;

/** Several bare words are prose, and so is everything that is joined. */
const settingIn = remembering(4000, (content: string): FieldNode | null => {
  const field = onlyField(content);
  const [part, more] = field?.value.parts ?? [];
  const isWhole = part !== undefined && part.kind !== 'substitution' && part.kind !== 'include' && more === undefined;
  return isWhole && field?.separator?.sign !== '+=' ? field : null;
});

/** How many more brackets a line opens than it closes, outside quotes and comments. */
function opened(content: string): number {
  if (!/[[\]{}]/.test(content)) return 0;
  const plain = content.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/#.*/, '');
  return (plain.match(/[[{]/g)?.length ?? 0) - (plain.match(/[\]}]/g)?.length ?? 0);
}
