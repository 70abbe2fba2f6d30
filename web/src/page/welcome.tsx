import type { DocumentContext } from '@clearml-conf/shared';
import { Mark } from '../icon/icon.tsx';
import { fileReasons, welcome } from '../words/page.ts';
import { readOnlyTrouble } from '../words/trouble.ts';
import { useTitle } from './use-title.ts';

interface Props {
  readonly context: DocumentContext;
  readonly onCreate: (text: string) => void;
}

/** What a new file starts with: the places everybody fills in, nothing decided. */
export const newFile = 'api {\n    credentials {\n    }\n}\n';

/** The page for a path without a file. */
export function Welcome({ context, onCreate }: Props) {
  const { path, reason, readOnly } = context.file;
  useTitle(path, false);
  return (
    <main className="plain">
      <Mark />
      <h1>{welcome.title}</h1>
      <p>{welcome.at(path, fileReasons[reason])}</p>
      <p>{welcome.body}</p>
      <p className="soft">{welcome.hint}</p>
      {readOnly && <p className="note note-fault">{readOnlyTrouble[readOnly]}</p>}
      <button type="button" className="primary" onClick={() => onCreate(newFile)}>
        {welcome.create}
      </button>
    </main>
  );
}
