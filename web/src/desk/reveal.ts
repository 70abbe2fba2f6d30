import { createContext, useContext, useEffect, useRef } from 'react';

/** Which secret is shown: one at a time, by the id of its field. */
export interface Reveal {
  readonly revealed: string | null;
  readonly setRevealed: (id: string | null) => void;
}

export const RevealContext = createContext<Reveal>({ revealed: null, setRevealed: () => {} });

interface Revealing {
  readonly isRevealed: boolean;
  readonly toggle: () => void;
  /** Has to be told what is typed in the field. */
  readonly typed: (text: string) => void;
}

/**
 * Whether this field's secret is shown, and the way to show or hide it. It is hidden again when the field leaves the
 * page, and when the field holds another secret than the one that was shown: entries of a list move.
 */
export function useReveal(id: string, text: string): Revealing {
  const { revealed, setRevealed } = useContext(RevealContext);
  const shown = useRef(text);
  const isMine = revealed === id;
  if (!isMine) shown.current = text;
  const isOther = isMine && shown.current !== text;
  const hide = useRef(() => {});
  hide.current = () => {
    if (isMine) setRevealed(null);
  };
  useEffect(() => {
    if (isOther) hide.current();
  }, [isOther]);
  useEffect(() => () => hide.current(), []);
  return {
    isRevealed: isMine && !isOther,
    toggle: () => setRevealed(isMine ? null : id),
    typed: (next) => {
      shown.current = next;
    },
  };
}
