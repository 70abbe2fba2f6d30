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
  const kind = useRef('button');
  const onFocus = ({ target }: FocusEvent) => {
    place.current = entriesOf(ref.current).findIndex((entry) => entry.contains(target));
    kind.current = target.localName;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks again whenever other entries are shown
  useEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return;
    const entries = entriesOf(ref.current);
    const entry = entries[Math.min(place.current, entries.length - 1)];
    const next = entry?.querySelector<HTMLElement>(kind.current) ?? entry?.querySelector<HTMLElement>('a, button');
    (next ?? heading.current)?.focus();
  }, [shown, heading]);
  return { ref, onFocus };
}

function entriesOf(box: HTMLElement | null): readonly Element[] {
  return box ? [...box.querySelectorAll('.change')] : [];
}
