import type { DocumentContext } from '@clearml-conf/shared';
import { Mark } from '../../icon/icon.tsx';
import { ended } from '../../words/page.ts';

interface Props {
  readonly context: DocumentContext;
  readonly isKept: boolean;
}

/** The page after the program was told to end. It goes on by itself when the program is started again. */
export function Ended({ context, isKept }: Props) {
  return (
    <main className="plain">
      <Mark />
      <h1>{ended.title}</h1>
      <p role="status">
        {ended.body(context.file.path)} {isKept && ended.kept}
      </p>
      <p className="soft">{ended.again}</p>
    </main>
  );
}
