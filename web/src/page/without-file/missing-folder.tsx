import type { DocumentContext } from '@clearml-conf/shared';
import { partedPath } from '../../desk/parted-path.ts';
import { Mark } from '../../icon/icon.tsx';
import type { Happening } from '../../session/happening.ts';
import { fileReasons, missingFolder } from '../../words/page.ts';
import { useTitle } from '../use-title.ts';
import { BareHead } from './bare-tools.tsx';

interface Props {
  readonly context: DocumentContext;
  readonly happen: (happening: Happening) => void;
}

/** The page for a path whose folder is not there, so that nothing could be saved. It goes on once it is. */
export function MissingFolder({ context, happen }: Props) {
  const { path, reason } = context.file;
  const folder = partedPath(path).folder.slice(0, -1);
  useTitle(path, false);
  return (
    <>
      <BareHead context={context} happen={happen} />
      <main className="plain">
        <Mark />
        <h1>{missingFolder.title}</h1>
        <p role="alert">{missingFolder.at(path, fileReasons[reason])}</p>
        <p>
          {missingFolder.make} <code>mkdir -p {folder.includes(' ') ? `"${folder}"` : folder}</code>
        </p>
        <p className="soft">{missingFolder.other[reason]}</p>
      </main>
    </>
  );
}
