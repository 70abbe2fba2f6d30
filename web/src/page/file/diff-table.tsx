import { type Range, settingAt } from '@clearml-conf/shared';
import { Fragment, type KeyboardEvent, memo, type RefObject, useEffect, useRef } from 'react';
import type { Stretch } from '../../diff/folds.ts';
import type { Line } from '../../diff/lines.ts';
import { paintLine, type Segment, type Sheet, sameSegments, secretsIn } from '../../diff/paint.ts';
import type { Row } from '../../diff/rows.ts';
import { type WordLine, wordMarks } from '../../diff/words.ts';
import type { SettingOfLine } from '../../form/setting-lines.ts';
import { diff } from '../../words/page.ts';

/** Which setting a line belongs to, by the index of the line in its text, and the way to it. */
export interface LineLinks {
  readonly base: SettingOfLine;
  readonly draft: SettingOfLine;
  readonly onGo: (setting: string) => void;
}

interface Props {
  readonly stretches: readonly Stretch[];
  readonly here: number | null;
  readonly base: Sheet;
  readonly draft: Sheet;
  readonly links: LineLinks;
  readonly onOpen: (at: number) => void;
}

/**
 * Two texts as one table: numbers of both sides, a sign, and the line; far lines are folded behind buttons. Where
 * nothing differs one number says it all.
 */
export const DiffTable = memo(function DiffTable({ stretches, here, base, draft, links, onOpen }: Props) {
  const isSame = stretches.every(({ rows }) => rows.every(({ kind }) => kind === 'same'));
  const table = useRef<HTMLTableElement>(null);
  useOneStop(table);
  return (
    <table className="diff" ref={table} onClick={pressLine} onKeyDown={pressInDiff}>
      <caption className="hidden">{diff.caption}</caption>
      <TableHead columns={isSame ? diff.fileColumns : diff.columns} />
      <tbody>
        {stretches.map((stretch) =>
          stretch.kind === 'folded' ? (
            <Fold
              key={`fold-${stretch.at}`}
              count={stretch.rows.length}
              columns={isSame ? 2 : 4}
              onOpen={() => onOpen(stretch.at)}
            />
          ) : (
            <Fragment key={`shown-${stretch.at}`}>
              {stretch.rows.map((row, at) => (
                <DiffRow
                  key={keyOf(row)}
                  row={row}
                  base={base}
                  draft={draft}
                  links={links}
                  isAlone={isSame}
                  isHere={stretch.at + at === here}
                />
              ))}
            </Fragment>
          ),
        )}
      </tbody>
    </table>
  );
});

/** Of all line numbers Tab reaches one, the first that changed; arrows reach the others. */
export function useOneStop(table: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const changed = table.current?.querySelector<HTMLElement>('.diff-row:not([data-kind="same"]) .diff-go');
    const stop = changed ?? table.current?.querySelector<HTMLElement>('.diff-go');
    if (stop) stop.tabIndex = 0;
    return () => {
      if (stop) stop.tabIndex = -1;
    };
  });
}

function keyOf(row: Row): string {
  return row.kind === 'removed' ? `-${row.base}` : `+${row.draft}`;
}

/** The names of the columns, for whoever does not see them. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead className="hidden">
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface FoldProps {
  readonly count: number;
  readonly columns: number;
  readonly onOpen: () => void;
}

export function Fold({ count, columns, onOpen }: FoldProps) {
  return (
    <tr className="diff-fold">
      <td colSpan={columns}>
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
  readonly links: LineLinks;
  /** The file as it is: its lines need one number, and no sign. */
  readonly isAlone: boolean;
  readonly isHere: boolean;
}

function DiffRow({ row, base, draft, links, isAlone, isHere }: RowProps) {
  const removed = row.kind === 'removed';
  const sheet = removed ? base : draft;
  const at = removed ? row.base : row.draft;
  const line = sheet.lines[at];
  const segments = useStable(line ? paintLine(sheet, line, marksOf(row, base, draft)) : nothing);
  if (!line) return null;
  return (
    <DrawnRow
      kind={row.kind}
      number={at + 1}
      former={row.kind === 'same' ? row.base + 1 : null}
      segments={segments}
      lineEnd={lineEndOf(row, line, base, draft)}
      setting={removed ? links.base(at) : links.draft(at)}
      onGo={links.onGo}
      isAlone={isAlone}
      isHere={isHere}
    />
  );
}

