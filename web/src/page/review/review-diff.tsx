import { useEffect, useMemo, useRef, useState } from 'react';
import { rowOfLine } from '../../diff/folds.ts';
import type { Derived } from '../../draft/derived.ts';
import { diff } from '../../words/page.ts';
import { review } from '../../words/review.ts';
import { DiffTable } from '../file/diff-table.tsx';
import { countsOf, DiffCounts, FileDiff } from '../file/file-diff.tsx';
import { SideTable } from '../file/side-table.tsx';

interface Props {
  readonly derived: Derived;
  /** A line of the new text that people asked for. */
  readonly line: number | null;
  readonly onGo: (setting: string) => void;
}

/** Kept for the visit, so that the next review looks like the last. */
let wasSideBySide = false;

/** The comparison in the review: one text, or both beside each other. */
export function ReviewDiff({ derived, line, onGo }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isSideBySide, setSideBySide] = useState(wasSideBySide);
  const here = useMemo(() => (line === null ? null : rowOfLine(derived.rows, line - 1)), [derived.rows, line]);
  useEffect(() => {
    if (here !== null) box.current?.querySelector('[data-here]')?.scrollIntoView({ block: 'center' });
  }, [here]);
  const { added, removed } = countsOf(derived);
  const toggle = () => {
    wasSideBySide = !isSideBySide;
    setSideBySide(wasSideBySide);
  };
  return (
    <>
      <div className="file-head">
        <h2>{review.diffTitle}</h2>
        <DiffCounts added={added} removed={removed} />
        <span className="soft">{review.bytes}</span>
        <button type="button" className="quiet-button wide-only" aria-pressed={isSideBySide} onClick={toggle}>
          {diff.sideBySide}
        </button>
      </div>
      <div className="review-diff" ref={box}>
        <FileDiff derived={derived} here={here} Table={isSideBySide ? SideTable : DiffTable} onGo={onGo} />
      </div>
    </>
  );
}
