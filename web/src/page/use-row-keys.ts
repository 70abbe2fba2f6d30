import { type RefObject, useLayoutEffect } from 'react';
import { isTyping, letterOf } from '../desk/use-keys.ts';
import { focusControl } from './focus-control.ts';

/** What the arrows stop at: rows, and found settings that are not open yet. */
const stops = '#settings .row:not(.hit), #settings .hit-open';

/**
 * The keys of rows: arrows go from one to the next, Enter goes into one, Escape out of its control, `e` explains it.
 * From the first row an arrow leads up to the search, and from there down into the rows.
 */
export function useRowKeys(search: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]') || !(event.target instanceof HTMLElement)) return;
      if (act(event, event.target, search.current)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    // Before the keys of the whole page: Escape in a control means the row.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [search]);
}

/** Whether the key did anything. */
function act(event: KeyboardEvent, target: HTMLElement, search: HTMLInputElement | null): boolean {
  const { key } = event;
  if (search && target === search) return fromSearch(key, search);
  const row = target.closest<HTMLElement>('#settings .row');
  if (!row) return target.id === 'settings' && key === 'ArrowDown' && focusStop(0);
  if (target === row || target.matches('.hit-open')) return onRow(event, row, target, search);
  if (key !== 'Escape' || row.matches('.hit')) return false;
  row.focus();
  return true;
}

function fromSearch(key: string, search: HTMLInputElement): boolean {
  if (key !== 'ArrowDown' && key !== 'Enter') return false;
  whenFound(search, () => {
    const [first] = document.querySelectorAll<HTMLElement>(stops);
    if (first && key === 'Enter') enter(first);
    else focusStop(0);
  });
  return true;
}

/** Whoever types fast presses Enter before the list is painted, and means the list of what was typed. */
function whenFound(search: HTMLInputElement, act: () => void, typed = search.value): void {
  const shown = document.querySelector<HTMLElement>('#settings [data-search]')?.dataset['search'] ?? '';
  if (shown.trim() === typed.trim()) act();
  else if (search.value === typed && document.activeElement === search) {
    requestAnimationFrame(() => whenFound(search, act, typed));
  }
}

function onRow(event: KeyboardEvent, row: HTMLElement, stop: HTMLElement, search: HTMLInputElement | null): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(stops)];
  const at = all.indexOf(stop);
  switch (event.key) {
    case 'ArrowDown':
      return focusStop(at + 1);
    case 'ArrowUp':
      if (at > 0) return focusStop(at - 1);
      search?.focus();
      return true;
    case 'Home':
      return focusStop(0);
    case 'End':
      return focusStop(all.length - 1);
    case 'Enter':
      if (isTyping(stop)) return false;
      enter(stop);
      return true;
    default:
      if (letterOf(event) !== 'e') return false;
      row.querySelector<HTMLElement>('.row-acts [aria-pressed]')?.click();
      return true;
  }
}

function enter(stop: HTMLElement): void {
  if (stop.matches('.hit-open')) stop.click();
  else focusControl(stop);
}

function focusStop(at: number): boolean {
  const stop = document.querySelectorAll<HTMLElement>(stops)[at];
  stop?.focus();
  stop?.closest('.row')?.scrollIntoView({ block: 'nearest' });
  return stop !== undefined;
}
