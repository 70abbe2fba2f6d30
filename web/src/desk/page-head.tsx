import type { DocumentFile } from '@clearml-conf/shared';
import type { ReactNode } from 'react';
import { Mark } from '../icon/icon.tsx';
import { FileName } from './file-name.tsx';

interface Props {
  readonly file: DocumentFile;
  readonly isUnsaved?: boolean;
  /** The buttons at its end. */
  readonly children: ReactNode;
}

/** The head of every page besides the form: which file it is about, and what can be done. */
export function PageHead({ file, isUnsaved = false, children }: Props) {
  return (
    <header className="header">
      <Mark />
      <FileName file={file} isUnsaved={isUnsaved} />
      <div className="header-acts">{children}</div>
    </header>
  );
}
