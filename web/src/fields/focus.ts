/** A list on the page, beside whose entries stands the button that adds one. */
type List = HTMLElement | null;

const boxes = 'input:not([type="radio"]:not(:checked)), select, textarea';

/** Goes into the entry that was just added. */
export function focusNew(list: List): void {
  soon(() => list?.querySelector<HTMLElement>(`:scope > li:last-child :is(${boxes})`));
}

/** Stays with an entry that was just moved: on the button that moved it, as long as it can go on. */
export function focusMoved(list: List, to: number, direction: 'up' | 'down'): void {
  soon(() => {
    const entry = list?.children[to];
    return entry?.querySelector<HTMLElement>(`[data-move="${direction}"]:enabled`) ?? entry?.querySelector(boxes);
  });
}

/** After an entry is gone: into the one in its place, the one before, or on the button that adds one. */
export function focusAfterRemoval(list: List, at: number): void {
  soon(() => {
    const entry = list?.children[at] ?? list?.lastElementChild;
    const place = entry ?? list?.parentElement;
    return place?.querySelector<HTMLElement>(boxes) ?? place?.querySelector<HTMLElement>('button:enabled');
  });
}

/** Once the change is drawn. */
function soon(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => find()?.focus());
}
