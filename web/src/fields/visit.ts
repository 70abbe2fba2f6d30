import { useRef } from 'react';
import { type FieldValue, sameField } from '../form/value.ts';
import { shownText } from './shown-text.ts';

interface Visit {
  readonly onFocus: () => void;
  readonly onText: (text: string) => void;
}

/** Takes what was typed, undefined where the file should say nothing, and what was there when the visit began. */
export type OnText = (text: string | undefined, began: FieldValue | undefined) => void;

/**
 * What is emptied in the same visit in which it was begun is not in the file again: nobody who typed a letter and took
 * it back wants empty text there.
 */
export function useVisit(value: FieldValue | undefined, onText: OnText): Visit {
  const visit = useRef(visitFrom(value));
  // What neither stood there nor was typed came from elsewhere: an undo, another program, an item that moved up.
  if (!visit.current.typed.has(shownText(value)) && !sameField(value, visit.current.began)) {
    visit.current = visitFrom(value);
  }
  return {
    onFocus: () => {
      visit.current = visitFrom(value);
    },
    // At once and not when the box is left: a key may lead from it to the review.
    onText: (text) => {
      const { began, typed } = visit.current;
      // A number is read back without the blanks round it.
      typed.add(text).add(text.trim());
      onText(text === '' && began === undefined ? undefined : text, began);
    },
  };
}

function visitFrom(began: FieldValue | undefined) {
  return { began, typed: new Set<string>() };
}
