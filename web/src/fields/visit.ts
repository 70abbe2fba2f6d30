import { useRef } from 'react';
import type { FieldValue } from '../form/value.ts';

interface Visit {
  readonly onFocus: () => void;
  readonly onText: (text: string) => void;
}

/**
 * What is emptied in the same visit in which it was begun is not in the file again: nobody who typed a letter and took
 * it back wants empty text there.
 */
export function useVisit(value: FieldValue | undefined, onText: (text: string | undefined) => void): Visit {
  const began = useRef(value);
  return {
    onFocus: () => {
      began.current = value;
    },
    // At once and not when the box is left: a key may lead from it to the review.
    onText: (text) => onText(text === '' && began.current === undefined ? undefined : text),
  };
}
