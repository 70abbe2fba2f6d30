import { useLayoutEffect, useRef } from 'react';

/** What the keys of the whole page do. */
export interface Keys {
  readonly search: () => void;
  /** Missing where nothing can be narrowed. */
  readonly filter?: () => void;
  /** Null where the page has nothing to undo: then the box that people type in may. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly save: () => void;
  readonly back: () => void;
}

/** Listens to the keys of the page: `/` and Ctrl+K, Ctrl+Z and Shift+Ctrl+Z, Ctrl+S, Escape. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  // Before the page is painted: whoever sees it may press a key.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open], :popover-open')) return;
      const act = actOf(event, now.current);
      if (!act) return;
      event.preventDefault();
      // Held down it would go through the review and save what nobody has seen.
      if (act !== now.current.save || !event.repeat) act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function actOf(event: KeyboardEvent, keys: Keys): (() => void) | null {
  if (event.key === 'Escape') return keys.back;
  if (event.ctrlKey || event.metaKey) return event.altKey ? null : chordOf(letterOf(event), event.shiftKey, keys);
  if (isTyping(event.target)) return null;
  if (letterOf(event) === 'f' && !event.altKey) return keys.filter ?? null;
  return event.key === '/' ? keys.search : null;
}

/** The letter of a key. Where the layout writes no Latin ones it goes by the place of the key. */
export function letterOf({ key, code }: KeyboardEvent): string {
  const isLatin = key.length > 1 || key <= '~';
  return (isLatin ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key)).toLowerCase();
}

function chordOf(key: string, shift: boolean, keys: Keys): (() => void) | null {
  switch (key) {
    case 'k':
      return keys.search;
    case 's':
      return keys.save;
    case 'z':
      return shift ? keys.redo : keys.undo;
    case 'y':
      return keys.redo;
    default:
      return null;
  }
}

/** True where a key is a letter and no command. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement
    ? target.type !== 'radio' && target.type !== 'checkbox'
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