const nothing: readonly Segment[] = [];

/** The same pieces as long as they look the same. */
function useStable(segments: readonly Segment[]): readonly Segment[] {
  const kept = useRef(segments);
  if (!sameSegments(kept.current, segments)) kept.current = segments;
  return kept.current;
}

interface DrawnProps extends Pick<RowProps, 'isAlone' | 'isHere'> {
  readonly kind: Row['kind'];
  readonly number: number;
  /** The number of a line that stays, in the text before. */
  readonly former: number | null;
  readonly segments: readonly Segment[];
  readonly lineEnd: string | null;
  readonly setting: string | undefined;
  readonly onGo: (setting: string) => void;
}

/** A row by what is seen of it: most rows stay as they are while a line changes letter by letter. */
const DrawnRow = memo(function DrawnRow(props: DrawnProps) {
  const { kind, number, former, segments, lineEnd, setting, onGo, isAlone, isHere } = props;
  const removed = kind === 'removed';
  const own = <LineNumber number={number} setting={setting} onGo={onGo} />;
  return (
    <tr className="diff-row" data-kind={kind} data-here={isHere || undefined}>
      {!isAlone && <td className="diff-number">{removed ? own : former}</td>}
      <td className="diff-number">{!removed && own}</td>
      {!isAlone && <td className="diff-sign">{kind === 'same' ? '' : <Sign added={!removed} />}</td>}
      <td className="diff-text">
        <Text kind={kind} segments={segments} />
        <LineEnd word={lineEnd} />
      </td>
    </tr>
  );
});

interface NumberProps {
  readonly number: number;
  readonly setting: string | undefined;
  readonly onGo: (setting: string) => void;
}

/** The number of a line; where the line belongs to a setting, the way to its row. Arrows go from one to the next. */
export function LineNumber({ number, setting, onGo }: NumberProps) {
  if (setting === undefined) return number;
  return (
    <button
      type="button"
      className="diff-go"
      tabIndex={-1}
      aria-label={diff.go(number, settingAt(setting.split('.'))?.title ?? setting)}
      onClick={() => onGo(setting)}
    >
      {number}
    </button>
  );
}

/** A click anywhere in a line is one on its number, unless text is being selected. */
export function pressLine({ target }: { readonly target: EventTarget }): void {
  if (!(target instanceof Element) || target.closest('button') || !getSelection()?.isCollapsed) return;
  target.closest('.diff-row')?.querySelector<HTMLElement>('.diff-go')?.click();
}

/** Arrows go from one line with a setting to the next. */
export function pressInDiff(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('.diff-go')) return;
  const numbers = [...event.currentTarget.querySelectorAll<HTMLElement>('.diff-go')];
  const next = numbers[numbers.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Sign({ added }: { readonly added: boolean }) {
  return (
    <>
      <span aria-hidden="true">{added ? '+' : '−'}</span>
      <span className="hidden">{added ? diff.added : diff.removed}</span>
    </>
  );
}

export function Text({ kind, segments }: Pick<DrawnProps, 'kind' | 'segments'>) {
  const pieces = segments.map((segment, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line are their places
    <span key={at} className={classOf(segment)}>
      {segment.text}
    </span>
  ));
  if (kind === 'added') return <ins>{pieces}</ins>;
  return kind === 'removed' ? <del>{pieces}</del> : pieces;
}

function classOf({ tone, marked, masked }: Segment): string {
  return `tone-${tone}${marked ? ' marked' : ''}${masked ? ' masked' : ''}`;
}

export function LineEnd({ word }: { readonly word: string | null }) {
  return word === null ? null : <span className="line-end">{word}</span>;
}

/** Says so where two lines differ in nothing but their end. */
export function lineEndOf(row: Row, line: Line, base: Sheet, draft: Sheet): string | null {
  if (row.kind === 'same' || row.partner === null) return null;
  const other = row.kind === 'removed' ? draft.lines[row.partner] : base.lines[row.partner];
  if (!other || other.end === line.end) return null;
  return line.end === '' ? diff.noFinalLineEnd : `${diff.lineEndChanged} ${line.end === '\r\n' ? 'CR LF' : 'LF'}`;
}

export function marksOf(row: Row, base: Sheet, draft: Sheet): readonly Range[] {
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
