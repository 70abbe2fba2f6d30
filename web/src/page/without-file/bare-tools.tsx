import type { DocumentContext } from '@clearml-conf/shared';
import { useState } from 'react';
import { PageHead } from '../../desk/page-head.tsx';
import type { Happening } from '../../session/happening.ts';
import { kept } from '../../session/kept.ts';
import { notices } from '../../words/page.ts';
import { ThemeButton } from '../header-button.tsx';
import { MenuList } from '../menu-list.tsx';

interface Props {
  readonly context: DocumentContext;
  readonly happen: (happening: Happening) => void;
}

/** Theme and menu where no file is open, so that nothing is unsaved. */
export function BareTools({ context, happen }: Props) {
  const [isRefused, setRefused] = useState(false);
  const quit = async () => {
    if (await kept.quit()) happen({ type: 'ended', isKept: false });
    else setRefused(true);
  };
  return (
    <>
      {isRefused && (
        <p className="note note-fault" role="alert">
          {notices['not-ended']}
        </p>
      )}
      <ThemeButton />
      <MenuList path={context.file.path} onQuit={() => void quit()} />
    </>
  );
}

/** The head of a page that only says something. */
export function BareHead(props: Props) {
  return (
    <PageHead file={props.context.file}>
      <BareTools {...props} />
    </PageHead>
  );
}
