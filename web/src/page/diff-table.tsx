import type { Range } from '@clearml-conf/shared';
import { Fragment, memo } from 'react';
import type { Piece } from '../diff/folds.ts';
import type { Line } from '../diff/lines.ts';
import { paintLine, type Segment, type Sheet, secretsIn } from '../diff/paint.ts';
import type { Row } from '../diff/rows.ts';
import { type WordLine, wordMarks } from '../diff/words.ts';
import { diff } from '../words/page.ts';

interface Props {
  readonly pieces: readonly Piece[];
  readonly here: number | null;
  readonly base: Sheet;
  readonly draft: Sheet;
  readonly onOpen: (at: number) => void;
}

/** Two texts as one table: numbers of both sides, a sign, and the line; far lines are folded behind buttons. */
export const DiffTable = memo(function DiffTable({ pieces, here, base, draft, onOpen }: Props) {
  return (
    <table className="diff">
      <caption className="hidden">{diff.caption}</caption>
      <thead className="hidden">
        <tr>
          {diff.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pieces.map((piece) =>
          piece.kind === 'folded' ? (
            <Fold key={`fold-${piece.at}`} count={piece.rows.length} onOpen={() => onOpen(piece.at)} />
          ) : (
            <Fragment key={`shown-${piece.at}`}>
              {piece.rows.map((row, at) => (
                <DiffRow key={keyOf(row)} row={row} base={base} draft={draft} isHere={piece.at + at === here} />
              ))}
            </Fragment>
          ),
        )}
      </tbody>
    </table>
  );
});

function keyOf(row: Row): string {
  return row.kind === 'removed' ? `-${row.base}` : `+${row.draft}`;
}

function Fold({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  return (
    <tr className="diff-fold">
      <td colSpan={4}>
        <button type="button" onClick={onOpen}>
          {diff.fold(count)}
        </button>
      </td>
    </tr>
  );
}

interface RowProps {
  readonly row: Row;
  readonly base: Sheet;
  readonly draft: Sheet;
  readonly isHere: boolean;
}

function DiffRow({ row, base, draft, isHere }: RowProps) {
  const removed = row.kind === 'removed';
  const sheet = removed ? base : draft;
  const line = sheet.lines[removed ? row.base : row.draft];
  if (!line) return null;
  const segments = paintLine(sheet, line, marksOf(row, base, draft));
  return (
    <tr className="diff-row" data-kind={row.kind} data-here={isHere || undefined}>
      <td className="diff-number">{row.kind === 'added' ? '' : row.base + 1}</td>
      <td className="diff-number">{removed ? '' : row.draft + 1}</td>
      <td className="diff-sign">{row.kind === 'same' ? '' : <Sign added={!removed} />}</td>
      <td className="diff-text">
        <Text row={row} segments={segments} />
        <LineEnd row={row} line={line} base={base} draft={draft} />
      </td>
    </tr>
  );
}

function Sign({ added }: { readonly added: boolean }) {
  return (
    <>
      <span aria-hidden="true">{added ? '+' : '−'}</span>
      <span className="hidden">{added ? diff.added : diff.removed}</span>
    </>
  );
}

function Text({ row, segments }: { readonly row: Row; readonly segments: readonly Segment[] }) {
  const pieces = segments.map((segment, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line are their places
    <span key={at} className={classOf(segment)}>
      {segment.text}
    </span>
  ));
  if (row.kind === 'added') return <ins>{pieces}</ins>;
  return row.kind === 'removed' ? <del>{pieces}</del> : pieces;
}

function classOf({ tone, marked, masked }: Segment): string {
  return `tone-${tone}${marked ? ' marked' : ''}${masked ? ' masked' : ''}`;
}

/** Says so where two lines differ in nothing but their end. */
function LineEnd({ row, line, base, draft }: Omit<RowProps, 'isHere'> & { readonly line: Line }) {
  if (row.kind === 'same' || row.partner === null) return null;
  const other = row.kind === 'removed' ? draft.lines[row.partner] : base.lines[row.partner];
  if (!other || other.end === line.end) return null;
  const word = line.end === '' ? diff.noFinalLineEnd : `${diff.lineEndChanged} ${line.end === '\r\n' ? 'CR LF' : 'LF'}`;
  return <span className="line-end">{word}</span>;
}

function marksOf(row: Row, base: Sheet, draft: Sheet): readonly Range[] {
  if (row.kind === 'same' || row.partner === null) return [];
  const old = base.lines[row.kind === 'removed' ? row.base : row.partner];
  const fresh = draft.lines[row.kind === 'removed' ? row.partner : row.draft];
  if (!old || !fresh) return [];
  const marks = wordMarks(wordLine(base, old), wordLine(draft, fresh));
  return row.kind === 'removed' ? marks.base : marks.draft;
}

function wordLine(sheet: Sheet, line: Line): WordLine {
  return { text: sheet.document.text.slice(line.from, line.to), secrets: secretsIn(sheet, line) };
}
