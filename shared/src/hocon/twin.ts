import { type Body, standsAlone } from './body.ts';
import type { Document, FieldNode, Token } from './document.ts';
import { lineStart, previousLine } from './lines.ts';
import { parse } from './parser.ts';
import { samePath } from './path.ts';

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

/** The comment lines of a body, the lines of a commented-out block as one. */
export function commentBlocks({ text }: Document, body: Body): readonly CommentBlock[] {
  const blocks: Token[][] = [];
  let depth = 0;
  let last: Token | null = null;
  for (const comment of body.comments) {
    if (!standsAlone(text, comment)) continue;
    if (last === null || !isNextLine(text, last, comment)) depth = 0;
    if (depth > 0) blocks.at(-1)?.push(comment);
    else blocks.push([comment]);
    depth = Math.max(0, depth + opened(contentOf(text, comment)));
    last = comment;
  }
  return blocks;
}

/** The commented-out settings of this key among the comment lines of a body. */
export function twinsIn(document: Document, body: Body, key: readonly string[]): readonly Twin[] {
  const name = key.at(-1) ?? '';
  return commentBlocks(document, body).flatMap(([comment, ...more]) => {
    if (comment === undefined || more.length > 0) return [];
    const content = contentOf(document.text, comment);
    const field = content.includes(name) ? settingIn(content) : null;
    return field !== null && samePath(field.key.path, key) ? [{ comment, content, field }] : [];
  });
}

/** Every commented-out setting among the comment lines of a body. */
export function everyTwinIn(document: Document, body: Body): readonly Twin[] {
  return commentBlocks(document, body).flatMap(([comment, ...more]) => {
    if (comment === undefined || more.length > 0) return [];
    const content = contentOf(document.text, comment);
    const field = settingIn(content);
    return field === null ? [] : [{ comment, content, field }];
  });
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

/** Several bare words are prose, and so is everything that is joined. */
function settingIn(content: string): FieldNode | null {
  if (!/^[ \t]*("[^"]*"|[^\s"#:={[]+)[ \t]*[:={]/.test(content)) return null;
  const field = onlyField(content);
  const [part, more] = field?.value.parts ?? [];
  const isWhole = part !== undefined && part.kind !== 'substitution' && part.kind !== 'include' && more === undefined;
  return isWhole && field?.separator?.sign !== '+=' ? field : null;
}

function isNextLine(text: string, last: Token, comment: Token): boolean {
  return previousLine(text, lineStart(text, comment.from)) === lineStart(text, last.from);
}

/** How many more brackets a line opens than it closes, outside quotes and comments. */
function opened(content: string): number {
  const plain = content.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/#.*/, '');
  return (plain.match(/[[{]/g)?.length ?? 0) - (plain.match(/[\]}]/g)?.length ?? 0);
}
