import type { DocumentFile } from '@clearml-conf/shared';
import { memo } from 'react';
import { fileReasons, page } from '../words/page.ts';
import { partedPath } from './parted-path.ts';

interface Props {
  readonly file: DocumentFile;
  readonly isUnsaved?: boolean;
}

/** The path with its last part strong, and why it is this file. */
export const FileName = memo(function FileName({ file, isUnsaved = false }: Props) {
  const { path, reason, target, exists } = file;
  const { folder, name } = partedPath(path);
  return (
    <div className="file-name" title={target === null ? path : `${path}\n${page.linked(target)}`}>
      <span className="file-path">
        <span className="file-folder">
          <bdi>{folder}</bdi>
        </span>
        <strong>{name}</strong>
        {isUnsaved && <span className="unsaved" aria-hidden="true" />}
      </span>
      <span className="file-reason">{exists ? fileReasons[reason] : `${page.fileNew}, ${fileReasons[reason]}`}</span>
    </div>
  );
});
