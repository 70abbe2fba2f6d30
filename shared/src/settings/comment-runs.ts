import { everyComment } from '../hocon/body.ts';
import type { Document, Path, Range, Token } from '../hocon/index.ts';
import { blockOfEach } from './blocks.ts';

/** Comments that follow each other with nothing between, and the path of the block they stand in. */
export interface CommentRun extends Range {
  readonly path: Path;
  readonly comments: readonly Token[];
}

/** The comments of a document in runs. */
export function commentRuns(document: Document): readonly CommentRun[] {
  const groups = groupsOf(document);
  const blocks = blockOfEach(
    document,
    groups.map(([first]) => first),
  );
  return groups.map((comments, place) => ({
    from: comments[0].from,
    to: (comments.at(-1) ?? comments[0]).to,
    path: blocks[place]?.path ?? [],
    comments,
  }));
}

type Group = [Token, ...Token[]];

function groupsOf(document: Document): readonly Group[] {
  const groups: Group[] = [];
  let end = 0;
  for (const comment of everyComment(document)) {
    const last = groups.at(-1);
    if (last && firstSign(document.text, end) === comment.from) last.push(comment);
    else groups.push([comment]);
    end = comment.to;
  }
  return groups;
}

/** Where the first sign stands that is no blank. */
function firstSign(text: string, from: number): number {
  space.lastIndex = from;
  return space.test(text) ? space.lastIndex : from;
}

const space = /[ \t\r\n]+/y;

/** A run as it would read if it were switched on where it stands: without its comment signs, and of the same length. */
export function switchedOn(text: string, { from, comments }: CommentRun): string {
  const pieces: string[] = [];
  let at = from;
  for (const comment of comments) {
    pieces.push(text.slice(at, comment.from), withoutSign(text.slice(comment.from, comment.to)));
    at = comment.to;
  }
  return pieces.join('');
}

const sign = /^(?:#+|\/\/+)/;

function withoutSign(comment: string): string {
  return comment.replace(sign, (marks) => ' '.repeat(marks.length));
}
