import { flushSync } from 'react-dom';

/** A list on the page, beside whose entries stands the button that adds one. */
type List = HTMLElement | null;

const boxes = 'input:not([type="radio"]:not(:checked), .table-name), select, textarea';

/** Adds an entry and goes into it. */
export function focusNew(list: List, add: () => void): void {
  after(add, () => list?.querySelector<HTMLElement>(`:scope > li:last-child :is(${boxes})`));
}

/** Moves an entry and stays with it: on the button that moves it, as long as it can go on. */
export function focusMoved(list: List, to: number, direction: 'up' | 'down', move: () => void): void {
  after(move, () => {
    const entry = list?.children[to];
    return entry?.querySelector<HTMLElement>(`[data-move="${direction}"]:enabled`) ?? entry?.querySelector(boxes);
  });
}

/** Removes an entry and goes into the one in its place, the one before, or on the button that adds one. */
export function focusAfterRemoval(list: List, at: number, remove: () => void): void {
  after(remove, () => {
    const entry = list?.children[at] ?? list?.lastElementChild;
    const place = entry ?? list?.parentElement;
    return place?.querySelector<HTMLElement>(boxes) ?? place?.querySelector<HTMLElement>('button:enabled');
  });
}

/** After a button is gone with what it mended: on the one in its place, its row, or the settings. */
export function focusAfterMending(button: HTMLElement): void {
  const box = button.closest<HTMLElement>('.stray, .row');
  const at = mendersIn(box).indexOf(button);
  const look = new MutationObserver(() => {
    if (button.isConnected) return;
    look.disconnect();
    if (document.activeElement !== document.body) return;
    const left = box?.isConnected ? mendersIn(box) : [];
    const row = box?.isConnected && box.matches('.row') ? box : document.getElementById('settings');
    (left[Math.min(at, left.length - 1)] ?? row)?.focus({ preventScroll: true });
  });
  look.observe(document.body, { childList: true, subtree: true });
}

function mendersIn(box: HTMLElement | null): readonly HTMLElement[] {
  return box ? [...box.querySelectorAll<HTMLElement>('.small-button')] : [];
}

/** The change is drawn at once, so that the very next key already goes to what has focus then. */
export function after(change: () => void, find: () => HTMLElement | null | undefined): void {
  flushSync(change);
  find()?.focus();
}
