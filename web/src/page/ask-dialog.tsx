import { type RefObject, useId, useImperativeHandle, useRef } from 'react';

export interface Asking {
  readonly open: () => void;
}

interface Props {
  readonly asking: RefObject<Asking | null>;
  readonly title: string;
  readonly body: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => unknown;
}

/** Asks before something that cannot be undone. Escape and the first button leave everything as it is. */
export function AskDialog({ asking, title, body, yes, no, onYes }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useImperativeHandle(asking, () => ({ open: () => openAnew(dialog.current) }), []);
  return (
    <dialog
      ref={dialog}
      className="ask"
      aria-labelledby={id}
      onClose={() => dialog.current?.returnValue === 'yes' && onYes()}
    >
      <h2 id={id}>{title}</h2>
      <p>{body}</p>
      <form method="dialog">
        <button type="submit" className="plain-button" value="no">
          {no}
        </button>
        <button type="submit" className="danger-button" value="yes">
          {yes}
        </button>
      </form>
    </dialog>
  );
}

/** Escape leaves the last answer standing: it must not be that of another time. */
function openAnew(dialog: HTMLDialogElement | null): void {
  if (!dialog) return;
  dialog.returnValue = '';
  dialog.showModal();
}
