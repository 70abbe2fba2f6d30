import { type ClipboardEvent, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { privately } from '../fields/control.ts';
import { connect } from '../words/connect.ts';

interface Props {
  readonly label: string;
  /** Shows what a paste looks like. */
  readonly isLarge?: boolean;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  /** What is wrong with the last paste. */
  readonly fault: string | null;
  readonly onText: (text: string) => void;
}

/**
 * Takes a paste, into the box or anywhere on the page, and passes it on without ever showing it. What is typed is shown
 * as dots, and is gone from the box once it is passed on.
 */
export function PasteBox({ label, isLarge = false, box, fault, onText }: Props) {
  const [typed, setTyped] = useState('');
  usePasteAnywhere(onText);
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    setTyped('');
    onText(event.clipboardData.getData('text/plain'));
  };
  const read = (event: FormEvent) => {
    event.preventDefault();
    setTyped('');
    onText(typed);
  };
  return (
    <form className="paste" onSubmit={read} autoComplete="off">
      <label className="paste-label" htmlFor="paste">
        {label} {typed === '' && <kbd>{connect.pasteChord}</kbd>}
      </label>
      <textarea
        {...privately}
        id="paste"
        ref={box}
        className="paste-box"
        rows={isLarge ? 5 : 2}
        placeholder={isLarge ? connect.ghost : undefined}
        aria-describedby={fault === null ? 'paste-hint' : 'paste-fault'}
        aria-invalid={fault !== null || undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPaste={paste}
      />
      {typed !== '' && (
        <button type="submit" className="primary">
          {connect.typedRead}
        </button>
      )}
      {fault === null ? (
        <p id="paste-hint" className="soft">
          {connect.pasteHint}
        </p>
      ) : (
        <p id="paste-fault" className="note note-fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}

/** Whoever pastes while no box has the focus means this one. */
function usePasteAnywhere(onText: (text: string) => void): void {
  const now = useRef(onText);
  now.current = onText;
  useEffect(() => {
    const paste = (event: globalThis.ClipboardEvent) => {
      const isBox = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isBox || text === '') return;
      event.preventDefault();
      now.current(text);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
