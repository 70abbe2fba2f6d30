import { useRef, useState } from 'react';
import { useChangesUnderWay } from '../connect/under-way.ts';
import { useHeldTexts } from '../desk/use-held.ts';
import { outcomeOf } from '../draft/outcome.ts';
import { unfinishedOf } from '../form/unfinished.ts';
import { historyHash } from '../route/route.ts';
import type { Happening } from '../session/happening.ts';
import { kept } from '../session/kept.ts';
import type { Working } from '../session/session.ts';
import { menu } from '../words/page.ts';
import { AskDialog, type Asking } from './ask-dialog.tsx';
import { keepNow, leaveBehind } from './kept/use-kept-draft.ts';
import { MenuList } from './menu-list.tsx';

const links = [{ href: historyHash, icon: 'clock', word: menu.history }] as const;

interface Props {
  readonly session: Working;
  readonly isUnsaved: boolean;
  readonly happen: (happening: Happening) => void;
}

/** The menu of an open file: nothing unsaved is lost when the program is ended there. */
export function Menu({ session, isUnsaved, happen }: Props) {
  const asking = useRef<Asking>(null);
  const [isKept, setKept] = useState(true);
  const held = useHeldTexts();
  const isConnecting = useChangesUnderWay() > 0;
  const end = async (isDraftKept: boolean) => {
    if (!(await kept.quit())) return happen({ type: 'not-ended' });
    leaveBehind();
    happen({ type: 'ended', isKept: isDraftKept });
  };
  const quit = async () => {
    if (!isUnsaved && !isConnecting) return end(false);
    const { text: file, revision } = session.file;
    const { draft } = session.timeline;
    const { text, refusals } = outcomeOf(draft);
    const unfinished = unfinishedOf(draft, text, refusals.length > 0, [...held]);
    setKept(await keepNow({ text, file, revision, unfinished }));
    asking.current?.open();
  };
  return (
    <>
      <MenuList
        path={session.context.file.path}
        isBusy={session.phase === 'saving'}
        links={links}
        onQuit={() => void quit()}
      />
      <AskDialog
        asking={asking}
        title={menu.quitTitle}
        body={isConnecting ? menu.quitLosesConnection : isKept ? menu.quitBody : menu.quitLoses}
        yes={menu.quitNow}
        no={menu.quitNot}
        onYes={() => end(isKept && isUnsaved)}
      />
    </>
  );
}
