import { memo, useLayoutEffect } from 'react';
import { isTyping } from '../desk/use-keys.ts';
import { keys } from '../words/keys.ts';

const dialogId = 'keys';

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
      <h2 id="keys-title">{keys.title}</h2>
      <div className="keys-groups">
        {keys.groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([chords, what]) => (
                <div key={what} className="keys-row">
                  <dt>
                    {chords.map((chord) => (
                      <kbd key={chord}>{chord}</kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <form method="dialog">
        <button type="submit" className="plain-button">
          {keys.close}
        </button>
      </form>
    </dialog>
  );
});
