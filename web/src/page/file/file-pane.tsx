import { memo, useEffect, useRef } from 'react';
import { rowOfLine } from '../../diff/folds.ts';
import type { Derived } from '../../draft/derived.ts';
import { blockOf } from '../../form/blocks.ts';
import { Icon } from '../../icon/icon.tsx';
import { textHash } from '../../route/route.ts';
import { diff, page } from '../../words/page.ts';
import { textView } from '../../words/text-view.ts';
import type { Whereabouts } from '../use-whereabouts.ts';
import { countsOf, DiffCounts, FileDiff } from './file-diff.tsx';

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
