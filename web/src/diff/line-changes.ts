import type { Change } from '@clearml-conf/shared';
import { linesOf } from './lines.ts';
import { diffRows } from './rows.ts';

/** The way from one text to another, as changes of whole lines: the lines that stay keep their letters, and their places. */
export function lineChanges(from: string, to: string): readonly Change[] {
  const [olds, news] = [startsOf(from), startsOf(to)];
  const changes: Change[] = [];
  let [old, next] = [0, 0];
  const upTo = (oldEnd: number, nextEnd: number) => {
    const change = { from: olds[old] ?? 0, to: olds[oldEnd] ?? 0, insert: to.slice(news[next], news[nextEnd]) };
    if (change.to > change.from || change.insert !== '') changes.push(onlyBehind(from, change));
  };
  for (const row of diffRows(from, to)) {
    if (row.kind !== 'same') continue;
    upTo(row.base, row.draft);
    [old, next] = [row.base + 1, row.draft + 1];
  }
  upTo(olds.length - 1, news.length - 1);
  return changes;
}

/** A last line without an end, which only got more behind it, stays. */
function onlyBehind(text: string, change: Change): Change {
  const { from, to, insert } = change;
  return insert.startsWith(text.slice(from, to)) ? { from: to, to, insert: insert.slice(to - from) } : change;
}

/** Where each line begins, and where the last one ends. */
function startsOf(text: string): readonly number[] {
  return [...linesOf(text).map(({ from }) => from), text.length];
}

/**
 * What was typed into a text, put into the one that stands in its place by now; null where that became another one at the
 * very place.
 */
export function typedOnto(now: string, over: string, typed: string): string | null {
  if (now === over) return typed;
  const most = Math.min(over.length, typed.length);
  let from = 0;
  while (from < most && over[from] === typed[from]) from += 1;
  let kept = 0;
  while (kept < most - from && over.at(-1 - kept) === typed.at(-1 - kept)) kept += 1;
  const to = over.length - kept;
  const changes = lineChanges(over, now);
  // What ends where typing began is the very line that was typed into, unless another one begins there.
  const isNewLine = from === 0 || over[from - 1] === '\n';
  const isAt = (change: Change) =>
    (change.from < to && change.to > from) || (change.to === from && change.from < from && !isNewLine);
  if (changes.some(isAt)) return null;
  const before = changes.filter((change) => change.to < from || (change.to === from && isNewLine));
  const shift = before.reduce((sum, change) => sum + growthOf(change), 0);
  return now.slice(0, from + shift) + typed.slice(from, typed.length - kept) + now.slice(to + shift);
}

function growthOf({ from, to, insert }: Change): number {
  return insert.length - (to - from);
}
