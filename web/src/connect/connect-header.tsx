import type { DocumentContext } from '@clearml-conf/shared';
import { Mark } from '../icon/icon.tsx';
import { connect } from '../words/connect.ts';
import { fileReasons } from '../words/page.ts';

interface Props {
  readonly context: DocumentContext;
  readonly onLeave: () => void;
}

/** Which file it is about, and the way to everything else. */
export function ConnectHeader({ context: { file }, onLeave }: Props) {
  const at = Math.max(file.path.lastIndexOf('/'), file.path.lastIndexOf('\\')) + 1;
  const reason = fileReasons[file.reason];
  return (
    <header className="header">
      <Mark />
      <div className="file-name" title={file.path}>
        <span className="file-path">
          <span className="file-folder">
            <bdi>{file.path.slice(0, at)}</bdi>
          </span>
          <strong>{file.path.slice(at)}</strong>
        </span>
        <span className="file-reason">{file.exists ? reason : `${connect.fileNew}, ${reason}`}</span>
      </div>
      <div className="header-acts">
        <button type="button" className="plain-button" onClick={onLeave}>
          {connect.allSettings}
        </button>
      </div>
    </header>
  );
}
