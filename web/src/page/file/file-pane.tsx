import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { fold, rowOfLine } from '../../diff/folds.ts';
import type { Derived } from '../../draft/derived.ts';
import { blockOf } from '../../form/blocks.ts';
import { settingLines } from '../../form/setting-lines.ts';
import { Icon } from '../../icon/icon.tsx';
import { textHash } from '../../route/route.ts';
import { diff, page } from '../../words/page.ts';
import { textView } from '../../words/text-view.ts';
import type { Whereabouts } from '../editor.tsx';
import { DiffTable, type LineLinks } from './diff-table.tsx';

interface Props {
  readonly derived: Derived;
  readonly place: Whereabouts;
  /** The section that is open; the file shows its place until people are in one of its settings. */
  readonly section: string | null;
  readonly onGo: (setting: string) => void;
  readonly onClose: () => void;
}

/** The file beside the form: what changes in it, and the place people are at. */
export const FilePane = memo(
  function FilePane({ derived, place, section, onGo, onClose }: Props) {
    const pane = useRef<HTMLElement>(null);
    const { added, removed } = countsOf(derived);
    const here = hereOf(derived, place, section);
    const isAsked = place.line !== null || (section !== null && !isWithin(place.setting, section));
    useEffect(() => {
      if (here === null) return;
      pane.current?.querySelector('[data-here]')?.scrollIntoView({ block: isAsked ? 'center' : 'nearest' });
    }, [here, isAsked]);
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
        <FileDiff derived={derived} here={here} onGo={onGo} />
      </aside>
    );
  },
  (old, next) =>
    old.derived === next.derived &&
    old.section === next.section &&
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

interface DiffProps {
  readonly derived: Derived;
  readonly here: number | null;
  readonly Table?: typeof DiffTable;
  readonly onGo: (setting: string) => void;
}

/** The comparison with its folds. */
export function FileDiff({ derived, here, Table = DiffTable, onGo }: DiffProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const stretches = useMemo(() => fold(derived.rows, opened, here), [derived.rows, opened, here]);
  const links = useLinks(derived, onGo);
  if (derived.rows.length === 0) return <p className="file-empty">{diff.empty}</p>;
  return (
    <Table
      stretches={stretches}
      here={here}
      base={derived.file.sheet}
      draft={derived.now.sheet}
      links={links}
      onOpen={(at) => setOpened(new Set([...opened, at]))}
    />
  );
}

/** The way from the lines of both texts to the rows of their settings. */
function useLinks({ file, now }: Pick<Derived, 'file' | 'now'>, onGo: (setting: string) => void): LineLinks {
  return useMemo(() => ({ base: settingLines(file), draft: settingLines(now), onGo }), [file, now, onGo]);
}

export function countsOf({ rows }: Derived): { readonly added: number; readonly removed: number } {
  let [added, removed] = [0, 0];
  for (const { kind } of rows) {
    if (kind === 'added') added += 1;
    if (kind === 'removed') removed += 1;
  }
  return { added, removed };
}

/**
 * The row of the comparison people are at: the line they asked for, that of their setting, else where the settings of
 * the open section begin.
 */
function hereOf({ rows, now }: Derived, { line, setting }: Whereabouts, section: string | null): number | null {
  const { readings } = now;
  const isElsewhere = section !== null && !isWithin(setting, section);
  const reading = setting === null || isElsewhere ? undefined : readings.get(setting);
  const wanted = line ?? reading?.line ?? reading?.twinLine ?? (section !== null ? firstLine(section, readings) : null);
  return wanted === null ? null : rowOfLine(rows, wanted - 1);
}

function isWithin(setting: string | null, section: string): boolean {
  return setting?.startsWith(`${section}.`) === true;
}

function firstLine(section: string, readings: Derived['now']['readings']): number | null {
  const lines = blockOf(section)?.settings.flatMap(({ path }) => readings.get(path)?.line ?? []) ?? [];
  return lines.length === 0 ? null : Math.min(...lines);
}
