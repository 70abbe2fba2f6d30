import type { Change } from '@clearml-conf/shared';
import {
  type ChangeSpec,
  EditorSelection,
  EditorState,
  type Extension,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { fromElsewhere } from './read.ts';

/**
 * Lines end as they do in the file. The editor breaks lines at `\n` alone, so that its offsets are those of the text, and
 * a `\r` before it is a sign of the line: this keeps the two together, whatever is typed, pasted or deleted.
 */
export const keepLineEnds: Extension = [
  EditorState.lineSeparator.of('\n'),
  EditorState.transactionFilter.of((transaction) => {
    if (transaction.annotation(fromElsewhere)) return transaction;
    return transaction.docChanged ? wholeChanges(transaction) : wholeSelection(transaction);
  }),
];

function wholeChanges(transaction: Transaction): TransactionSpec | readonly TransactionSpec[] {
  const doc = transaction.startState.doc;
  const all: Change[] = [];
  let isWhole = true;
  transaction.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    const typed = inserted.sliceString(0, undefined, '\n');
    const change = wholeChange(doc, { from, to, insert: typed });
    if (change.from !== from || change.to !== to || change.insert !== typed) isWhole = false;
    all.push(change);
  });
  return isWhole ? transaction : replaced(transaction, all);
}

function wholeChange(doc: Text, { from, to, insert }: Change): Change {
  const start = from - (isBetween(doc, from) ? 1 : 0);
  // Deleting one half of a line end deletes the other, too; what is put between the halves goes before them.
  const end = isBetween(doc, to) ? (to > from ? to + 1 : start) : to;
  return { from: start, to: end, insert: insert.replace(/\r\n?|\n/g, lineEndAt(doc, start)) };
}

/** The transaction with other changes; the caret stands behind the last of them. */
function replaced(transaction: Transaction, all: readonly Change[]): TransactionSpec {
  const changes = transaction.startState.changes(all as ChangeSpec);
  const last = all.at(-1);
  return {
    changes,
    ...(last && { selection: EditorSelection.cursor(changes.mapPos(last.to, 1)) }),
    effects: transaction.effects,
    scrollIntoView: transaction.scrollIntoView,
  };
}

function wholeSelection(transaction: Transaction): TransactionSpec | readonly TransactionSpec[] {
  const { selection, startState } = transaction;
  if (
    !selection?.ranges.some(({ anchor, head }) => isBetween(startState.doc, anchor) || isBetween(startState.doc, head))
  )
    return transaction;
  const out = (place: number) => place - (isBetween(startState.doc, place) ? 1 : 0);
  const ranges = selection.ranges.map(({ anchor, head }) => EditorSelection.range(out(anchor), out(head)));
  return [transaction, { selection: EditorSelection.create(ranges, selection.mainIndex), sequential: true }];
}

/** Whether a place is between the two signs of a line end. */
function isBetween(doc: Text, place: number): boolean {
  return place > 0 && place < doc.length && doc.sliceString(place - 1, place + 1) === '\r\n';
}

/** How the line at a place ends; the last line, which has no end, goes by the one before it. */
function lineEndAt(doc: Text, place: number): string {
  const line = doc.lineAt(place);
  const model = line.number === doc.lines && line.number > 1 ? doc.line(line.number - 1) : line;
  return model.text.endsWith('\r') ? '\r\n' : '\n';
}
