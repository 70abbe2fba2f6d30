import { createContext, useContext } from 'react';

/** Which secret is shown: one at a time, by the id of its field. */
export interface Reveal {
  readonly revealed: string | null;
  readonly setRevealed: (id: string | null) => void;
}

export const RevealContext = createContext<Reveal>({ revealed: null, setRevealed: () => {} });

/** Whether this field's secret is shown, and the way to show or hide it. */
export function useReveal(id: string): { readonly isRevealed: boolean; readonly toggle: () => void } {
  const { revealed, setRevealed } = useContext(RevealContext);
  const isRevealed = revealed === id;
  return { isRevealed, toggle: () => setRevealed(isRevealed ? null : id) };
}
