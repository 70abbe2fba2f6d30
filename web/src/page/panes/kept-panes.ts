import { keptSizes, type Pane, type PaneSizes } from './pane-sizes.ts';

const key = 'clearml-conf.panes';

/** A browser that keeps nothing for pages refuses to be asked. */
function kept(): PaneSizes {
  try {
    return keptSizes(localStorage.getItem(key));
  } catch {
    return {};
  }
}

/** Gives the panes their widths before anything is painted, so that nothing moves afterwards. */
export function startPanes(): void {
  const sizes = kept();
  show('sections', sizes.sections);
  show('file', sizes.file);
}

/** Shows a width, or the one of the style sheet; it holds its limits whatever the window is. */
export function show(pane: Pane, size: number | undefined): void {
  const { style } = document.documentElement;
  if (size === undefined) style.removeProperty(`--${pane}-width`);
  else style.setProperty(`--${pane}-width`, `${size}px`);
}

/** Keeps a width for the next visit, or forgets it. */
export function keep(pane: Pane, size: number | undefined): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...kept(), [pane]: size }));
  } catch {
    // It is for this visit only.
  }
}
