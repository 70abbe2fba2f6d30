import { memo, useLayoutEffect } from 'react';
import { isTyping } from '../desk/use-keys.ts';
import { LatePart } from '../late/late.tsx';
import { keyList } from '../words/page.ts';
import { keyGroupsPart } from './late-parts.ts';

const dialogId = 'keys';
const none = {};

/** Shows the list of keys. */
export function openKeys(): void {
  const dialog = document.getElementById(dialogId);
  if (!(dialog instanceof HTMLDialogElement)) return;
  dialog.showModal();
  // Focus goes to the button at the end, which on a low screen scrolls the list away.
  dialog.scrollTop = 0;
}

/** The list of keys; `?` opens it wherever nobody is typing. */
export const KeysDialog = memo(function KeysDialog() {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTyping(event.target)) return;
      event.preventDefault();
      openKeys();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <dialog id={dialogId} className="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{keyList.title}</h2>
      <LatePart part={keyGroupsPart} props={none} isQuiet />
      <form method="dialog">
        <button type="submit" className="plain-button">
          {keyList.close}
        </button>
      </form>
    </dialog>
  );
});
