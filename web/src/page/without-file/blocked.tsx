import type { DocumentContext } from '@clearml-conf/shared';
import { Mark } from '../../icon/icon.tsx';
import type { Happening } from '../../session/happening.ts';
import type { BlockedReason } from '../../session/session.ts';
import { blockedInWords } from '../../words/blocked.ts';
import { fileReasons } from '../../words/page.ts';
import { useTitle } from '../use-title.ts';
import { BareHead } from './bare-tools.tsx';

interface Props {
  readonly context: DocumentContext;
  readonly reason: BlockedReason;
  readonly happen: (happening: Happening) => void;
}

/** The page for a path that holds nothing to edit. It goes on by itself as soon as it does. */
export function Blocked({ context, reason, happen }: Props) {
  const { path, reason: why } = context.file;
  const { title, sentence } = blockedInWords(reason);
  useTitle(path, false);
  return (
    <>
      <BareHead context={context} happen={happen} />
      <main className="plain">
        <Mark />
        <h1>{title}</h1>
        <p>
          <code>{path}</code> ({fileReasons[why]})
        </p>
        <p role="alert">{sentence}</p>
      </main>
    </>
  );
}
