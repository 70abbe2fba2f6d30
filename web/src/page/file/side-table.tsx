import { Fragment, memo, useRef } from 'react';
import type { Stretch } from '../../diff/folds.ts';
import { paintLine, type Sheet } from '../../diff/paint.ts';
import { type Pair, pairsOf } from '../../diff/pairs.ts';
import type { Row } from '../../diff/rows.ts';
import { diff } from '../../words/page.ts';
import {
  Fold,
  LineEnd,
  type LineLinks,
  LineNumber,
  lineEndOf,
  marksOf,
  pressInDiff,
  pressLine,
  TableHead,
  Text,
  useOneStop,
} from './diff-table.tsx';

interface Props {
  readonly stretches: readonly Stretch[];
  readonly here: number | null;
  readonly base: Sheet;
  readonly draft: Sheet;
  readonly links: LineLinks;
  readonly onOpen: (at: number) => void;
}

/** Two texts beside each other, a line next to the one whose place it took. */
export const SideTable = memo(function SideTable({ stretches, here, base, draft, links, onOpen }: Props) {
  const table = useRef<HTMLTableElement>(null);
  useOneStop(table);
  return (
    <table className="diff diff-sides" ref={table} onClick={pressLine} onKeyDown={pressInDiff}>
      <caption className="hidden">{diff.caption}</caption>
      <colgroup>
        <col className="diff-number-column" />
        <col />
        <col className="diff-number-column" />
        <col />
      </colgroup>
      <TableHead columns={diff.sideColumns} />
      <tbody>
        {stretches.map((stretch) =>
          stretch.kind === 'folded' ? (
            <Fold
              key={`fold-${stretch.at}`}
              count={stretch.rows.length}
              columns={4}
              onOpen={() => onOpen(stretch.at)}
            />
          ) : (
            <Fragment key={`shown-${stretch.at}`}>
              {pairsOf(stretch.rows).map((pair) => (
                <PairRow
                  key={`${pair.base?.base}-${pair.draft?.draft}`}
                  pair={pair}
                  base={base}
                  draft={draft}
                  links={links}
                  isHere={here !== null && stretch.rows[here - stretch.at] === (pair.draft ?? pair.base)}
                />
              ))}
            </Fragment>
          ),
        )}
      </tbody>
    </table>
  );
});

interface PairProps extends Pick<Props, 'base' | 'draft' | 'links'> {
  readonly pair: Pair;
  readonly isHere: boolean;
}

function PairRow({ pair, base, draft, links, isHere }: PairProps) {
  const kind = pair.base?.kind === 'same' ? 'same' : 'changed';
  return (
    <tr className="diff-row" data-kind={kind} data-here={isHere || undefined}>
      <Side row={pair.base} at={pair.base?.base} sheet={base} base={base} draft={draft} />
      <Side row={pair.draft} at={pair.draft?.draft} sheet={draft} base={base} draft={draft} links={links} />
    </tr>
  );
}

interface SideProps extends Pick<Props, 'base' | 'draft'> {
  readonly row: Row | null;
  readonly at: number | undefined;
  readonly sheet: Sheet;
  readonly links?: LineLinks;
}

function Side({ row, at, sheet, base, draft, links }: SideProps) {
  const line = at === undefined ? undefined : sheet.lines[at];
  if (!row || at === undefined || !line) {
    return (
      <>
        <td className="diff-number" />
        <td className="diff-text diff-nothing" />
      </>
    );
  }
  return (
    <>
      <td className="diff-number" data-kind={row.kind}>
        {links ? <LineNumber number={at + 1} setting={links.draft(at)} onGo={links.onGo} /> : at + 1}
      </td>
      <td className="diff-text" data-kind={row.kind}>
        <Text kind={row.kind} segments={paintLine(sheet, line, marksOf(row, base, draft))} />
        <LineEnd word={lineEndOf(row, line, base, draft)} />
      </td>
    </>
  );
}
