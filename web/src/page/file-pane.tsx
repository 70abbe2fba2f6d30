import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { fold, rowOfLine } from '../diff/folds.ts';
import type { Derived } from '../draft/derived.ts';
import { Icon } from '../icon/icon.tsx';
import { textHash } from '../route/route.ts';
import { diff, page } from '../words/page.ts';
import { textView } from '../words/text-view.ts';
import { DiffTable } from './diff-table.tsx';
import type { Place } from './editor.tsx';

interface Props {
  readonly derived: Derived;
  readonly place: Place;
  readonly onClose: () => void;
}

/** The file beside the form: what changes in it, and the place people are at. */
export const FilePane = memo(
  function FilePane({ derived, place, onClose }: Props) {
    const pane = useRef<HTMLElement>(null);
    const { added, removed } = countsOf(derived);
    const here = hereOf(derived, place);
    useEffect(() => {
      if (here !== null)
        pane.current
          ?.querySelector('[data-here]')
          ?.scrollIntoView({ block: place.line === null ? 'nearest' : 'center' });
    }, [here, place.line]);
    return (
      <aside className="file-pane" ref={pane} aria-label={page.file} tabIndex={-1}>
        <div className="file-head">
          <h2>{added + removed > 0 ? diff.title : diff.unchanged}</h2>
          {added + removed > 0 && <DiffCounts added={added} removed={removed} />}
          <a className="file-edit" href={textHash}>
            {textView.open}
          </a>
          <button type="button" className="icon-button drawer-close" aria-label={page.close} onClick={onClose}>
            <Icon name="cross" />
          </button>
        </div>
        <FileDiff derived={derived} here={here} />
      </aside>
    );
  },
  (old, next) =>
    old.derived === next.derived &&
    old.place.setting === next.place.setting &&
    old.place.line === next.place.line &&
    old.place.asked === next.place.asked,
);

export function DiffCounts({ added, removed }: { readonly added: number; readonly removed: number }) {
  return (
    <span className="diff-counts" title={diff.counts(added, removed)}>
      <span className="count-added">+{added}</span> <span className="count-removed">−{removed}</span>
    </span>
  );
}

/** The comparison with its folds. */
export function FileDiff({ derived, here }: { readonly derived: Derived; readonly here: number | null }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const pieces = useMemo(() => fold(derived.rows, opened, here), [derived.rows, opened, here]);
  if (derived.rows.length === 0) return <p className="file-empty">{diff.empty}</p>;
  return (
    <DiffTable
      pieces={pieces}
      here={here}
      base={derived.file.sheet}
      draft={derived.now.sheet}
      onOpen={(at) => setOpened(new Set([...opened, at]))}
    />
  );
}

export function countsOf({ rows }: Derived): { readonly added: number; readonly removed: number } {
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
  return { added: count('added'), removed: count('removed') };
}

/** The row of the comparison people are at: the line they asked for, that of their setting, or the top of the file. */
function hereOf({ rows, now }: Derived, { line, setting }: Place): number | null {
  const reading = setting === null ? undefined : now.readings.get(setting);
  const wanted = line ?? reading?.line ?? reading?.twinLine;
  return wanted === undefined ? null : rowOfLine(rows, wanted - 1);
}
