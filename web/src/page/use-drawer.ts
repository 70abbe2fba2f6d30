import { type RefObject, useCallback, useEffect, useState } from 'react';

export type Drawer = 'sections' | 'file';

/** The pane of each drawer, and the windows in which it is one; in wider ones it stands beside the settings. */
const drawers = {
  sections: { pane: '.sections', narrow: '(width < 52rem)' },
  file: { pane: '.file-pane', narrow: '(width < 75rem)' },
} as const;

/**
 * The drawer that is open. While it is, people are in it: what is behind cannot be reached, and where they came from
 * is where they are afterwards.
 */
export function useDrawer(page: RefObject<HTMLElement | null>): [Drawer | null, (drawer: Drawer | null) => void] {
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const open = useCallback((next: Drawer | null) => setDrawer(next !== null && isDrawer(next) ? next : null), []);
  useEffect(() => (drawer ? enter(drawer, page.current) : undefined), [drawer, page]);
  useEffect(() => (drawer ? whenWide(drawer, () => setDrawer(null)) : undefined), [drawer]);
  return [drawer, open];
}

function isDrawer(drawer: Drawer): boolean {
  return matchMedia(drawers[drawer].narrow).matches;
}

function whenWide(drawer: Drawer, close: () => void): () => void {
  const narrow = matchMedia(drawers[drawer].narrow);
  narrow.addEventListener('change', close);
  return () => narrow.removeEventListener('change', close);
}

function enter(drawer: Drawer, page: HTMLElement | null): () => void {
  const came = document.activeElement;
  const pane = page?.querySelector(drawers[drawer].pane);
  const behind = [...(page?.children ?? [])].filter((child) => child !== pane && !child.matches('.veil'));
  for (const child of behind) child.toggleAttribute('inert', true);
  pane?.querySelector<HTMLElement>('.drawer-close')?.focus();
  return () => {
    for (const child of behind) child.toggleAttribute('inert', false);
    if (came instanceof HTMLElement) came.focus();
  };
}
