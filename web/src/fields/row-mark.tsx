import type { Setting } from '@clearml-conf/shared';
import { memo } from 'react';
import { type RowState, useActs } from '../desk/desk.ts';
import { row } from '../words/settings.ts';

interface Props {
  readonly setting: Setting;
  readonly state: RowState;
}

/** The margin of a row: the line of the file it stands in, as in the margin of the file itself. */
export const RowMark = memo(function RowMark({ setting, state }: Props) {
  const { showLine } = useActs();
  const { reading, changes } = state;
  const change =
    changes.length === 0 ? null : changes.every(({ kind }) => kind === 'removed') ? row.removed : row.changed;
  const line = reading?.line;
  if (line !== undefined) {
    return (
      <button
        type="button"
        className="row-mark"
        aria-label={`${row.goToLine(line)}: ${setting.title}`}
        title={row.line(line)}
        onClick={() => showLine(line)}
      >
        <span>{line}</span>
        <Change word={change ?? row.inFile} />
      </button>
    );
  }
  const twin = reading?.twinLine;
  if (twin !== undefined) {
    return (
      <button
        type="button"
        className="row-mark row-mark-twin"
        aria-label={`${row.commented(twin)}: ${setting.title}`}
        title={row.commented(twin)}
        onClick={() => showLine(twin)}
      >
        <span># {twin}</span>
        {change && <Change word={change} />}
      </button>
    );
  }
  return (
    <span className="row-mark row-mark-none" title={row.notInFile}>
      <span aria-hidden="true">·</span>
      <Change word={change ?? row.notInFile} />
    </span>
  );
});

function Change({ word }: { readonly word: string }) {
  return <span className="hidden">{word}</span>;
}
