import { useLayoutEffect, useRef } from 'react';
import { keys } from '../words/keys.ts';
import { isTyping } from './use-keys.ts';

/** The list of keys; `?` opens it wherever nobody is typing. */
export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTyping(event.target)) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{keys.title}</h2>
      <dl>
        {keys.rows.map(([chords, what]) => (
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
      <form method="dialog">
        <button type="submit">{keys.close}</button>
      </form>
    </dialog>
  );
}
