import { useMemo, useState } from 'react';
import { fold } from '../../diff/folds.ts';
import type { Derived } from '../../draft/derived.ts';
import { settingLines } from '../../form/setting-lines.ts';
import { diff } from '../../words/page.ts';
import { DiffTable, type LineLinks } from './diff-table.tsx';

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
