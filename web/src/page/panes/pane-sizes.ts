/** The panes whose width people choose; the settings between them take what is left. */
export type Pane = 'sections' | 'file';

/** Widths in pixels. A pane that nobody moved has none, and is as wide as the style sheet says. */
export type PaneSizes = Readonly<Partial<Record<Pane, number>>>;

export interface PaneRange {
  readonly min: number;
  readonly max: number;
}

/** How wide all three panes are, and how many pixels a rem has here. */
export interface PaneRoom {
  readonly rem: number;
  readonly sections: number;
  readonly settings: number;
  readonly file: number;
}

/** In rem, as in the style sheet. Narrower, none of them shows what it is for. */
const least = { sections: 10, settings: 26, file: 18 } as const;
const mostOfSections = 26;
/** Farther than anybody's screen: what is kept beyond it is a mistake. */
const mostKept = 10_000;
const step = 16;
const leap = 64;

/** How narrow and how wide a pane can be while both others stay of use. */
export function rangeOf(pane: Pane, room: PaneRoom): PaneRange {
  const { rem } = room;
  const spare = Math.max(0, room.settings - least.settings * rem);
  const min = least[pane] * rem;
  const max = Math.max(min, Math.floor(room[pane] + spare));
  return { min, max: pane === 'sections' ? Math.min(max, mostOfSections * rem) : max };
}

export function within(size: number, { min, max }: PaneRange): number {
  return Math.round(Math.min(max, Math.max(min, size)));
}

/** The width once its edge has gone `by` pixels to the right: the file lies to the right of its edge. */
export function draggedTo(pane: Pane, size: number, by: number): number {
  return pane === 'file' ? size - by : size + by;
}

/** Where a key takes the edge of a pane; null for keys that mean something else. */
export function pressedTo(pane: Pane, key: string, isFar: boolean, size: number, range: PaneRange): number | null {
  if (key === 'Home') return range.min;
  if (key === 'End') return range.max;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const by = isFar ? leap : step;
  return within(draggedTo(pane, size, key === 'ArrowLeft' ? -by : by), range);
}

/** What was kept of an earlier visit; what makes no sense in it is left out. */
export function keptSizes(text: string | null): PaneSizes {
  const found = parsed(text);
  if (found === null || typeof found !== 'object') return {};
  const sections = 'sections' in found ? found.sections : undefined;
  const file = 'file' in found ? found.file : undefined;
  return { ...(isSize(sections) && { sections }), ...(isSize(file) && { file }) };
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < mostKept;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
