import { useId, useRef } from 'react';
import { useCopying } from '../desk/use-copying.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import { menu } from '../words/page.ts';
import { openKeys } from './keys-dialog.tsx';

interface Props {
  readonly path: string;
  readonly isBusy?: boolean;
  readonly onQuit: () => void;
  /** Other pages of this file, first in the list. */
  readonly links?: readonly { readonly href: string; readonly icon: IconName; readonly word: string }[];
}

/** The menu of every page: the path of the file, the keys, the end of the program. */
export function MenuList({ path, isBusy = false, onQuit, links = [] }: Props) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const { isCopied, copy, forget } = useCopying(path);
  const close = () => popover.current?.hidePopover();
  const closing = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <button type="button" className="icon-button" aria-label={menu.open} title={menu.open} popoverTarget={id}>
        <Icon name="more" />
      </button>
      <div ref={popover} id={id} popover="auto" className="menu" onToggle={forget}>
        {links.map(({ href, icon, word }) => (
          <a key={href} className="menu-entry" href={href} onClick={close}>
            <Icon name={icon} /> {word}
          </a>
        ))}
        <MenuButton icon="copy" word={isCopied ? menu.copied : menu.copyPath} onClick={copy} />
        <MenuButton icon="help" word={menu.keys} onClick={closing(openKeys)} />
        <MenuButton icon="power" word={menu.quit} isDisabled={isBusy} onClick={closing(onQuit)} />
      </div>
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
