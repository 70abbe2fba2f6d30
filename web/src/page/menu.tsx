import { useId, useRef, useState } from 'react';
import { useCopying } from '../desk/use-copying.ts';
import { useHeldTexts } from '../desk/use-held.ts';
import { outcomeOf } from '../draft/outcome.ts';
import { unfinishedOf } from '../form/unfinished.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import { historyHash } from '../route/route.ts';
import type { Happening } from '../session/happening.ts';
import { kept } from '../session/kept.ts';
import type { Working } from '../session/session.ts';
import { menu } from '../words/page.ts';
import { AskDialog, type Asking } from './ask-dialog.tsx';
import { openKeys } from './keys-dialog.tsx';
import { keepNow, leaveBehind } from './use-kept-draft.ts';

interface Props {
  readonly session: Working;
  readonly isUnsaved: boolean;
  readonly happen: (happening: Happening) => void;
}

/** What is seldom done: earlier texts, the path of the file, the keys, the end of the program. */
export function Menu({ session, isUnsaved, happen }: Props) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const asking = useRef<Asking>(null);
  const [isKept, setKept] = useState(true);
  const held = useHeldTexts();
  const { isCopied, copy, forget } = useCopying(session.context.file.path);
  const close = () => popover.current?.hidePopover();
  const end = async (isDraftKept: boolean) => {
    if (!(await kept.quit())) return happen({ type: 'not-ended' });
    leaveBehind();
    happen({ type: 'ended', isKept: isDraftKept });
  };
  const quit = async () => {
    close();
    if (!isUnsaved) return end(false);
    const { text: file, revision } = session.file;
    const { draft } = session.timeline;
    const { text, refusals } = outcomeOf(draft);
    const unfinished = unfinishedOf(draft, text, refusals.length > 0, [...held]);
    setKept(await keepNow({ text, file, revision, unfinished }));
    asking.current?.open();
  };
  return (
    <>
      <button type="button" className="icon-button" aria-label={menu.open} title={menu.open} popoverTarget={id}>
        <Icon name="more" />
      </button>
      <div ref={popover} id={id} popover="auto" className="menu" onToggle={forget}>
        <a className="menu-entry" href={historyHash} onClick={close}>
          <Icon name="clock" /> {menu.history}
        </a>
        <MenuButton icon="copy" word={isCopied ? menu.copied : menu.copyPath} onClick={copy} />
        <MenuButton
          icon="help"
          word={menu.keys}
          onClick={() => {
            close();
            openKeys();
          }}
        />
        <MenuButton icon="power" word={menu.quit} isDisabled={session.phase === 'saving'} onClick={() => void quit()} />
      </div>
      <AskDialog
        asking={asking}
        title={menu.quitTitle}
        body={isKept ? menu.quitBody : menu.quitLoses}
        yes={menu.quitNow}
        no={menu.quitNot}
        onYes={() => end(isKept)}
      />
    </>
  );
}

interface ButtonProps {
  readonly icon: IconName;
  readonly word: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function MenuButton({ icon, word, isDisabled = false, onClick }: ButtonProps) {
  return (
    <button type="button" className="menu-entry" disabled={isDisabled} onClick={onClick}>
      <Icon name={icon} /> {word}
    </button>
  );
}
