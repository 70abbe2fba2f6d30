import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/** What the box of a list needs so that focus stays in it. */
export interface KeptFocus {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
}

/**
 * Keeps focus where entries of a list go away under it: it moves to the entry that took the place of the one that is
 * gone, or to the heading. `shown` is what the entries are drawn from.
 */
export function useKeptFocus(shown: unknown, heading: RefObject<HTMLElement | null>): KeptFocus {
  const ref = useRef<HTMLDivElement>(null);
  const place = useRef<number | null>(null);
  const onFocus = ({ target }: FocusEvent) => {
    place.current = entriesOf(ref.current).findIndex((entry) => entry.contains(target));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks again whenever other entries are shown
  useEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return;
    const entries = entriesOf(ref.current);
    const next = entries[Math.min(place.current, entries.length - 1)]?.querySelector('button');
    (next ?? heading.current)?.focus();
  }, [shown, heading]);
  return { ref, onFocus };
}

function entriesOf(box: HTMLElement | null): readonly Element[] {
  return box ? [...box.querySelectorAll('li')] : [];
}
