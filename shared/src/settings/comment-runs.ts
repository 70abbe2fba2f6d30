import type { Document, Path, Range, Token } from '../hocon/index.ts';
import { blockOfEach } from './blocks.ts';

/** Comments that follow each other with nothing between. */
export interface CommentRun extends Range {
  readonly path: Path;
  /** The text without its comment signs, of the same length. */
  readonly text: string;
}

/** The comments of a document in runs, as they would read if they were switched on where they stand. */
export function commentRuns(document: Document): readonly CommentRun[] {
  const groups = groupsOf(document.tokens);
  const blocks = blockOfEach(
    document,
    groups.map(([first]) => first),
  );
  return groups.map((group, place) => runOf(document.text, group, blocks[place]?.path ?? []));
}

type Group = [Token, ...Token[]];

function groupsOf(tokens: readonly Token[]): readonly Group[] {
  const groups: Group[] = [];
  let isOpen = false;
  for (const token of tokens) {
    if (token.kind === 'blank' || token.kind === 'newline') continue;
    const last = groups.at(-1);
    if (token.kind === 'comment' && isOpen && last) last.push(token);
    else if (token.kind === 'comment') groups.push([token]);
    isOpen = token.kind === 'comment';
  }
  return groups;
}

function runOf(text: string, group: Group, path: Path): CommentRun {
  const from = group[0].from;
  const to = group.at(-1)?.to ?? from;
  const pieces: string[] = [];
  let at = from;
  for (const comment of group) {
    pieces.push(text.slice(at, comment.from), withoutSign(text.slice(comment.from, comment.to)));
    at = comment.to;
  }
  return { from, to, path, text: pieces.join('') };
}

const sign = /^(?:#+|\/\/+)/;

function withoutSign(comment: string): string {
  return comment.replace(sign, (marks) => ' '.repeat(marks.length));
}
