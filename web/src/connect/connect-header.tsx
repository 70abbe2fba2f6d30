import type { DocumentContext } from '@clearml-conf/shared';
import { FileName } from '../desk/file-name.tsx';
import { Mark } from '../icon/icon.tsx';
import { connect } from '../words/connect.ts';

interface Props {
  readonly context: DocumentContext;
  readonly onLeave: () => void;
}

/** Which file it is about, and the way to everything else. */
export function ConnectHeader({ context, onLeave }: Props) {
  return (
    <header className="header">
      <Mark />
      <FileName file={context.file} />
      <div className="header-acts">
        <button type="button" className="plain-button" onClick={onLeave}>
          {connect.allSettings}
        </button>
      </div>
    </header>
  );
}
